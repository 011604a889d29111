import { and, eq, ne } from 'drizzle-orm'
import { type Act, advance, hold, openCase } from '@/db/act'
import { biweeklyReports } from '@/db/schema'
import { newId } from '../../kernel/id'
import { ok, refuse } from '../../kernel/outcome'
import { judge, judgeOpening } from '../../kernel/workflow'
import type { AmendReport, Write } from '../input'
import { draftOf } from '../queries/draft'
import { readDeclarations } from '../rules/declare'
import type { Period } from '../rules/period'
import { biweeklyWorkflow } from '../workflow'
import { keepFigures } from './figures'

type Report = typeof biweeklyReports.$inferSelect
const periodOf = ({ periodFrom, periodTo }: Report): Period => ({ from: periodFrom, to: periodTo })

/** The record as it stands at this moment, and what is declared against it. */
async function compose(act: Act, report: Report, sent: Pick<Write, 'declared' | 'reasons' | 'added' | 'remark'>) {
  const draft = await draftOf(act.tx, report.filerId, periodOf(report))
  const values = new Map(draft.figures.map(({ key, value }) => [key, value]))
  const declarations = readDeclarations(sent, (key) => values.get(key) ?? 0)
  return declarations.ok ? ok({ draft, declarations: declarations.value, remark: sent.remark }) : declarations
}

/**
 * Writes a report: the figures are taken anew from the record and stand still from now on, with what is declared instead of some.
 * Nil is a report. Refusals: not_found, stale, not_yours, wrong_state, and those of `readDeclarations`.
 */
export async function writeReport(act: Act, { id, version, ...sent }: Write) {
  const held = await hold(act, biweeklyReports, id, version)
  if (!held.ok) return held
  const report = held.value
  const may = judge(biweeklyWorkflow, 'write', report, act.actor)
  if (!may.ok) return may
  const composed = await compose(act, report, sent)
  if (!composed.ok) return composed
  const { draft, ...said } = composed.value
  await keepFigures(act, { id, filerId: report.filerId, period: periodOf(report) }, draft, said)
  return advance(act, biweeklyReports, biweeklyWorkflow, 'write', report, {
    set: { writtenBy: act.actor.memberId, writtenAt: act.now },
    dueAt: report.dueAt,
    detail: { declared: said.declarations.length },
  })
}

/**
 * Amends a signed report by a new version with its own number, which waits for another's signature; until then, and if it is
 * returned, the old one stands. Refusals: not_found, stale, not_yours, wrong_state, amendment_open, and those of `readDeclarations`.
 */
export async function amendReport(act: Act, { id, version, why, ...sent }: AmendReport) {
  const held = await hold(act, biweeklyReports, id, version)
  if (!held.ok) return held
  const report = held.value
  const may = judgeOpening(biweeklyWorkflow, 'amend', report, act.actor)
  if (!may.ok) return may
  if (report.state !== 'signed') return refuse('wrong_state')
  const isNext = and(eq(biweeklyReports.previousId, id), ne(biweeklyReports.state, 'withdrawn'))
  const [open] = await act.tx.select({ number: biweeklyReports.number }).from(biweeklyReports).where(isNext)
  if (open) return refuse('amendment_open', { params: { number: open.number ?? '' } })
  const composed = await compose(act, report, sent)
  if (!composed.ok) return composed
  const { draft, ...said } = composed.value
  const { title, filerId, bureauId, periodFrom, periodTo, edition, reportDueAt, late } = report
  const next = newId()
  const opened = await openCase(
    act,
    biweeklyReports,
    biweeklyWorkflow,
    'amend',
    {
      id: next,
      title,
      filerId,
      bureauId,
      periodFrom,
      periodTo,
      edition: edition + 1,
      previousId: id,
      returnsTo: 'withdrawn',
      writtenBy: act.actor.memberId,
      writtenAt: act.now,
      reportDueAt,
      late,
    },
    {
      dueAt: null,
      detail: { edition: edition + 1, declared: said.declarations.length },
      words: [{ field: 'why', words: why, audience: 'parties' }],
    },
  )
  if (opened.ok) await keepFigures(act, { id: next, filerId, period: periodOf(report) }, draft, said)
  return opened
}
