-- The same answer by the indexes of both ways: a report of one's own, or one of one's own that was merged into it. Asked of every work that is read.
create or replace function drama_reported_by(drama uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_subjects s join violation_filings f on f.violation_id = s.violation_id where s.drama_id = drama and f.filer_id = organization)
  or exists (select from violation_subjects s join violations v on v.root_id = s.violation_id join violation_filings f on f.violation_id = v.id
    where s.drama_id = drama and f.filer_id = organization) $$;
