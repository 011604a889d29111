-- 双周报: whose report it is, for which period and whether it came in is public once it is signed or waived; what it says is for the filer, its bureau and 总局.
create function sees_report(r biweekly_reports) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() = 'platform' and r.filer_id = app_org()) or (app_kind() = 'province' and r.bureau_id = app_org())
  or (app_kind() is not null and r.state in ('signed', 'superseded', 'waived')) $$;--> statement-breakpoint
create function reads_report(report uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_sees_all() or exists (select from biweekly_reports r where r.id = report
  and ((app_kind() = 'platform' and r.filer_id = app_org()) or (app_kind() = 'province' and r.bureau_id = app_org()))) $$;--> statement-breakpoint
create function sees_case_of_biweekly(report uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_report(r) from biweekly_reports r where r.id = report $$;--> statement-breakpoint
create function bureau_of_biweekly(report uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select bureau_id from biweekly_reports where id = report $$;--> statement-breakpoint
do $$
declare rule record;
begin
  for rule in select * from (values
    ('biweekly_reports', 'sees_report(biweekly_reports)'),
    ('biweekly_contents', 'reads_report(report_id)'),
    ('biweekly_figures', 'reads_report(report_id)')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() is not null)', rule.name);
    execute format('create policy changes on %I for update using (%s) with check (app_kind() is not null)', rule.name, rule.reads);
    execute format('create policy clears on %I for delete using (%s)', rule.name, rule.reads);
  end loop;
end $$;--> statement-breakpoint
create trigger number_stays before update of number on biweekly_reports for each row execute function number_stays();--> statement-breakpoint
create constraint trigger number_is_given after insert or update of state, number on biweekly_reports deferrable initially deferred for each row execute function number_is_given();
