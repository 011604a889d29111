-- Who ordered a rectification, or hands in for a subject without a member; and who joined it. Asked as the owner, so that no policy leans on another.
create function rectification_is_of(rectification uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from rectification_orders o where o.rectification_id = rectification and organization in (o.opener_id, o.platform_id)) $$;--> statement-breakpoint
create function rectification_is_joined(rectification uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from rectification_joiners j where j.rectification_id = rectification and j.platform_id = organization) $$;--> statement-breakpoint
create function sees_rectification(r rectifications) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() = 'province' and r.bureau_id = app_org()) or (app_kind() = 'creator' and r.producer_id = app_org())
  or (app_kind() = 'platform' and (rectification_is_of(r.id, app_org()) or rectification_is_joined(r.id, app_org()))) $$;--> statement-breakpoint
create function sees_rectification(rectification uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_rectification(r) from rectifications r where r.id = rectification $$;--> statement-breakpoint
create function sees_case_of_rectification(subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_rectification(subject) $$;--> statement-breakpoint
create function bureau_of_rectification(subject uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select bureau_id from rectifications where id = subject $$;--> statement-breakpoint
create function rectification_turn(rectification uuid) returns int language sql stable security definer set search_path = public, pg_temp as
$$ select turn from rectifications where id = rectification $$;--> statement-breakpoint

-- What was upheld against one subject, for whoever has to see that it is mended: its platform may not read the report itself, which another filed.
-- `owner_id` is the creator whose it is, where one takes part here.
create function subject_to_mend(subject uuid) returns table (violation_id uuid, kind text, target_id uuid, name text, platform_id uuid, owner_id uuid, severity int, bureau_id uuid, codes text[])
language sql stable security definer set search_path = public, pg_temp as
$$ select s.violation_id, s.kind, coalesce(s.drama_id, s.mini_program_id, s.account_id), coalesce(d.title, m.name, a.handle), coalesce(m.platform_id, a.platform_id), o.id, s.severity, v.bureau_id,
    array(select c.code from violation_clauses c where c.subject_id = s.id and c.upheld = 'yes' order by c.code)
  from violation_subjects s join violations v on v.id = s.violation_id
  left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id left join platform_accounts a on a.id = s.account_id
  left join organizations o on o.id = coalesce(d.producer_id, m.operator_id, a.operator_id) and o.kind = 'creator' and o.state = 'accepted'
  where s.id = subject and s.outcome = 'upheld' and v.state = 'upheld'
    and (app_sees_all() or app_kind() = 'platform' or (app_kind() = 'province' and v.bureau_id = app_org())) $$;--> statement-breakpoint
-- The rectification that stands for a subject, so that a second platform can join it; the case itself stays sealed until it has.
create function rectification_on(subject uuid) returns table (id uuid, state text) language sql stable security definer set search_path = public, pg_temp as
$$ select r.id, r.state from rectifications r where r.violation_subject_id = subject and r.state <> 'ended' and (app_sees_all() or app_kind() in ('platform', 'province')) $$;--> statement-breakpoint

do $$
declare rule record;
begin
  for rule in select * from (values
    ('rectifications', 'sees_rectification(rectifications)'),
    ('rectification_orders', 'app_sees_all() or app_org() in (opener_id, platform_id) or (app_kind() = ''province'' and bureau_id = app_org())'),
    ('rectification_joiners', 'app_sees_all() or platform_id = app_org() or (app_kind() = ''province'' and bureau_id = app_org())'),
    ('rectification_tasks', 'sees_rectification(rectification_id)'),
    ('rectification_turns', 'sees_rectification(rectification_id)'),
    ('rectification_reasons', 'sees_rectification(rectification_id)'),
    ('rectification_files', 'organization_id = app_org() or (turn <= rectification_turn(rectification_id) and (app_sees_all() or (app_kind() = ''platform'' and rectification_is_of(rectification_id, app_org())) or (app_kind() = ''province'' and bureau_of_rectification(rectification_id) = app_org()))) or app_kind() in (''house'', ''clock'')')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() is not null)', rule.name);
    execute format('create policy changes on %I for update using (%s) with check (app_kind() is not null)', rule.name, rule.reads);
    execute format('create policy clears on %I for delete using (%s)', rule.name, rule.reads);
  end loop;
end $$;--> statement-breakpoint
create trigger number_stays before update of number on rectifications for each row execute function number_stays();--> statement-breakpoint
create constraint trigger number_is_given after insert or update of state, number on rectifications deferrable initially deferred for each row execute function number_is_given();
