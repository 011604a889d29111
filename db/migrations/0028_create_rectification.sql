CREATE TABLE "rectification_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rectification_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rectification_joiners" (
	"rectification_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rectification_joiners_rectification_id_platform_id_pk" PRIMARY KEY("rectification_id","platform_id")
);
--> statement-breakpoint
CREATE TABLE "rectification_orders" (
	"rectification_id" uuid PRIMARY KEY NOT NULL,
	"opener_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"platform_id" uuid,
	"bureau_id" uuid NOT NULL,
	"followed_by" text,
	"report_id" uuid,
	CONSTRAINT "rectification_follower_known" CHECK ("rectification_orders"."followed_by" in ('penalty', 'report'))
);
--> statement-breakpoint
CREATE TABLE "rectification_reasons" (
	"rectification_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"position" integer NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "rectification_reasons_rectification_id_turn_position_pk" PRIMARY KEY("rectification_id","turn","position")
);
--> statement-breakpoint
CREATE TABLE "rectification_tasks" (
	"rectification_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"what" text NOT NULL,
	"episode" integer,
	"start_second" integer,
	"end_second" integer,
	CONSTRAINT "rectification_tasks_rectification_id_position_pk" PRIMARY KEY("rectification_id","position"),
	CONSTRAINT "task_runs_forward" CHECK ("rectification_tasks"."end_second" is null or "rectification_tasks"."end_second" >= "rectification_tasks"."start_second"),
	CONSTRAINT "task_time_is_in_an_episode" CHECK ("rectification_tasks"."start_second" is null or "rectification_tasks"."episode" is not null)
);
--> statement-breakpoint
CREATE TABLE "rectification_turns" (
	"rectification_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	"account" text NOT NULL,
	"replaced_episodes" integer[] DEFAULT '{}' NOT NULL,
	"ruling" text,
	"ruled_at" timestamp with time zone,
	"note" text,
	CONSTRAINT "rectification_turns_rectification_id_turn_pk" PRIMARY KEY("rectification_id","turn"),
	CONSTRAINT "rectification_ruling_known" CHECK ("rectification_turns"."ruling" in ('accepted', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "rectifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"violation_id" uuid NOT NULL,
	"violation_subject_id" uuid NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"title" text NOT NULL,
	"severity" integer,
	"bureau_id" uuid NOT NULL,
	"producer_id" uuid,
	"by_platform" boolean NOT NULL,
	"ordered_due_at" timestamp with time zone NOT NULL,
	"extended_at" timestamp with time zone,
	"extension_reason" text,
	"clock_left" integer,
	"turn" integer DEFAULT 0 NOT NULL,
	"handed_in_at" timestamp with time zone,
	"handed_in_by" uuid,
	"ruled_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "rectifications_number_unique" UNIQUE("number"),
	CONSTRAINT "rectification_state_known" CHECK ("rectifications"."state" in ('ordered', 'handed_in', 'returned', 'accepted', 'refused', 'ended')),
	CONSTRAINT "rectification_subject_known" CHECK ("rectifications"."target_kind" in ('drama', 'mini_program', 'account')),
	CONSTRAINT "rectification_has_its_hand" CHECK ("rectifications"."by_platform" or "rectifications"."producer_id" is not null),
	CONSTRAINT "rectification_extended_with_reason" CHECK (("rectifications"."extended_at" is null) = ("rectifications"."extension_reason" is null)),
	CONSTRAINT "rectification_ruler_is_another" CHECK ("rectifications"."ruled_by" <> "rectifications"."handed_in_by")
);
--> statement-breakpoint
ALTER TABLE "rectification_files" ADD CONSTRAINT "rectification_files_rectification_id_rectifications_id_fk" FOREIGN KEY ("rectification_id") REFERENCES "public"."rectifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_files" ADD CONSTRAINT "rectification_files_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_joiners" ADD CONSTRAINT "rectification_joiners_rectification_id_rectifications_id_fk" FOREIGN KEY ("rectification_id") REFERENCES "public"."rectifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_orders" ADD CONSTRAINT "rectification_orders_rectification_id_rectifications_id_fk" FOREIGN KEY ("rectification_id") REFERENCES "public"."rectifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_reasons" ADD CONSTRAINT "rectification_reasons_rectification_id_rectifications_id_fk" FOREIGN KEY ("rectification_id") REFERENCES "public"."rectifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_tasks" ADD CONSTRAINT "rectification_tasks_rectification_id_rectifications_id_fk" FOREIGN KEY ("rectification_id") REFERENCES "public"."rectifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_turns" ADD CONSTRAINT "rectification_turns_rectification_id_rectifications_id_fk" FOREIGN KEY ("rectification_id") REFERENCES "public"."rectifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_of_rectification" ON "rectification_files" USING btree ("rectification_id","turn");--> statement-breakpoint
CREATE INDEX "rectification_files_of_file" ON "rectification_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "rectifications_joined" ON "rectification_joiners" USING btree ("platform_id","rectification_id");--> statement-breakpoint
CREATE INDEX "rectifications_of_opener" ON "rectification_orders" USING btree ("opener_id","rectification_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rectification_of_report" ON "rectification_orders" USING btree ("report_id") WHERE "rectification_orders"."report_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_rectification_per_subject" ON "rectifications" USING btree ("violation_subject_id") WHERE "rectifications"."state" <> 'ended';--> statement-breakpoint
CREATE INDEX "rectifications_of_bureau" ON "rectifications" USING btree ("bureau_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "rectifications_of_producer" ON "rectifications" USING btree ("producer_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "rectifications_opened" ON "rectifications" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "rectifications_of_target" ON "rectifications" USING btree ("target_id","opened_at");--> statement-breakpoint
CREATE INDEX "rectifications_of_violation" ON "rectifications" USING btree ("violation_id");--> statement-breakpoint
CREATE INDEX "rectifications_running_out" ON "rectifications" USING btree ("due_at") WHERE "rectifications"."state" in ('ordered', 'returned');