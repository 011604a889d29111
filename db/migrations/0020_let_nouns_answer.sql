-- Each noun answers for its own cases: a later noun brings `sees_case_of_<noun>(uuid)` and `bureau_of_<noun>(uuid)` along, and these two need not be written anew.
create function answer_of(question text, noun text, subject uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare given boolean;
begin
  if to_regprocedure(format('%I(uuid)', question || noun)) is null then return null; end if;
  execute format('select %I($1)', question || noun) into given using subject;
  return given;
end $$;--> statement-breakpoint
create function bureau_answered(noun text, subject uuid) returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare given uuid;
begin
  if to_regprocedure(format('%I(uuid)', 'bureau_of_' || noun)) is null then return null; end if;
  execute format('select %I($1)', 'bureau_of_' || noun) into given using subject;
  return given;
end $$;--> statement-breakpoint
create or replace function sees_case(noun text, subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select case noun
  when 'violation' then sees_violation(subject)
  when 'registration' then (select sees_registration(r) from registrations r where r.id = subject)
  when 'blacklist' then sees_entry(subject)
  when 'takedown' then sees_order(subject)
  when 'penalty' then (select sees_penalty(p) from penalties p where p.id = subject)
  when 'organization' then (select app_sees_all() or o.id = app_org() or o.bureau_id = app_org() from organizations o where o.id = subject)
  when 'member' then app_kind() = 'house' or (select m.organization_id = app_org() from members m where m.id = subject)
  when 'invitation' then app_kind() = 'house' or (select app_org() in (i.organization_id, i.invited_from_id) from invitations i where i.id = subject)
  else app_kind() = 'house' or coalesce(answer_of('sees_case_of_', noun, subject), false) end $$;--> statement-breakpoint
create or replace function regulates(noun text, subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_sees_all() or (app_kind() = 'province' and app_org() = case noun
  when 'violation' then violation_bureau(subject)
  when 'registration' then (select bureau_id from registrations where id = subject)
  when 'blacklist' then (select bureau_id from blacklist_entries where id = subject)
  when 'takedown' then (select bureau_id from takedown_orders where id = subject)
  when 'penalty' then (select bureau_id from penalties where id = subject)
  when 'organization' then (select bureau_id from organizations where id = subject)
  else bureau_answered(noun, subject) end) $$;
