-- What can be counted is read by whoever it counts for, by the bureau of the case and by 总局; written by the house, voided once and never deleted.
alter table facts enable row level security;--> statement-breakpoint
create policy reads on facts for select using (app_sees_all() or owner_id = app_org() or (app_kind() = 'province' and bureau_id = app_org()));--> statement-breakpoint
create policy writes on facts for insert with check (app_kind() = 'house');--> statement-breakpoint
create policy changes on facts for update using (app_kind() = 'house' and voided_by is null) with check (app_kind() = 'house');
