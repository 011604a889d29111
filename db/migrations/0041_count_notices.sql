-- Two findings in one notice are one occurrence: a notice is what a platform sent as one file, else a report by itself.
create function notice_of(violation uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce((select r.batch_id from batch_rows r where r.violation_id = violation order by r.batch_id limit 1), violation) $$;--> statement-breakpoint
-- What was recorded counts on the day on which it was seen; what was upheld when it was decided.
create or replace function earlier_findings(report uuid, target uuid, since timestamptz) returns table (violation_id uuid, decided_at timestamptz, number text, recorded boolean)
language sql stable security definer set search_path = public, pg_temp as
$$ select found.id, found.at, (select x.number from violations x where (x.id = found.id or x.root_id = found.id) and sees_violation(x) order by x.root_id nulls first, x.number limit 1), found.recorded
  from (select distinct on (notice_of(o.id)) o.id, o.state = 'recorded' as recorded, told.at
    from violations v
    join violation_subjects mine on mine.violation_id = coalesce(v.root_id, v.id) and target in (mine.drama_id, mine.mini_program_id, mine.account_id) and mine.outcome = 'upheld'
    join violation_subjects s on s.drama_id = target or s.mini_program_id = target or s.account_id = target
    join violations o on o.id = s.violation_id and o.id <> mine.violation_id and ((o.state = 'upheld' and s.outcome = 'upheld') or o.state = 'recorded')
    cross join lateral (select case when o.state = 'recorded' then coalesce(o.seen_on::timestamp at time zone 'Asia/Shanghai', o.opened_at) else s.decided_at end as at) told
    where v.id = report and told.at < mine.decided_at and told.at >= since and notice_of(o.id) <> notice_of(mine.violation_id)
      and sees_violation(v) and (app_sees_all() or (app_kind() = 'province' and v.bureau_id = app_org())
        or (app_kind() = 'platform' and app_org() in (select platforms_concerned(mine.id))))
    order by notice_of(o.id), told.at desc) found
  order by found.at desc $$;
