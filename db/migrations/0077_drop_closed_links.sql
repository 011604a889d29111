DROP INDEX "mails_to_send";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "link_hash" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "dropped_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "mails_to_send" ON "mails" USING btree ("next_at") WHERE "mails"."sent_at" is null and "mails"."dropped_at" is null;--> statement-breakpoint
-- What waits already is known by the link in it.
update mails set link_hash = encode(sha256(convert_to(substring(body from '/(?:join|reset)/([A-Za-z0-9_-]+)'), 'UTF8')), 'hex')
  where sent_at is null and body ~ '/(join|reset)/[A-Za-z0-9_-]+';--> statement-breakpoint
create or replace view mail_envelopes with (security_barrier) as
  select m.id, m.organization_id, m.recipient, m.subject, m.queued_at, m.sent_at, m.attempts, m.next_at, m.last_error, m.asked_by,
    m.dropped_at is null and (m.sent_at is null or exists (select from notices n where n.mail_id = m.id)) as can_go_again, m.dropped_at
  from mails m where m.organization_id = app_org() or app_kind() in ('house', 'clock');
