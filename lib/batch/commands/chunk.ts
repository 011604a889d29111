import { and, asc, eq } from 'drizzle-orm'
import { type Act, hold } from '@/db/act'
import { insertMany, setMany } from '@/db/many'
import { batches, batchReferences, batchRows } from '@/db/schema'
import { takeTurns } from '@/db/turns'
import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import { recordPenalties } from '../../penalty/commands/record'
import { holdRefusals } from '../../penalty/commands/refusal'
import { rulebook } from '../../rulebook/queries'
import { recordViolations } from '../../violation/commands/record'
import { judgeItem } from '../../violation/rules'
import { numbersOfOthers, referencesOnFile } from '../queries/check'
import type { Entry } from '../rules/row'
import { refusalsFollowed } from './refusals'
import { subjectsOf } from './subjects'

type Row = { line: number; entry: Entry }
export type Chunk = { id: string; size: number }

const citedFor = (kind: Entry['kind']) => (kind === 'episode' ? 'drama' : kind)

/** What has changed since the preview: a reference that another file brought in, a number that was given to another work, an item that is gone, a refusal that the next row has followed. */
async function sorted(act: Act, rows: readonly Row[]) {
  const onFile = await referencesOnFile(
    act.tx,
    act.actor.organizationId!,
    rows.map(({ entry }) => entry.reference),
  )
  const others = await numbersOfOthers(
    act.tx,
    rows.map(({ entry }) => entry),
  )
  const reported = await refusalsFollowed(
    act.tx,
    act.actor.organizationId!,
    rows.flatMap(({ entry }) => (onFile.has(entry.reference) ? [] : [entry])),
    (targetIds) => holdRefusals(act, act.actor.organizationId!, targetIds),
  )
  const { taxonomy } = await rulebook(act.tx)
  const wrong = new Map<number, Fault>()
  for (const { line, entry } of rows) {
    const other = others.get(entry) ?? reported.get(entry)
    const item = entry.items.map((code) => judgeItem(code, citedFor(entry.kind), taxonomy)).find((verdict) => !verdict.ok)
    if (other) wrong.set(line, other)
    else if (item && !item.ok) wrong.set(line, { field: 'items', code: item.code, params: item.params })
  }
  const fresh = rows.filter(({ line, entry }) => !onFile.has(entry.reference) && !wrong.has(line))
  return { onFile, wrong, fresh }
}

/**
 * Records the next rows of a running batch, in an act of the member who confirmed: violations, measures, and the references that
 * let no file bring them in again. Gives how many rows are through. Refusals: not_found, wrong_state, not_yours, and whatever
 * recording refuses.
 */
export async function recordChunk(act: Act, { id, size }: Chunk): Promise<Outcome<{ done: number }>> {
  const held = await hold(act, batches, id)
  if (!held.ok) return held
  if (held.value.state !== 'running') return refuse('wrong_state')
  if (held.value.confirmedBy !== act.actor.memberId || held.value.filerId !== act.actor.organizationId) return refuse('not_yours')
  const found = await act.tx
    .select({ line: batchRows.line, entry: batchRows.entry })
    .from(batchRows)
    .where(and(eq(batchRows.batchId, id), eq(batchRows.standing, 'good')))
    .orderBy(asc(batchRows.line))
    .limit(size)
  if (found.length === 0) return ok({ done: 0 })
  const rows = found as unknown as Row[]
  // Two files of one filer that bring the same references come one after another.
  await takeTurns(act.tx, `batch ${held.value.filerId}`)
  const { onFile, wrong, fresh } = await sorted(act, rows)
  const entries = fresh.map(({ entry }) => entry)
  const subjects = await subjectsOf(act, entries)
  const detail = { batchId: id }
  const recorded = await recordViolations(
    act,
    entries.map((entry) => {
      const { bureauId, ...subject } = subjects.get(entry)!
      return { ...entry, subject, bureauId, detail }
    }),
  )
  if (!recorded.ok) return recorded
  const measured = entries.flatMap((entry, i) => (entry.measure ? [{ entry, i, measure: entry.measure }] : []))
  const imposed = await recordPenalties(
    act,
    measured.map(({ entry, i, measure }) => {
      const subject = subjects.get(entry)!
      return {
        violationId: recorded.value[i]!.id,
        targetKind: entry.kind,
        targetId: subject.id,
        episode: entry.episode,
        targetName: subject.title,
        bureauId: subject.bureauId,
        clauses: entry.items,
        seenOn: entry.seenOn,
        rung: measure.rung,
        parameter: measure.parameter,
        startsAt: new Date(measure.startsAt),
        endsAt: measure.endsAt === null ? null : new Date(measure.endsAt),
        episodeCount: entry.episodeCount,
        totalSeconds: entry.totalSeconds,
        detail,
      }
    }),
  )
  if (!imposed.ok) return imposed
  const penaltyOf = new Map(measured.map(({ i }, at) => [i, imposed.value[at]!.id]))
  await insertMany(
    act.tx,
    batchReferences,
    entries.map(({ reference }, i) => ({ filerId: held.value.filerId, reference, violationId: recorded.value[i]!.id })),
  )
  const passed = rows.map(({ line, entry }) => {
    const [at, fault] = [fresh.findIndex((row) => row.line === line), wrong.get(line)]
    const before = onFile.get(entry.reference)
    return {
      batchId: id,
      line,
      standing: at >= 0 ? ('filed' as const) : before ? ('on_file' as const) : ('wrong' as const),
      faults: fault && !before ? [{ ...fault, cell: null, typed: '' }] : [],
      violationId: at >= 0 ? recorded.value[at]!.id : (before ?? null),
      penaltyId: penaltyOf.get(at) ?? null,
      bureauId: at >= 0 ? subjects.get(entry)!.bureauId : null,
    }
  })
  await setMany(act.tx, batchRows, ['batchId', 'line'], passed)
  return ok({ done: found.length })
}

/** The next row could not be written, by no fault of the file: it is set aside, and the batch goes on behind it. An act of the house. */
export async function setAside(act: Act, { id, reference }: { id: string; reference: string }): Promise<Outcome<{ line: number | null }>> {
  const held = await hold(act, batches, id)
  if (!held.ok) return held
  if (held.value.state !== 'running') return refuse('wrong_state')
  const [next] = await act.tx
    .select({ line: batchRows.line })
    .from(batchRows)
    .where(and(eq(batchRows.batchId, id), eq(batchRows.standing, 'good')))
    .orderBy(asc(batchRows.line))
    .limit(1)
  if (!next) return ok({ line: null })
  await act.tx
    .update(batchRows)
    .set({ standing: 'failed', faults: [{ field: 'row', code: 'row_failed', params: { reference }, cell: null, typed: '' }] })
    .where(and(eq(batchRows.batchId, id), eq(batchRows.line, next.line)))
  return ok({ line: next.line })
}
