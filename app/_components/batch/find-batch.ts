import 'server-only'
import { clauseName } from '@/app/_components/register/clause-name'
import { batchNumbered, countsOf, ROW_VIEWS, type RowView, rowsOf, tallyOf } from '@/lib/batch/queries/cases'
import { batchWorkflow } from '@/lib/batch/workflow'
import { figure } from '@/lib/figure/queries/figure'
import type { FigureDefinition } from '@/lib/figure/rules'
import type { Actor } from '@/lib/kernel/actor'
import { openSteps } from '@/lib/kernel/workflow'
import { historyOf } from '@/lib/ledger/queries'
import { look } from '@/lib/perform'
import type { Counted } from './recorded-figures'

type Query = Record<string, string | undefined>
const figuresOf = (batchId: string): { key: Counted['key']; definition: FigureDefinition }[] => [
  { key: 'works', definition: { what: 'found', measure: 'targets', targetKinds: ['drama', 'episode'], batchId } },
  { key: 'miniPrograms', definition: { what: 'found', measure: 'targets', targetKinds: ['mini_program'], batchId } },
  { key: 'accounts', definition: { what: 'found', measure: 'targets', targetKinds: ['account'], batchId } },
  { key: 'measured', definition: { what: 'measured', measure: 'cases', batchId } },
]

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
    return {
      batch,
      counts,
      counted,
      view,
      after,
      now,
      tally: await tallyOf(tx, batch.id),
      page: await rowsOf(tx, batch.id, { view, after }),
      history: await historyOf(tx, [{ noun: 'batch', id: batch.id }]),
      clause: await clauseName(tx),
      steps: openSteps(batchWorkflow, batch, actor),
    }
  })
export type FoundBatch = NonNullable<Awaited<ReturnType<typeof findBatch>>>
