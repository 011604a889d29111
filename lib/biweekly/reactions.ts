import { type Act, type ActEvent, advance, hold } from '@/db/act'
import { biweeklyReports } from '@/db/schema'
import { biweeklyWorkflow } from './workflow'

/** A signed amendment takes the place of the version before it, which stays readable. */
export async function supersedePrevious(act: Act, { subjectId }: ActEvent) {
  const signed = await hold(act, biweeklyReports, subjectId)
  if (!signed.ok || !signed.value.previousId) return
  const previous = await hold(act, biweeklyReports, signed.value.previousId)
  if (!previous.ok) throw new Error(`biweekly.supersede: ${previous.code}`)
  const moved = await advance(act, biweeklyReports, biweeklyWorkflow, 'supersede', previous.value)
  if (!moved.ok) throw new Error(`biweekly.supersede: ${moved.code}`)
}
