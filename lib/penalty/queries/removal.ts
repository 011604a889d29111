import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { penalties } from '@/db/schema'
import { REMOVAL } from '../rules/measure'

/** One work on one platform. */
export type Place = { targetId: string; platformId: string }

const removes = ({ targetId, platformId }: { targetId: unknown; platformId: unknown }, at: Date) => sql`exists (
  select from penalties r where r.target_id = ${targetId} and r.platform_id = ${platformId} and r.rung = 'P3'
    and (r.state = 'active' or (r.state = 'recorded' and (r.ends_at is null or r.ends_at > ${at.toISOString()}))))`

/** Is this work removed there, by whichever report? What was only recorded removes it as long as its dates say. */
export async function isRemoved(tx: Tx, place: Place, at: Date): Promise<boolean> {
  const [row] = await tx.execute<{ removed: boolean }>(sql`select ${removes(place, at)} as removed`)
  return row!.removed
}

/** A removal that keeps a work away: one in force, or one that was only recorded and whose dates say so; without an end it counts as running. */
export type StandingRemoval = { number: string; state: 'active' | 'recorded'; endsAt: Date | null }

/** All removals of a work there that stand, as far as the reader reads them, by number. */
export async function standingRemovals(tx: Tx, { targetId, platformId }: Place, at: Date): Promise<StandingRemoval[]> {
  const rows = await tx
    .select({ number: penalties.number, state: penalties.state, endsAt: penalties.endsAt })
    .from(penalties)
    .where(
      and(
        eq(penalties.targetId, targetId),
        eq(penalties.platformId, platformId),
        eq(penalties.rung, REMOVAL),
        or(eq(penalties.state, 'active'), and(eq(penalties.state, 'recorded'), or(isNull(penalties.endsAt), gt(penalties.endsAt, at)))),
      ),
    )
    .orderBy(asc(penalties.number))
  return rows.flatMap(({ number, state, endsAt }) =>
    number ? [{ number, state: state === 'recorded' ? ('recorded' as const) : ('active' as const), endsAt }] : [],
  )
}

const waits = and(eq(penalties.state, 'active'), isNull(penalties.startsAt), isNull(penalties.endsAt))

/** The limits of traffic that wait for a work's return there. */
export const limitsWaiting = ({ targetId, platformId }: Place) =>
  and(eq(penalties.targetId, targetId), eq(penalties.platformId, platformId), waits)

/** Works that are back while a limit of their traffic still waits for it: a removal that was only recorded ends by its date, and no act tells of it. */
export const worksReturned = (tx: Tx, at: Date, limit = 100): Promise<Place[]> =>
  tx
    .selectDistinct({ targetId: penalties.targetId, platformId: penalties.platformId })
    .from(penalties)
    .where(and(waits, sql`not ${removes({ targetId: penalties.targetId, platformId: penalties.platformId }, at)}`))
    .orderBy(asc(penalties.targetId), asc(penalties.platformId))
    .limit(limit)
