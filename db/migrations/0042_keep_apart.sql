ALTER TABLE "waiting" ADD COLUMN "apart" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
update waiting w set apart = array[e.proposed_by] from blacklist_entries e where e.id = w.subject_id and w.noun = 'blacklist' and w.step = 'verify';--> statement-breakpoint
update waiting w set apart = array[e.proposed_by, e.verified_by] from blacklist_entries e where e.id = w.subject_id and w.noun = 'blacklist' and w.step = 'approve';--> statement-breakpoint
update waiting w set apart = array[o.approved_by] from takedown_orders o where o.id = w.subject_id and w.noun = 'takedown' and w.step = 'overrule';
