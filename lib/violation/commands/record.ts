import { eq, inArray } from 'drizzle-orm'
import { type Act, advance, advanceAll, openCases } from '@/db/act'
import { insertMany } from '@/db/many'
import {
  miniPrograms,
  platformAccounts,
  violationClauses,
  violationFilings,
  violationPlaces,
  violationSubjects,
  violations,
} from '@/db/schema'
import { underHouse } from '@/db/transaction'
import { notePlacements } from '../../distribution/commands/note'
import { newId } from '../../kernel/id'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { type Day, dayOf } from '../../kernel/time'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import type { Held } from '../input'
import { judgeItem, type SubjectKind } from '../rules'
import { type Stage, violationWorkflow } from '../workflow'
import { holdReport } from './hold'

/** What a platform found on its own subject and has dealt with already. `episode`: where in the work, if in one. */
export type Record = {
  subject: { kind: SubjectKind; id: string; title: string }
  bureauId: string
  stage: Stage
  seenOn: Day
  items: readonly string[]
  episode: number | null
  found: string
  links: readonly string[]
  /** Of a work; null where nobody knows. */
  episodeCount: number | null
  totalSeconds: number | null
  detail?: { [name: string]: unknown }
}
export type RecordedCase = { id: string; number: string | null; subjectId: string }

/** Accounts and mini-programs that stand on another platform are somebody else's. */
async function areOwn(act: Act, rows: readonly Record[]): Promise<boolean> {
  for (const [kind, table] of [
    ['account', platformAccounts],
    ['mini_program', miniPrograms],
  ] as const) {
    const ids = [...new Set(rows.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : [])))]
    if (ids.length === 0) continue
    const found = await act.tx.select({ platformId: table.platformId }).from(table).where(inArray(table.id, ids))
    if (found.length !== ids.length || found.some(({ platformId }) => platformId !== act.actor.organizationId)) return false
  }
  return true
}

/**
 * Records what a platform found on its own subjects, a case each, with one event each. It counts beside what was upheld and never as
 * it; no clock runs. Refusals: not_yours, not_found, seen_in_future, and those of an item.
 */
export async function recordViolations(act: Act, rows: readonly Record[]): Promise<Outcome<RecordedCase[]>> {
  const { organizationId, memberId, name } = act.actor
  const { taxonomy } = await rulebook(act.tx)
  const today = dayOf(act.now)
  for (const { seenOn, items, subject } of rows) {
    if (seenOn > today) return refuse('seen_in_future')
    for (const code of items) {
      const verdict = judgeItem(code, subject.kind, taxonomy)
      if (!verdict.ok) return verdict
    }
  }
  const opened = await openCases(
    act,
    violations,
    violationWorkflow,
    'record',
    rows.map(({ subject, bureauId, seenOn, items, episodeCount, totalSeconds, detail }) => ({
      values: { title: subject.title, bureauId, source: 'self_inspection' as const, seenOn, filedAt: act.now },
      judgedBy: { filerId: organizationId },
      detail: { codes: items, bureauId, episodeCount, totalSeconds, ...detail },
    })),
  )
  if (!opened.ok) return opened
  if (!(await areOwn(act, rows))) return refuse('not_found')
  const cases = rows.map((row, i) => ({ row, violationId: opened.value[i]!.id, subjectId: newId() }))
  await insertMany(
    act.tx,
    violationFilings,
    cases.map(({ row, violationId }) => ({
      violationId,
      filerId: organizationId!,
      filedBy: memberId!,
      filedByName: name,
      bureauId: row.bureauId,
      filedAt: act.now,
      description: row.found,
      links: [...row.links],
    })),
  )
  await insertMany(
    act.tx,
    violationSubjects,
    cases.map(({ row: { subject, stage, episodeCount, totalSeconds }, violationId, subjectId }) => ({
      id: subjectId,
      violationId,
      kind: subject.kind,
      dramaId: subject.kind === 'drama' ? subject.id : null,
      miniProgramId: subject.kind === 'mini_program' ? subject.id : null,
      accountId: subject.kind === 'account' ? subject.id : null,
      stage,
      episodeCount,
      totalSeconds,
    })),
  )
  await insertMany(
    act.tx,
    violationClauses,
    cases.flatMap(({ row, violationId, subjectId }) => row.items.map((code) => ({ subjectId, violationId, code }))),
  )
  await insertMany(
    act.tx,
    violationPlaces,
    cases.flatMap(({ row: { episode }, violationId }) => (episode === null ? [] : [{ violationId, position: 0, episode }])),
  )
  for (const { row } of cases)
    if (row.links.length > 0 && row.subject.kind === 'drama')
      await notePlacements(act, {
        dramaId: row.subject.id,
        platformId: organizationId!,
        addresses: row.links,
        miniProgramId: null,
        accountId: null,
      })
  return ok(cases.map(({ subjectId }, i) => Object.assign(opened.value[i]!, { subjectId })))
}

/** The bureau makes a recorded violation its own: from here on it is reviewed like any report, and its clock runs. Refusals: not_found, stale, not_yours, wrong_state. */
export async function takeUp(act: Act, { id, version }: Held) {
  const held = await holdReport(act, id, version)
  if (!held.ok) return held
  const may = judge(violationWorkflow, 'take_up', held.value, act.actor)
  if (!may.ok) return may
  await act.tx.update(violationFilings).set({ filedAt: act.now }).where(eq(violationFilings.violationId, id))
  return advance(act, violations, violationWorkflow, 'take_up', held.value, { set: { filedAt: act.now } })
}

/**
 * Takes back recorded violations that nobody has taken up, by whoever recorded them; gives the ids of those. What is past that is left
 * as it is. Refusals: not_yours, not_found.
 */
export async function takeBackRecorded(act: Act, ids: readonly string[]): Promise<Outcome<string[]>> {
  if (ids.length === 0) return ok([])
  // Each is judged below by whose it is; row-level security would ask the same of every row, one by one.
  await underHouse(act)
  const held = await act.tx
    .select()
    .from(violations)
    .where(inArray(violations.id, [...ids]))
    .orderBy(violations.id)
    .for('update')
  const filings = await act.tx
    .select({ id: violationFilings.violationId, filerId: violationFilings.filerId })
    .from(violationFilings)
    .where(inArray(violationFilings.violationId, [...ids]))
  const filerOf = new Map(filings.map(({ id, filerId }) => [id, filerId]))
  const open = held.filter(({ state }) => state === 'recorded').map((report) => ({ ...report, filerId: filerOf.get(report.id) ?? null }))
  const moved = await advanceAll(act, violations, violationWorkflow, 'take_back', open)
  return moved.ok ? ok(moved.value.map(({ id }) => id)) : moved
}
