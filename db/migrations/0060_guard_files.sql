-- Two tables that gave their rows to whoever asked. Files are hashes, sizes and types, for whoever acts or reads here at all; who tried to
-- sign in is for the house alone, which counts and forgets.
alter table files enable row level security;--> statement-breakpoint
create policy reads on files for select using (app_kind() is not null);--> statement-breakpoint
create policy writes on files for insert with check (app_kind() is not null);--> statement-breakpoint
create policy changes on files for update using (app_kind() is not null) with check (app_kind() is not null);--> statement-breakpoint
create policy clears on files for delete using (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy acts_insert on files as restrictive for insert with check (app_kind() = any ('{house,clock,creator,platform,association,province,national}'::text[]));--> statement-breakpoint
create policy acts_update on files as restrictive for update using (true) with check (app_kind() = any ('{house,clock,creator,platform,association,province,national}'::text[]));--> statement-breakpoint
create policy acts_delete on files as restrictive for delete using (app_kind() = any ('{house,clock,creator,platform,association,province,national}'::text[]));--> statement-breakpoint
alter table sign_in_attempts enable row level security;--> statement-breakpoint
create policy reads on sign_in_attempts for select using (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy writes on sign_in_attempts for insert with check (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy changes on sign_in_attempts for update using (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy clears on sign_in_attempts for delete using (app_kind() in ('house', 'clock'));--> statement-breakpoint
create policy acts_insert on sign_in_attempts as restrictive for insert with check (app_kind() = any ('{house,clock}'::text[]));--> statement-breakpoint
create policy acts_update on sign_in_attempts as restrictive for update using (true) with check (app_kind() = any ('{house,clock}'::text[]));--> statement-breakpoint
create policy acts_delete on sign_in_attempts as restrictive for delete using (app_kind() = any ('{house,clock}'::text[]));
