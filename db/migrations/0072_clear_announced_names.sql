CREATE INDEX "sheets_of_referral" ON "inspection_sheets" USING btree ("violation_id") WHERE "inspection_sheets"."violation_id" is not null;--> statement-breakpoint
-- What is proposed and what is inspected is announced by number alone; notices from before that rule still kept names, items and hours.
update announcement_rows r set name = '', codes = '{}', rung = null, counts_at = a.published_at
from announcement_figures f join announcements a on a.id = f.announcement_id
where f.announcement_id = r.announcement_id and f.key = r.key and f.definition ->> 'what' in ('proposed', 'inspected', 'hit')
  and a.published_at is not null;
