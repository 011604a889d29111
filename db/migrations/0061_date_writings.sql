ALTER TABLE "inspection_plans" DROP CONSTRAINT "plan_state_known";--> statement-breakpoint
ALTER TABLE "inspection_plans" ADD CONSTRAINT "plan_state_known" CHECK ("inspection_plans"."state" in ('draft', 'active', 'ended', 'withdrawn'));--> statement-breakpoint
-- When a draft was written in last was not kept until now; it was no earlier than its opening.
ALTER TABLE "guidance_items" ADD COLUMN "written_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "written_at" timestamp with time zone NOT NULL DEFAULT now();--> statement-breakpoint
ALTER TABLE "announcements" ALTER COLUMN "written_at" DROP DEFAULT;--> statement-breakpoint
update "announcements" set "written_at" = "opened_at";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "written_at" timestamp with time zone NOT NULL DEFAULT now();--> statement-breakpoint
ALTER TABLE "campaigns" ALTER COLUMN "written_at" DROP DEFAULT;--> statement-breakpoint
update "campaigns" set "written_at" = "opened_at";--> statement-breakpoint
ALTER TABLE "inspection_plans" ADD COLUMN "written_at" timestamp with time zone NOT NULL DEFAULT now();--> statement-breakpoint
ALTER TABLE "inspection_plans" ALTER COLUMN "written_at" DROP DEFAULT;--> statement-breakpoint
update "inspection_plans" set "written_at" = "opened_at";
