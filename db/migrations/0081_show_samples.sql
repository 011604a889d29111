-- Which of a published list were drawn, in the order in which anyone draws them again: once the seed is out, for everybody. What an id stands for stays with those who may know it.
create function drawn_in(frame uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$ select s.opaque_id from inspection_sheets s join inspection_frames f on f.id = s.frame_id
  where s.frame_id = frame and f.seed is not null and app_kind() is not null order by sha256((f.seed || s.opaque_id)::bytea) $$;
