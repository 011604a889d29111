ALTER TABLE "blacklist_names" ADD COLUMN "drama_id" uuid;--> statement-breakpoint
ALTER TABLE "blacklist_names" ADD CONSTRAINT "blacklist_names_drama_id_dramas_id_fk" FOREIGN KEY ("drama_id") REFERENCES "public"."dramas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A name that a work of the scope carries was taken from it.
update blacklist_names n set drama_id = d.id
from blacklist_subjects s join dramas d on d.id = s.drama_id
where s.entry_id = n.entry_id and (d.title = n.name or n.name = any (d.aliases)
  or exists (select from registrations r where r.drama_id = d.id and r.official_number = n.name));--> statement-breakpoint
-- Works that were proposed and left out at verification have kept warning; their names go.
delete from blacklist_names n using events e, dramas d
where n.drama_id is null and e.subject_id = n.entry_id and e.name = 'blacklist.proposed' and e.detail -> 'dramaIds' ? d.id::text
  and (d.title = n.name or n.name = any (d.aliases)
    or exists (select from registrations r where r.drama_id = d.id and r.official_number = n.name));
