ALTER TABLE "penalties" DROP CONSTRAINT "penalty_state_known";--> statement-breakpoint
DROP INDEX "one_rung_per_account_and_case";--> statement-breakpoint
DROP INDEX "penalties_of_account";--> statement-breakpoint
ALTER TABLE "penalties" ALTER COLUMN "rung" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "penalties" ALTER COLUMN "starts_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "penalty_reasons" ALTER COLUMN "against" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "penalty_reasons" ALTER COLUMN "decision" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "penalties" ADD COLUMN "target_kind" text;--> statement-breakpoint
ALTER TABLE "penalties" ADD COLUMN "target_id" uuid;--> statement-breakpoint
ALTER TABLE "penalties" ADD COLUMN "episode" integer;--> statement-breakpoint
ALTER TABLE "penalties" ADD COLUMN "target_name" text;--> statement-breakpoint
-- What was imposed so far was imposed on accounts; of a report that was merged it belongs to the root, whose outcome it follows.
UPDATE "penalties" SET "target_kind" = 'account', "target_id" = "account_id", "target_name" = "handle";--> statement-breakpoint
-- Whether guidance was followed is told by its rectification from now on; what waited for a platform to say so waits no longer.
DELETE FROM "waiting" WHERE "noun" = 'penalty';--> statement-breakpoint
UPDATE "penalties" p SET "violation_id" = v."root_id" FROM "violations" v
  WHERE v."id" = p."violation_id" AND v."root_id" IS NOT NULL
  AND NOT EXISTS (SELECT FROM "penalties" o WHERE o."violation_id" = v."root_id" AND o."account_id" = p."account_id" AND o."rung" = p."rung");--> statement-breakpoint
ALTER TABLE "penalties" ALTER COLUMN "target_kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "penalties" ALTER COLUMN "target_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "penalties" ALTER COLUMN "target_name" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "penalties" ADD COLUMN "rectification_id" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "one_rung_per_target_and_case" ON "penalties" USING btree ("violation_id","platform_id","target_id",coalesce("episode", 0),"rung",(case when "rung" = 'P8' then "parameter" else '' end)) WHERE "penalties"."state" not in ('revoked', 'unmet', 'withdrawn', 'due', 'spared');--> statement-breakpoint
CREATE UNIQUE INDEX "one_decision_due" ON "penalties" USING btree ("violation_id","platform_id","target_id",coalesce("episode", 0)) WHERE "penalties"."state" = 'due';--> statement-breakpoint
CREATE INDEX "penalties_of_target" ON "penalties" USING btree ("target_id","opened_at");--> statement-breakpoint
CREATE INDEX "penalties_due" ON "penalties" USING btree ("platform_id","due_at","id") WHERE "penalties"."state" = 'due';--> statement-breakpoint
CREATE INDEX "penalties_by_rectification" ON "penalties" USING btree ("rectification_id") WHERE "penalties"."rectification_id" is not null;--> statement-breakpoint
CREATE INDEX "penalties_following" ON "penalty_reasons" USING btree ("after_id") WHERE "penalty_reasons"."after_id" is not null;--> statement-breakpoint
ALTER TABLE "penalties" ADD CONSTRAINT "penalty_target_known" CHECK ("penalties"."target_kind" in ('drama', 'episode', 'mini_program', 'account'));--> statement-breakpoint
ALTER TABLE "penalties" ADD CONSTRAINT "penalty_episode_of_a_work" CHECK (("penalties"."target_kind" = 'episode') = ("penalties"."episode" is not null));--> statement-breakpoint
ALTER TABLE "penalties" ADD CONSTRAINT "penalty_has_its_rung" CHECK (("penalties"."rung" is null) = ("penalties"."state" in ('due', 'spared')));--> statement-breakpoint
ALTER TABLE "penalties" ADD CONSTRAINT "penalty_begins" CHECK ("penalties"."starts_at" is not null or "penalties"."state" in ('due', 'spared') or "penalties"."rung" = 'P4');--> statement-breakpoint
ALTER TABLE "penalties" ADD CONSTRAINT "penalty_state_known" CHECK ("penalties"."state" in ('due', 'active', 'ended', 'met', 'unmet', 'revoked', 'spared', 'recorded', 'withdrawn', 'acknowledged', 'concluded'));--> statement-breakpoint
-- Whose subject it is: the platform of the account or mini-program, every platform where the work stands, and who found it aired on its own service.
create function platforms_concerned(subject uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$ select a.platform_id from violation_subjects s join platform_accounts a on a.id = s.account_id where s.id = subject
  union select m.platform_id from violation_subjects s join mini_programs m on m.id = s.mini_program_id where s.id = subject
  union select p.platform_id from violation_subjects s join placements p on p.drama_id = s.drama_id where s.id = subject
  union select f.filer_id from violation_subjects s join violations v on s.violation_id in (v.id, v.root_id) join violation_filings f on f.violation_id = v.id
    join organizations o on o.id = f.filer_id and o.kind = 'platform' where s.id = subject and s.kind = 'drama' and s.stage = 'after_airing' $$;--> statement-breakpoint
create function violation_reaches(violation uuid, platform uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_subjects s where s.violation_id = violation and s.outcome = 'upheld' and platform in (select platforms_concerned(s.id))) $$;--> statement-breakpoint
-- A platform reads what was upheld about its own accounts, mini-programs and placements, whoever reported it: it decides on them.
create or replace function sees_violation(v violations) returns boolean language sql stable as
$$ select app_kind() in ('house', 'clock') or (v.state <> 'draft' and (app_kind() = 'national' or (app_kind() = 'province' and v.bureau_id = app_org())))
  or (app_kind() in ('platform', 'association') and filed_by(v.id, app_org()))
  or (app_kind() = 'association' and v.state = 'upheld')
  or (app_kind() = 'platform' and v.state = 'upheld' and violation_reaches(v.id, app_org()))
  or (app_kind() = 'creator' and v.state = 'upheld' and violation_concerns(v.id, app_org())) $$;--> statement-breakpoint
create function drama_is_upheld_at(drama uuid, platform uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from violation_subjects s join violations v on v.id = s.violation_id
  where s.drama_id = drama and s.outcome = 'upheld' and v.state = 'upheld' and platform in (select platforms_concerned(s.id))) $$;--> statement-breakpoint
create or replace function sees_drama(d dramas) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() is not null and d.public_since is not null) or (app_kind() = 'creator' and d.producer_id = app_org())
  or (app_kind() = 'province' and (d.bureau_id = app_org() or drama_in_case_of(d.id, app_org())))
  or (app_kind() in ('platform', 'association') and drama_reported_by(d.id, app_org()))
  or (app_kind() = 'association' and drama_is_upheld(d.id))
  or (app_kind() = 'platform' and drama_is_upheld_at(d.id, app_org())) $$;--> statement-breakpoint
-- What is due, and what was spared, is between the platform and its regulators.
create function penalty_concerns(kind text, target uuid, creator uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select case kind when 'account' then exists (select from platform_accounts a where a.id = target and a.operator_id = creator)
  when 'mini_program' then exists (select from mini_programs m where m.id = target and m.operator_id = creator)
  else exists (select from dramas d where d.id = target and d.producer_id = creator) end $$;--> statement-breakpoint
create or replace function sees_penalty(p penalties) returns boolean language sql stable as
$$ select app_sees_all() or (app_kind() = 'province' and p.bureau_id = app_org()) or (app_kind() = 'platform' and p.platform_id = app_org())
  or (p.state not in ('due', 'spared') and (app_kind() in ('platform', 'association') or (app_kind() = 'creator' and penalty_concerns(p.target_kind, p.target_id, app_org())))) $$;--> statement-breakpoint
drop function account_of(uuid, uuid);--> statement-breakpoint
-- What was upheld in these reports, subject by subject: of a merged one, what was upheld in its root, whose outcome is everyone's.
drop function account_rulings(uuid[]);--> statement-breakpoint
create function target_rulings(reports uuid[]) returns table (asked uuid, violation_id uuid, subject_id uuid, kind text, target_id uuid, stage text, decided_at timestamptz, codes text[], episodes int[])
language sql stable security definer set search_path = public, pg_temp as
$$ select v.id, s.violation_id, s.id, s.kind, coalesce(s.drama_id, s.mini_program_id, s.account_id), s.stage, s.decided_at, array_agg(c.code order by c.code),
    array(select distinct p.episode from violation_places p where p.violation_id = s.violation_id and s.kind = 'drama' order by 1)
  from violations v
  join violation_subjects s on s.violation_id = coalesce(v.root_id, v.id) and s.outcome = 'upheld'
  join violation_clauses c on c.subject_id = s.id and c.upheld = 'yes'
  where v.id = any (reports) and v.outcome = 'upheld' and v.state in ('upheld', 'merged') and app_kind() <> 'creator' and sees_violation(v)
  group by v.id, s.id $$;--> statement-breakpoint
-- Other findings about the same target before this one: upheld, or recorded by a platform. They may stand where their reader may not
-- look: it learns when, and only of those that it may read which. Answers to the platforms concerned and to the regulators of the report.
drop function earlier_upheld(uuid, uuid, timestamptz);--> statement-breakpoint
create function earlier_findings(report uuid, target uuid, since timestamptz) returns table (violation_id uuid, decided_at timestamptz, number text, recorded boolean)
language sql stable security definer set search_path = public, pg_temp as
$$ select o.id, coalesce(s.decided_at, o.opened_at), (select x.number from violations x where (x.id = o.id or x.root_id = o.id) and sees_violation(x) order by x.root_id nulls first, x.number limit 1), o.state = 'recorded'
  from violations v
  join violation_subjects mine on mine.violation_id = coalesce(v.root_id, v.id) and target in (mine.drama_id, mine.mini_program_id, mine.account_id) and mine.outcome = 'upheld'
  join violation_subjects s on s.drama_id = target or s.mini_program_id = target or s.account_id = target
  join violations o on o.id = s.violation_id and o.id <> mine.violation_id and ((o.state = 'upheld' and s.outcome = 'upheld') or o.state = 'recorded')
  where v.id = report and coalesce(s.decided_at, o.opened_at) < mine.decided_at and coalesce(s.decided_at, o.opened_at) >= since
    and sees_violation(v) and (app_sees_all() or (app_kind() = 'province' and v.bureau_id = app_org())
      or (app_kind() = 'platform' and app_org() in (select platforms_concerned(mine.id))))
  order by 2 desc $$;--> statement-breakpoint
-- A permanent ban blocks the operator: which of these mini-programs and accounts are the same operator's as another that was banned, on whichever platform.
create function blocked_operators(subjects uuid[]) returns table (target text, operator_id uuid, operator text, number text) language sql stable security definer set search_path = public, pg_temp as
$$ with owned as (select id, name, operator_id from mini_programs where operator_id is not null union all select id, handle, operator_id from platform_accounts where operator_id is not null)
  select distinct on (t.id) t.name, t.operator_id, o.name, case when sees_penalty(p) then p.number end
  from owned t join owned b on b.operator_id = t.operator_id and b.id <> t.id
  join penalties p on p.target_id = b.id and p.rung = 'P9' and p.state in ('active', 'recorded')
  join organizations o on o.id = t.operator_id
  where t.id = any (subjects) and app_kind() in ('platform', 'association', 'province', 'national', 'house', 'clock')
  order by t.id, p.opened_at $$;--> statement-breakpoint
ALTER TABLE "penalties" DROP COLUMN "account_id";--> statement-breakpoint
ALTER TABLE "penalties" DROP COLUMN "handle";