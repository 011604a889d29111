-- Who was told of a listing is told of its lifting: everybody reads an entry that was lifted, from when to when it stood and why it was taken off.
create or replace function sees_entry(e blacklist_entries) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() is not null and e.state in ('listed', 'lifted')) or (app_kind() = 'province' and e.bureau_id = app_org())
  or (app_kind() in ('platform', 'association') and proposed_by(e.id, app_org()))
  or (app_kind() = 'creator' and e.verified_by is not null and e.state = 'verified' and entry_concerns(e.id, app_org())) $$;--> statement-breakpoint

-- Names that warn are the proposer's own words too, and would teach how to get around them: not for creators and the public.
alter policy reads on blacklist_names using (app_kind() not in ('creator', 'visitor') and sees_entry(entry_id));--> statement-breakpoint
alter policy changes on blacklist_names using (app_kind() not in ('creator', 'visitor') and sees_entry(entry_id)) with check (app_kind() is not null);--> statement-breakpoint
alter policy clears on blacklist_names using (app_kind() not in ('creator', 'visitor') and sees_entry(entry_id));--> statement-breakpoint

-- An order for a platform that came after the listing is told apart: it neither closes what the public reads already nor changes how many were sent then.
create function is_later(o takedown_orders) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(o.opened_at > e.listed_at, false) from blacklist_entries e where e.id = o.entry_id $$;--> statement-breakpoint
-- An order that was withdrawn unanswered tells nothing before its deadline either.
create function order_is_told(o takedown_orders) returns boolean language sql stable as
$$ select o.state not in ('issued', 'objected', 'withdrawn') or o.ordered_due_at <= now() $$;--> statement-breakpoint
create or replace function board_is_open(entry uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select bool_and(order_is_told(o)) from takedown_orders o where o.entry_id = entry and not is_later(o) $$;--> statement-breakpoint
create or replace function sees_order(o takedown_orders) returns boolean language sql stable as
$$ select app_sees_all() or app_kind() in ('platform', 'association', 'province')
  or (app_kind() = 'creator' and entry_concerns(o.entry_id, app_org()))
  or (app_kind() = 'visitor' and sees_entry(o.entry_id) and board_is_open(o.entry_id) and (not is_later(o) or order_is_told(o))) $$;--> statement-breakpoint

-- `orders` counts all that were sent, those that a lift withdrew too; `later` of them are for platforms that came after the listing.
drop function board_counts(uuid);--> statement-breakpoint
create function board_counts(entry uuid) returns table (orders bigint, answered bigint, removed bigint, absent bigint, reappeared bigint, withdrawn bigint, later bigint, later_answered bigint, later_removed bigint)
language sql stable security definer set search_path = public, pg_temp as
$$ select count(*), count(*) filter (where answers), count(*) filter (where state = 'removed'), count(*) filter (where state = 'absent'),
  count(*) filter (where state = 'reappeared'), count(*) filter (where state = 'withdrawn'),
  count(*) filter (where late), count(*) filter (where late and answers), count(*) filter (where late and state = 'removed')
  from (select o.state, is_later(o) as late, o.state not in ('issued', 'objected', 'reappeared', 'withdrawn') as answers from takedown_orders o where o.entry_id = entry) one
  where sees_entry(entry) $$;
