-- What a report upheld against works and mini-programs: for those who filed it or one that was merged into it, for CNSA, and for whoever sees all.
drop function upheld_basis(uuid);--> statement-breakpoint
create function upheld_basis(violation uuid) returns table (drama_id uuid, mini_program_id uuid, bureau_id uuid, code text, severity int, decided_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$ select s.drama_id, s.mini_program_id, r.bureau_id, c.code, s.severity, r.decided_at
  from violations v join violations r on r.id = coalesce(v.root_id, v.id)
  join violation_subjects s on s.violation_id = r.id and num_nonnulls(s.drama_id, s.mini_program_id) = 1 and s.outcome = 'upheld'
  join violation_clauses c on c.subject_id = s.id and c.upheld = 'yes'
  where v.id = violation and v.state in ('upheld', 'merged') and r.state = 'upheld'
    and (app_sees_all() or app_kind() = 'association' or (app_kind() = 'platform' and filed_by(v.id, app_org()))) $$;--> statement-breakpoint
-- The entries on which these works and mini-programs stand now, so that a second proposal can join; the entry itself stays sealed until it has.
drop function active_entries_of(uuid[]);--> statement-breakpoint
create function active_entries_of(subjects uuid[]) returns table (subject_id uuid, entry_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(s.drama_id, s.mini_program_id), s.entry_id from blacklist_subjects s
  where s.active and (s.drama_id = any (subjects) or s.mini_program_id = any (subjects)) and app_kind() is not null $$;--> statement-breakpoint
create or replace function entry_concerns(entry uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from blacklist_subjects s left join dramas d on d.id = s.drama_id left join mini_programs m on m.id = s.mini_program_id
  where s.entry_id = entry and creator in (d.producer_id, organization_of_operator(m.operator_id))) $$;--> statement-breakpoint
-- A mini-program that was listed is as public as the entry that lists it.
create function mini_program_was_listed(program uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from blacklist_subjects s join blacklist_entries e on e.id = s.entry_id where s.mini_program_id = program and e.state in ('listed', 'lifted')) $$;--> statement-breakpoint
alter policy reads on mini_programs using (app_sees_all() or app_kind() in ('platform', 'association', 'province') or operator_id = (select own_operator()) or (app_kind() is not null and mini_program_was_listed(id)));
