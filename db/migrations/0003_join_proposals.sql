-- What a report upheld against works: for those who filed it or one that was merged into it, for CNSA, and for whoever sees all.
-- A merged report's filer may not read the root, and the root's outcome is everyone's.
create function upheld_basis(violation uuid) returns table (drama_id uuid, bureau_id uuid, code text, severity int, decided_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$ select s.drama_id, r.bureau_id, c.code, s.severity, r.decided_at
  from violations v join violations r on r.id = coalesce(v.root_id, v.id)
  join violation_subjects s on s.violation_id = r.id and s.drama_id is not null and s.outcome = 'upheld'
  join violation_clauses c on c.subject_id = s.id and c.upheld = 'yes'
  where v.id = violation and v.state in ('upheld', 'merged') and r.state = 'upheld'
    and (app_sees_all() or app_kind() = 'association' or (app_kind() = 'platform' and filed_by(v.id, app_org()))) $$;--> statement-breakpoint
-- The entries on which these works stand now, so that a second proposal can join; the entry itself stays sealed until it has.
create function active_entries_of(works uuid[]) returns table (drama_id uuid, entry_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select s.drama_id, s.entry_id from blacklist_subjects s where s.active and s.drama_id = any (works) and app_kind() is not null $$;
