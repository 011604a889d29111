-- Equal names share all their pairs, so the two indexes answer; a third condition without one would read every name.
create or replace function listed_names_near(folds text[], wanted text[], sounds text[], most int) returns table (entry_id uuid, name text, kind text)
language sql stable security definer set search_path = public, pg_temp as
$$ select n.entry_id, n.name, n.kind from blacklist_names n
  where n.active and app_kind() is not null and (n.grams && wanted or n.sound = any (sounds))
  order by n.folded = any (folds) desc, n.sound is not null and n.sound = any (sounds) desc,
    (select count(*) from unnest(n.grams) gram where gram = any (wanted)) desc, n.entry_id, n.name
  limit most $$;
