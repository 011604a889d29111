-- Row-level security asks these of the asker's own organization. Whoever asks them of another is told nothing.
create or replace function drama_reported_by(drama uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (organization = app_org() or app_sees_all()) and (
  exists (select from violation_subjects s join violation_filings f on f.violation_id = s.violation_id where s.drama_id = drama and f.filer_id = organization)
  or exists (select from violation_subjects s join violations v on v.root_id = s.violation_id join violation_filings f on f.violation_id = v.id
    where s.drama_id = drama and f.filer_id = organization)) $$;--> statement-breakpoint
create or replace function filed_by(violation uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (organization = app_org() or app_sees_all()) and exists (select from violation_filings f where f.violation_id = violation and f.filer_id = organization) $$;--> statement-breakpoint
create or replace function proposed_by(entry uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (organization = app_org() or app_sees_all()) and exists (select from blacklist_proposals p where p.entry_id = entry and p.proposer_id = organization) $$;--> statement-breakpoint
create or replace function rectification_is_of(rectification uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (organization = app_org() or app_sees_all())
  and exists (select from rectification_orders o where o.rectification_id = rectification and organization in (o.opener_id, o.platform_id)) $$;--> statement-breakpoint
create or replace function rectification_is_joined(rectification uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (organization = app_org() or app_sees_all()) and (
  exists (select from rectification_joiners j where j.rectification_id = rectification and j.platform_id = organization)
  or exists (select from penalty_reasons w where w.refused_id = rectification and w.platform_id = organization)) $$;
