-- What was recorded counts for a repetition on the day on which it was seen, also while its bureau reviews it: it counts on until it is dismissed,
-- withdrawn or merged. Upheld, it counts by its decision; for what was decided before that, on its own day as before.
create or replace function earlier_findings(report uuid, target uuid, since timestamptz, as_recorded boolean) returns table (violation_id uuid, decided_at timestamptz, number text, recorded boolean)
language sql stable security definer set search_path = public, pg_temp as
$$ select found.id, found.at, (select x.number from violations x where (x.id = found.id or x.root_id = found.id) and sees_violation(x) order by x.root_id nulls first, x.number limit 1), found.recorded
  from (select distinct on (notice_of(o.id)) o.id, was.recorded, told.at
    from violations v
    join violation_subjects mine on mine.violation_id = case when as_recorded then v.id else coalesce(v.root_id, v.id) end and target in (mine.drama_id, mine.mini_program_id, mine.account_id)
      and case when as_recorded then exists (select from penalties p where p.violation_id = mine.violation_id and p.target_id = target and p.rung is not null) else mine.outcome = 'upheld' end
    join violation_subjects s on s.drama_id = target or s.mini_program_id = target or s.account_id = target
    join violations o on o.id = s.violation_id and o.id <> mine.violation_id
    cross join lateral (select o.state = 'recorded' or (case when o.state = 'filed' then true else o.state = 'upheld' and (as_recorded or s.decided_at >= mine.decided_at) end
      and exists (select from events e where e.subject_id = o.id and e.name = 'violation.recorded')) as recorded) was
    cross join lateral (select case when was.recorded then coalesce(o.seen_on::timestamp at time zone 'Asia/Shanghai', o.opened_at) else s.decided_at end as at) told
    where v.id = report and ((o.state = 'upheld' and s.outcome = 'upheld') or (o.state in ('recorded', 'filed') and was.recorded))
      and told.at < case when as_recorded then v.seen_on::timestamp at time zone 'Asia/Shanghai' else mine.decided_at end
      and told.at >= since and notice_of(o.id) <> notice_of(mine.violation_id)
      and sees_violation(v) and (app_sees_all() or (app_kind() = 'province' and v.bureau_id = app_org())
        or (app_kind() = 'platform' and (app_org() in (select platforms_concerned(mine.id))
          or (as_recorded and exists (select from violation_filings f where f.violation_id = mine.violation_id and f.filer_id = app_org())))))
    order by notice_of(o.id), told.at desc) found
  order by found.at desc $$;
