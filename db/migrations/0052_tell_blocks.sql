-- A permanent ban blocks the operator: which of these mini-programs and accounts are the same operator's, by its credit code, as another that was
-- banned. Since when, and to whoever may read the ban itself on which platform.
drop function blocked_operators(uuid[]);--> statement-breakpoint
create function bans_of_operators() returns table (operator_id uuid, banned_id uuid, number text, platform_id uuid, since timestamptz) language sql stable security definer set search_path = public, pg_temp as
$$ with owned as (select id, operator_id from mini_programs where operator_id is not null union all select id, operator_id from platform_accounts where operator_id is not null)
  select b.operator_id, b.id, case when sees_penalty(p) or outlines_penalty(p) then p.number end, case when sees_penalty(p) then p.platform_id end, p.starts_at
  from owned b join penalties p on p.target_id = b.id and p.rung = 'P9' and p.state in ('active', 'recorded')
  where app_kind() in ('platform', 'association', 'province', 'national', 'house', 'clock') $$;--> statement-breakpoint
create function blocked_operators(subjects uuid[]) returns table (subject_id uuid, target text, operator_id uuid, operator text, credit_code text, number text, platform_id uuid, since timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$ with owned as (select id, name, operator_id from mini_programs where operator_id is not null union all select id, handle, operator_id from platform_accounts where operator_id is not null)
  select distinct on (t.id) t.id, t.name, o.id, o.name, o.credit_code, b.number, b.platform_id, b.since
  from owned t join bans_of_operators() b on b.operator_id = t.operator_id and b.banned_id <> t.id join operators o on o.id = t.operator_id
  where t.id = any (subjects) order by t.id, b.since $$;--> statement-breakpoint
-- Whether a producer is such an operator: its organization's credit code is the operator's.
create function blocked_organization(organization uuid) returns table (subject_id uuid, target text, operator_id uuid, operator text, credit_code text, number text, platform_id uuid, since timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$ select g.id, g.name, o.id, o.name, o.credit_code, b.number, b.platform_id, b.since
  from organization_details d join organizations g on g.id = d.organization_id join operators o on o.credit_code = d.credit_code and not d.refused
  join bans_of_operators() b on b.operator_id = o.id where g.id = organization order by b.since limit 1 $$;
