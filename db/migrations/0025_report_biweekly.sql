CREATE TABLE "biweekly_contents" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"snapshot" text NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"remark" text,
	CONSTRAINT "biweekly_seq" CHECK ("biweekly_contents"."seq" >= 0)
);
--> statement-breakpoint
CREATE TABLE "biweekly_figures" (
	"report_id" uuid NOT NULL,
	"key" text NOT NULL,
	"definition" jsonb NOT NULL,
	"value" bigint NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	"declared" bigint,
	"reason" text,
	CONSTRAINT "biweekly_figures_report_id_key_pk" PRIMARY KEY("report_id","key"),
	CONSTRAINT "biweekly_declared_has_reason" CHECK (("biweekly_figures"."declared" is null) = ("biweekly_figures"."reason" is null)),
	CONSTRAINT "biweekly_figures_not_negative" CHECK ("biweekly_figures"."value" >= 0 and "biweekly_figures"."unknown" >= 0 and "biweekly_figures"."declared" >= 0)
);
--> statement-breakpoint
CREATE TABLE "biweekly_reports" (
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
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"previous_id" uuid,
	"returns_to" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone,
	"signed_by" uuid,
	"signed_at" timestamp with time zone,
	"report_due_at" timestamp with time zone NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	CONSTRAINT "biweekly_reports_number_unique" UNIQUE("number"),
	CONSTRAINT "biweekly_state_known" CHECK ("biweekly_reports"."state" in ('due', 'written', 'signed', 'superseded', 'waived', 'withdrawn')),
	CONSTRAINT "biweekly_returns_to_known" CHECK ("biweekly_reports"."returns_to" in ('due', 'withdrawn')),
	CONSTRAINT "biweekly_signer_is_another" CHECK ("biweekly_reports"."signed_by" <> "biweekly_reports"."written_by"),
	CONSTRAINT "biweekly_hands_complete" CHECK (("biweekly_reports"."state" not in ('written', 'signed', 'superseded') or "biweekly_reports"."written_by" is not null) and (("biweekly_reports"."state" in ('signed', 'superseded')) = ("biweekly_reports"."signed_by" is not null))),
	CONSTRAINT "biweekly_on_the_grid" CHECK ("biweekly_reports"."period_to" = "biweekly_reports"."period_from" + 14 and ("biweekly_reports"."period_from" - date '2026-01-05') % 14 = 0),
	CONSTRAINT "biweekly_amendment_follows" CHECK (("biweekly_reports"."edition" = 1) = ("biweekly_reports"."previous_id" is null) and ("biweekly_reports"."returns_to" = 'due') = ("biweekly_reports"."previous_id" is null))
);
--> statement-breakpoint
ALTER TABLE "biweekly_contents" ADD CONSTRAINT "biweekly_contents_report_id_biweekly_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."biweekly_reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "biweekly_figures" ADD CONSTRAINT "biweekly_figures_report_id_biweekly_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."biweekly_reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_report_per_filer_and_period" ON "biweekly_reports" USING btree ("filer_id","period_from") WHERE "biweekly_reports"."previous_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_amendment_at_a_time" ON "biweekly_reports" USING btree ("previous_id") WHERE "biweekly_reports"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "reports_of_filer" ON "biweekly_reports" USING btree ("filer_id","period_from","edition");--> statement-breakpoint
CREATE INDEX "reports_of_period" ON "biweekly_reports" USING btree ("period_from","filer_id");