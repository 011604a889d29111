DROP INDEX "mails_to_send";--> statement-breakpoint
DROP INDEX "one_organization_per_credit_code";--> statement-breakpoint
ALTER TABLE "takedown_orders" ALTER COLUMN "ordered_due_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "first_from_id" uuid GENERATED ALWAYS AS (case when invited_from_id <> organization_id then invited_from_id end) STORED;--> statement-breakpoint
ALTER TABLE "organization_details" ADD COLUMN "refused" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "organizations_by_kind" ON "organizations" USING btree ("kind","opened_at","id");--> statement-breakpoint
CREATE INDEX "mails_to_send" ON "mails" USING btree ("next_at") WHERE "mails"."sent_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_organization_per_credit_code" ON "organization_details" USING btree ("credit_code") WHERE not "organization_details"."refused";