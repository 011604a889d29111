import { and, eq, isNull } from 'drizzle-orm'
import { type Act, openCase } from '@/db/act'
import { biweeklyReports, organizations } from '@/db/schema'
import { takeTurns } from '@/db/turns'
import { NATIONAL_ID, newId } from '../../kernel/id'
import { refuse } from '../../kernel/outcome'
import { type Day, startOf } from '../../kernel/time'
import { bureauIdOf } from '../../organization/commands/enroll'
import { draftOf } from '../queries/draft'
import { participation } from '../queries/owed'
import { hasEnded, isOwed, lastDayOf, periodFrom } from '../rules/period'
import { biweeklyWorkflow } from '../workflow'
import { keepFigures } from './figures'

/** `2026-11-09—2026-11-22`: what a report is called in a queue. */
const titleOf = (from: Day, last: Day) => `${from}—${last}`

/**
 * The clock calls a platform's report of a period that has ended, with a draft from the record. Once: whoever comes second finds
 * it there. It is due two working days after the period's last day, however late it was called. Refusals: not_found, no_period,
 * not_ended, not_owed, already_called, not_yours.
 */
export async function callReport(act: Act, { filerId, from }: { filerId: string; from: Day }) {
  const period = periodFrom(from)
  if (!period) return refuse('no_period')
  if (!hasEnded(period, act.now)) return refuse('not_ended')
  await takeTurns(act.tx, `biweekly ${filerId} ${from}`)
  const isSame = and(eq(biweeklyReports.filerId, filerId), eq(biweeklyReports.periodFrom, from), isNull(biweeklyReports.previousId))
  if ((await act.tx.select({ id: biweeklyReports.id }).from(biweeklyReports).where(isSame)).length > 0) return refuse('already_called')
  const [filer] = await act.tx
    .select()
    .from(organizations)
    .where(and(eq(organizations.id, filerId), eq(organizations.kind, 'platform')))
  if (!filer) return refuse('not_found')
  if (!isOwed((await participation(act.tx, filerId)).get(filerId) ?? [], period)) return refuse('not_owed')
  const last = lastDayOf(period)
  const reportDueAt = act.deadlines.dueAt('biweekly_report', startOf(last))
  const id = newId()
  const opened = await openCase(
    act,
    biweeklyReports,
    biweeklyWorkflow,
    'call',
    {
      id,
      title: titleOf(from, last),
      filerId,
      bureauId: filer.provinceCode ? bureauIdOf(filer.provinceCode) : NATIONAL_ID,
      periodFrom: from,
      periodTo: period.to,
      returnsTo: 'due',
      reportDueAt,
    },
    { dueAt: reportDueAt },
  )
  if (opened.ok) await keepFigures(act, { id, filerId, period }, await draftOf(act.tx, filerId, period))
  return opened
}
