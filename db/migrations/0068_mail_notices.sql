ALTER TABLE "mails" ADD COLUMN "organization_id" uuid;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "asked_by" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "mail_id" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_of_organization" ON "mails" USING btree ("organization_id","queued_at","id");--> statement-breakpoint
CREATE INDEX "notices_to_mail" ON "notices" USING btree ("member_id","at") WHERE "notices"."mailed_at" is null;--> statement-breakpoint
CREATE INDEX "notices_of_mail" ON "notices" USING btree ("mail_id");--> statement-breakpoint
-- What was told before there were mails is not mailed any more.
update notices set mailed_at = at;--> statement-breakpoint
-- The envelopes of the mails to one's own organization: not what stands in them, because one-time links do.
create view mail_envelopes with (security_barrier) as
  select m.id, m.organization_id, m.recipient, m.subject, m.queued_at, m.sent_at, m.attempts, m.next_at, m.last_error, m.asked_by,
    m.sent_at is null or exists (select from notices n where n.mail_id = m.id) as can_go_again
  from mails m where m.organization_id = app_org() or app_kind() in ('house', 'clock');
--> statement-breakpoint
drop function demonstration_mails();--> statement-breakpoint
create function demonstration_mails(address text) returns setof mails language sql stable security definer set search_path = public, pg_temp as
$$ select * from mails where exists (select from organizations where demonstration) and app_kind() is not null and (address is null or recipient = address)
  order by queued_at desc, id desc limit 100 $$;
