import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { biweeklyReports, events, organizations } from '@/db/schema'
import { owedPeriods, type Period, type Span, spansOf } from '../rules/period'

const TURNS = ['organization.admitted', 'organization.barred', 'organization.readmitted']

/** When platforms took part, by platform: as their admissions and suspensions stand in the record. */
export async function participation(tx: Tx, filerId?: string): Promise<Map<string, Span[]>> {
  const platforms = tx.select({ id: organizations.id }).from(organizations).where(eq(organizations.kind, 'platform'))
  const turns = await tx
    .select({ filerId: events.subjectId, name: events.name, at: events.at })
    .from(events)
    .where(and(filerId ? eq(events.subjectId, filerId) : inArray(events.subjectId, platforms), inArray(events.name, TURNS)))
    .orderBy(asc(events.seq))
  return new Map([...Map.groupBy(turns, (turn) => turn.filerId)].map(([id, own]) => [id, spansOf(own)]))
}

export type Owed = { filerId: string; period: Period }

/** The reports that are owed for periods that have ended and that nobody has called yet, the oldest period first. */
export async function reportsToCall(tx: Tx, now: Date): Promise<Owed[]> {
  const spans = await participation(tx)
  const called = await tx
    .select({ filerId: biweeklyReports.filerId, count: count() })
    .from(biweeklyReports)
    .where(isNull(biweeklyReports.previousId))
    .groupBy(biweeklyReports.filerId)
  const countOf = new Map(called.map((row) => [row.filerId, row.count]))
  const behind = [...spans]
    .map(([filerId, own]) => ({ filerId, owed: owedPeriods(own, now) }))
    .filter(({ filerId, owed }) => owed.length > (countOf.get(filerId) ?? 0))
  if (behind.length === 0) return []
  const existing = await tx
    .select({ filerId: biweeklyReports.filerId, from: biweeklyReports.periodFrom })
    .from(biweeklyReports)
    .where(
      and(
        isNull(biweeklyReports.previousId),
        inArray(
          biweeklyReports.filerId,
          behind.map(({ filerId }) => filerId),
        ),
      ),
    )
  const has = new Set(existing.map(({ filerId, from }) => `${filerId} ${from}`))
  return behind
    .flatMap(({ filerId, owed }) => owed.map((period) => ({ filerId, period })))
    .filter(({ filerId, period }) => !has.has(`${filerId} ${period.from}`))
    .sort((a, b) => (a.period.from < b.period.from ? -1 : a.period.from > b.period.from ? 1 : a.filerId < b.filerId ? -1 : 1))
}
