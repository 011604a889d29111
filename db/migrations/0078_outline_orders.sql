-- An order's row says whose hands it passed through, that it was reminded of and ruled on: for its platform, the bureau of its entry and 总局,
-- and for CNSA where it was to look whether the work is gone. Others read an outline: state and time.
create function order_is_inspected(takedown uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (organization = app_org() or app_sees_all()) and exists (select from inspection_sheets s where s.order_id = takedown and s.organization_id = organization) $$;--> statement-breakpoint
create function reads_order(o takedown_orders) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() = 'platform' and o.platform_id = app_org()) or (app_kind() = 'province' and o.bureau_id = app_org())
  or (app_kind() = 'association' and order_is_inspected(o.id, app_org())) $$;--> statement-breakpoint
alter policy reads on takedown_orders using ((select app_kind() = 'house') or reads_order(takedown_orders));--> statement-breakpoint
alter policy changes on takedown_orders using (reads_order(takedown_orders));--> statement-breakpoint
alter policy clears on takedown_orders using (reads_order(takedown_orders));--> statement-breakpoint
create view takedown_outlines with (security_barrier) as
  select id, number, state, opened_at, due_at, entry_id, title, title_kind, platform_id, bureau_id, severity, answered_at, removed_at, late, clock_left, ordered_due_at,
    reappeared_at, reappeared_due_at
  from takedown_orders o where (select app_kind() = 'house') or sees_order(o);
