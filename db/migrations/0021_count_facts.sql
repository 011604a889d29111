CREATE TABLE "facts" (
	"event_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"what" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"episode" integer,
	"case_noun" text NOT NULL,
	"case_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"platform_id" uuid,
	"batch_id" uuid,
	"source" text,
	"stage" text,
	"rung" text,
	"codes" text[] NOT NULL,
	"groups" text[] NOT NULL,
	"episodes" integer,
	"seconds" integer,
	"standing" text NOT NULL,
	"counts_at" timestamp with time zone NOT NULL,
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"voided_by" uuid,
	"voided_in" "xid8",
	CONSTRAINT "facts_event_id_n_pk" PRIMARY KEY("event_id","n"),
	CONSTRAINT "fact_what_known" CHECK ("facts"."what" in ('found', 'measured', 'rectified', 'refused', 'proposed', 'carried_out', 'inspected', 'hit')),
	CONSTRAINT "fact_target_known" CHECK ("facts"."target_kind" in ('drama', 'episode', 'mini_program', 'account')),
	CONSTRAINT "fact_standing_known" CHECK ("facts"."standing" in ('upheld', 'recorded', 'done')),
	CONSTRAINT "fact_episodes" CHECK ("facts"."episodes" >= 0),
	CONSTRAINT "fact_seconds" CHECK ("facts"."seconds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ADD COLUMN "episode_count" integer;--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ADD COLUMN "total_seconds" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "violation_subjects" ADD COLUMN "episode_count" integer;--> statement-breakpoint
ALTER TABLE "violation_subjects" ADD COLUMN "total_seconds" integer;--> statement-breakpoint
CREATE INDEX "facts_of_owner" ON "facts" USING btree ("owner_id","what","counts_at");--> statement-breakpoint
CREATE INDEX "facts_by_time" ON "facts" USING btree ("what","counts_at");--> statement-breakpoint
CREATE INDEX "facts_of_bureau" ON "facts" USING btree ("bureau_id","what","counts_at");--> statement-breakpoint
CREATE INDEX "facts_of_case" ON "facts" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "facts_of_batch" ON "facts" USING btree ("batch_id") WHERE "facts"."batch_id" is not null;