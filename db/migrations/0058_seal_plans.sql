-- For which platforms a work is planned is its creator's to know and its regulators'; each platform knows it of itself. The public knows how many.
CREATE TABLE "registration_plans" (
	"registration_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"pending" boolean NOT NULL,
	CONSTRAINT "registration_plans_registration_id_platform_id_pk" PRIMARY KEY("registration_id","platform_id")
);
--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "planned_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "pending_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
update registrations set planned_count = cardinality(planned_platform_ids), pending_count = cardinality(pending_platform_ids);--> statement-breakpoint
insert into registration_plans (registration_id, platform_id, position, pending)
  select r.id, p.id, p.n - 1, p.id = any (r.pending_platform_ids) from registrations r, unnest(r.planned_platform_ids) with ordinality as p (id, n) on conflict do nothing;--> statement-breakpoint
ALTER TABLE "registration_plans" ADD CONSTRAINT "registration_plans_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Who follows a filing step by step; all others read its public face.
create function follows_registration(registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_kind() in ('house', 'clock') or (app_kind() = 'national' and r.state <> 'draft') or (app_kind() = 'creator' and r.creator_id = app_org())
  or (app_kind() = 'province' and r.bureau_id = app_org() and r.state <> 'draft') or (app_kind() = 'platform' and r.issuer_id = app_org())
  from registrations r where r.id = registration $$;--> statement-breakpoint
create or replace function reads_contents(registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select follows_registration(registration) or (app_kind() = 'platform' and exists (select from registration_plans p join registrations r on r.id = p.registration_id
  where p.registration_id = registration and p.platform_id = app_org() and r.state = 'offered')) $$;--> statement-breakpoint
ALTER TABLE "registrations" DROP COLUMN "planned_platform_ids";--> statement-breakpoint
ALTER TABLE "registrations" DROP COLUMN "pending_platform_ids";--> statement-breakpoint
alter table registration_plans enable row level security;--> statement-breakpoint
create policy reads on registration_plans for select using (follows_registration(registration_id) or (app_kind() = 'platform' and platform_id = app_org() and sees_case('registration', registration_id)));--> statement-breakpoint
create policy writes on registration_plans for insert with check (app_kind() is not null);--> statement-breakpoint
create policy changes on registration_plans for update using (follows_registration(registration_id)) with check (app_kind() is not null);--> statement-breakpoint
create policy clears on registration_plans for delete using (follows_registration(registration_id));--> statement-breakpoint
create policy acts_insert on registration_plans as restrictive for insert with check (app_kind() = any ('{house,clock,creator}'::text[]));--> statement-breakpoint
create policy acts_update on registration_plans as restrictive for update using (true) with check (app_kind() = any ('{house,clock,creator}'::text[]));--> statement-breakpoint
create policy acts_delete on registration_plans as restrictive for delete using (app_kind() = any ('{house,clock,creator}'::text[]));--> statement-breakpoint
-- Of a filing that is public others read the steps that made it so, and neither that it was returned nor who passed it over.
create function tells_event(event text, noun text, subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select sees_case(noun, subject) and (noun <> 'registration'
  or event in ('registration.offered', 'registration.recorded', 'registration.approved', 'registration.published', 'registration.suspended', 'registration.restored')
  or follows_registration(subject)) $$;--> statement-breakpoint
alter policy reads on events using (tells_event(name, noun, subject_id));
