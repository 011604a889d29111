-- A published row carried the ids of the finding and of the case: beside its issuer they told who had reported or penalized what others
-- read without a name. They stand apart, for the issuer and 总局; a row has its place in the list.
CREATE TABLE "announcement_sources" (
	"announcement_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"row_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "announcement_sources_announcement_id_key_position_pk" PRIMARY KEY("announcement_id","key","position")
);
--> statement-breakpoint
ALTER TABLE "announcement_rows" ADD COLUMN "position" integer;--> statement-breakpoint
update announcement_rows r set position = p.n from (
  select announcement_id, key, row_id, row_number() over (partition by announcement_id, key order by counts_at desc, row_id desc) - 1 as n from announcement_rows
) p where p.announcement_id = r.announcement_id and p.key = r.key and p.row_id = r.row_id;--> statement-breakpoint
insert into announcement_sources (announcement_id, key, position, row_id, case_id) select announcement_id, key, position, row_id, case_id from announcement_rows;--> statement-breakpoint
DROP INDEX "announced_cases";--> statement-breakpoint
ALTER TABLE "announcement_rows" ALTER COLUMN "position" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "announcement_rows" DROP CONSTRAINT "announcement_rows_announcement_id_key_row_id_pk";--> statement-breakpoint
ALTER TABLE "announcement_rows" ADD CONSTRAINT "announcement_rows_announcement_id_key_position_pk" PRIMARY KEY("announcement_id","key","position");--> statement-breakpoint
ALTER TABLE "announcement_sources" ADD CONSTRAINT "announcement_source_of_row" FOREIGN KEY ("announcement_id","key","position") REFERENCES "public"."announcement_rows"("announcement_id","key","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announced_cases" ON "announcement_sources" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "announcement_rows" DROP COLUMN "row_id";--> statement-breakpoint
ALTER TABLE "announcement_rows" DROP COLUMN "case_id";--> statement-breakpoint
alter table announcement_sources enable row level security;--> statement-breakpoint
create policy reads on announcement_sources for select using (app_sees_all() or announcement_issuer(announcement_id) = app_org());--> statement-breakpoint
create policy writes on announcement_sources for insert with check (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy acts_insert on announcement_sources as restrictive for insert with check (app_kind() = any ('{house,clock}'::text[]));--> statement-breakpoint
create policy acts_update on announcement_sources as restrictive for update using (true) with check (app_kind() = any ('{house,clock}'::text[]));--> statement-breakpoint
create policy acts_delete on announcement_sources as restrictive for delete using (app_kind() = any ('{house,clock}'::text[]));--> statement-breakpoint
-- Words that others than the speaker's own organization and the regulators read stood beside the speaker's organization.
update event_words set organization_id = null where audience not in ('parties', 'regulators');--> statement-breakpoint
ALTER TABLE "event_words" ADD CONSTRAINT "words_for_others_name_nobody" CHECK ("event_words"."audience" in ('parties', 'regulators') or "event_words"."organization_id" is null);
