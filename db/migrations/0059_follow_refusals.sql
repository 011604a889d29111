-- What follows a refusal stands with each platform that decides on it: in its decision, or in its report of the refusal.
ALTER TABLE "rectification_orders" DROP CONSTRAINT "rectification_follower_known";--> statement-breakpoint
DROP INDEX "rectification_of_report";--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD COLUMN "refused_id" uuid;--> statement-breakpoint
ALTER TABLE "violation_filings" ADD COLUMN "refused_id" uuid;--> statement-breakpoint
CREATE INDEX "penalties_after_refusal" ON "penalty_reasons" USING btree ("refused_id","platform_id") WHERE "penalty_reasons"."refused_id" is not null;--> statement-breakpoint
CREATE INDEX "filings_of_refusal" ON "violation_filings" USING btree ("refused_id","filer_id") WHERE "violation_filings"."refused_id" is not null;--> statement-breakpoint
update penalty_reasons w set refused_id = p.rectification_id from penalties p where p.id = w.after_id and p.rectification_id is not null;--> statement-breakpoint
update penalty_reasons w set refused_id = r.id from penalties p, rectifications r join rectification_orders o on o.rectification_id = r.id
  where p.id = w.penalty_id and w.refused_id is null and o.followed_by = 'penalty' and r.state = 'refused' and p.violation_id = r.violation_id
    and p.target_id = r.target_id and p.platform_id = o.opener_id and p.opened_at >= r.ended_at;--> statement-breakpoint
update violation_filings f set refused_id = o.rectification_id from rectification_orders o where o.report_id = f.violation_id;--> statement-breakpoint
-- Whoever decides what comes after a refusal reads what was refused, as whoever joined it does.
create or replace function rectification_is_joined(rectification uuid, organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from rectification_joiners j where j.rectification_id = rectification and j.platform_id = organization)
  or exists (select from penalty_reasons w where w.refused_id = rectification and w.platform_id = organization) $$;--> statement-breakpoint
ALTER TABLE "rectification_orders" DROP COLUMN "followed_by";--> statement-breakpoint
ALTER TABLE "rectification_orders" DROP COLUMN "report_id";