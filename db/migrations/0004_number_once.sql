ALTER TABLE "registrations" DROP CONSTRAINT "registrations_official_number_unique";--> statement-breakpoint
DROP INDEX "registrations_of_bureau";--> statement-breakpoint
ALTER TABLE "registrations" ALTER COLUMN "drama_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "number_key" text;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "notice_left" integer;--> statement-breakpoint
CREATE INDEX "registrations_submitted" ON "registrations" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "registrations_of_offer" ON "registrations" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "registrations_of_bureau" ON "registrations" USING btree ("bureau_id","submitted_at","id");--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_number_key_unique" UNIQUE("number_key");--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registration_has_work" CHECK ("registrations"."state" = 'draft' or "registrations"."drama_id" is not null);--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "official_number_has_key" CHECK (("registrations"."official_number" is null) = ("registrations"."number_key" is null));--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "official_number_form" CHECK ("registrations"."class" <> 2 or "registrations"."official_number" ~ '^（[^（）]{1,8}）网微剧备字（20[0-9]{2}）第[0-9]{3,7}号$');