import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { type Act, advance, type Recorded } from '@/db/act'
import { organizations, violationClauses, violationFilings, violationSubjects, violations } from '@/db/schema'
import { underHouse } from '@/db/transaction'
import { NATIONAL_ID } from '../../kernel/id'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import type { Dismiss, Reassign, TakeOver, Uphold } from '../input'
import { mayTakeOver, severityOf } from '../rules'
import { violationWorkflow } from '../workflow'
import { type HeldReport, holdReport } from './hold'

/** Words of the bureau that the filer reads and, besides regulators, nobody else. */
const toFiler = ({ filerId }: HeldReport, words: string): Recorded['words'] => [
  { field: 'reason', words, audience: 'parties', ...(filerId && { to: filerId }) },
]

const partsOf = async (act: Act, violationId: string) => ({
  subjects: await act.tx.select().from(violationSubjects).where(eq(violationSubjects.violationId, violationId)),
  clauses: await act.tx.select().from(violationClauses).where(eq(violationClauses.violationId, violationId)),
})

/**
 * Rules each subject of a report for itself; the report is upheld if any is. The severity of a subject is the highest of its
 * upheld items. Refusals: not_found, stale, not_yours, wrong_state, ruling_missing, item_not_cited, no_item_upheld, nothing_upheld.
 */
export async function upholdViolation(act: Act, { id, version, rulings }: Uphold) {
  const held = await holdReport(act, id, version)
  if (!held.ok) return held
  const may = judge(violationWorkflow, 'uphold', held.value, act.actor)
  if (!may.ok) return may
  const { subjects, clauses } = await partsOf(act, id)
  const { taxonomy } = await rulebook(act.tx)
  if (Object.keys(rulings).some((subjectId) => subjects.every((subject) => subject.id !== subjectId))) return refuse('not_found')
  const severities: number[] = []
  for (const subject of subjects) {
    const ruling = rulings[subject.id]
    if (!ruling) return refuse('ruling_missing', { field: `rulings.${subject.id}.outcome` })
    const cited = clauses.filter(({ subjectId }) => subjectId === subject.id).map(({ code }) => code)
    const items = ruling.outcome === 'upheld' ? ruling.items : []
    if (items.some((code) => !cited.includes(code))) return refuse('item_not_cited', { field: `rulings.${subject.id}.items` })
    if (ruling.outcome === 'upheld' && items.length === 0) return refuse('no_item_upheld', { field: `rulings.${subject.id}.items` })
    const severity = severityOf(
      taxonomy.filter(({ code }) => items.includes(code)),
      subject.kind,
    )
    if (severity !== null) severities.push(severity)
    await act.tx
      .update(violationSubjects)
      .set({ outcome: ruling.outcome, severity, reason: ruling.reason, decidedAt: act.now })
      .where(eq(violationSubjects.id, subject.id))
    await act.tx.update(violationClauses).set({ upheld: 'no' }).where(eq(violationClauses.subjectId, subject.id))
    if (items.length > 0)
      await act.tx
        .update(violationClauses)
        .set({ upheld: 'yes' })
        .where(and(eq(violationClauses.subjectId, subject.id), inArray(violationClauses.code, items)))
  }
  if (severities.length === 0) return refuse('nothing_upheld')
  const severity = Math.max(...severities)
  const moved = await advance(act, violations, violationWorkflow, 'uphold', held.value, {
    set: { severity, outcome: 'upheld', decidedAt: act.now },
    detail: { severity, upheld: severities.length, of: subjects.length },
  })
  // Figures count a work as large as it was when it was ruled on; a bureau does not see every work that is reported to it.
  await underHouse(act)
  await act.tx
    .update(violationSubjects)
    .set({
      episodeCount: sql`coalesce(${violationSubjects.episodeCount}, (select episode_count from dramas where id = drama_id))`,
      totalSeconds: sql`coalesce(${violationSubjects.totalSeconds}, (select total_seconds from dramas where id = drama_id))`,
    })
    .where(and(eq(violationSubjects.violationId, id), isNotNull(violationSubjects.dramaId)))
  return moved
}

/** Finds nothing in a report, with the reason that its filer reads. Refusals: not_found, stale, not_yours, wrong_state. */
export async function dismissViolation(act: Act, { id, version, reason }: Dismiss) {
  const held = await holdReport(act, id, version)
  if (!held.ok) return held
  const moved = await advance(act, violations, violationWorkflow, 'dismiss', held.value, {
    set: { severity: null, outcome: 'dismissed', decidedAt: act.now },
    words: toFiler(held.value, reason),
  })
  if (!moved.ok) return moved
  await act.tx
    .update(violationSubjects)
    .set({ outcome: 'dismissed', reason, decidedAt: act.now })
    .where(eq(violationSubjects.violationId, id))
  await act.tx.update(violationClauses).set({ upheld: 'no' }).where(eq(violationClauses.violationId, id))
  return moved
}

/** Gives a report to the bureau whose it is; the clock goes on. Refusals: not_found, stale, not_yours, wrong_state, bureau_unknown, same_bureau. */
export async function reassignViolation(act: Act, { id, version, bureauId, reason }: Reassign) {
  const held = await holdReport(act, id, version)
  if (!held.ok) return held
  const may = judge(violationWorkflow, 'reassign', held.value, act.actor)
  if (!may.ok) return may
  if (bureauId === held.value.bureauId) return refuse('same_bureau', { field: 'bureauId' })
  const [bureau] = await act.tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(eq(organizations.id, bureauId), inArray(organizations.kind, ['province', 'national'])))
  if (!bureau) return refuse('bureau_unknown', { field: 'bureauId' })
  // From here on the case is another bureau's, and its first one would not see what it writes.
  await underHouse(act)
  await act.tx.update(violationFilings).set({ bureauId }).where(eq(violationFilings.violationId, id))
  return advance(act, violations, violationWorkflow, 'reassign', held.value, {
    set: { bureauId },
    words: toFiler(held.value, reason),
  })
}

/**
 * 总局 takes a report over from a bureau that has let its deadline pass; from then on it is 总局's to rule on. Refusals: not_found,
 * stale, not_yours, wrong_state, not_overdue.
 */
export async function takeOverViolation(act: Act, { id, version, reason }: TakeOver) {
  const held = await holdReport(act, id, version)
  if (!held.ok) return held
  const may = judge(violationWorkflow, 'take_over', held.value, act.actor)
  if (!may.ok) return may
  if (!mayTakeOver(held.value)) return refuse('not_overdue')
  await underHouse(act)
  await act.tx.update(violationFilings).set({ bureauId: NATIONAL_ID }).where(eq(violationFilings.violationId, id))
  return advance(act, violations, violationWorkflow, 'take_over', held.value, {
    set: { bureauId: NATIONAL_ID },
    words: toFiler(held.value, reason),
  })
}
