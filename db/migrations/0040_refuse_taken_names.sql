-- Names are compared without spaces, marks, case and width.
create function bare_name(typed text) returns text language sql immutable parallel safe as
$$ select regexp_replace(lower(normalize(typed, NFKC)), '[[:space:][:punct:]·《》“”‘’（）【】—…、。，]', '', 'g') $$;--> statement-breakpoint
create index organizations_by_bare_name on organizations (kind, bare_name(name));--> statement-breakpoint
create index organizations_by_bare_short_name on organizations (kind, bare_name(short_name));--> statement-breakpoint
-- Does an organization of this kind carry this name, in full or short, or apply under it? Asked before there is an actor, about one name at a time.
create function organization_name_is_taken(of_kind text, typed text, except_id uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from organizations o where o.kind = of_kind and o.state <> 'refused' and o.id is distinct from except_id
  and bare_name(typed) in (bare_name(o.name), bare_name(o.short_name))) $$;
