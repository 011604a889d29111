-- A report that is not filed yet is its own organization's business; after that its bureau and 总局 read it.
create or replace function sees_violation(v violations) returns boolean language sql stable as
$$ select app_kind() in ('house', 'clock') or (v.state <> 'draft' and (app_kind() = 'national' or (app_kind() = 'province' and v.bureau_id = app_org())))
  or (app_kind() in ('platform', 'association') and filed_by(v.id, app_org()))
  or (app_kind() = 'association' and v.state = 'upheld')
  or (app_kind() = 'creator' and v.state = 'upheld' and violation_concerns(v.id, app_org())) $$;--> statement-breakpoint
create function reviews_violation(violation uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select v.state <> 'draft' and (app_kind() = 'national' or (app_kind() = 'province' and v.bureau_id = app_org())) from violations v where v.id = violation $$;--> statement-breakpoint
-- Of a report that concerns several, each reads what was upheld against its own.
create function subject_concerns(subject uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (
  select from violation_subjects s
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  where s.id = subject and s.outcome = 'upheld' and creator in (d.producer_id, m.operator_id, a.operator_id)) $$;--> statement-breakpoint
create function work_concerns(violation uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_subjects s join dramas d on d.id = s.drama_id where s.violation_id = violation and s.outcome = 'upheld' and d.producer_id = creator) $$;--> statement-breakpoint

do $$
declare rule record;
begin
  alter table violation_place_notes enable row level security;
  create policy writes on violation_place_notes for insert with check (app_kind() is not null);
  create policy reads on violation_place_notes for select using (false);
  create policy changes on violation_place_notes for update using (false);
  create policy clears on violation_place_notes for delete using (false);
  for rule in select * from (values
    ('violation_filings', 'app_kind() in (''house'', ''clock'') or filer_id = app_org() or (filed_at is not null and (app_kind() = ''national'' or (app_kind() = ''province'' and bureau_id = app_org())))'),
    ('violation_evidence', 'app_kind() in (''house'', ''clock'') or organization_id = app_org() or reviews_violation(violation_id)'),
    ('violation_place_notes', 'app_kind() in (''house'', ''clock'') or filed_by(violation_id, app_org()) or reviews_violation(violation_id)'),
    ('violation_subjects', 'sees_violation(violation_id) and (app_kind() <> ''creator'' or subject_concerns(id, app_org()))'),
    ('violation_clauses', 'sees_violation(violation_id) and (app_kind() <> ''creator'' or (upheld = ''yes'' and subject_concerns(subject_id, app_org())))'),
    ('violation_places', 'sees_violation(violation_id) and (app_kind() <> ''creator'' or work_concerns(violation_id, app_org()))')
  ) as rules (name, reads) loop
    execute format('alter policy reads on %I using (%s)', rule.name, rule.reads);
    execute format('alter policy changes on %I using (%s) with check (app_kind() is not null)', rule.name, rule.reads);
    execute format('alter policy clears on %I using (%s)', rule.name, rule.reads);
  end loop;
end $$;--> statement-breakpoint

-- Names of listed entries are public; asked for as the owner, because a policy in front of them would keep the index from being used.
create function listed_names_near(folds text[], wanted text[], sounds text[], most int) returns table (entry_id uuid, name text, kind text)
language sql stable security definer set search_path = public, pg_temp as
$$ select n.entry_id, n.name, n.kind from blacklist_names n
  where n.active and app_kind() is not null and (n.grams && wanted or n.sound = any (sounds) or n.folded = any (folds))
  order by n.folded = any (folds) desc, n.sound is not null and n.sound = any (sounds) desc,
    (select count(*) from unnest(n.grams) gram where gram = any (wanted)) desc, n.entry_id, n.name
  limit most $$;
