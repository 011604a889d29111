import 'server-only'
import { clauseName } from '@/app/_components/register/clause-name'
import { type BatchRow, batchNumbered, countsOf, differingOf, ROW_VIEWS, type RowView, rowsOf, tallyOf } from '@/lib/batch/queries/cases'
import { batchWorkflow } from '@/lib/batch/workflow'
import { type ListedBeside, listedBeside } from '@/lib/blacklist/queries/programs'
import { subjectsByCode } from '@/lib/distribution/queries'
import { figure } from '@/lib/figure/queries/figure'
import type { FigureDefinition } from '@/lib/figure/rules'
import type { Actor } from '@/lib/kernel/actor'
import { openSteps } from '@/lib/kernel/workflow'
import { historyOf } from '@/lib/ledger/queries'
import { type BlockedOperator, blockedOperators } from '@/lib/penalty/queries/blocked'
import { look } from '@/lib/perform'
import type { Counted } from './recorded-figures'

export type Warned = { blocked: BlockedOperator[]; listed: ListedBeside[] }
type Tx = Parameters<typeof batchNumbered>[0]
type Query = Record<string, string | undefined>
const figuresOf = (batchId: string): { key: Counted['key']; definition: FigureDefinition }[] => [
  { key: 'works', definition: { what: 'found', measure: 'targets', targetKinds: ['drama', 'episode'], batchId } },
  { key: 'miniPrograms', definition: { what: 'found', measure: 'targets', targetKinds: ['mini_program'], batchId } },
  { key: 'accounts', definition: { what: 'found', measure: 'targets', targetKinds: ['account'], batchId } },
  { key: 'measured', definition: { what: 'measured', measure: 'cases', batchId } },
]

/** By the platform's own id of a subject: its operator was banned for good, or has a mini-program on the list. */
async function warnedOf(tx: Tx, platformId: string, rows: readonly BatchRow[]): Promise<Map<string, Warned>> {
  const named = rows.flatMap(({ entry }) =>
    entry?.number && (entry.kind === 'mini_program' || entry.kind === 'account') ? [{ code: entry.number, name: entry.name }] : [],
  )
  const known = await subjectsByCode(
    tx,
    platformId,
    named.map(({ code }) => code),
  )
  const blocked = await blockedOperators(tx, known)
  const listed = await listedBeside(
    tx,
    known.map(({ id, code }) => ({ id, name: named.find((one) => one.code === code)!.name })),
  )
  return new Map(
    known.map(({ id, code }) => [
      code,
      { blocked: blocked.filter(({ subjectId }) => subjectId === id), listed: listed.filter(({ subjectId }) => subjectId === id) },
    ]),
  )
}

/** A batch with what its page shows, or nothing where the reader may not see it. */
export const findBatch = (actor: Actor, number: string, query: Query) =>
  look(actor, async (tx, now) => {
    const batch = await batchNumbered(tx, number)
    if (!batch) return null
    const counts = await countsOf(tx, batch.id)
    const view: RowView = ROW_VIEWS.find((one) => one === query.view) ?? (batch.state === 'read' && counts.wrong > 0 ? 'wrong' : 'all')
    const after = /^\d{1,7}$/.test(query.after ?? '') ? Number(query.after) : 0
    const counted: Counted[] = []
    if (batch.confirmedBy)
      for (const { key, definition } of figuresOf(batch.id)) counted.push({ key, definition, figure: await figure(tx, definition) })
    const page = await rowsOf(tx, batch.id, { view, after })
    return {
      batch,
      counts,
      counted,
      view,
      after,
      now,
      differing: counts.on_file > 0 ? await differingOf(tx, batch.id) : 0,
      tally: await tallyOf(tx, batch),
      page,
      warned: await warnedOf(tx, batch.filerId, page.rows),
      history: await historyOf(tx, [{ noun: 'batch', id: batch.id }]),
      clause: await clauseName(tx),
      steps: openSteps(batchWorkflow, batch, actor),
    }
  })
export type FoundBatch = NonNullable<Awaited<ReturnType<typeof findBatch>>>
