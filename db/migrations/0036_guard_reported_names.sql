-- Names of reported works that are not public: read as rows by the house alone, asked for through a function that shows a reader only works it may see.
do $$
begin
  alter table reported_names enable row level security;
  create policy reads on reported_names for select using (app_kind() = 'house');
  create policy writes on reported_names for insert with check (app_kind() is not null);
  create policy changes on reported_names for update using (app_kind() = 'house');
  create policy clears on reported_names for delete using (app_kind() = 'house');
end $$;--> statement-breakpoint
create function reported_works_near(folds text[], wanted text[], sounds text[], most int) returns table (drama_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select d.id from (
    select n.drama_id, bool_or(n.folded = any (folds)) as equal, coalesce(bool_or(n.sound = any (sounds)), false) as sounds_alike,
      max((select count(*) from unnest(n.grams) gram where gram = any (wanted))) as shared
    from reported_names n where n.grams && wanted or n.sound = any (sounds) group by n.drama_id) named
  join dramas d on d.id = named.drama_id
  where d.public_since is null and app_kind() not in ('creator', 'visitor') and sees_drama(d)
  order by named.equal desc, named.sounds_alike desc, named.shared desc, d.id
  limit most $$;
