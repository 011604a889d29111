import { and, asc, eq, ilike, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { waiting } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { dayOf, instantAt } from '../../kernel/time'
import { organizationNames } from '../../organization/queries/organizations'
import type { DeskAct } from '../rules'
import { type Facts, factsOf, type Name } from './facts'

const PAGE = 50
export type QueueFilter = { act?: DeskAct; severity?: number; q?: string; after?: string }
export type QueueRow = {
  id: string
  number: string | null
  noun: string
  act: DeskAct
  title: string
  /** The title is a work's, and not an account's, a mini-program's or an organization's. */
  isWork: boolean
  dueAt: Date | null
  severity: number | null
  /** Whose case it is where the clock brought it here. */
  escalatedFrom: Name | null
  facts: Facts | null
}

/** What waits for the actor: its organization's, one of its own duties, and not barred by what the actor did before. */
const mine = ({ organizationId, memberId, duties }: Actor) =>
  and(
    eq(waiting.organizationId, organizationId!),
    sql`${waiting.duties} && ${sql.param([...duties])}::text[]`,
    memberId ? sql`${memberId}::uuid <> all (${waiting.apart})` : undefined,
  )
const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
function doing(act: DeskAct | undefined): SQL | undefined {
  const [noun, step] = act?.split('.') ?? []
  return noun && step ? and(eq(waiting.noun, noun), eq(waiting.step, step)) : undefined
}

const isWork = (noun: string, facts: Facts | undefined) => (facts && 'isWork' in facts ? facts.isWork : noun === 'registration')

/** Which of these cases are titled by a work, and not by a mini-program, an account or an organization, as far as the reader may know. */
export async function titledByWorks(tx: Tx, cases: { noun: string; id: string }[]): Promise<ReadonlySet<string>> {
  const facts = await factsOf(tx, cases)
  return new Set(cases.filter(({ noun, id }) => isWork(noun, facts.get(id))).map(({ id }) => id))
}

/** The actor's queue by deadline, what has none last, 50 a page; `limit` raises the page for a file. */
export async function queueOf(tx: Tx, actor: Actor, { act, severity, q, after }: QueueFilter, limit = PAGE): Promise<Page<QueueRow>> {
  const from = readCursor(after)
  const rows = await tx
    .select()
    .from(waiting)
    .where(
      and(
        mine(actor),
        doing(act),
        severity ? eq(waiting.severity, severity) : undefined,
        q ? or(ilike(waiting.title, literal(q)), ilike(waiting.number, literal(q))) : undefined,
        from ? sql`(${waiting.dueAt}, ${waiting.subjectId}) > (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(waiting.dueAt), asc(waiting.subjectId))
    .limit(limit + 1)
  const instant = (text: string) => (text === 'infinity' ? null : new Date(text))
  const page = cut(rows, limit, ({ dueAt, subjectId }) => cursorOf(instant(dueAt) ?? 'infinity', subjectId))
  const facts = await factsOf(
    tx,
    page.rows.map(({ noun, subjectId }) => ({ noun, id: subjectId })),
  )
  const names = await organizationNames(
    tx,
    page.rows.map(({ escalatedFrom }) => escalatedFrom),
  )
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.subjectId,
      number: row.number,
      noun: row.noun,
      act: `${row.noun}.${row.step}` as DeskAct,
      title: row.title,
      dueAt: instant(row.dueAt),
      severity: row.severity,
      escalatedFrom: (row.escalatedFrom && names.get(row.escalatedFrom)) || null,
      isWork: isWork(row.noun, facts.get(row.subjectId)),
      facts: facts.get(row.subjectId) ?? null,
    })),
  }
}

/** Counts go up to here and say so. */
export const COUNTED = 1000
export type QueueCounts = { total: number; overdue: number; today: number; byAct: Map<DeskAct, number> }

/** How much waits for the actor, by act; the most urgent thousand are counted. */
export async function queueCounts(tx: Tx, actor: Actor, now: Date): Promise<QueueCounts> {
  const some = tx
    .select({ noun: waiting.noun, step: waiting.step, dueAt: waiting.dueAt })
    .from(waiting)
    .where(mine(actor))
    .orderBy(asc(waiting.dueAt), asc(waiting.subjectId))
    .limit(COUNTED)
    .as('some')
  const [at, midnight] = [now.toISOString(), instantAt(dayOf(now), '24:00').toISOString()]
  const rows = await tx
    .select({
      noun: some.noun,
      step: some.step,
      n: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${some.dueAt} <= ${at}::timestamptz))::int`,
      today: sql<number>`(count(*) filter (where ${some.dueAt} > ${at}::timestamptz and ${some.dueAt} <= ${midnight}::timestamptz))::int`,
    })
    .from(some)
    .groupBy(some.noun, some.step)
    .orderBy(some.noun, some.step)
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0)
  return {
    total: sum(({ n }) => n),
    overdue: sum(({ overdue }) => overdue),
    today: sum(({ today }) => today),
    byAct: new Map(rows.map(({ noun, step, n }) => [`${noun}.${step}` as DeskAct, n])),
  }
}

const BADGE = 100
/** How much waits and how much of it is overdue, each up to 99 and then 100 for more: for the mark beside the queue's name. */
export async function queueBadge(tx: Tx, actor: Actor, now: Date): Promise<{ count: number; overdue: number }> {
  if (!actor.organizationId || !actor.duties.length) return { count: 0, overdue: 0 }
  const some = tx
    .select({ dueAt: waiting.dueAt })
    .from(waiting)
    .where(mine(actor))
    .orderBy(asc(waiting.dueAt), asc(waiting.subjectId))
    .limit(BADGE)
    .as('some')
  const [row] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${some.dueAt} <= ${now.toISOString()}::timestamptz))::int`,
    })
    .from(some)
  return row ?? { count: 0, overdue: 0 }
}
