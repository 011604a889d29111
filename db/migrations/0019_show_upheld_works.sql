-- CNSA reads what was upheld, whoever reported it, and so knows the works that it is about.
create function drama_is_upheld(drama uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_subjects s join violations v on v.id = s.violation_id where s.drama_id = drama and s.outcome = 'upheld' and v.state = 'upheld') $$;--> statement-breakpoint
create or replace function sees_drama(d dramas) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() is not null and d.public_since is not null) or (app_kind() = 'creator' and d.producer_id = app_org())
  or (app_kind() = 'province' and (d.bureau_id = app_org() or drama_in_case_of(d.id, app_org())))
  or (app_kind() in ('platform', 'association') and drama_reported_by(d.id, app_org()))
  or (app_kind() = 'association' and drama_is_upheld(d.id)) $$;
