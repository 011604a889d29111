import { type Act, openCase } from '@/db/act'
import { insertMany } from '@/db/many'
import { batches, batchRows } from '@/db/schema'
import { newId } from '../../kernel/id'
import { dayOf } from '../../kernel/time'
import { judgeOpening } from '../../kernel/workflow'
import { refusalsImposed } from '../../penalty/queries/refusal'
import { rulebook } from '../../rulebook/queries'
import { numbersOfOthers, referencesOnFile } from '../queries/check'
import type { Column } from '../rules/columns'
import type { Grid } from '../rules/grid'
import type { Entry } from '../rules/row'
import { type JudgedRow, judgeTable } from '../rules/table'
import { batchWorkflow, type RowStanding } from '../workflow'
import { refusalsFollowed } from './refusals'
import { homeBureau } from './subjects'

export type SentFile = { name: string; sha256: string; byteCount: number; grid: Grid }

/** What follows of a row before anything is recorded: it is good, wrong in its cells, or on file already. */
function standingOf({ entry, faults }: JudgedRow, onFile: string | undefined): RowStanding {
  if (onFile) return 'on_file'
  return entry && faults.length === 0 ? 'good' : 'wrong'
}

/**
 * Takes a file that was read: judges its rows and keeps them for the preview; nothing is recorded yet. Refusals: not_yours, and those
 * of `judgeTable`.
 */
export async function readBatch(act: Act, { name, sha256, byteCount, grid }: SentFile) {
  const filerId = act.actor.organizationId!
  const may = judgeOpening(batchWorkflow, 'read', { filerId }, act.actor)
  if (!may.ok) return may
  const { taxonomy, ladder } = await rulebook(act.tx)
  const judged = judgeTable(grid, { taxonomy, ladder, today: dayOf(act.now) })
  if (!judged.ok) return judged
  const { rows, hidden, cellOf } = judged.value
  const onFile = await referencesOnFile(
    act.tx,
    filerId,
    rows.flatMap(({ reference }) => reference ?? []),
  )
  const entries = rows.flatMap(({ entry, reference }) => (entry && !(reference && onFile.has(reference)) ? [entry] : []))
  const others = await numbersOfOthers(act.tx, entries)
  const reported = await refusalsFollowed(act.tx, filerId, entries, (targetIds) => refusalsImposed(act.tx, filerId, targetIds))
  const id = newId()
  const opened = await openCase(
    act,
    batches,
    batchWorkflow,
    'read',
    {
      id,
      title: name,
      filerId,
      bureauId: await homeBureau(act.tx, filerId),
      sha256,
      byteCount,
      format: grid.format,
      sheet: grid.sheet,
      otherSheets: grid.others ?? [],
      rowCount: rows.length,
      hiddenLines: hidden,
      readBy: act.actor.memberId!,
    },
    { detail: { rows: rows.length } },
  )
  if (!opened.ok) return opened
  await insertMany(
    act.tx,
    batchRows,
    rows.map((row) => {
      const found = row.entry ? [others.get(row.entry) ?? [], reported.get(row.entry) ?? []].flat() : []
      const faults = [
        ...row.faults,
        ...found.map((fault) => ({ ...fault, cell: cellOf(fault, row.line), typed: row.typed[fault.field as Column] ?? '' })),
      ]
      const violationId = (row.reference && onFile.get(row.reference)) || null
      return {
        batchId: id,
        line: row.line,
        filerId,
        reference: row.reference,
        standing: standingOf({ ...row, faults }, violationId ?? undefined),
        typed: row.typed as Record<string, string>,
        entry: row.entry as (Entry & Record<string, unknown>) | null,
        faults: faults as unknown as Record<string, unknown>[],
        violationId,
      }
    }),
  )
  return opened
}
