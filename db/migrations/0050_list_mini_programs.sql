ALTER TABLE "blacklist_proposals" DROP CONSTRAINT "blacklist_proposals_entry_id_violation_id_pk";--> statement-breakpoint
ALTER TABLE "blacklist_subjects" DROP CONSTRAINT "blacklist_subjects_entry_id_drama_id_pk";--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ALTER COLUMN "drama_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "blacklist_proposals" ADD CONSTRAINT "blacklist_proposals_entry_id_violation_id_proposer_id_pk" PRIMARY KEY("entry_id","violation_id","proposer_id");--> statement-breakpoint
ALTER TABLE "blacklist_entries" ADD COLUMN "title_kind" text DEFAULT 'drama' NOT NULL;--> statement-breakpoint
ALTER TABLE "blacklist_proposals" ADD COLUMN "penalty_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ADD COLUMN "mini_program_id" uuid;--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD COLUMN "title_kind" text DEFAULT 'drama' NOT NULL;--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ADD CONSTRAINT "blacklist_subjects_mini_program_id_mini_programs_id_fk" FOREIGN KEY ("mini_program_id") REFERENCES "public"."mini_programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposals_of_penalties" ON "blacklist_proposals" USING gin ("penalty_ids");--> statement-breakpoint
CREATE UNIQUE INDEX "one_active_entry_per_mini_program" ON "blacklist_subjects" USING btree ("mini_program_id") WHERE "blacklist_subjects"."active";--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ADD CONSTRAINT "one_subject_per_entry" UNIQUE NULLS NOT DISTINCT("entry_id","drama_id","mini_program_id");--> statement-breakpoint
ALTER TABLE "blacklist_entries" ADD CONSTRAINT "blacklist_title_kind_known" CHECK ("blacklist_entries"."title_kind" in ('drama', 'mini_program'));--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ADD CONSTRAINT "blacklist_subject_is_one" CHECK (num_nonnulls("blacklist_subjects"."drama_id", "blacklist_subjects"."mini_program_id") = 1);--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD CONSTRAINT "takedown_title_kind_known" CHECK ("takedown_orders"."title_kind" in ('drama', 'mini_program'));