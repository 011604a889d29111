-- A member's id tells the organization to whoever finds it in another row: the hands of an entry and of a rectification stand where
-- only those read them who may know whose they are.
CREATE TABLE "blacklist_hands" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"proposed_by" uuid NOT NULL,
	"verified_by" uuid,
	"approved_by" uuid,
	"lifted_by" uuid,
	CONSTRAINT "blacklist_three_people" CHECK ("blacklist_hands"."verified_by" <> "blacklist_hands"."proposed_by" and "blacklist_hands"."approved_by" not in ("blacklist_hands"."proposed_by", "blacklist_hands"."verified_by") and "blacklist_hands"."lifted_by" <> "blacklist_hands"."approved_by")
);
--> statement-breakpoint
ALTER TABLE "blacklist_hands" ADD CONSTRAINT "blacklist_hands_entry_id_blacklist_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."blacklist_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
insert into blacklist_hands (entry_id, proposed_by, verified_by, approved_by, lifted_by) select id, proposed_by, verified_by, approved_by, lifted_by from blacklist_entries;--> statement-breakpoint
ALTER TABLE "rectification_orders" ADD COLUMN "handed_in_by" uuid;--> statement-breakpoint
ALTER TABLE "rectification_orders" ADD COLUMN "ruled_by" uuid;--> statement-breakpoint
update rectification_orders o set handed_in_by = r.handed_in_by, ruled_by = r.ruled_by from rectifications r where r.id = o.rectification_id;--> statement-breakpoint
ALTER TABLE "rectification_orders" ADD CONSTRAINT "rectification_ruler_is_another" CHECK ("rectification_orders"."ruled_by" <> "rectification_orders"."handed_in_by");--> statement-breakpoint
create or replace function sees_entry(e blacklist_entries) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_sees_all() or (app_kind() is not null and e.state in ('listed', 'lifted')) or (app_kind() = 'province' and e.bureau_id = app_org())
  or (app_kind() in ('platform', 'association') and proposed_by(e.id, app_org()))
  or (app_kind() = 'creator' and e.state = 'verified' and entry_concerns(e.id, app_org())) $$;--> statement-breakpoint
ALTER TABLE "blacklist_entries" DROP CONSTRAINT "blacklist_three_people";--> statement-breakpoint
ALTER TABLE "blacklist_entries" DROP CONSTRAINT "blacklist_hands_complete";--> statement-breakpoint
ALTER TABLE "rectifications" DROP CONSTRAINT "rectification_ruler_is_another";--> statement-breakpoint
ALTER TABLE "blacklist_entries" DROP COLUMN "proposed_by";--> statement-breakpoint
ALTER TABLE "blacklist_entries" DROP COLUMN "verified_by";--> statement-breakpoint
ALTER TABLE "blacklist_entries" DROP COLUMN "approved_by";--> statement-breakpoint
ALTER TABLE "blacklist_entries" DROP COLUMN "lifted_by";--> statement-breakpoint
ALTER TABLE "rectifications" DROP COLUMN "handed_in_by";--> statement-breakpoint
ALTER TABLE "rectifications" DROP COLUMN "ruled_by";--> statement-breakpoint
alter table blacklist_hands enable row level security;--> statement-breakpoint
create policy reads on blacklist_hands for select using (regulates('blacklist', entry_id));--> statement-breakpoint
create policy writes on blacklist_hands for insert with check (app_kind() is not null);--> statement-breakpoint
create policy changes on blacklist_hands for update using (regulates('blacklist', entry_id)) with check (app_kind() is not null);--> statement-breakpoint
create policy clears on blacklist_hands for delete using (regulates('blacklist', entry_id));--> statement-breakpoint
create policy acts_insert on blacklist_hands as restrictive for insert with check (app_kind() = any ('{house,clock,platform,association,province,national}'::text[]));--> statement-breakpoint
create policy acts_update on blacklist_hands as restrictive for update using (true) with check (app_kind() = any ('{house,clock,platform,association,province,national}'::text[]));--> statement-breakpoint
create policy acts_delete on blacklist_hands as restrictive for delete using (app_kind() = any ('{house,clock,platform,association,province,national}'::text[]));--> statement-breakpoint
-- As a CHECK asked it while the hands stood in the entry itself: at the end of the act every entry has the hands of the steps that it went through.
create function blacklist_hands_complete() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare entry uuid := to_jsonb(coalesce(new, old)) ->> tg_argv[0];
begin
  if exists (select from blacklist_entries e left join blacklist_hands h on h.entry_id = e.id where e.id = entry and (h.proposed_by is null
    or (e.state in ('verified', 'listed', 'lifted') and h.verified_by is null) or (e.state in ('listed', 'lifted') and h.approved_by is null))) then
    raise exception 'an entry without its hands' using errcode = 'check_violation', constraint = 'blacklist_hands_complete';
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger hands_complete after insert or update of state on blacklist_entries deferrable initially deferred for each row execute function blacklist_hands_complete('id');--> statement-breakpoint
create constraint trigger hands_complete after update or delete on blacklist_hands deferrable initially deferred for each row execute function blacklist_hands_complete('entry_id');
