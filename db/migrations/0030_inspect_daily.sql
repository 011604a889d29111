CREATE TABLE "inspection_findings" (
	"sheet_id" uuid PRIMARY KEY NOT NULL,
	"address" text,
	"episode" integer,
	"start_second" integer,
	"end_second" integer,
	"codes" text[] DEFAULT '{}' NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "finding_start" CHECK ("inspection_findings"."start_second" >= 0),
	CONSTRAINT "finding_runs_forward" CHECK ("inspection_findings"."end_second" is null or "inspection_findings"."end_second" >= "inspection_findings"."start_second"),
	CONSTRAINT "finding_episode" CHECK ("inspection_findings"."episode" > 0)
);
--> statement-breakpoint
CREATE TABLE "inspection_frames" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"plan_number" text NOT NULL,
	"day" date NOT NULL,
	"item_count" integer NOT NULL,
	"sample_size" integer NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"seed_sha256" text NOT NULL,
	"seed" text,
	"frozen_at" timestamp with time zone NOT NULL,
	"revealed_at" timestamp with time zone,
	CONSTRAINT "one_frame_a_day" UNIQUE("plan_id","day"),
	CONSTRAINT "frame_is_as_published" CHECK ("inspection_frames"."sha256" = encode(sha256("inspection_frames"."content"::bytea), 'hex')),
	CONSTRAINT "seed_is_as_published" CHECK ("inspection_frames"."seed" is null or "inspection_frames"."seed_sha256" = encode(sha256("inspection_frames"."seed"::bytea), 'hex')),
	CONSTRAINT "seed_is_revealed" CHECK (("inspection_frames"."seed" is null) = ("inspection_frames"."revealed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "inspection_items" (
	"frame_id" uuid NOT NULL,
	"opaque_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"platform_id" uuid NOT NULL,
	"drama_id" uuid,
	"mini_program_id" uuid,
	"order_id" uuid,
	CONSTRAINT "inspection_items_frame_id_opaque_id_pk" PRIMARY KEY("frame_id","opaque_id"),
	CONSTRAINT "item_is_one" CHECK (num_nonnulls("inspection_items"."drama_id", "inspection_items"."mini_program_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "inspection_pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sheet_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_picture_of_sheet" UNIQUE("sheet_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "inspection_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"title" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"frame" text NOT NULL,
	"platform_id" uuid,
	"sample_size" integer NOT NULL,
	"weekdays" integer[] NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"opened_by" uuid NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "inspection_plans_number_unique" UNIQUE("number"),
	CONSTRAINT "plan_state_known" CHECK ("inspection_plans"."state" in ('draft', 'active', 'ended')),
	CONSTRAINT "plan_frame_known" CHECK ("inspection_plans"."frame" in ('platform', 'mini_program', 'new', 'removed')),
	CONSTRAINT "plan_two_people" CHECK ("inspection_plans"."started_by" <> "inspection_plans"."opened_by" and ("inspection_plans"."state" = 'draft' or "inspection_plans"."started_by" is not null)),
	CONSTRAINT "plan_sample_size" CHECK ("inspection_plans"."sample_size" between 1 and 500),
	CONSTRAINT "plan_days" CHECK (cardinality("inspection_plans"."weekdays") > 0 and "inspection_plans"."weekdays" <@ array[1, 2, 3, 4, 5, 6, 7] and "inspection_plans"."ends_on" >= "inspection_plans"."starts_on"),
	CONSTRAINT "plan_of_platform" CHECK ("inspection_plans"."frame" <> 'platform' or "inspection_plans"."platform_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "inspection_seeds" (
	"frame_id" uuid PRIMARY KEY NOT NULL,
	"seed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection_sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"platform_id" uuid NOT NULL,
	"drama_id" uuid,
	"mini_program_id" uuid,
	"order_id" uuid,
	"organization_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"frame_id" uuid,
	"plan_id" uuid,
	"opaque_id" uuid,
	"addresses" text[] DEFAULT '{}' NOT NULL,
	"drawn_on" date NOT NULL,
	"inspected_at" timestamp with time zone,
	"inspected_by" uuid,
	"late" boolean DEFAULT false NOT NULL,
	"violation_id" uuid,
	CONSTRAINT "inspection_sheets_number_unique" UNIQUE("number"),
	CONSTRAINT "one_sheet_of_item" UNIQUE("frame_id","opaque_id"),
	CONSTRAINT "sheet_state_known" CHECK ("inspection_sheets"."state" in ('drawn', 'missed', 'clean', 'found', 'referred')),
	CONSTRAINT "sheet_is_about_one" CHECK (num_nonnulls("inspection_sheets"."drama_id", "inspection_sheets"."mini_program_id") = 1),
	CONSTRAINT "sheet_of_its_purpose" CHECK (("inspection_sheets"."purpose" = 'sample') = ("inspection_sheets"."frame_id" is not null) and ("inspection_sheets"."purpose" <> 'listed' or "inspection_sheets"."order_id" is not null)),
	CONSTRAINT "sheet_is_inspected" CHECK (("inspection_sheets"."state" in ('drawn', 'missed')) = ("inspection_sheets"."inspected_at" is null)),
	CONSTRAINT "sheet_is_referred" CHECK (("inspection_sheets"."state" = 'referred') = ("inspection_sheets"."violation_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "takedown_sightings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"address" text NOT NULL,
	"episode" integer,
	"start_second" integer,
	"note" text,
	"sha256" text,
	"picture_name" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_sighting_of_sheet" UNIQUE("sheet_id")
);
--> statement-breakpoint
ALTER TABLE "takedown_orders" DROP CONSTRAINT "takedown_state_known";--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD COLUMN "reappeared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD COLUMN "reappeared_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD COLUMN "state_before" text;--> statement-breakpoint
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_sheet_id_inspection_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."inspection_sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_frames" ADD CONSTRAINT "inspection_frames_plan_id_inspection_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."inspection_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_items" ADD CONSTRAINT "inspection_items_frame_id_inspection_frames_id_fk" FOREIGN KEY ("frame_id") REFERENCES "public"."inspection_frames"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_pictures" ADD CONSTRAINT "inspection_pictures_sheet_id_inspection_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."inspection_sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_pictures" ADD CONSTRAINT "inspection_pictures_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_seeds" ADD CONSTRAINT "inspection_seeds_frame_id_inspection_frames_id_fk" FOREIGN KEY ("frame_id") REFERENCES "public"."inspection_frames"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_sheets" ADD CONSTRAINT "inspection_sheets_frame_id_inspection_frames_id_fk" FOREIGN KEY ("frame_id") REFERENCES "public"."inspection_frames"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_sheets" ADD CONSTRAINT "inspection_sheets_plan_id_inspection_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."inspection_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_sightings" ADD CONSTRAINT "takedown_sightings_order_id_takedown_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."takedown_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_sightings" ADD CONSTRAINT "takedown_sightings_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "frames_by_day" ON "inspection_frames" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "frames_to_reveal" ON "inspection_frames" USING btree ("day") WHERE "inspection_frames"."seed" is null;--> statement-breakpoint
CREATE INDEX "items_of_platform" ON "inspection_items" USING btree ("platform_id","frame_id");--> statement-breakpoint
CREATE INDEX "pictures_of_file" ON "inspection_pictures" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "plans_opened" ON "inspection_plans" USING btree ("opened_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_look_a_day" ON "inspection_sheets" USING btree ("order_id","drama_id","drawn_on") WHERE "inspection_sheets"."purpose" = 'listed';--> statement-breakpoint
CREATE INDEX "sheets_by_day" ON "inspection_sheets" USING btree ("drawn_on","id");--> statement-breakpoint
CREATE INDEX "sheets_of_state" ON "inspection_sheets" USING btree ("state","drawn_on","id");--> statement-breakpoint
CREATE INDEX "sheets_of_order" ON "inspection_sheets" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "sheets_of_platform" ON "inspection_sheets" USING btree ("platform_id","drawn_on");--> statement-breakpoint
CREATE INDEX "sheets_of_bureau" ON "inspection_sheets" USING btree ("bureau_id","drawn_on","id");--> statement-breakpoint
CREATE INDEX "sheets_of_plan" ON "inspection_sheets" USING btree ("plan_id","drawn_on");--> statement-breakpoint
CREATE INDEX "sightings_of_order" ON "takedown_sightings" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "sightings_of_file" ON "takedown_sightings" USING btree ("sha256");--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD CONSTRAINT "takedown_reappeared_at" CHECK ("takedown_orders"."state" <> 'reappeared' or ("takedown_orders"."reappeared_at" is not null and "takedown_orders"."reappeared_due_at" is not null));--> statement-breakpoint
UPDATE "takedown_orders" SET "state_before" = 'issued' WHERE "state" = 'objected';--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD CONSTRAINT "takedown_objected_to" CHECK ("takedown_orders"."state" <> 'objected' or "takedown_orders"."state_before" is not null);--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD CONSTRAINT "takedown_state_known" CHECK ("takedown_orders"."state" in ('issued', 'removed', 'absent', 'objected', 'excused', 'reappeared', 'withdrawn'));