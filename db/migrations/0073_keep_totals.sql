CREATE TABLE "total_changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "total_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"measure" text NOT NULL,
	"week" date NOT NULL,
	"bureau_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"part" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "total_change_known" CHECK ("total_changes"."measure" in ('found', 'found_group', 'measured', 'rectified', 'refused', 'order', 'dark', 'registration', 'entry', 'sheet'))
);
--> statement-breakpoint
CREATE TABLE "totals" (
	"measure" text NOT NULL,
	"week" date NOT NULL,
	"bureau_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"part" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "totals_measure_week_bureau_id_owner_id_part_pk" PRIMARY KEY("measure","week","bureau_id","owner_id","part"),
	CONSTRAINT "total_known" CHECK ("totals"."measure" in ('found', 'found_group', 'measured', 'rectified', 'refused', 'order', 'dark', 'registration', 'entry', 'sheet'))
);
--> statement-breakpoint
CREATE INDEX "totals_of_owner" ON "totals" USING btree ("owner_id","measure","week");--> statement-breakpoint
CREATE INDEX "totals_of_bureau" ON "totals" USING btree ("bureau_id","measure","week");--> statement-breakpoint
CREATE INDEX "orders_open" ON "takedown_orders" USING btree ("due_at") WHERE "takedown_orders"."state" in ('issued', 'objected', 'reappeared');--> statement-breakpoint
-- Kept totals: read like the facts and cases that they count; written by triggers and by the fold alone, as their owner.
do $$
declare name text;
begin
  foreach name in array array['totals', 'total_changes'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy reads on %I for select using (app_sees_all() or owner_id = app_org() or (app_kind() = ''province'' and bureau_id = app_org()))', name);
    execute format('create policy acts_insert on %I as restrictive for insert with check (app_kind() = any (''{house,clock}''::text[]))', name);
    execute format('create policy acts_update on %I as restrictive for update using (true) with check (app_kind() = any (''{house,clock}''::text[]))', name);
    execute format('create policy acts_delete on %I as restrictive for delete using (app_kind() = any (''{house,clock}''::text[]))', name);
  end loop;
end $$;--> statement-breakpoint
-- What a statement adds to the totals and takes from them is a row for each part, written by the statement's own act: no act waits for
-- another's, as it would for one row to count in.
do $$
declare
  rule record;
  keys constant text := 'measure, week, bureau_id, owner_id, part';
  come text;
  gone text;
begin
  for rule in select * from (values
    ('facts', $q$select c.measure, date_trunc('week', r.counts_at at time zone 'Asia/Shanghai')::date, r.bureau_id, r.owner_id, c.part from %I r
      cross join lateral (
        select 'found' as measure, r.standing as part where r.what = 'found'
        union all select 'found_group', r.standing || ':' || g from unnest(r.groups) g where r.what = 'found'
        union all select 'measured', r.standing || ':' || r.rung where r.what = 'measured'
        union all select r.what, '' where r.what in ('rectified', 'refused')) c
      where r.voided_by is null$q$),
    ('takedown_orders', $q$select c.measure, date_trunc('week', r.opened_at at time zone 'Asia/Shanghai')::date, r.bureau_id, r.platform_id, c.part from %I r
      cross join lateral (
        select 'order' as measure, r.state as part
        union all select 'dark', floor(extract(epoch from r.removed_at - r.opened_at) / 60)::int::text where r.state = 'removed' and r.reappeared_at is null) c$q$),
    ('registrations', $q$select 'registration', date_trunc('week', r.submitted_at at time zone 'Asia/Shanghai')::date, r.bureau_id,
      coalesce(r.issuer_id, r.creator_id, r.bureau_id), r.class || ':' || r.state from %I r where r.submitted_at is not null and r.state <> 'draft' and r.class is not null$q$),
    ('blacklist_entries', $q$select 'entry', date_trunc('week', (case when r.state = 'listed' then coalesce(r.listed_at, r.opened_at) else r.opened_at end) at time zone 'Asia/Shanghai')::date,
      r.bureau_id, r.bureau_id, r.state from %I r$q$),
    ('inspection_sheets', $q$select 'sheet', date_trunc('week', r.drawn_on::timestamp)::date, r.bureau_id, r.organization_id, r.platform_id || ':' || r.state from %I r$q$)
  ) as rules (name, counted) loop
    come := format('select * from (%s) as come (%s)', format(rule.counted, 'new_rows'), keys);
    gone := format('select * from (%s) as gone (%s)', format(rule.counted, 'old_rows'), keys);
    execute format($f$create function count_%1$s() returns trigger language plpgsql security definer set search_path = public, pg_temp as $b$
      begin
        if tg_op = 'INSERT' then
          insert into total_changes (%2$s, n) select %2$s, count(*) from (%3$s) as moved group by %2$s;
        elsif tg_op = 'DELETE' then
          insert into total_changes (%2$s, n) select %2$s, -count(*) from (%4$s) as moved group by %2$s;
        else
          insert into total_changes (%2$s, n) select %2$s, sum(n) from (select *, 1 as n from (%3$s) as come union all select *, -1 from (%4$s) as gone) as moved
            group by %2$s having sum(n) <> 0;
        end if;
        return null;
      end $b$ $f$, rule.name, keys, come, gone);
    execute format('create trigger count_inserted after insert on %1$I referencing new table as new_rows for each statement execute function count_%1$s()', rule.name);
    execute format('create trigger count_updated after update on %1$I referencing old table as old_rows new table as new_rows for each statement execute function count_%1$s()', rule.name);
    execute format('create trigger count_deleted after delete on %1$I referencing old table as old_rows for each statement execute function count_%1$s()', rule.name);
    execute format('insert into totals (%1$s, n) select %1$s, count(*) from (%2$s) as counted (%1$s) group by %1$s', keys, format(rule.counted, rule.name));
  end loop;
end $$;--> statement-breakpoint
-- Folds the changes into the totals; a reader adds what is not folded yet, in one statement, and so sees each of them once.
create function fold_totals(most int) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare folded int;
begin
  if app_kind() is null or app_kind() not in ('house', 'clock') then return 0; end if;
  perform pg_advisory_xact_lock(hashtext('totals'));
  with gone as (
    delete from total_changes where seq in (select seq from total_changes order by seq limit most) returning *
  ), summed as (
    select measure, week, bureau_id, owner_id, part, sum(n)::int as n, count(*)::int as changes from gone group by measure, week, bureau_id, owner_id, part
  ), put as (
    insert into totals (measure, week, bureau_id, owner_id, part, n) select measure, week, bureau_id, owner_id, part, n from summed
      on conflict (measure, week, bureau_id, owner_id, part) do update set n = totals.n + excluded.n
  )
  select coalesce(sum(changes), 0) into folded from summed;
  return folded;
end $$;
