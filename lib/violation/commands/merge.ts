import { eq, inArray } from 'drizzle-orm'
import { type Act, advance } from '@/db/act'
import { dramas, violationSubjects, violations } from '@/db/schema'
import { underHouse } from '@/db/transaction'
import { linkWork } from '../../drama/commands'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import type { Merge } from '../input'
import { violationWorkflow } from '../workflow'
import { holdReport } from './hold'

type Subject = typeof violationSubjects.$inferSelect

/** Are the two subjects one? Works also when a regulator has found before, or finds now, that they are the same. */
async function isSame(
  act: Act,
  mine: Subject,
  theirs: Subject,
  sameWork: boolean,
): Promise<Outcome<true, 'other_subject' | 'registered_works_differ'>> {
  if (mine.kind !== theirs.kind) return refuse('other_subject', { field: 'into' })
  if (mine.kind !== 'drama')
    return mine.miniProgramId === theirs.miniProgramId && mine.accountId === theirs.accountId
      ? ok(true)
      : refuse('other_subject', { field: 'into' })
  if (mine.dramaId === theirs.dramaId) return ok(true)
  const works = await act.tx
    .select({ id: dramas.id, origin: dramas.origin, sameAsId: dramas.sameAsId })
    .from(dramas)
    .where(inArray(dramas.id, [mine.dramaId!, theirs.dramaId!]))
  const [own, other] = [mine.dramaId, theirs.dramaId].map((id) => works.find((work) => work.id === id)!)
  const first = (work: typeof own) => work!.sameAsId ?? work!.id
  if (first(own) === first(other)) return ok(true)
  if (!sameWork) return refuse('other_subject', { field: 'into' })
  if (own!.origin === 'registered') return refuse('registered_works_differ', { field: 'sameWork' })
  await linkWork(act, own!.id, first(other))
  return ok(true)
}

const subjectsOf = (act: Act, violationId: string) =>
  act.tx.select().from(violationSubjects).where(eq(violationSubjects.violationId, violationId))

/**
 * Merges a report into an earlier one about the same subject, always into the root; what was merged into it goes along. The
 * root's outcome is everyone's. Refusals: not_found, stale, not_yours, wrong_state, root_unknown, merge_into_itself,
 * merge_into_root, root_not_open, root_is_later, many_subjects, other_subject, registered_works_differ.
 */
export async function mergeViolation(act: Act, { id, version, into, sameWork }: Merge) {
  const field = 'into'
  const [named] = await act.tx.select({ id: violations.id }).from(violations).where(eq(violations.number, into))
  if (named?.id === id) return refuse('merge_into_itself', { field })
  // Both are locked in the order of their ids, so that two who merge crosswise do not wait for each other.
  if (named)
    await act.tx
      .select({ id: violations.id })
      .from(violations)
      .where(inArray(violations.id, [id, named.id]))
      .orderBy(violations.id)
      .for('update')
  const held = await holdReport(act, id, version)
  if (!held.ok) return held
  const may = judge(violationWorkflow, 'merge', held.value, act.actor)
  if (!may.ok) return may
  const [root] = named ? await act.tx.select().from(violations).where(eq(violations.id, named.id)) : []
  if (!root) return refuse('root_unknown', { field })
  if (root.state === 'merged') return refuse('merge_into_root', { field })
  if (root.state !== 'filed' && root.state !== 'upheld') return refuse('root_not_open', { field })
  if (root.filedAt! > held.value.filedAt!) return refuse('root_is_later', { field })
  const [mine, theirs] = [await subjectsOf(act, id), await subjectsOf(act, root.id)]
  if (mine.length !== 1 || theirs.length !== 1) return refuse('many_subjects', { field })
  const same = await isSame(act, mine[0]!, theirs[0]!, sameWork === 'on')
  if (!same.ok) return same
  const merged = await advance(act, violations, violationWorkflow, 'merge', held.value, { set: { rootId: root.id } })
  if (!merged.ok) return merged
  await underHouse(act)
  await act.tx.update(violations).set({ rootId: root.id }).where(eq(violations.rootId, id))
  return merged
}
