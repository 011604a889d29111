CREATE TABLE "batch_references" (
	"filer_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"violation_id" uuid NOT NULL,
	CONSTRAINT "batch_references_filer_id_reference_pk" PRIMARY KEY("filer_id","reference")
);--> statement-breakpoint
CREATE TABLE "batch_rows" (
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"filer_id" uuid NOT NULL,
	"reference" text,
	"standing" text NOT NULL,
	"typed" jsonb NOT NULL,
	"entry" jsonb,
	"faults" jsonb NOT NULL,
	"violation_id" uuid,
	"penalty_id" uuid,
	"bureau_id" uuid,
	CONSTRAINT "batch_rows_batch_id_line_pk" PRIMARY KEY("batch_id","line"),
	CONSTRAINT "batch_row_standing_known" CHECK ("batch_rows"."standing" in ('good', 'wrong', 'on_file', 'filed', 'failed', 'withdrawn', 'kept')),
	CONSTRAINT "batch_row_filed_has_case" CHECK ("batch_rows"."standing" not in ('filed', 'on_file', 'withdrawn', 'kept') or "batch_rows"."violation_id" is not null)
);--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"title" text NOT NULL,
	"filer_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"byte_count" integer NOT NULL,
	"format" text NOT NULL,
	"sheet" text,
	"row_count" integer NOT NULL,
	"hidden_lines" integer[] NOT NULL,
	"read_by" uuid NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"stop_reason" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "batches_number_unique" UNIQUE("number"),
	CONSTRAINT "batch_state_known" CHECK ("batches"."state" in ('read', 'running', 'stopped', 'done', 'withdrawn')),
	CONSTRAINT "batch_format_known" CHECK ("batches"."format" in ('xlsx', 'csv')),
	CONSTRAINT "batch_has_its_hand" CHECK ("batches"."state" in ('read', 'withdrawn') or "batches"."confirmed_by" is not null),
	CONSTRAINT "batch_stop_has_reason" CHECK (("batches"."state" = 'stopped') <= ("batches"."stop_reason" is not null))
);--> statement-breakpoint
ALTER TABLE "violations" DROP CONSTRAINT "violation_state_known";--> statement-breakpoint
ALTER TABLE "batch_rows" ADD CONSTRAINT "batch_rows_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_references_of_violation" ON "batch_references" USING btree ("violation_id");--> statement-breakpoint
CREATE INDEX "batch_rows_standing" ON "batch_rows" USING btree ("batch_id","standing","line");--> statement-breakpoint
CREATE INDEX "batch_rows_of_violation" ON "batch_rows" USING btree ("violation_id");--> statement-breakpoint
CREATE INDEX "batches_of_filer" ON "batches" USING btree ("filer_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "batches_opened" ON "batches" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "batches_running" ON "batches" USING btree ("confirmed_at") WHERE "batches"."state" = 'running';--> statement-breakpoint
ALTER TABLE "violations" ADD CONSTRAINT "violation_state_known" CHECK ("violations"."state" in ('draft', 'recorded', 'filed', 'upheld', 'dismissed', 'merged', 'withdrawn'));