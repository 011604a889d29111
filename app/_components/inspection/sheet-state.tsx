import { words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { PlanState, SheetState } from '@/lib/inspection/workflow'

const tones: Record<SheetState, Tone> = { drawn: 'waiting', missed: 'overdue', clean: 'done', found: 'refused', referred: 'progress' }
const planTones: Record<PlanState, Tone> = { draft: 'draft', active: 'progress', ended: 'neutral', withdrawn: 'neutral' }

/** How a sheet came out; late is marked beside it. */
export async function SheetStanding({ sheet, pill }: { sheet: { state: SheetState; late: boolean }; pill?: boolean }) {
  const { inspection: w } = await words()
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <State tone={tones[sheet.state]} pill={pill}>
        {w.state[sheet.state]}
      </State>
      {sheet.late && <span className="text-13 text-ink-2">{w.list.late}</span>}
    </span>
  )
}

export async function PlanStanding({ state, pill }: { state: PlanState; pill?: boolean }) {
  const { inspection: w } = await words()
  return (
    <State tone={planTones[state]} pill={pill}>
      {w.planState[state]}
    </State>
  )
}
