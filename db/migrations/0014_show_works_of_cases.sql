-- A bureau that a report was handed to, or whose entry it is, sees the work that it is about, whichever bureau the work is registered with.
create function drama_in_case_of(drama uuid, bureau uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_subjects s join violations v on v.id = s.violation_id where s.drama_id = drama and v.bureau_id = bureau and v.state <> 'draft')
  or exists (select from blacklist_subjects b join blacklist_entries e on e.id = b.entry_id where b.drama_id = drama and e.bureau_id = bureau) $$;--> statement-breakpoint
create or replace function sees_drama(d dramas) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() is not null and d.public_since is not null) or (app_kind() = 'creator' and d.producer_id = app_org())
  or (app_kind() = 'province' and (d.bureau_id = app_org() or drama_in_case_of(d.id, app_org())))
  or (app_kind() in ('platform', 'association') and drama_reported_by(d.id, app_org())) $$;
--> statement-breakpoint
-- Whoever's report was merged into another's sees the work of that one: it is the same, and its outcome is everyone's.
create or replace function drama_reported_by(drama uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_subjects s join violations v on s.violation_id in (v.id, v.root_id) join violation_filings f on f.violation_id = v.id
  where s.drama_id = drama and f.filer_id = organization) $$;
