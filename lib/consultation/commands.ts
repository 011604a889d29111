import { and, eq } from 'drizzle-orm'
import { type Act, advance, hold, openCase } from '@/db/act'
import { consultationPublications, consultations, eventHands, organizations } from '@/db/schema'
import { NATIONAL_ID } from '../kernel/id'
import { refuse } from '../kernel/outcome'
import { judge } from '../kernel/workflow'
import { rulebook } from '../rulebook/queries'
import type { AnswerIt, Ask, Publish } from './input'
import { tells } from './rules'
import { consultationWorkflow } from './workflow'

type Seen = { id: string; version: number }

/** A creator asks the bureau that its filings go to; the answer is due by the rulebook. Refusals: not_yours. */
export async function askBureau(act: Act, { topic, title, question, workTitle }: Ask) {
  const { organizationId, memberId } = act.actor
  const [own] = await act.tx
    .select({ bureauId: organizations.bureauId })
    .from(organizations)
    .where(eq(organizations.id, organizationId ?? NATIONAL_ID))
  return openCase(act, consultations, consultationWorkflow, 'ask', {
    topic,
    title,
    question,
    workTitle,
    askerId: organizationId!,
    askedBy: memberId!,
    bureauId: own?.bureauId ?? NATIONAL_ID,
  })
}

/** Takes a question back that has not been answered. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawQuestion(act: Act, { id, version }: Seen) {
  const held = await hold(act, consultations, id, version)
  return held.ok ? advance(act, consultations, consultationWorkflow, 'withdraw', held.value) : held
}

/** Answers to whoever asked, and to nobody else. Refusals: not_found, stale, not_yours, wrong_state. */
export async function answerQuestion(act: Act, { id, version, answer }: AnswerIt) {
  const held = await hold(act, consultations, id, version)
  if (!held.ok) return held
  return advance(act, consultations, consultationWorkflow, 'answer', held.value, { set: { answer, answeredAt: act.now } })
}

async function askerOf(act: Act, { id, askerId, workTitle }: typeof consultations.$inferSelect) {
  const [organization] = await act.tx.select({ name: organizations.name }).from(organizations).where(eq(organizations.id, askerId))
  const hands = await act.tx
    .select({ name: eventHands.memberName })
    .from(eventHands)
    .where(and(eq(eventHands.subjectId, id), eq(eventHands.organizationId, askerId)))
  return { organization: organization?.name ?? '', members: hands.flatMap(({ name }) => name ?? []), workTitle }
}

/**
 * Publishes question and answer as the bureau wrote them anew. A text that tells who asked is refused where it does.
 * Refusals: not_found, stale, not_yours, wrong_state, item_unknown {code}, tells {faults: tells_asker {name}, tells_contact}.
 */
export async function publishAnswer(act: Act, { id, version, title, question, answer, clauses }: Publish) {
  const held = await hold(act, consultations, id, version)
  if (!held.ok) return held
  const may = judge(consultationWorkflow, 'publish', held.value, act.actor)
  if (!may.ok) return may
  const { taxonomy } = await rulebook(act.tx)
  const unknown = clauses.find((code) => !taxonomy.some((item) => item.code === code && item.parent))
  if (unknown) return refuse('item_unknown', { field: 'clauses', params: { code: unknown } })
  const faults = tells({ title, question, answer }, await askerOf(act, held.value))
  if (faults.length > 0) return refuse('tells', { faults })
  const { bureauId, topic, number } = held.value
  await act.tx.insert(consultationPublications).values({
    consultationId: id,
    number: number!,
    bureauId,
    topic,
    title,
    question,
    answer,
    clauses: [...new Set(clauses)],
    publishedAt: act.now,
  })
  return advance(act, consultations, consultationWorkflow, 'publish', held.value)
}
