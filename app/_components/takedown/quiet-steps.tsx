import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { QuietPanel } from '@/app/_ui/step-panel'
import { type Actor, holds } from '@/lib/kernel/actor'
import { awaitsAnswer } from '@/lib/takedown/rules'
import type { FoundOrder } from './find-order'

/** What waits and is not the reader's: why, and who can. */
export async function QuietSteps({ found, actor }: { found: FoundOrder; actor: Actor }) {
  const [{ takedown: w }, f, name] = [await words(), await format(), await called()]
  const { order, steps, platform, isMine, others } = found
  if (awaitsAnswer(order.state) && !(isMine && steps.includes('remove')))
    return <QuietPanel title={w.notYours.answer}>{w.notYours.answerBy(name(platform))}</QuietPanel>
  if (order.state === 'objected' && !steps.includes('overrule')) {
    const why = holds(actor, 'national.approver')
      ? others.length
        ? w.notYours.another(f.list(others))
        : w.notYours.anotherUnnamed
      : w.notYours.byApprover
    return <QuietPanel title={w.notYours.overrule}>{why}</QuietPanel>
  }
  return null
}
