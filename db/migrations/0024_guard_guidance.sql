create function sees_guidance(g guidance_items) returns boolean language sql stable as
$$ select app_kind() in ('house', 'clock') or (app_kind() is not null and g.state = 'published')
  or (app_kind() in ('national', 'province') and g.issuer_id = app_org()) or (app_kind() = 'national' and g.state <> 'draft') $$;--> statement-breakpoint
create function sees_case_of_guidance(subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_guidance(g) from guidance_items g where g.id = subject $$;--> statement-breakpoint
create function bureau_of_guidance(subject uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select issuer_id from guidance_items where id = subject $$;--> statement-breakpoint
-- Whoever asked, the bureau that was asked, and 总局; the public reads what the bureau wrote for it, in a table of its own.
create function sees_consultation(c consultations) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() = 'creator' and c.asker_id = app_org()) or (app_kind() = 'province' and c.bureau_id = app_org()) $$;--> statement-breakpoint
create function sees_case_of_consultation(subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_consultation(c) from consultations c where c.id = subject $$;--> statement-breakpoint
create function bureau_of_consultation(subject uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select bureau_id from consultations where id = subject $$;--> statement-breakpoint
do $$
declare rule record;
begin
  for rule in select * from (values
    ('guidance_items', 'sees_guidance(guidance_items)'),
    ('guidance_clauses', 'sees_case_of_guidance(guidance_id)'),
    ('guidance_works', 'sees_case_of_guidance(guidance_id)'),
    ('consultations', 'sees_consultation(consultations)'),
    ('consultation_publications', 'app_kind() is not null')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() is not null)', rule.name);
    execute format('create policy changes on %I for update using (%s) with check (app_kind() is not null)', rule.name, rule.reads);
    execute format('create policy clears on %I for delete using (%s)', rule.name, rule.reads);
  end loop;
end $$;--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['guidance_items', 'consultations'] loop
    execute format('create trigger number_stays before update of number on %I for each row execute function number_stays()', name);
    execute format('create constraint trigger number_is_given after insert or update of state, number on %I deferrable initially deferred for each row execute function number_is_given()', name);
  end loop;
end $$;
