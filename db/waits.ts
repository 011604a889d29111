import { NATIONAL_ID } from '../lib/kernel/id'
import { dutiesOf, handsIn, type Wait, type Workflow } from '../lib/kernel/workflow'
import type { WaitingRow } from './record'
import type { Act } from './transaction'

/** What every case has, whatever its noun. */
export type Row<S extends string> = { id: string; number: string | null; version: number; state: S }

/** The organization above the one that a case waits for; nobody is above 总局. */
export function aboveOf({ escalates }: Wait, row: Record<string, unknown>, organizationId: string): string | null {
  if (!escalates || organizationId === NATIONAL_ID) return null
  const above = escalates.of ? (row[escalates.of] as string) : NATIONAL_ID
  return above === organizationId ? NATIONAL_ID : above
}

/** Members whom the table keeps from this step because of what they did before. */
const apartOf = (workflow: Workflow, step: string, row: Record<string, unknown>) =>
  (workflow.steps[step]?.apartFrom ?? []).flatMap((column) => handsIn(row[column]) as string[])

/** What waits above whoever let the deadline of these rows pass; nothing where nobody is above, or where the case stands there already. */
export function aboveRows(workflow: Workflow, row: Record<string, unknown> & Row<string>, rows: readonly WaitingRow[]): WaitingRow[] {
  const wait = workflow.waits?.[row.state] as Wait | undefined
  const [first] = rows
  const above = first && wait?.escalates && aboveOf(wait, row, first.organizationId)
  if (!above || rows.some(({ organizationId }) => organizationId === above)) return []
  const { step, to } = wait.escalates!
  const theirs = { organizationId: above, step, duties: [to].flat(), apart: apartOf(workflow, step, row) }
  return [{ ...first, ...theirs, escalatedFrom: first.organizationId, escalatesTo: null, escalatesStep: null }]
}

/** Its holders are told when a quarter of the time is left, and again when nothing is. */
const tellsAt = (now: Date, due: Date) => (due <= now ? due : new Date(due.getTime() - (due.getTime() - now.getTime()) / 4))

/** The rows that wait for this case as it now stands, and when the nearest of them is due. */
export function waitsOf(
  act: Act,
  workflow: Workflow,
  row: Record<string, unknown> & Row<string>,
  dueAt: Date | null | undefined,
): { rows: WaitingRow[]; dueAt: Date | null } {
  const wait = workflow.waits?.[row.state] as Wait | undefined
  if (!wait || (wait.when && !wait.when.is.includes(String(row[wait.when.column])))) return { rows: [], dueAt: dueAt ?? null }
  const severity = (wait.urgent ? row[wait.urgent] : row.severity) as number | null | undefined
  const code = wait.deadline && wait.urgent && severity === 4 ? `${wait.deadline}_severity_4` : wait.deadline
  const due = dueAt !== undefined ? dueAt : code ? act.deadlines.dueAt(code, act.now) : null
  const held = wait.of ? row[wait.of] : NATIONAL_ID
  const rows = (Array.isArray(held) ? held : [held]).map((organizationId) => ({
    subjectId: row.id,
    organizationId: organizationId as string,
    noun: workflow.noun,
    number: row.number,
    title: String(row.title ?? row.name ?? row.targetName ?? ''),
    step: wait.step,
    duties: [...dutiesOf(workflow, wait)],
    dueAt: due ? due.toISOString() : 'infinity',
    since: act.now,
    tellsAt: due && tellsAt(act.now, due),
    severity: severity ?? null,
    escalatesTo: !row.escalatedAt && aboveOf(wait, row, organizationId as string) ? [wait.escalates!.to].flat().join(' ') : null,
    escalatesStep: wait.escalates?.step ?? null,
    apart: apartOf(workflow, wait.step, row),
  }))
  return { rows, dueAt: due }
}
