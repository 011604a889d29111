-- What a creator is still writing is its own business, in a returned filing as in a draft.
create function reads_turn(registration uuid, submitted timestamptz) returns boolean language sql stable as
$$ select (submitted is not null or app_kind() in ('creator', 'house', 'clock')) and reads_contents(registration) $$;--> statement-breakpoint
alter policy reads on registration_contents using (reads_turn(registration_id, submitted_at));--> statement-breakpoint
alter policy changes on registration_contents using (reads_turn(registration_id, submitted_at)) with check (app_kind() is not null);--> statement-breakpoint
alter policy clears on registration_contents using (reads_turn(registration_id, submitted_at));--> statement-breakpoint
-- A number that was issued stays, in each of its spellings.
create or replace function official_number_stays() returns trigger language plpgsql as $$
begin
  if old.official_number is not null and (new.official_number, new.number_key) is distinct from (old.official_number, old.number_key) then raise exception 'an official number stays' using errcode = 'check_violation'; end if;
  return new;
end $$;--> statement-breakpoint
drop trigger official_number_stays on registrations;--> statement-breakpoint
create trigger official_number_stays before update of official_number, number_key on registrations for each row execute function official_number_stays();
