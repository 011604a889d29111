CREATE TABLE "operators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"credit_code" text NOT NULL,
	"name" text NOT NULL,
	"named_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "operators_credit_code_unique" UNIQUE("credit_code"),
	CONSTRAINT "operator_credit_code_form" CHECK ("operators"."credit_code" ~ '^[0-9A-Z]{18}$')
);
--> statement-breakpoint
CREATE TABLE "subject_names" (
	"subject_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"name" text NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subject_names_subject_id_until_at_pk" PRIMARY KEY("subject_id","until_at")
);
--> statement-breakpoint
CREATE TABLE "subject_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"operator_id" uuid,
	"operator_name" text,
	"promoters" text[] NOT NULL,
	"payee_stated" boolean NOT NULL,
	"phone_stated" boolean NOT NULL,
	CONSTRAINT "subject_statements_number_unique" UNIQUE("number"),
	CONSTRAINT "statement_state_known" CHECK ("subject_statements"."state" in ('standing', 'replaced')),
	CONSTRAINT "statement_subject_known" CHECK ("subject_statements"."subject_kind" in ('mini_program', 'account')),
	CONSTRAINT "statement_names_its_operator" CHECK (("subject_statements"."operator_id" is null) = ("subject_statements"."operator_name" is null))
);
--> statement-breakpoint
CREATE TABLE "subject_ties" (
	"subject_id" uuid NOT NULL,
	"tie" text NOT NULL,
	"key" text NOT NULL,
	"platform_id" uuid NOT NULL,
	CONSTRAINT "subject_ties_subject_id_tie_pk" PRIMARY KEY("subject_id","tie"),
	CONSTRAINT "tie_known" CHECK ("subject_ties"."tie" in ('operator', 'payee', 'phone')),
	CONSTRAINT "tie_is_no_plain_text" CHECK ("subject_ties"."tie" = 'operator' or "subject_ties"."key" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "subject_statements" ADD CONSTRAINT "subject_statements_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_statement_stands" ON "subject_statements" USING btree ("subject_id") WHERE "subject_statements"."state" = 'standing';--> statement-breakpoint
CREATE INDEX "statements_of_subject" ON "subject_statements" USING btree ("subject_id","opened_at");--> statement-breakpoint
CREATE INDEX "subjects_tied" ON "subject_ties" USING btree ("tie","key");--> statement-breakpoint
ALTER TABLE "mini_programs" ADD CONSTRAINT "mini_programs_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_accounts" ADD CONSTRAINT "platform_accounts_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mini_programs_of_operator" ON "mini_programs" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "mini_programs_by_name" ON "mini_programs" USING btree ("name");--> statement-breakpoint
CREATE INDEX "mini_programs_noted" ON "mini_programs" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "placements_of_mini_program" ON "placements" USING btree ("mini_program_id","seen_at") WHERE "placements"."mini_program_id" is not null;--> statement-breakpoint
CREATE INDEX "placements_of_account" ON "placements" USING btree ("account_id","seen_at") WHERE "placements"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "accounts_by_handle" ON "platform_accounts" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "accounts_noted" ON "platform_accounts" USING btree ("created_at","id");