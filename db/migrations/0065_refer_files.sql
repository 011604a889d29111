ALTER TABLE "registration_contents" ADD COLUMN "poster_sha" text GENERATED ALWAYS AS (content ->> 'poster') STORED;--> statement-breakpoint
CREATE INDEX "dramas_of_poster" ON "dramas" USING btree ("poster_sha");--> statement-breakpoint
CREATE INDEX "contents_of_poster" ON "registration_contents" USING btree ("poster_sha");--> statement-breakpoint
-- A file is read by whoever reads what refers to it. Its row is written by the house amid the act that refers to it, and cleared by the clock.
drop policy reads on files;--> statement-breakpoint
drop policy writes on files;--> statement-breakpoint
drop policy changes on files;--> statement-breakpoint
create policy reads on files for select using (app_kind() in ('house', 'clock')
  or exists (select from violation_evidence e where e.sha256 = files.sha256)
  or exists (select from rectification_files r where r.sha256 = files.sha256)
  or exists (select from inspection_pictures p where p.sha256 = files.sha256)
  or exists (select from takedown_sightings s where s.sha256 = files.sha256)
  or exists (select from dramas d where d.poster_sha = files.sha256)
  or exists (select from registration_contents c where c.poster_sha = files.sha256));--> statement-breakpoint
create policy writes on files for insert with check (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy changes on files for update using (app_kind() in ('house', 'clock')) with check (app_kind() in ('house', 'clock'));--> statement-breakpoint
alter policy acts_insert on files with check (app_kind() = any ('{house,clock}'::text[]));--> statement-breakpoint
alter policy acts_update on files using (true) with check (app_kind() = any ('{house,clock}'::text[]));--> statement-breakpoint
alter policy acts_delete on files using (app_kind() = any ('{house,clock}'::text[]));
