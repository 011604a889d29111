-- Has another report been merged into this one? Its filer may not read the other, and may not take its own back.
create function has_merged(violation uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violations v where v.root_id = violation) and sees_violation(violation) $$;
