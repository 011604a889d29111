-- What was upheld against accounts in these reports: of a merged one, what was upheld in its root, whose outcome is everyone's.
create function account_rulings(reports uuid[]) returns table (violation_id uuid, account_id uuid, decided_at timestamptz, codes text[])
language sql stable security definer set search_path = public, pg_temp as
$$ select v.id, s.account_id, s.decided_at, array_agg(c.code order by c.code)
  from violations v
  join violation_subjects s on s.violation_id = coalesce(v.root_id, v.id) and s.account_id is not null and s.outcome = 'upheld'
  join violation_clauses c on c.subject_id = s.id and c.upheld = 'yes'
  where v.id = any (reports) and v.outcome = 'upheld' and v.state in ('upheld', 'merged') and app_kind() <> 'creator' and sees_violation(v)
  group by v.id, s.id $$;--> statement-breakpoint
-- Other reports upheld against the same account before this one was. They may be another filer's, which the account's own platform
-- may not read: it learns when, and only of its own reports which. Answers to that platform and to the regulators of the report.
create function earlier_upheld(report uuid, account uuid, since timestamptz) returns table (decided_at timestamptz, number text)
language sql stable security definer set search_path = public, pg_temp as
$$ select s.decided_at, (select x.number from violations x where (x.id = o.id or x.root_id = o.id) and sees_violation(x) order by x.root_id nulls first, x.number limit 1)
  from violations v
  join violation_subjects mine on mine.violation_id = coalesce(v.root_id, v.id) and mine.account_id = account and mine.outcome = 'upheld'
  join violation_subjects s on s.account_id = account and s.outcome = 'upheld' and s.decided_at < mine.decided_at and s.decided_at >= since
  join violations o on o.id = s.violation_id and o.id <> mine.violation_id and o.state = 'upheld'
  where v.id = report and sees_violation(v) and (app_sees_all() or (app_kind() = 'province' and v.bureau_id = app_org())
    or (app_kind() = 'platform' and exists (select from platform_accounts a where a.id = account and a.platform_id = app_org())))
  order by s.decided_at desc $$;
