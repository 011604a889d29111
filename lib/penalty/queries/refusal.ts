import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { rectificationOrders } from '@/db/schema'
import { rectificationOn } from '../../rectification/queries/subject'
import type { Follower } from '../workflow'

/** What P1 would ask for is done and accepted, or asked for already, so that whoever imposes it joins. */
export type Mending = 'met' | 'running'

/** How the mending of this subject stands, whoever ordered it: from a refusal on the guide's next row counts, for every platform that decides on it. */
export async function mendingOn(tx: Tx, subjectId: string): Promise<{ refusedId: string | null; mending: Mending | null }> {
  const found = await rectificationOn(tx, subjectId)
  if (!found || found.state === 'refused') return { refusedId: found?.id ?? null, mending: null }
  return { refusedId: null, mending: found.state === 'accepted' ? 'met' : 'running' }
}

/** The rectification of this subject that was refused. */
export const refusedOn = async (tx: Tx, subjectId: string): Promise<string | null> => (await mendingOn(tx, subjectId)).refusedId

/** A bureau decides on no penalty: what it ordered and was refused is each platform's that is concerned. For the house, who sees all. */
export async function isOfBureau(tx: Tx, rectificationId: string): Promise<boolean> {
  const [order] = await tx.select().from(rectificationOrders).where(eq(rectificationOrders.rectificationId, rectificationId))
  return order !== undefined && order.openerId === order.bureauId
}

/** What one platform did after a refusal. */
export type AfterRefusal = {
  platformId: string
  /** The guide's next row was imposed, or the refusal is reported (V10-05): one of them, never both; neither yet, or neither at all. */
  by: Follower | null
  /** The decision that waits before it. */
  due: { id: string; number: string | null } | null
  /** The report that stands, and the one that is being written. */
  report: { id: string; number: string | null } | null
  draftId: string | null
}

type Row = {
  platformId: string
  imposed: boolean
  dueId: string | null
  dueNumber: string | null
  reportId: string | null
  reportNumber: string | null
  draftId: string | null
}

/**
 * What came after this refusal, platform by platform, as far as the reader may see it: the one place that tells whether the next row
 * was imposed or the refusal reported. A measure that was taken back, a report that was withdrawn or dismissed, count as nothing.
 */
export async function afterRefusal(tx: Tx, rectificationId: string, platformId?: string): Promise<AfterRefusal[]> {
  const rows = await tx.execute<Row>(sql`
    select w.platform_id as "platformId", bool_or(p.rung is not null and p.state not in ('revoked', 'withdrawn')) as imposed,
      (array_agg(p.id order by p.number) filter (where p.state = 'due'))[1] as "dueId",
      (array_agg(p.number order by p.number) filter (where p.state = 'due'))[1] as "dueNumber",
      (array_agg(r.id) filter (where r.stands))[1] as "reportId", (array_agg(r.number) filter (where r.stands))[1] as "reportNumber",
      (array_agg(r.id) filter (where r.state = 'draft'))[1] as "draftId"
    from penalty_reasons w join penalties p on p.id = w.penalty_id
    left join lateral (
      select v.id, v.number, v.state, v.state in ('recorded', 'filed', 'upheld') or (v.state = 'merged' and v.outcome is distinct from 'dismissed') as stands
      from violation_filings f join violations v on v.id = f.violation_id
      where f.refused_id = w.refused_id and f.filer_id = w.platform_id) r on true
    where w.refused_id = ${rectificationId} and ${platformId ? sql`w.platform_id = ${platformId}` : sql`true`}
    group by w.platform_id order by w.platform_id`)
  return [...rows].map(({ platformId: of, imposed, dueId, dueNumber, reportId, reportNumber, draftId }) => ({
    platformId: of,
    by: imposed ? 'penalty' : reportId ? 'report' : null,
    due: dueId ? { id: dueId, number: dueNumber } : null,
    report: reportId ? { id: reportId, number: reportNumber } : null,
    draftId,
  }))
}

/** Refusals on these subjects after which this platform decides or has decided, the latest first. */
export const refusalsOn = async (tx: Tx, platformId: string, targetIds: readonly string[]) =>
  targetIds.length === 0
    ? []
    : [
        ...(await tx.execute<{ id: string; number: string; targetId: string }>(sql`
          select r.id, r.number, r.target_id as "targetId" from rectifications r
          where r.target_id = any (${sql.param([...targetIds])}::uuid[]) and r.state = 'refused'
            and exists (select from penalty_reasons w where w.refused_id = r.id and w.platform_id = ${platformId})
          order by r.ended_at desc, r.id`)),
      ]

/** The subjects on which nothing is left to report (V10-05), with the latest refusal: after each one this platform has imposed the next row. */
export async function refusalsImposed(tx: Tx, platformId: string, targetIds: readonly string[]): Promise<Map<string, string>> {
  const imposed = new Map<string, string>()
  for (const [targetId, refusals] of Map.groupBy(await refusalsOn(tx, platformId, targetIds), (one) => one.targetId)) {
    const after = await Promise.all(refusals.map(({ id }) => afterRefusal(tx, id, platformId)))
    if (after.every(([one]) => one?.by === 'penalty')) imposed.set(targetId, refusals[0]!.number)
  }
  return imposed
}

/** 拒不整改 */
export const REFUSED = 'V10-05'

/** The refusals, the latest first, that a filed report can be about: its subjects' own, which await what its filer decides. */
export const refusalsReported = async (tx: Tx, violationId: string) => [
  ...(await tx.execute<{ id: string; number: string; platformId: string; isNamed: boolean }>(sql`
    select distinct r.id, r.number, f.filer_id as "platformId", r.id is not distinct from f.refused_id as "isNamed", r.ended_at
    from violation_filings f join violation_subjects s on s.violation_id = f.violation_id
    join violation_clauses c on c.subject_id = s.id and c.code = ${REFUSED}
    join rectifications r on r.target_id in (s.drama_id, s.mini_program_id, s.account_id) and r.state = 'refused'
    join penalty_reasons w on w.refused_id = r.id and w.platform_id = f.filer_id
    where f.violation_id = ${violationId}
    order by "isNamed" desc, r.ended_at desc`)),
]
