-- Of an order CNSA reads state and time, as others do: where it is to look, the clock has copied into its sheet, and what it saw moves the order by the house.
create or replace function reads_order(o takedown_orders) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() = 'platform' and o.platform_id = app_org()) or (app_kind() = 'province' and o.bureau_id = app_org()) $$;--> statement-breakpoint
drop function order_is_inspected(uuid, uuid);
