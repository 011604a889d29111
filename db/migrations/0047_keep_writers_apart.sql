-- Who wrote in what is not approved yet was kept for its opener alone; what was approved stays as it was judged then.
ALTER TABLE "announcements" ADD COLUMN "written_by" uuid[] NOT NULL DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "announcements" ALTER COLUMN "written_by" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcement_writers_apart" CHECK ("announcements"."approved_by" <> all("announcements"."written_by"));--> statement-breakpoint
update announcements set written_by = array[opened_by] where approved_by is null;--> statement-breakpoint
update waiting w set apart = array[a.opened_by, a.proposed_by] from announcements a where a.id = w.subject_id and w.noun = 'announcement' and w.step = 'approve';
