-- A row of penalties names the platform and the report, so it is read by its platform, the bureau of its report and 总局 alone; so are its events.
create or replace function sees_penalty(p penalties) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() = 'province' and p.bureau_id = app_org()) or (app_kind() = 'platform' and p.platform_id = app_org()) $$;--> statement-breakpoint
-- Other platforms, CNSA and whoever holds what was penalized read an outline; what is due, and what was spared, is no business of theirs.
create function outlines_penalty(p penalties) returns boolean language sql stable as
$$ select p.state not in ('due', 'spared') and ((app_kind() = 'platform' and p.platform_id <> app_org()) or app_kind() = 'association'
  or (app_kind() = 'creator' and penalty_concerns(p.target_kind, p.target_id, app_org()))) $$;--> statement-breakpoint
-- The owner's view, which passes by the rows' policies and says itself whose it shows: exactly the columns that are shared, none that tells the platform or the report.
create view penalty_outlines with (security_barrier) as
  select id, number, opened_at, target_kind, target_name, episode, clauses, rung, parameter,
    state in ('active', 'acknowledged') or (state = 'recorded' and (ends_at is null or ends_at > now())) as runs, starts_at, ends_at, ended_at
  from penalties p where outlines_penalty(p);--> statement-breakpoint
create or replace function blocked_operators(subjects uuid[]) returns table (target text, operator_id uuid, operator text, number text) language sql stable security definer set search_path = public, pg_temp as
$$ with owned as (select id, name, operator_id from mini_programs where operator_id is not null union all select id, handle, operator_id from platform_accounts where operator_id is not null)
  select distinct on (t.id) t.name, t.operator_id, o.name, case when sees_penalty(p) or outlines_penalty(p) then p.number end
  from owned t join owned b on b.operator_id = t.operator_id and b.id <> t.id
  join penalties p on p.target_id = b.id and p.rung = 'P9' and p.state in ('active', 'recorded')
  join organizations o on o.id = t.operator_id
  where t.id = any (subjects) and app_kind() in ('platform', 'association', 'province', 'national', 'house', 'clock')
  order by t.id, p.opened_at $$;
