import { and, asc, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { inspectionFrames, inspectionPlans, inspectionSheets, waiting } from '@/db/schema'
import { type Day, dayOf } from '../../kernel/time'
import { drawsOn, isWatched, WATCH_DAYS } from '../rules/day'

const AT_ONCE = 500

/** The plans that draw today and have not drawn yet. */
export async function plansToFreeze(tx: Tx, today: Day): Promise<string[]> {
  const rows = await tx
    .select({
      id: inspectionPlans.id,
      startsOn: inspectionPlans.startsOn,
      endsOn: inspectionPlans.endsOn,
      weekdays: inspectionPlans.weekdays,
    })
    .from(inspectionPlans)
    .leftJoin(inspectionFrames, and(eq(inspectionFrames.planId, inspectionPlans.id), eq(inspectionFrames.day, today)))
    .where(and(eq(inspectionPlans.state, 'active'), lte(inspectionPlans.startsOn, today), isNull(inspectionFrames.id)))
    .orderBy(asc(inspectionPlans.number))
  return rows.filter((plan) => drawsOn(plan, today)).map(({ id }) => id)
}

/** Frames of days that are over, whose seed is not out yet. */
export async function framesToReveal(tx: Tx, today: Day): Promise<string[]> {
  const rows = await tx
    .select({ id: inspectionFrames.id })
    .from(inspectionFrames)
    .where(and(isNull(inspectionFrames.seed), lt(inspectionFrames.day, today)))
    .orderBy(asc(inspectionFrames.day), asc(inspectionFrames.id))
    .limit(AT_ONCE)
  return rows.map(({ id }) => id)
}

/** Sheets that nobody filled in on their day. */
export async function sheetsToMiss(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: waiting.subjectId })
    .from(waiting)
    .innerJoin(inspectionSheets, eq(inspectionSheets.id, waiting.subjectId))
    .where(and(eq(waiting.noun, 'sheet'), eq(inspectionSheets.state, 'drawn'), lte(waiting.dueAt, now.toISOString())))
    .orderBy(asc(waiting.dueAt), asc(waiting.subjectId))
    .limit(AT_ONCE)
  return rows.map(({ id }) => id)
}

export type Look = { orderId: string; dramaId: string }
/** Listed works whose day to be looked for on a platform has come, and which nobody has looked for there since they were listed. */
export async function looksToDraw(tx: Tx, now: Date): Promise<Look[]> {
  const today = dayOf(now)
  const rows = await tx.execute<{ id: string; openedAt: string; dramaId: string }>(sql`
    select t.id, t.opened_at as "openedAt", b.drama_id as "dramaId"
    from takedown_orders t join blacklist_subjects b on b.entry_id = t.entry_id and b.active
    where b.drama_id is not null and t.state <> 'withdrawn' and t.opened_at > ${now.toISOString()}::timestamptz - make_interval(days => ${WATCH_DAYS + 1})
      and not exists (select from inspection_sheets s where s.order_id = t.id and s.drama_id = b.drama_id
        and (s.state <> 'missed' or s.drawn_on = ${today}))
    order by t.opened_at, t.id, b.drama_id limit ${AT_ONCE * 4}`)
  return rows
    .filter(({ id, openedAt, dramaId }) => isWatched({ id, openedAt: new Date(openedAt) }, dramaId, today))
    .map(({ id, dramaId }) => ({ orderId: id, dramaId }))
}
