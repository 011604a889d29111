DROP INDEX "one_rung_per_account_and_case";--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD COLUMN "decision" text NOT NULL;--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD COLUMN "severity" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD COLUMN "guide_version" text NOT NULL;--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD COLUMN "ladder_version" text NOT NULL;--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD COLUMN "after_id" uuid;--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD CONSTRAINT "penalty_reasons_after_id_penalties_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."penalties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "penalties_of_bureau" ON "penalties" USING btree ("bureau_id","opened_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_rung_per_account_and_case" ON "penalties" USING btree ("violation_id","account_id","rung") WHERE "penalties"."state" not in ('revoked', 'unmet');--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD CONSTRAINT "penalty_against_known" CHECK ("penalty_reasons"."against" in ('as_guided', 'lighter', 'heavier', 'not_listed'));--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD CONSTRAINT "penalty_decision_known" CHECK ("penalty_reasons"."decision" in ('as_guided', 'lighter', 'heavier', 'not_listed'));--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD CONSTRAINT "penalty_deviation_has_reason" CHECK ("penalty_reasons"."decision" = 'as_guided' or "penalty_reasons"."reason" is not null);