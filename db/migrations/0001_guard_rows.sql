-- The second wall. Who may read which row, as the table of roles says it; the app's role owns nothing and so cannot pass it.
create sequence if not exists violation_numbers;--> statement-breakpoint
create sequence if not exists drama_codes;--> statement-breakpoint

create function app_kind() returns text language sql stable as $$ select nullif(current_setting('app.kind', true), '') $$;--> statement-breakpoint
create function app_org() returns uuid language sql stable as $$ select nullif(current_setting('app.organization', true), '')::uuid $$;--> statement-breakpoint
create function app_member() returns uuid language sql stable as $$ select nullif(current_setting('app.member', true), '')::uuid $$;--> statement-breakpoint
-- 总局, the consequences and the clock see every case.
create function app_sees_all() returns boolean language sql stable as $$ select app_kind() in ('national', 'house', 'clock') $$;--> statement-breakpoint

-- Questions that reach across tables are asked as the owner, each in one place, so that no policy leans on another.
create function filed_by(violation uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_filings f where f.violation_id = violation and f.filer_id = organization) $$;--> statement-breakpoint
create function violation_concerns(violation uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (
  select from violation_subjects s
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  where s.violation_id = violation and creator in (d.producer_id, m.operator_id, a.operator_id) and s.outcome = 'upheld') $$;--> statement-breakpoint
create function violation_bureau(violation uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select bureau_id from violations where id = violation $$;--> statement-breakpoint
create function drama_reported_by(drama uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_subjects s join violation_filings f on f.violation_id = s.violation_id where s.drama_id = drama and f.filer_id = organization) $$;--> statement-breakpoint
create function proposed_by(entry uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from blacklist_proposals p where p.entry_id = entry and p.proposer_id = organization) $$;--> statement-breakpoint
create function entry_concerns(entry uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from blacklist_subjects s join dramas d on d.id = s.drama_id where s.entry_id = entry and d.producer_id = creator) $$;--> statement-breakpoint
create function account_of(account uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from platform_accounts a where a.id = account and a.operator_id = creator) $$;--> statement-breakpoint
-- The public reads platform by platform only once all have answered or the deadline has passed.
create function board_is_open(entry uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select bool_and(o.state not in ('issued', 'objected') or o.ordered_due_at <= now()) from takedown_orders o where o.entry_id = entry $$;--> statement-breakpoint

create function is_filed(violation uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select state <> 'draft' from violations where id = violation $$;--> statement-breakpoint
create function sees_violation(v violations) returns boolean language sql stable as
$$ select app_kind() in ('house', 'clock') or (v.state <> 'draft' and (app_kind() = 'national' or (app_kind() = 'province' and v.bureau_id = app_org())))
  or (app_kind() in ('platform', 'association') and filed_by(v.id, app_org()))
  or (app_kind() = 'association' and v.state = 'upheld')
  or (app_kind() = 'creator' and v.state = 'upheld' and violation_concerns(v.id, app_org())) $$;--> statement-breakpoint
create function sees_violation(violation uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_violation(v) from violations v where v.id = violation $$;--> statement-breakpoint
create function sees_drama(d dramas) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() is not null and d.public_since is not null) or (app_kind() = 'creator' and d.producer_id = app_org())
  or (app_kind() = 'province' and d.bureau_id = app_org())
  or (app_kind() in ('platform', 'association') and drama_reported_by(d.id, app_org())) $$;--> statement-breakpoint
create function sees_drama(drama uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_drama(d) from dramas d where d.id = drama $$;--> statement-breakpoint
create function sees_registration(r registrations) returns boolean language sql stable as
$$ select (app_sees_all() and r.state <> 'draft') or app_kind() in ('house', 'clock') or (app_kind() = 'creator' and r.creator_id = app_org())
  or (app_kind() = 'province' and r.bureau_id = app_org() and r.state <> 'draft')
  or (app_kind() = 'platform' and r.issuer_id = app_org())
  or (app_kind() is not null and r.state in ('offered', 'registered', 'published', 'suspended')) $$;--> statement-breakpoint
create function reads_contents(registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() in ('house', 'clock') or (app_kind() = 'national' and r.state <> 'draft') or (app_kind() = 'creator' and r.creator_id = app_org())
  or (app_kind() = 'province' and r.bureau_id = app_org() and r.state <> 'draft')
  or (app_kind() = 'platform' and (r.issuer_id = app_org() or (app_org() = any (r.planned_platform_ids) and r.state = 'offered')))
  from registrations r where r.id = registration $$;--> statement-breakpoint
create function sees_entry(e blacklist_entries) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() is not null and e.state = 'listed') or (app_kind() = 'province' and e.bureau_id = app_org())
  or (app_kind() in ('platform', 'association') and (e.state = 'lifted' or proposed_by(e.id, app_org())))
  or (app_kind() = 'creator' and e.verified_by is not null and e.state in ('verified', 'listed', 'lifted') and entry_concerns(e.id, app_org())) $$;--> statement-breakpoint
create function sees_entry(entry uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_entry(e) from blacklist_entries e where e.id = entry $$;--> statement-breakpoint
create function sees_order(o takedown_orders) returns boolean language sql stable as
$$ select app_sees_all() or app_kind() in ('platform', 'association', 'province')
  or (app_kind() = 'creator' and entry_concerns(o.entry_id, app_org()))
  or (app_kind() = 'visitor' and sees_entry(o.entry_id) and board_is_open(o.entry_id)) $$;--> statement-breakpoint
create function sees_order(takedown uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_order(o) from takedown_orders o where o.id = takedown $$;--> statement-breakpoint
create function sees_penalty(p penalties) returns boolean language sql stable as
$$ select app_sees_all() or app_kind() in ('platform', 'association') or (app_kind() = 'province' and p.bureau_id = app_org())
  or (app_kind() = 'creator' and account_of(p.account_id, app_org())) $$;--> statement-breakpoint
create function sees_organization(o organizations) returns boolean language sql stable as
$$ select app_sees_all() or o.id = app_org() or (app_kind() = 'province' and o.bureau_id = app_org()) or (app_kind() is not null and o.state in ('accepted', 'suspended')) $$;--> statement-breakpoint

-- What is recorded about a case is read by whoever sees the case; hands and words have readers of their own.
create function sees_case(noun text, subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select case noun
  when 'violation' then sees_violation(subject)
  when 'registration' then (select sees_registration(r) from registrations r where r.id = subject)
  when 'blacklist' then sees_entry(subject)
  when 'takedown' then sees_order(subject)
  when 'penalty' then (select sees_penalty(p) from penalties p where p.id = subject)
  when 'organization' then (select app_sees_all() or o.id = app_org() or o.bureau_id = app_org() from organizations o where o.id = subject)
  when 'member' then app_kind() = 'house' or (select m.organization_id = app_org() from members m where m.id = subject)
  when 'invitation' then app_kind() = 'house' or (select app_org() in (i.organization_id, i.invited_from_id) from invitations i where i.id = subject)
  else app_kind() = 'house' end $$;--> statement-breakpoint
create function regulates(noun text, subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_sees_all() or (app_kind() = 'province' and app_org() = case noun
  when 'violation' then violation_bureau(subject)
  when 'registration' then (select bureau_id from registrations where id = subject)
  when 'blacklist' then (select bureau_id from blacklist_entries where id = subject)
  when 'takedown' then (select bureau_id from takedown_orders where id = subject)
  when 'penalty' then (select bureau_id from penalties where id = subject)
  when 'organization' then (select bureau_id from organizations where id = subject) end) $$;--> statement-breakpoint

-- Sign-in, one-time links: looked up before there is an actor, each by a secret's hash and nothing else.
create function credentials_of(address text) returns table (member_id uuid, password_hash text) language sql stable security definer set search_path = public, pg_temp as
$$ select m.id, s.password_hash from members m join member_secrets s on s.member_id = m.id where lower(m.email) = lower(address) and m.state = 'active' $$;--> statement-breakpoint
create function member_claim(member uuid) returns table (member_id uuid, organization_id uuid, kind text, name text, email text, duties text[], organization_name text, organization_short_name text, organization_state text, locale text, version int)
language sql stable security definer set search_path = public, pg_temp as
$$ select m.id, m.organization_id, m.kind, m.name, m.email, m.duties, o.name, o.short_name, o.state, m.locale, m.version from members m join organizations o on o.id = m.organization_id
  where m.id = member and m.state = 'active' $$;--> statement-breakpoint
-- Idle and absolute limits: creators 24 hours and 7 days, all others 30 minutes and 12 hours. Seen at most once a minute.
create function session_claim(sid text) returns table (member_id uuid, organization_id uuid, kind text, name text, email text, duties text[], organization_name text, organization_short_name text, organization_state text, locale text, version int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held sessions; claim record;
begin
  select * into held from sessions where sid_hash = sid and ended_at is null;
  if not found then return; end if;
  select * into claim from member_claim(held.member_id);
  if not found then return; end if;
  if held.seen_at < now() - (case when claim.kind = 'creator' then interval '24 hours' else interval '30 minutes' end)
    or held.signed_in_at < now() - (case when claim.kind = 'creator' then interval '7 days' else interval '12 hours' end) then return; end if;
  if held.seen_at < now() - interval '1 minute' then update sessions set seen_at = now() where sid_hash = sid; end if;
  return query select c.* from member_claim(held.member_id) c;
end $$;--> statement-breakpoint
create function invitation_by(token text) returns table (id uuid, organization_id uuid, kind text, email text, duties text[], expires_at timestamptz, state text, version int, organization_name text)
language sql stable security definer set search_path = public, pg_temp as
$$ select i.id, i.organization_id, o.kind, i.email, i.duties, i.expires_at, i.state, i.version, o.name from invitations i join organizations o on o.id = i.organization_id where i.token_hash = token $$;--> statement-breakpoint
create function use_password_reset(token text) returns uuid language sql volatile security definer set search_path = public, pg_temp as
$$ update password_resets set used_at = now() where token_hash = token and used_at is null and expires_at > now() returning member_id $$;--> statement-breakpoint
create function password_reset_is_open(token text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from password_resets where token_hash = token and used_at is null and expires_at > now()) $$;--> statement-breakpoint
create function email_is_taken(address text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from members where lower(email) = lower(address) and state = 'active') $$;--> statement-breakpoint
create function credit_code_is_taken(code text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from organization_details d join organizations o on o.id = d.organization_id where d.credit_code = code and o.state <> 'refused') $$;--> statement-breakpoint

-- How a listing stands in numbers alone, for readers who may not see it platform by platform.
create function board_counts(entry uuid) returns table (orders bigint, answered bigint, removed bigint, absent bigint) language sql stable security definer set search_path = public, pg_temp as
$$ select count(*), count(*) filter (where state not in ('issued', 'objected')), count(*) filter (where state = 'removed'), count(*) filter (where state = 'absent')
  from takedown_orders where entry_id = entry and state <> 'withdrawn' and sees_entry(entry) $$;--> statement-breakpoint

do $$
declare rule record;
begin
  for rule in select * from (values
    ('organizations', 'sees_organization(organizations)'),
    ('organization_details', 'app_sees_all() or organization_id = app_org() or (app_kind() = ''province'' and bureau_id = app_org())'),
    ('members', 'app_kind() = ''house'' or organization_id = app_org()'),
    ('member_secrets', 'app_kind() = ''house'' or member_id = app_member()'),
    ('sessions', 'app_kind() = ''house'' or member_id = app_member()'),
    ('invitations', 'app_kind() = ''house'' or app_org() in (organization_id, invited_from_id)'),
    ('password_resets', 'app_kind() = ''house'''),
    ('events', 'sees_case(noun, subject_id)'),
    ('event_hands', 'organization_id = app_org() or regulates(noun, subject_id)'),
    ('event_words', 'organization_id = app_org() or regulates(noun, subject_id) or (audience in (''everyone'', ''case'') and app_kind() <> ''visitor'' and sees_case(noun, subject_id)) or (audience = ''everyone'' and sees_case(noun, subject_id))'),
    ('waiting', 'app_kind() in (''house'', ''clock'') or organization_id = app_org()'),
    ('form_keys', 'app_kind() = ''house'' or member_id = app_member()'),
    ('access_log', 'app_sees_all() or member_id = app_member() or regulates(noun, subject_id)'),
    ('mails', 'app_kind() in (''house'', ''clock'')'),
    ('dramas', 'sees_drama(dramas)'),
    ('episodes', 'sees_drama(drama_id)'),
    ('placements', 'app_sees_all() or platform_id = app_org() or app_kind() in (''province'', ''association'')'),
    ('mini_programs', 'app_sees_all() or app_kind() in (''platform'', ''association'', ''province'') or operator_id = app_org()'),
    ('platform_accounts', 'app_sees_all() or app_kind() in (''platform'', ''association'', ''province'') or operator_id = app_org()'),
    ('registrations', 'sees_registration(registrations)'),
    ('registration_contents', 'reads_contents(registration_id)'),
    ('registration_reasons', 'reads_contents(registration_id) and app_kind() <> ''platform'''),
    ('violations', 'sees_violation(violations)'),
    ('violation_filings', 'app_kind() in (''house'', ''clock'') or filer_id = app_org() or (is_filed(violation_id) and (app_kind() = ''national'' or (app_kind() = ''province'' and bureau_id = app_org())))'),
    ('violation_subjects', 'sees_violation(violation_id)'),
    ('violation_clauses', 'sees_violation(violation_id)'),
    ('violation_places', 'sees_violation(violation_id)'),
    ('violation_evidence', 'app_kind() in (''house'', ''clock'') or organization_id = app_org() or (is_filed(violation_id) and (app_kind() = ''national'' or (app_kind() = ''province'' and violation_bureau(violation_id) = app_org())))'),
    ('blacklist_entries', 'sees_entry(blacklist_entries)'),
    ('blacklist_proposals', 'app_sees_all() or proposer_id = app_org() or (app_kind() = ''province'' and bureau_id = app_org())'),
    ('blacklist_subjects', 'sees_entry(entry_id)'),
    ('blacklist_clauses', 'sees_entry(entry_id)'),
    ('blacklist_names', 'sees_entry(entry_id)'),
    ('takedown_orders', 'sees_order(takedown_orders)'),
    ('takedown_answers', 'app_sees_all() or platform_id = app_org() or (app_kind() = ''province'' and bureau_id = app_org())'),
    ('penalties', 'sees_penalty(penalties)'),
    ('penalty_reasons', 'app_sees_all() or platform_id = app_org() or (app_kind() = ''province'' and bureau_id = app_org())')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() is not null)', rule.name);
    execute format('create policy changes on %I for update using (%s) with check (app_kind() is not null)', rule.name, rule.reads);
    execute format('create policy clears on %I for delete using (%s)', rule.name, rule.reads);
  end loop;
end $$;--> statement-breakpoint

-- A case outside its drafts has a number when the act commits, and keeps it; official numbers too.
create function number_is_given() returns trigger language plpgsql as $$
declare given text;
begin
  execute format('select number from %I where id = $1 and state <> ''draft''', tg_table_name) into given using new.id;
  if found and given is null then raise exception '% without a number', tg_table_name using errcode = 'check_violation'; end if;
  return null;
end $$;--> statement-breakpoint
create function number_stays() returns trigger language plpgsql as $$
begin
  if old.number is not null and new.number is distinct from old.number then raise exception 'a case number stays' using errcode = 'check_violation'; end if;
  return new;
end $$;--> statement-breakpoint
create function official_number_stays() returns trigger language plpgsql as $$
begin
  if old.official_number is not null and new.official_number is distinct from old.official_number then raise exception 'an official number stays' using errcode = 'check_violation'; end if;
  return new;
end $$;--> statement-breakpoint
create trigger official_number_stays before update of official_number on registrations for each row execute function official_number_stays();--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['organizations', 'registrations', 'violations', 'blacklist_entries', 'takedown_orders', 'penalties'] loop
    execute format('create trigger number_stays before update of number on %I for each row execute function number_stays()', name);
    execute format('create constraint trigger number_is_given after insert or update of state, number on %I deferrable initially deferred for each row execute function number_is_given()', name);
  end loop;
end $$;
