CREATE TABLE "consultation_publications" (
	"consultation_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"clauses" text[] NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consultation_publications_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"title" text NOT NULL,
	"topic" text NOT NULL,
	"question" text NOT NULL,
	"work_title" text,
	"asker_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "consultations_number_unique" UNIQUE("number"),
	CONSTRAINT "consultation_state_known" CHECK ("consultations"."state" in ('asked', 'answered', 'published', 'withdrawn')),
	CONSTRAINT "consultation_topic_known" CHECK ("consultations"."topic" in ('class', 'papers', 'special_subject', 'content', 'title', 'ai', 'rights', 'promotion', 'other')),
	CONSTRAINT "consultation_answered" CHECK ("consultations"."state" not in ('answered', 'published') or ("consultations"."answer" is not null and "consultations"."answered_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "guidance_clauses" (
	"guidance_id" uuid NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "guidance_clauses_guidance_id_code_pk" PRIMARY KEY("guidance_id","code")
);
--> statement-breakpoint
CREATE TABLE "guidance_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text,
	"body" text NOT NULL,
	"body_en" text,
	"issuer_id" uuid NOT NULL,
	"opened_by" uuid,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"issued_on" date,
	"issued_on_precision" text DEFAULT 'day' NOT NULL,
	"closes_on" date,
	"batch" text,
	"work_count" integer,
	"source_name" text NOT NULL,
	"source_name_en" text,
	"source_url" text,
	"source_key" text,
	"carried_as" text,
	CONSTRAINT "guidance_items_number_unique" UNIQUE("number"),
	CONSTRAINT "guidance_items_carried_as_unique" UNIQUE("carried_as"),
	CONSTRAINT "guidance_state_known" CHECK ("guidance_items"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "guidance_kind_known" CHECK ("guidance_items"."kind" in ('notice', 'call', 'recommendation')),
	CONSTRAINT "guidance_two_people" CHECK ("guidance_items"."published_by" <> "guidance_items"."opened_by"),
	CONSTRAINT "guidance_published_by_another" CHECK ("guidance_items"."state" = 'draft' or "guidance_items"."published_by" is not null or "guidance_items"."carried_as" is not null),
	CONSTRAINT "guidance_published_at" CHECK ("guidance_items"."state" <> 'published' or "guidance_items"."published_at" is not null),
	CONSTRAINT "guidance_work_count" CHECK ("guidance_items"."work_count" > 0)
);
--> statement-breakpoint
CREATE TABLE "guidance_works" (
	"guidance_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"producer" text,
	CONSTRAINT "guidance_works_guidance_id_position_pk" PRIMARY KEY("guidance_id","position")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"code" text NOT NULL,
	"classes" text[] NOT NULL,
	"phase" text NOT NULL,
	"condition" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"duty" text NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"source" text[] NOT NULL,
	CONSTRAINT "papers_code_effective_from_pk" PRIMARY KEY("code","effective_from")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"key" text PRIMARY KEY NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"address" text,
	"certainty" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "register_names" ADD COLUMN "sound" text;--> statement-breakpoint
ALTER TABLE "consultation_publications" ADD CONSTRAINT "consultation_publications_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_clauses" ADD CONSTRAINT "guidance_clauses_guidance_id_guidance_items_id_fk" FOREIGN KEY ("guidance_id") REFERENCES "public"."guidance_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_works" ADD CONSTRAINT "guidance_works_guidance_id_guidance_items_id_fk" FOREIGN KEY ("guidance_id") REFERENCES "public"."guidance_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultations_published" ON "consultation_publications" USING btree ("published_at","consultation_id");--> statement-breakpoint
CREATE INDEX "consultations_of_asker" ON "consultations" USING btree ("asker_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "consultations_of_bureau" ON "consultations" USING btree ("bureau_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "consultations_opened" ON "consultations" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "guidance_on_clause" ON "guidance_clauses" USING btree ("code");--> statement-breakpoint
CREATE INDEX "guidance_of_issuer" ON "guidance_items" USING btree ("issuer_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "guidance_issued" ON "guidance_items" USING btree ("state","kind","issued_on","id");--> statement-breakpoint
CREATE INDEX "register_names_sound" ON "register_names" USING btree ("sound");