import { eq, sql } from 'drizzle-orm'
import { type Act, advance } from '@/db/act'
import { violationClauses, violationFilings, violationPlaceNotes, violationPlaces, violationSubjects, violations } from '@/db/schema'
import { notePlacements } from '../../distribution/commands/note'
import { newId } from '../../kernel/id'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import type { FileViolation, Withdraw } from '../input'
import { wasRecorded } from '../queries/report'
import { type Cited, citationsOf, severityOf } from '../rules'
import { violationWorkflow } from '../workflow'
import { faultsOf } from './faults'
import { holdDraft, holdReport } from './hold'
import { type Found, kindsIn, seenOnPlatform, subjectsOf } from './subjects'

/** Its subjects, items, places and links, each a row; sent together. */
function partsOf(act: Act, input: FileViolation, { ids }: Found, cited: readonly Cited[]) {
  const violationId = input.id
  const subjects = kindsIn(input).map((kind) => ({
    id: newId(),
    violationId,
    kind,
    stage: input.stage,
    dramaId: null,
    miniProgramId: null,
    accountId: null,
    ...{ drama: { dramaId: ids.drama }, mini_program: { miniProgramId: ids.mini_program }, account: { accountId: ids.account } }[kind],
  }))
  const subjectOf = (kind: Cited['kind']) => subjects.find((subject) => subject.kind === kind)!.id
  const places = input.places.map(({ episode, start, end }, position) => ({
    violationId,
    position,
    episode,
    startSecond: start,
    endSecond: end,
  }))
  const notes = input.places.flatMap(({ note }, position) => (note ? [{ violationId, position, note }] : []))
  const platformId = seenOnPlatform(act, input)
  return [
    act.tx.insert(violationSubjects).values(subjects),
    act.tx.insert(violationClauses).values(cited.map(({ kind, code }) => ({ subjectId: subjectOf(kind), violationId, code }))),
    places.length > 0 && act.tx.insert(violationPlaces).values(places),
    notes.length > 0 && act.tx.insert(violationPlaceNotes).values(notes),
    ids.drama &&
      platformId &&
      notePlacements(act, {
        dramaId: ids.drama,
        platformId,
        addresses: input.links,
        miniProgramId: ids.mini_program,
        accountId: ids.account,
      }),
  ]
}

/**
 * Files a draft: its subjects, items, places and links become rows, its bureau is found, its number drawn. Refusals: not_found,
 * stale, draft_stale, not_yours, wrong_state, seen_in_future, platform_unknown, work_unknown,
 * episode_beyond_work, time_beyond_episode and those of `citationsOf`, all of them at once.
 */
export async function fileViolation(act: Act, input: FileViolation) {
  const held = await holdDraft(act, input.id, input.version)
  if (!held.ok) return held
  const may = judge(violationWorkflow, 'file', held.value, act.actor)
  if (!may.ok) return may
  const faults = await faultsOf(act, input)
  if (faults[0]) return refuse(faults[0].code, { params: faults[0].params, faults })
  const { taxonomy } = await rulebook(act.tx)
  const cited = citationsOf(input.items, input.targets, kindsIn(input), taxonomy)
  if (!cited.ok) return cited
  const found = await subjectsOf(act, input)
  if (!found.ok) return found
  const { title, bureauId } = found.value
  const filing = {
    bureauId,
    filedAt: act.now,
    filedBy: act.actor.memberId!,
    filedByName: act.actor.name,
    description: input.description,
    links: input.links,
    citedEntryIds: input.cites,
    draft: null,
  }
  await Promise.all([
    act.tx.update(violationFilings).set(filing).where(eq(violationFilings.violationId, input.id)),
    ...partsOf(act, input, found.value, cited.value),
  ])
  const severity = Math.max(
    ...cited.value.map(
      ({ kind, code }) =>
        severityOf(
          taxonomy.filter((item) => item.code === code),
          kind,
        ) ?? 1,
    ),
  )
  return advance(act, violations, violationWorkflow, 'file', held.value, {
    set: { title, bureauId, seenOn: input.seenOn, filedAt: act.now, severity },
    detail: { items: cited.value.length },
  })
}

/**
 * The filer takes a filed report back. One into which others were merged stays, and so does a record that its bureau took up. Refusals:
 * not_found, stale, not_yours, wrong_state, taken_up, has_merged.
 */
export async function withdrawViolation(act: Act, { id, version, reason }: Withdraw) {
  const held = await holdReport(act, id, version)
  if (!held.ok) return held
  if (held.value.state === 'draft') return refuse('wrong_state')
  const may = judge(violationWorkflow, 'withdraw', held.value, act.actor)
  if (!may.ok) return may
  if (await wasRecorded(act.tx, id)) return refuse('taken_up')
  const [found] = await act.tx.execute<{ merged: boolean }>(sql`select has_merged(${id}) as merged`)
  if (found?.merged) return refuse('has_merged')
  return advance(act, violations, violationWorkflow, 'withdraw', held.value, {
    words: reason ? [{ field: 'reason', words: reason, audience: 'parties' }] : [],
  })
}
