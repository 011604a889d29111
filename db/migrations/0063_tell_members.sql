CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"noun" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"number" text,
	"title" text NOT NULL,
	"about" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	CONSTRAINT "one_notice_per_event_and_member" UNIQUE("member_id","about"),
	CONSTRAINT "notice_kind_known" CHECK ("notices"."kind" in ('due_soon', 'overdue', 'order_issued', 'order_again', 'order_reminded', 'order_withdrawn', 'objection_excused', 'returned', 'refused', 'approved', 'recorded', 'passed_over', 'suspended', 'restored', 'upheld', 'upheld_on_work', 'dismissed', 'merged', 'root_concluded', 'verified', 'verified_on_work', 'declined', 'listed', 'listed_on_work', 'lifted', 'lifted_on_work', 'mending_ordered', 'mending_extended', 'mending_handed_in', 'mending_accepted', 'mending_returned', 'mending_refused', 'decision_due', 'report_due', 'report_returned', 'announced', 'announcement_returned', 'answered', 'referral_concluded'))
);
--> statement-breakpoint
ALTER TABLE "waiting" ADD COLUMN "tells_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_of_member" ON "notices" USING btree ("member_id","at","id");--> statement-breakpoint
CREATE INDEX "unread_notices" ON "notices" USING btree ("member_id","subject_id","kind","at") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "waiting_to_tell" ON "waiting" USING btree ("tells_at") WHERE "waiting"."tells_at" is not null;--> statement-breakpoint
-- What waits since before is told of by its deadline alone.
update waiting set tells_at = due_at where isfinite(due_at) and due_at > now();--> statement-breakpoint
-- A notice is its member's own; it is written by consequences and by the clock.
alter table notices enable row level security;--> statement-breakpoint
create policy reads on notices for select using (app_kind() in ('house', 'clock') or member_id = app_member());--> statement-breakpoint
create policy writes on notices for insert with check (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy changes on notices for update using (app_kind() in ('house', 'clock') or member_id = app_member()) with check (app_kind() in ('house', 'clock') or member_id = app_member());--> statement-breakpoint
create policy clears on notices for delete using (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy acts_insert on notices as restrictive for insert with check (app_kind() = any ('{house,clock,creator,platform,association,province,national}'::text[]));--> statement-breakpoint
create policy acts_update on notices as restrictive for update using (true) with check (app_kind() = any ('{house,clock,creator,platform,association,province,national}'::text[]));--> statement-breakpoint
create policy acts_delete on notices as restrictive for delete using (app_kind() = any ('{house,clock,creator,platform,association,province,national}'::text[]));
