-- Who may read a row may not thereby write it: besides the house and the clock only the kinds whose acts write in a table, one line a table.
-- Restrictive, so that it stands beside whatever else a table's policies allow. Locking a row to judge a step is no writing.
do $$
declare rule record; acts text;
begin
  for rule in select * from (values
    ('access_log', 'creator platform association province national'),
    ('announcement_counts', 'platform association national'),
    ('announcement_figures', 'platform association national'),
    ('announcement_rows', 'platform association national'),
    ('announcements', 'platform association national'),
    ('batch_references', 'platform'),
    ('batch_rows', 'platform'),
    ('batches', 'platform'),
    ('biweekly_contents', 'platform'),
    ('biweekly_figures', 'platform'),
    ('biweekly_reports', 'platform national'),
    ('blacklist_clauses', 'platform association province national'),
    ('blacklist_entries', 'platform association province national'),
    ('blacklist_names', 'platform association province national'),
    ('blacklist_proposals', 'platform association province national'),
    ('blacklist_subjects', 'platform association province national'),
    ('campaign_figure_rows', 'national'),
    ('campaign_figures', 'national'),
    ('campaign_labels', 'national'),
    ('campaign_quotas', 'national'),
    ('campaigns', 'national'),
    ('consultation_publications', 'province national'),
    ('consultations', 'creator province national'),
    ('dramas', 'creator platform association province national'),
    ('episodes', 'creator platform association province national'),
    ('event_hands', ''),
    ('event_words', ''),
    ('events', ''),
    ('facts', ''),
    ('form_keys', ''),
    ('guidance_clauses', 'province national'),
    ('guidance_items', 'province national'),
    ('guidance_works', 'province national'),
    ('inspection_findings', 'association'),
    ('inspection_frames', ''),
    ('inspection_items', ''),
    ('inspection_pictures', 'association'),
    ('inspection_plans', 'association'),
    ('inspection_seeds', ''),
    ('inspection_sheets', 'association'),
    ('invitations', 'visitor creator platform association province national'),
    ('mails', 'visitor creator platform association province national'),
    ('member_secrets', 'visitor creator platform association province national'),
    ('members', 'visitor creator platform association province national'),
    ('mini_programs', 'platform association province national'),
    ('organization_details', 'visitor province national'),
    ('organizations', 'visitor province national'),
    ('password_resets', 'visitor'),
    ('penalties', 'platform province national'),
    ('penalty_reasons', 'platform province national'),
    ('placements', 'platform association province national'),
    ('platform_accounts', 'platform association province national'),
    ('rectification_files', 'creator platform'),
    ('rectification_joiners', 'platform'),
    ('rectification_orders', 'platform province national'),
    ('rectification_reasons', 'platform province national'),
    ('rectification_tasks', 'platform province national'),
    ('rectification_turns', 'creator platform province national'),
    ('rectifications', 'creator platform province national'),
    ('registration_contents', 'creator platform province national'),
    ('registration_reasons', 'province national'),
    ('registrations', 'creator platform province national'),
    ('reported_names', 'platform association'),
    ('sessions', 'visitor creator platform association province national'),
    ('takedown_answers', 'platform national'),
    ('takedown_orders', 'platform association national'),
    ('takedown_sightings', 'association'),
    ('violation_clauses', 'platform association province national'),
    ('violation_evidence', 'platform association province national'),
    ('violation_filings', 'platform association province national'),
    ('violation_place_notes', 'platform association province national'),
    ('violation_places', 'platform association province national'),
    ('violation_subjects', 'platform association province national'),
    ('violations', 'platform association province national'),
    ('waiting', '')
  ) as rules (name, kinds) loop
    acts := format('app_kind() = any (%L::text[])', string_to_array(trim('house clock ' || rule.kinds), ' '));
    execute format('create policy acts_insert on %I as restrictive for insert with check (%s)', rule.name, acts);
    execute format('create policy acts_update on %I as restrictive for update using (true) with check (%s)', rule.name, acts);
    execute format('create policy acts_delete on %I as restrictive for delete using (%s)', rule.name, acts);
  end loop;
end $$;--> statement-breakpoint
-- Members and invitations are their own organization's, 总局 is no exception: neither whose hand it was nor what was said of them.
create or replace function regulates(noun text, subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() in ('house', 'clock') or (app_kind() = 'national' and noun not in ('member', 'invitation')) or (app_kind() = 'province' and app_org() = case noun
  when 'violation' then violation_bureau(subject)
  when 'registration' then (select bureau_id from registrations where id = subject)
  when 'blacklist' then (select bureau_id from blacklist_entries where id = subject)
  when 'takedown' then (select bureau_id from takedown_orders where id = subject)
  when 'penalty' then (select bureau_id from penalties where id = subject)
  when 'organization' then (select bureau_id from organizations where id = subject)
  else bureau_answered(noun, subject) end) $$;
