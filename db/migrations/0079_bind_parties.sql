-- A row that names whose it is, is opened by its own organization or by the house: `db/testing/who-writes.csv` names the columns.
do $$
declare rule record;
begin
  for rule in select * from (values
    ('batches', 'platform', 'filer_id'),
    ('batch_references', 'platform', 'filer_id'),
    ('blacklist_proposals', 'platform association province national', 'proposer_id'),
    ('consultations', 'creator province national', 'asker_id'),
    ('penalties', 'platform province national', 'platform_id'),
    ('rectification_joiners', 'platform', 'platform_id'),
    ('rectification_orders', 'platform province national', 'opener_id'),
    ('registrations', 'creator platform province national', 'creator_id, issuer_id'),
    ('takedown_answers', 'platform national', 'platform_id'),
    ('takedown_orders', 'platform association national', 'platform_id'),
    ('violation_filings', 'platform association province national', 'filer_id')
  ) as rules (name, kinds, own) loop
    execute format('alter policy acts_insert on %I with check (app_kind() = any (%L::text[]) and (app_kind() in (''house'', ''clock'') or app_org() in (%s)))',
      rule.name, string_to_array(trim('house clock ' || rule.kinds), ' '), rule.own);
  end loop;
end $$;--> statement-breakpoint
-- Reports and entries are read by others, too: a platform or CNSA changes those that it filed or proposes on, a bureau those that are before it.
do $$
declare rule record; acts text;
begin
  for rule in select * from (values
    ('violations', 'app_kind() not in (''platform'', ''association'') or filed_by(id, app_org())'),
    ('violation_subjects', 'app_kind() not in (''platform'', ''association'') or filed_by(violation_id, app_org())'),
    ('violation_clauses', 'app_kind() not in (''platform'', ''association'') or filed_by(violation_id, app_org())'),
    ('violation_places', 'app_kind() not in (''platform'', ''association'') or filed_by(violation_id, app_org())'),
    ('blacklist_entries', 'regulates(''blacklist'', id) or proposed_by(id, app_org())'),
    ('blacklist_subjects', 'regulates(''blacklist'', entry_id) or proposed_by(entry_id, app_org())'),
    ('blacklist_clauses', 'regulates(''blacklist'', entry_id) or proposed_by(entry_id, app_org())'),
    ('blacklist_names', 'regulates(''blacklist'', entry_id) or proposed_by(entry_id, app_org())')
  ) as rules (name, parties) loop
    acts := format('app_kind() = any (%L::text[]) and (%s)', '{house,clock,platform,association,province,national}', rule.parties);
    execute format('alter policy acts_update on %I with check (%s)', rule.name, acts);
    execute format('alter policy acts_delete on %I using (%s)', rule.name, acts);
  end loop;
end $$;
