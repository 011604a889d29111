-- An operator is whoever holds its credit code. What no act wrote until now pointed at organizations; from here on a creator's are those of its own code.
create function organization_of_operator(operator uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select d.organization_id from operators o join organization_details d on d.credit_code = o.credit_code and not d.refused where o.id = operator $$;--> statement-breakpoint
create function own_operator() returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select o.id from organization_details d join operators o on o.credit_code = d.credit_code where app_kind() = 'creator' and d.organization_id = app_org() and not d.refused $$;--> statement-breakpoint
create or replace function violation_concerns(violation uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (
  select from violation_subjects s
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  where s.violation_id = violation and s.outcome = 'upheld'
    and creator in (d.producer_id, organization_of_operator(m.operator_id), organization_of_operator(a.operator_id))) $$;--> statement-breakpoint
create or replace function subject_concerns(subject uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (
  select from violation_subjects s
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  where s.id = subject and s.outcome = 'upheld'
    and creator in (d.producer_id, organization_of_operator(m.operator_id), organization_of_operator(a.operator_id))) $$;--> statement-breakpoint
create or replace function penalty_concerns(kind text, target uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select case kind when 'account' then exists (select from platform_accounts a where a.id = target and organization_of_operator(a.operator_id) = creator)
  when 'mini_program' then exists (select from mini_programs m where m.id = target and organization_of_operator(m.operator_id) = creator)
  else exists (select from dramas d where d.id = target and d.producer_id = creator) end $$;--> statement-breakpoint
create or replace function subject_to_mend(subject uuid) returns table (violation_id uuid, kind text, target_id uuid, name text, platform_id uuid, owner_id uuid, severity int, bureau_id uuid, codes text[])
language sql stable security definer set search_path = public, pg_temp as
$$ select s.violation_id, s.kind, coalesce(s.drama_id, s.mini_program_id, s.account_id), coalesce(d.title, m.name, a.handle), coalesce(m.platform_id, a.platform_id), o.id, s.severity, v.bureau_id,
    array(select c.code from violation_clauses c where c.subject_id = s.id and c.upheld = 'yes' order by c.code)
  from violation_subjects s join violations v on v.id = s.violation_id
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  left join organizations o on o.id = coalesce(d.producer_id, organization_of_operator(coalesce(m.operator_id, a.operator_id))) and o.kind = 'creator' and o.state = 'accepted'
  where s.id = subject and s.outcome = 'upheld' and v.state = 'upheld'
    and (app_sees_all() or app_kind() = 'platform' or (app_kind() = 'province' and v.bureau_id = app_org())) $$;--> statement-breakpoint
create or replace function blocked_operators(subjects uuid[]) returns table (target text, operator_id uuid, operator text, number text) language sql stable security definer set search_path = public, pg_temp
as $$ with owned as (select id, name, operator_id from mini_programs where operator_id is not null union all select id, handle, operator_id from platform_accounts where operator_id is not null)
  select distinct on (t.id) t.name, t.operator_id, o.name, case when sees_penalty(p) or outlines_penalty(p) then p.number end
  from owned t join owned b on b.operator_id = t.operator_id and b.id <> t.id
  join penalties p on p.target_id = b.id and p.rung = 'P9' and p.state in ('active', 'recorded')
  join operators o on o.id = t.operator_id
  where t.id = any (subjects) and app_kind() in ('platform', 'association', 'province', 'national', 'house', 'clock')
  order by t.id, p.opened_at $$;--> statement-breakpoint

-- Statements are read by the platform that made them and by regulators; other platforms and CNSA read the operator and its code alone.
create function sees_case_of_statement(subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_sees_all() or app_kind() = 'province' or (app_kind() = 'platform' and platform_id = app_org()) from subject_statements where id = subject $$;--> statement-breakpoint
-- A tie by the credit code is open to all who read subjects; one by payee or telephone number to regulators, and to a platform between its own.
create function opens_tie(t subject_ties) returns boolean language sql stable as
$$ select app_kind() in ('house', 'clock', 'national', 'province') or (t.tie = 'operator' and app_kind() in ('platform', 'association'))
  or (app_kind() = 'platform' and t.platform_id = app_org()) $$;--> statement-breakpoint
-- Everything that is tied to a subject, over however many steps, nearest first, at most so many subjects. Equal knots are one tie; what ties them is told by no row.
create function tied_subjects(start uuid, most int) returns table (subject_id uuid, tie text, knot int) language sql stable security definer set search_path = public, pg_temp as
$$ with recursive reached (subject_id) as (
    select start
    union
    select other.subject_id from reached r
    join subject_ties mine on mine.subject_id = r.subject_id and opens_tie(mine)
    join subject_ties other on other.tie = mine.tie and other.key = mine.key and opens_tie(other)
  ), near as (select r.subject_id from reached r limit most)
  select n.subject_id, t.tie, dense_rank() over (order by t.tie, t.key)::int from near n join subject_ties t on t.subject_id = n.subject_id and opens_tie(t) $$;--> statement-breakpoint

do $$
declare rule record;
begin
  for rule in select * from (values
    ('operators', 'app_sees_all() or app_kind() in (''platform'', ''association'', ''province'') or id = (select own_operator())'),
    ('subject_names', 'app_sees_all() or app_kind() in (''association'', ''province'') or (app_kind() = ''platform'' and platform_id = app_org())'),
    ('subject_statements', 'app_sees_all() or app_kind() = ''province'' or (app_kind() = ''platform'' and platform_id = app_org())'),
    ('subject_ties', 'app_kind() in (''house'', ''clock'') or (app_kind() = ''platform'' and platform_id = app_org())')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() is not null)', rule.name);
    execute format('create policy changes on %I for update using (%s) with check (app_kind() is not null)', rule.name, rule.reads);
    execute format('create policy clears on %I for delete using (%s)', rule.name, rule.reads);
    execute format('create policy acts_insert on %I as restrictive for insert with check (app_kind() = any (%L::text[]))', rule.name, '{house,clock,platform}');
    execute format('create policy acts_update on %I as restrictive for update using (true) with check (app_kind() = any (%L::text[]))', rule.name, '{house,clock,platform}');
    execute format('create policy acts_delete on %I as restrictive for delete using (app_kind() = any (%L::text[]))', rule.name, '{house,clock,platform}');
  end loop;
  for rule in select * from (values ('mini_programs'), ('platform_accounts')) as rules (name) loop
    execute format('alter policy reads on %I using (app_sees_all() or app_kind() in (''platform'', ''association'', ''province'') or operator_id = (select own_operator()))', rule.name);
    execute format('alter policy changes on %I using (app_sees_all() or app_kind() in (''platform'', ''association'', ''province'') or operator_id = (select own_operator()))', rule.name);
    execute format('alter policy clears on %I using (app_sees_all() or app_kind() in (''platform'', ''association'', ''province'') or operator_id = (select own_operator()))', rule.name);
  end loop;
end $$;
