import { and, arrayOverlaps, desc, eq, ilike, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { consultationPublications, consultations, organizations } from '@/db/schema'
import type { Actor } from '../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../kernel/page'
import { historyOf } from '../ledger/queries'
import { organizationNames } from '../organization/queries/organizations'
import type { ConsultationState, Topic } from './workflow'

const PAGE = 50
type Name = { shortName: string; name: string; nameEn: string | null }
export type Question = typeof consultations.$inferSelect
export type QuestionRow = Pick<Question, 'id' | 'title' | 'topic' | 'state' | 'openedAt' | 'dueAt' | 'answeredAt'> & {
  number: string
  asker: Name | null
  bureau: Name | null
}
export type QuestionFilter = { state?: ConsultationState; topic?: Topic; q?: string; after?: string }

/** Whose questions an actor reads: a creator its own, a bureau those before it, 总局 all. */
function mine({ kind, organizationId }: Actor) {
  if (kind === 'creator' && organizationId) return eq(consultations.askerId, organizationId)
  if (kind === 'province' && organizationId) return eq(consultations.bureauId, organizationId)
  return kind === 'national' ? undefined : sql`false`
}
const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The actor's questions, newest first, 50 a page. */
export async function questionsOf(tx: Tx, actor: Actor, { state, topic, q, after }: QuestionFilter = {}): Promise<Page<QuestionRow>> {
  const from = readCursor(after)
  const rows = await tx
    .select()
    .from(consultations)
    .where(
      and(
        mine(actor),
        state && eq(consultations.state, state),
        topic && eq(consultations.topic, topic),
        q
          ? or(ilike(consultations.title, literal(q)), ilike(consultations.question, literal(q)), eq(consultations.number, q.toUpperCase()))
          : undefined,
        from ? sql`(${consultations.openedAt}, ${consultations.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(consultations.openedAt), desc(consultations.id))
    .limit(PAGE + 1)
  const page = cut(rows, PAGE, ({ openedAt, id }) => cursorOf(openedAt, id))
  const names = await organizationNames(
    tx,
    page.rows.flatMap(({ askerId, bureauId }) => [askerId, bureauId]),
  )
  return {
    next: page.next,
    rows: page.rows.map(({ id, number, title, topic: about, state: at, openedAt, dueAt, answeredAt, askerId, bureauId }) => ({
      id,
      number: number ?? '',
      title,
      topic: about,
      state: at,
      openedAt,
      dueAt,
      answeredAt,
      asker: names.get(askerId) ?? null,
      bureau: names.get(bureauId) ?? null,
    })),
  }
}

const published = {
  number: consultationPublications.number,
  topic: consultationPublications.topic,
  title: consultationPublications.title,
  question: consultationPublications.question,
  answer: consultationPublications.answer,
  clauses: consultationPublications.clauses,
  publishedAt: consultationPublications.publishedAt,
  bureauId: consultationPublications.bureauId,
}
export type PublicAnswer = Omit<typeof consultationPublications.$inferSelect, 'consultationId'> & { bureau: Name | null }

/** A question whole, for whoever asked, its bureau and 总局; to anyone else only what was published of it. */
export async function questionByNumber(tx: Tx, actor: Actor, number: string) {
  const [found] = await tx
    .select()
    .from(consultations)
    .where(and(eq(consultations.number, number), mine(actor)))
  const [open] = await tx.select(published).from(consultationPublications).where(eq(consultationPublications.number, number))
  if (!found && !open) return null
  const names = await organizationNames(tx, [found?.askerId ?? null, found?.bureauId ?? open?.bureauId ?? null])
  const publication: PublicAnswer | null = open ? { ...open, bureau: names.get(open.bureauId) ?? null } : null
  if (!found) return { question: null, publication: publication! }
  return {
    question: found,
    publication,
    asker: names.get(found.askerId) ?? null,
    bureau: names.get(found.bureauId) ?? null,
    history: await historyOf(tx, [{ noun: 'consultation', id: found.id }]),
  }
}

export type AnswerFilter = { topic?: Topic; q?: string; after?: string }

/** Published answers, newest first, 50 a page; with `q` those that hold the words. */
export async function publicAnswers(tx: Tx, { topic, q, after }: AnswerFilter = {}, most = PAGE): Promise<Page<PublicAnswer>> {
  const from = readCursor(after)
  const table = consultationPublications
  const rows = await tx
    .select({ ...published, id: table.consultationId })
    .from(table)
    .where(
      and(
        topic && eq(table.topic, topic),
        q ? or(ilike(table.title, literal(q)), ilike(table.question, literal(q)), ilike(table.answer, literal(q))) : undefined,
        from ? sql`(${table.publishedAt}, ${table.consultationId}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(table.publishedAt), desc(table.consultationId))
    .limit(most + 1)
  const page = cut(rows, most, ({ publishedAt, id }) => cursorOf(publishedAt, id))
  const names = await organizationNames(
    tx,
    page.rows.map(({ bureauId }) => bureauId),
  )
  return { next: page.next, rows: page.rows.map(({ id: _, ...row }) => ({ ...row, bureau: names.get(row.bureauId) ?? null })) }
}

/** The bureau that a creator's questions go to. */
export async function bureauOf(tx: Tx, { organizationId }: Actor): Promise<Name | null> {
  if (!organizationId) return null
  const [own] = await tx.select({ bureauId: organizations.bureauId }).from(organizations).where(eq(organizations.id, organizationId))
  return (own?.bureauId && (await organizationNames(tx, [own.bureauId])).get(own.bureauId)) || null
}

/** Published answers on these clauses, newest first; for wherever a clause is picked or fails. */
export async function answersOn(tx: Tx, codes: readonly string[], most = 5): Promise<{ number: string; title: string }[]> {
  if (codes.length === 0) return []
  return tx
    .select({ number: consultationPublications.number, title: consultationPublications.title })
    .from(consultationPublications)
    .where(arrayOverlaps(consultationPublications.clauses, [...codes]))
    .orderBy(desc(consultationPublications.publishedAt))
    .limit(most)
}
