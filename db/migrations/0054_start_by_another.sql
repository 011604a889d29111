-- Of who wrote in a draft only the last was kept, of a campaign its opener beside; what was started stays as it was judged then.
ALTER TABLE "campaigns" DROP CONSTRAINT "campaign_two_open";--> statement-breakpoint
ALTER TABLE "inspection_plans" DROP CONSTRAINT "plan_two_people";--> statement-breakpoint
ALTER TABLE "campaigns" ALTER COLUMN "written_by" SET DATA TYPE uuid[] USING case when "started_by" is null and "opened_by" <> "written_by" then array["opened_by", "written_by"] else array["written_by"] end;--> statement-breakpoint
ALTER TABLE "inspection_plans" ADD COLUMN "written_by" uuid[] NOT NULL DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "inspection_plans" ALTER COLUMN "written_by" DROP DEFAULT;--> statement-breakpoint
update "inspection_plans" set "written_by" = array["opened_by"];--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaign_two_open" CHECK ("campaigns"."started_by" <> all("campaigns"."written_by"));--> statement-breakpoint
ALTER TABLE "inspection_plans" ADD CONSTRAINT "plan_two_people" CHECK ("inspection_plans"."started_by" <> all("inspection_plans"."written_by") and ("inspection_plans"."state" = 'draft' or "inspection_plans"."started_by" is not null));
