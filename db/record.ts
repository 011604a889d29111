import { inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Actor } from '../lib/kernel/actor'
import { dayOf } from '../lib/kernel/time'
import type { Tx } from './client'
import { insertMany, setMany } from './many'
import { type Audience, caseCounters, eventHands, events, eventWords, formKeys, notices, waiting } from './schema'

/** `to`: the organization that reads them besides the regulators, where it is not the speaker's own. */
export type Words = { field: string; words: string; audience: Audience; to?: string }
export type ActEvent = {
  id: string
  name: string
  noun: string
  subjectId: string
  detail: Record<string, unknown>
  cause: string | null
  by: Actor
  words: Words[]
}
export type WaitingRow = typeof waiting.$inferInsert
/** `organizationId`: the member's, for what waits for it. */
export type NoticeRow = typeof notices.$inferInsert & { organizationId: string }
/** The case that an act touched; where it gets its number with this act, `number` is filled in when the act is recorded. */
export type Touched = { id: string; number: string | null }
type Unnumbered = { touched: Touched; prefix: string; table: PgTable & { id: AnyPgColumn } }

/** What an act has gathered and what is written down in one go at its end. */
export type Gathered = {
  events: ActEvent[]
  waits: Map<string, WaitingRow[]>
  numbered: Unnumbered[]
  notices: NoticeRow[]
  key?: { memberId: string; key: string; outcome: () => unknown }
  /** whether the transaction is under the house by now */
  isHouse: boolean
}

/** Drawn from a sequence, which locks nobody and runs through the years. */
export const isLockless = (prefix: string) => prefix === 'JB'

/** The next numbers of a prefix; where there is no sequence they count gap-free per year under a lock that lasts until the act ends. */
async function draw(tx: Tx, prefix: string, year: number, count: number): Promise<number[]> {
  if (isLockless(prefix)) {
    const rows = await tx.execute<{ n: number }>(sql`select nextval('violation_numbers')::int as n from generate_series(1, ${count})`)
    return rows.map(({ n }) => n)
  }
  const [row] = await tx
    .insert(caseCounters)
    .values({ prefix, year, last: count })
    .onConflictDoUpdate({ target: [caseCounters.prefix, caseCounters.year], set: { last: sql`${caseCounters.last} + ${count}` } })
    .returning({ last: caseCounters.last })
  return Array.from({ length: count }, (_, i) => row!.last - count + 1 + i)
}

/** Gives cases their numbers: as the act's last statement, so that the counters' lock is short; before they are written where it locks nobody, or for many at once. */
export async function number(tx: Tx, now: Date, cases: readonly Pick<Unnumbered, 'touched' | 'prefix'>[]) {
  const year = Number(dayOf(now).slice(0, 4))
  for (const prefix of [...new Set(cases.map((one) => one.prefix))].sort()) {
    const these = cases.filter((one) => one.prefix === prefix)
    const drawn = await draw(tx, prefix, year, these.length)
    these.forEach((one, i) => {
      one.touched.number = `${prefix}-${year}-${String(drawn[i]).padStart(4, '0')}`
    })
  }
}

/** Writes down what the act did: events with hands and words, what now waits for whom, who is told, the form's key, and last the numbers. */
export async function record(tx: Tx, now: Date, { events: happened, waits, numbered, notices: told, key }: Gathered) {
  const words = happened.flatMap((event) => event.words.map((said) => ({ ...said, event })))
  const happening = Promise.all([
    insertMany(
      tx,
      events,
      happened.map(({ id, name, noun, subjectId, detail, cause, by }) => ({
        id,
        name,
        noun,
        subjectId,
        detail,
        cause,
        at: now,
        actorKind: by.kind,
      })),
    ),
    insertMany(
      tx,
      eventHands,
      happened.map(({ id, noun, subjectId, by }) => ({
        eventId: id,
        noun,
        subjectId,
        memberId: by.memberId,
        organizationId: by.organizationId,
        onBehalfOf: by.onBehalfOf ?? null,
        memberName: by.name || null,
      })),
    ),
    insertMany(
      tx,
      eventWords,
      words.map(({ event, to, ...said }) => ({
        eventId: event.id,
        noun: event.noun,
        subjectId: event.subjectId,
        organizationId: said.audience === 'parties' || said.audience === 'regulators' ? (to ?? event.by.organizationId) : null,
        field: said.field,
        audience: said.audience,
        words: said.words,
      })),
    ),
    waits.size && tx.delete(waiting).where(inArray(waiting.subjectId, [...waits.keys()])),
  ])
  if (waits.size > 0 || numbered.length > 0) await happening
  await number(tx, now, numbered)
  const numbers = new Map(numbered.map(({ touched }) => [touched.id, touched.number]))
  const rows = [...waits.values()].flat().map((row) => ({ ...row, number: row.number ?? numbers.get(row.subjectId) ?? null }))
  /** By when it waits for this organization; null where it waits for another, or has no deadline. */
  const dueFor = (subjectId: string, organizationId: string) => {
    const due = waits.get(subjectId)?.find((row) => row.organizationId === organizationId)?.dueAt
    return due && due !== 'infinity' ? new Date(due) : null
  }
  await Promise.all([
    happening,
    ...[...Map.groupBy(numbered, ({ table }) => table)].map(([table, these]) =>
      setMany(
        tx,
        table,
        ['id'],
        these.map(({ touched: { id, number } }) => ({ id, number })),
      ),
    ),
    rows.length && tx.insert(waiting).values(rows),
    insertMany(
      tx,
      notices,
      told.map(({ organizationId, ...one }) => ({
        ...one,
        number: one.number ?? numbers.get(one.subjectId) ?? null,
        dueAt: one.dueAt ?? dueFor(one.subjectId, organizationId),
      })),
      sql`on conflict do nothing`,
    ),
    key && tx.insert(formKeys).values({ memberId: key.memberId, key: key.key, at: now, outcome: key.outcome() }),
  ])
}
