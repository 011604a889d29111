ALTER TABLE "violations" ADD COLUMN "outcome" text;--> statement-breakpoint
CREATE INDEX "violations_decided" ON "violations" USING btree ("decided_at","id");