-- Daily monitoring: CNSA and 总局 read all of it, a bureau the sheets on its own works, a platform what stood for its own works once
-- the seed is out, everybody the published frames and seeds. Seeds are the clock's until then.
create function frame_is_revealed(frame uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select seed is not null from inspection_frames where id = frame $$;--> statement-breakpoint
create function sees_case_of_plan(subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() in ('house', 'clock') or p.organization_id = app_org() or (app_kind() = 'national' and p.state <> 'draft') from inspection_plans p where p.id = subject $$;--> statement-breakpoint
create function sees_case_of_sheet(subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_sees_all() or s.organization_id = app_org() or (app_kind() = 'province' and s.bureau_id = app_org()) from inspection_sheets s where s.id = subject $$;--> statement-breakpoint
create function bureau_of_sheet(subject uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select bureau_id from inspection_sheets where id = subject $$;--> statement-breakpoint

do $$
declare rule record;
begin
  for rule in select * from (values
    ('inspection_plans', 'app_kind() in (''house'', ''clock'') or organization_id = app_org() or (app_kind() = ''national'' and state <> ''draft'')'),
    ('inspection_frames', 'app_kind() is not null'),
    ('inspection_seeds', 'app_kind() in (''house'', ''clock'')'),
    ('inspection_items', 'app_sees_all() or app_kind() = ''association'' or (app_kind() = ''platform'' and platform_id = app_org() and frame_is_revealed(frame_id))'),
    ('inspection_sheets', 'app_sees_all() or organization_id = app_org() or (app_kind() = ''province'' and bureau_id = app_org())'),
    ('inspection_findings', 'sees_case_of_sheet(sheet_id)'),
    ('inspection_pictures', 'sees_case_of_sheet(sheet_id)'),
    ('takedown_sightings', 'app_sees_all() or app_kind() = ''association'' or platform_id = app_org() or (app_kind() = ''province'' and bureau_id = app_org())')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() is not null)', rule.name);
    execute format('create policy changes on %I for update using (%s) with check (app_kind() is not null)', rule.name, rule.reads);
    execute format('create policy clears on %I for delete using (%s)', rule.name, rule.reads);
  end loop;
end $$;--> statement-breakpoint

-- What was published of a day stays as it was; only the seed is added.
create function frame_stays() returns trigger language plpgsql as $$
begin
  if (old.plan_id, old.day, old.item_count, old.sample_size, old.content, old.sha256, old.seed_sha256, old.frozen_at)
    is distinct from (new.plan_id, new.day, new.item_count, new.sample_size, new.content, new.sha256, new.seed_sha256, new.frozen_at)
    or (old.seed is not null and new.seed is distinct from old.seed) then
    raise exception 'a frame stays as it was published' using errcode = 'check_violation'; end if;
  return new;
end $$;--> statement-breakpoint
create trigger frame_stays before update on inspection_frames for each row execute function frame_stays();--> statement-breakpoint
alter policy changes on inspection_frames using (app_kind() in ('house', 'clock')) with check (app_kind() in ('house', 'clock'));--> statement-breakpoint
alter policy clears on inspection_frames using (false);--> statement-breakpoint
alter policy writes on inspection_frames with check (app_kind() in ('house', 'clock'));--> statement-breakpoint
alter policy writes on inspection_items with check (app_kind() in ('house', 'clock'));--> statement-breakpoint
alter policy changes on inspection_items using (false);--> statement-breakpoint
alter policy clears on inspection_items using (false);--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['inspection_plans', 'inspection_sheets'] loop
    execute format('create trigger number_stays before update of number on %I for each row execute function number_stays()', name);
    execute format('create constraint trigger number_is_given after insert or update of state, number on %I deferrable initially deferred for each row execute function number_is_given()', name);
  end loop;
end $$;--> statement-breakpoint

-- A platform where the work was seen again has not answered anew, and the work is not dark there.
drop function board_counts(uuid);--> statement-breakpoint
create function board_counts(entry uuid) returns table (orders bigint, answered bigint, removed bigint, absent bigint, reappeared bigint) language sql stable security definer set search_path = public, pg_temp as
$$ select count(*), count(*) filter (where state not in ('issued', 'objected', 'reappeared')), count(*) filter (where state = 'removed'), count(*) filter (where state = 'absent'),
  count(*) filter (where state = 'reappeared') from takedown_orders where entry_id = entry and state <> 'withdrawn' and sees_entry(entry) $$;
