-- Whoever follows a filing reads its row; so does a platform that is asked for a number, also while a listing stops that. Everybody else
-- reads its public face: when it was handed in, under which rule, what its clock had left and what it waits for is nobody else's business.
create function follows_registration(r registrations) returns boolean language sql stable as
$$ select app_kind() in ('house', 'clock') or (app_kind() = 'national' and r.state <> 'draft') or (app_kind() = 'creator' and r.creator_id = app_org())
  or (app_kind() = 'province' and r.bureau_id = app_org() and r.state <> 'draft') or (app_kind() = 'platform' and r.issuer_id = app_org()) $$;--> statement-breakpoint
create or replace function follows_registration(registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select follows_registration(r) from registrations r where r.id = registration $$;--> statement-breakpoint
create function registration_is_planned(registration uuid, platform uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (platform = app_org() or app_sees_all()) and exists (select from registration_plans p where p.registration_id = registration and p.platform_id = platform) $$;--> statement-breakpoint
create function reads_registration(r registrations) returns boolean language sql stable as
$$ select follows_registration(r) or (app_kind() = 'platform' and r.state in ('offered', 'suspended') and registration_is_planned(r.id, app_org())) $$;--> statement-breakpoint
alter policy reads on registrations using ((select app_kind() = 'house') or reads_registration(registrations));--> statement-breakpoint
alter policy changes on registrations using (reads_registration(registrations));--> statement-breakpoint
alter policy clears on registrations using (reads_registration(registrations));--> statement-breakpoint
-- The owner's view, which passes by the rows' policies and says itself what it shows. A test holds its day of Order 16 against lib/registration/rules/promise.ts.
create view registration_faces with (security_barrier) as
  select id, number, state, drama_id, title, bureau_id, issuer_id, offer_id, class, official_number, number_key, coalesce(decided_at, submitted_at) as public_since,
    pending_count, coalesce(ruled_on >= date '2026-09-01', false) as is_under_order_16
  from registrations where app_kind() is not null and state in ('offered', 'registered', 'published', 'suspended');
