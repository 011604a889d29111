-- What policies and the record ask across their tables is answered to whoever may know: of one's own organization, of a case that one sees, or to
-- the house. Before a session there is the house alone: it looks up who signs in and whose address is taken.
create or replace function violation_concerns(violation uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (creator = app_org() or app_sees_all()) and exists (
  select from violation_subjects s
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  where s.violation_id = violation and s.outcome = 'upheld'
    and creator in (d.producer_id, organization_of_operator(m.operator_id), organization_of_operator(a.operator_id))) $$;--> statement-breakpoint
create or replace function subject_concerns(subject uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (creator = app_org() or app_sees_all()) and exists (
  select from violation_subjects s
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  where s.id = subject and s.outcome = 'upheld'
    and creator in (d.producer_id, organization_of_operator(m.operator_id), organization_of_operator(a.operator_id))) $$;--> statement-breakpoint
create or replace function work_concerns(violation uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (creator = app_org() or app_sees_all())
  and exists (select from violation_subjects s join dramas d on d.id = s.drama_id where s.violation_id = violation and s.outcome = 'upheld' and d.producer_id = creator) $$;--> statement-breakpoint
create or replace function entry_concerns(entry uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (creator = app_org() or app_sees_all()) and exists (
  select from blacklist_subjects s left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id
  where s.entry_id = entry and creator in (d.producer_id, organization_of_operator(m.operator_id))) $$;--> statement-breakpoint
create or replace function penalty_concerns(kind text, target uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (creator = app_org() or app_sees_all()) and case kind
  when 'account' then exists (select from platform_accounts a where a.id = target and organization_of_operator(a.operator_id) = creator)
  when 'mini_program' then exists (select from mini_programs m where m.id = target and organization_of_operator(m.operator_id) = creator)
  else exists (select from dramas d where d.id = target and d.producer_id = creator) end $$;--> statement-breakpoint
create or replace function drama_in_case_of(drama uuid, bureau uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (bureau = app_org() or app_sees_all()) and (
  exists (select from violation_subjects s join violations v on v.id = s.violation_id where s.drama_id = drama and v.bureau_id = bureau and v.state <> 'draft')
  or exists (select from blacklist_subjects b join blacklist_entries e on e.id = b.entry_id where b.drama_id = drama and e.bureau_id = bureau)) $$;--> statement-breakpoint
create or replace function batch_has_rows_of(batch uuid, bureau uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (bureau = app_org() or app_sees_all()) and exists (select from batch_rows r where r.batch_id = batch and r.bureau_id = bureau) $$;--> statement-breakpoint

-- Among the platforms that a finding concerns stands the one that reported it.
create or replace function platforms_concerned(subject uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$ select c.platform from (
    select a.platform_id from violation_subjects s join platform_accounts a on a.id = s.account_id where s.id = subject
    union select m.platform_id from violation_subjects s join mini_programs m on m.id = s.mini_program_id where s.id = subject
    union select p.platform_id from violation_subjects s join placements p on p.drama_id = s.drama_id where s.id = subject
    union select f.filer_id from violation_subjects s join violations v on s.violation_id in (v.id, v.root_id) join violation_filings f on f.violation_id = v.id
      join organizations o on o.id = f.filer_id and o.kind = 'platform' where s.id = subject and s.kind = 'drama' and s.stage = 'after_airing') c (platform)
  where c.platform = app_org() or app_sees_all()
    or (app_kind() = 'province' and exists (select from violation_subjects s where s.id = subject and violation_bureau(s.violation_id) = app_org())) $$;--> statement-breakpoint
create or replace function violation_reaches(violation uuid, platform uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (platform = app_org() or app_sees_all())
  and exists (select from violation_subjects s where s.violation_id = violation and s.outcome = 'upheld' and platform in (select platforms_concerned(s.id))) $$;--> statement-breakpoint
create or replace function drama_is_upheld_at(drama uuid, platform uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (platform = app_org() or app_sees_all()) and exists (select from violation_subjects s join violations v on v.id = s.violation_id
  where s.drama_id = drama and s.outcome = 'upheld' and v.state = 'upheld' and platform in (select platforms_concerned(s.id))) $$;--> statement-breakpoint
create or replace function drama_is_upheld(drama uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (app_kind() = 'association' or app_sees_all())
  and exists (select from violation_subjects s join violations v on v.id = s.violation_id where s.drama_id = drama and s.outcome = 'upheld' and v.state = 'upheld') $$;--> statement-breakpoint
create or replace function rectification_on(subject uuid) returns table (id uuid, state text) language sql stable security definer set search_path = public, pg_temp as
$$ select r.id, r.state from rectifications r where r.violation_subject_id = subject and r.state <> 'ended'
  and (app_sees_all() or (app_kind() in ('platform', 'province') and sees_violation(r.violation_id))) $$;--> statement-breakpoint
create or replace function subject_to_mend(subject uuid) returns table (violation_id uuid, kind text, target_id uuid, name text, platform_id uuid, owner_id uuid, severity int, bureau_id uuid, codes text[])
language sql stable security definer set search_path = public, pg_temp as
$$ select s.violation_id, s.kind, coalesce(s.drama_id, s.mini_program_id, s.account_id), coalesce(d.title, m.name, a.handle), coalesce(m.platform_id, a.platform_id), o.id, s.severity, v.bureau_id,
    array(select c.code from violation_clauses c where c.subject_id = s.id and c.upheld = 'yes' order by c.code)
  from violation_subjects s join violations v on v.id = s.violation_id
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  left join organizations o on o.id = coalesce(d.producer_id, organization_of_operator(coalesce(m.operator_id, a.operator_id))) and o.kind = 'creator' and o.state = 'accepted'
  where s.id = subject and s.outcome = 'upheld' and v.state = 'upheld' and (app_sees_all() or (app_kind() in ('platform', 'province') and sees_violation(v))) $$;--> statement-breakpoint
create or replace function board_is_open(entry uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select bool_and(order_is_told(o)) from takedown_orders o where o.entry_id = entry and not is_later(o) and sees_entry(entry) $$;--> statement-breakpoint
create or replace function is_later(o takedown_orders) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(o.opened_at > e.listed_at, false) from blacklist_entries e where e.id = o.entry_id and app_kind() is not null $$;--> statement-breakpoint
create or replace function batch_is_confirmed(batch uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select confirmed_by is not null from batches b where id = batch and sees_batch(b) $$;--> statement-breakpoint
create or replace function campaign_is_public(campaign uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() is not null and exists (select from campaigns where id = campaign and state not in ('draft', 'withdrawn')) $$;--> statement-breakpoint
create or replace function frame_is_revealed(frame uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select seed is not null from inspection_frames where id = frame and app_kind() is not null $$;--> statement-breakpoint
create or replace function mini_program_was_listed(program uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() is not null
  and exists (select from blacklist_subjects s join blacklist_entries e on e.id = s.entry_id where s.mini_program_id = program and e.state in ('listed', 'lifted')) $$;--> statement-breakpoint
create or replace function announcement_issuer(announcement uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select issuer_id from announcements where id = announcement and (state = 'published' or issuer_id = app_org() or app_sees_all()) and app_kind() is not null $$;--> statement-breakpoint
create or replace function rectification_turn(rectification uuid) returns int language sql stable security definer set search_path = public, pg_temp as
$$ select turn from rectifications where id = rectification and app_kind() is not null $$;--> statement-breakpoint
create or replace function bureau_of_rectification(subject uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select bureau_id from rectifications where id = subject and app_kind() is not null $$;--> statement-breakpoint
create or replace function notice_of(violation uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce((select r.batch_id from batch_rows r where r.violation_id = violation order by r.batch_id limit 1), violation) where app_kind() is not null $$;--> statement-breakpoint
create or replace function credit_code_is_taken(typed text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() is not null and exists (select from organization_details d where d.credit_code = typed and not d.refused) $$;--> statement-breakpoint
create or replace function organization_name_is_taken(of_kind text, typed text, except_id uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() is not null and exists (select from organizations o where o.kind = of_kind and o.state <> 'refused' and o.id is distinct from except_id
  and bare_name(typed) in (bare_name(o.name), bare_name(o.short_name))) $$;--> statement-breakpoint

create or replace function email_is_taken(address text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() in ('house', 'clock') and exists (select from members where lower(email) = lower(address) and state = 'active') $$;--> statement-breakpoint
create or replace function credentials_of(address text) returns table (member_id uuid, password_hash text) language sql stable security definer set search_path = public, pg_temp as
$$ select m.id, s.password_hash from members m join member_secrets s on s.member_id = m.id
  where lower(m.email) = lower(address) and m.state = 'active' and app_kind() in ('house', 'clock') $$;--> statement-breakpoint
create or replace function close_password_resets(member uuid) returns void language sql volatile security definer set search_path = public, pg_temp as
$$ update password_resets set used_at = app_now() where member_id = member and used_at is null and app_kind() in ('house', 'clock') $$;--> statement-breakpoint
create or replace function demonstration_mails() returns setof mails language sql stable security definer set search_path = public, pg_temp as
$$ select * from mails where exists (select from organizations where demonstration) and app_kind() is not null order by queued_at desc, id desc limit 100 $$;--> statement-breakpoint
-- Whoever holds a session's id is told who its member is; of a member named, the house alone.
alter function member_claim(uuid) rename to claim_behind;--> statement-breakpoint
create function member_claim(member uuid) returns table (member_id uuid, organization_id uuid, kind text, name text, email text, duties text[], organization_name text, organization_short_name text, organization_name_en text, organization_state text, locale text, version int)
language sql stable security definer set search_path = public, pg_temp as
$$ select c.* from claim_behind(member) c where app_kind() in ('house', 'clock') $$;--> statement-breakpoint
create or replace function session_claim(sid text) returns table (member_id uuid, organization_id uuid, kind text, name text, email text, duties text[], organization_name text, organization_short_name text, organization_name_en text, organization_state text, locale text, version int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held sessions; claim record;
begin
  select * into held from sessions where sid_hash = sid and ended_at is null;
  if not found then return; end if;
  select * into claim from claim_behind(held.member_id);
  if not found then return; end if;
  if held.seen_at < app_now() - (case when claim.kind = 'creator' then interval '24 hours' else interval '30 minutes' end)
    or held.signed_in_at < app_now() - (case when claim.kind = 'creator' then interval '7 days' else interval '12 hours' end) then return; end if;
  if held.seen_at < app_now() - interval '1 minute' then update sessions set seen_at = app_now() where sid_hash = sid; end if;
  return query select c.* from claim_behind(held.member_id) c;
end $$;--> statement-breakpoint

-- These answer other functions alone: the app's role may not call them.
do $$
declare name text;
begin
  foreach name in array array['claim_behind(uuid)', 'announcement_is_public(uuid)', 'answer_of(text, text, uuid)', 'bans_of_operators()', 'bureau_answered(text, uuid)', 'bureau_of_batch(uuid)',
    'bureau_of_biweekly(uuid)', 'bureau_of_consultation(uuid)', 'bureau_of_guidance(uuid)', 'bureau_of_sheet(uuid)', 'is_filed(uuid)', 'organization_of_operator(uuid)', 'violation_bureau(uuid)',
    'sees_case_of_batch(uuid)', 'sees_case_of_biweekly(uuid)', 'sees_case_of_campaign(uuid)', 'sees_case_of_consultation(uuid)', 'sees_case_of_plan(uuid)', 'sees_case_of_rectification(uuid)',
    'sees_case_of_statement(uuid)'] loop
    execute format('revoke execute on function %s from public', name);
    execute format('comment on function %s is %L', name, 'within');
  end loop;
end $$;
