DROP INDEX "waiting_clock";--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ADD COLUMN "chosen" text DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD COLUMN "ruled_by" uuid;--> statement-breakpoint
CREATE INDEX "waiting_clock" ON "waiting" USING btree ("due_at") WHERE "waiting"."escalates_to" is not null;--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD CONSTRAINT "takedown_ruler_is_another" CHECK ("takedown_orders"."ruled_by" <> "takedown_orders"."approved_by");