-- The same answer without a call more for every event that is read: only those of filings ask for the step.
alter policy reads on events using (sees_case(noun, subject_id) and (noun <> 'registration'
  or name in ('registration.offered', 'registration.recorded', 'registration.approved', 'registration.published', 'registration.suspended', 'registration.restored')
  or follows_registration(subject_id)));--> statement-breakpoint
drop function tells_event(text, text, uuid);
