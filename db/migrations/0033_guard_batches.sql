-- A platform's own file is its own business until it is confirmed; from then on 总局 reads it whole, a bureau what became its cases.
create function batch_has_rows_of(batch uuid, bureau uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from batch_rows r where r.batch_id = batch and r.bureau_id = bureau) $$;--> statement-breakpoint
create function batch_is_confirmed(batch uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select confirmed_by is not null from batches where id = batch $$;--> statement-breakpoint
create function sees_batch(b batches) returns boolean language sql stable as
$$ select app_kind() in ('house', 'clock') or b.filer_id = app_org() or (b.confirmed_by is not null
  and (app_kind() = 'national' or (app_kind() = 'province' and (b.bureau_id = app_org() or batch_has_rows_of(b.id, app_org()))))) $$;--> statement-breakpoint
create function sees_case_of_batch(subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_batch(b) from batches b where b.id = subject $$;--> statement-breakpoint
create function bureau_of_batch(subject uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select bureau_id from batches where id = subject $$;--> statement-breakpoint

do $$
declare rule record;
begin
  for rule in select * from (values
    ('batches', 'sees_batch(batches)'),
    ('batch_rows', 'app_kind() in (''house'', ''clock'') or filer_id = app_org() or (app_kind() = ''national'' and batch_is_confirmed(batch_id)) or (app_kind() = ''province'' and bureau_id = app_org())'),
    ('batch_references', 'app_sees_all() or filer_id = app_org()')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() is not null)', rule.name);
    execute format('create policy changes on %I for update using (%s) with check (app_kind() is not null)', rule.name, rule.reads);
    execute format('create policy clears on %I for delete using (%s)', rule.name, rule.reads);
  end loop;
end $$;--> statement-breakpoint
create trigger number_stays before update of number on batches for each row execute function number_stays();--> statement-breakpoint
create constraint trigger number_is_given after insert or update of state, number on batches deferrable initially deferred for each row execute function number_is_given();
