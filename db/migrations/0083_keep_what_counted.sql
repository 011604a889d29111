-- What an event counted stands in the event itself, for its case changes afterwards: a work can be left out, a record pass to another bureau, a
-- work's size become known. What happened before says what it was counted as.
update events e set detail = e.detail || jsonb_build_object('bureauId', f.bureau_id, 'episodeCount', f.episodes, 'totalSeconds', f.seconds)
from facts f where f.event_id = e.id and e.name = 'violation.recorded' and f.what = 'found';--> statement-breakpoint
update events e set detail = e.detail || jsonb_build_object('episodeCount', f.episodes, 'totalSeconds', f.seconds)
from facts f where f.event_id = e.id and e.name = 'penalty.recorded' and f.what = 'measured';--> statement-breakpoint
update events e set detail = e.detail || jsonb_build_object('works', coalesce((
  select jsonb_agg(jsonb_build_object('id', f.target_id, 'episodeCount', f.episodes, 'totalSeconds', f.seconds))
  from facts f where f.event_id = e.id and f.what = 'proposed' and f.target_kind = 'drama'), '[]'))
where e.name = 'blacklist.proposed';
