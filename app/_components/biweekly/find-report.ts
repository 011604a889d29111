import 'server-only'
import { participation } from '@/lib/biweekly/queries/owed'
import { reportByNumber } from '@/lib/biweekly/queries/reports'
import { biweeklyWorkflow } from '@/lib/biweekly/workflow'
import type { Actor } from '@/lib/kernel/actor'
import type { Locale } from '@/lib/kernel/time'
import { judgeOpening, openSteps } from '@/lib/kernel/workflow'
import { historyOf } from '@/lib/ledger/queries'
import { colleaguesWith } from '@/lib/organization/queries/members'
import { look } from '@/lib/perform'
import { tongueOf } from './tongue'

/** All that this reader may know of a report, in one transaction; nothing where it does not exist for them. */
export const findReport = (actor: Actor, number: string, language?: Locale) =>
  look(actor, async (tx, now) => {
    const found = await reportByNumber(tx, actor, number)
    if (!found) return null
    const { report, contents, next } = found
    const isMine = report.filerId === actor.organizationId
    const history = await historyOf(tx, [{ noun: 'biweekly', id: report.id }])
    return {
      ...found,
      now,
      isMine,
      history,
      tongue: await tongueOf(tx, language),
      admittedAt: contents ? ((await participation(tx, report.filerId)).get(report.filerId)?.[0]?.since ?? null) : null,
      steps: openSteps(biweeklyWorkflow, report, actor),
      mayAmend: report.state === 'signed' && !next && judgeOpening(biweeklyWorkflow, 'amend', report, actor).ok,
      /** Who of the reader's own platform could sign instead of the writer. */
      signers: isMine ? await colleaguesWith(actor, tx, 'platform.compliance', [report.writtenBy ?? actor.memberId]) : [],
    }
  })
export type FoundReport = NonNullable<Awaited<ReturnType<typeof findReport>>>

/** Who did a step, by name where the reader may know it. */
export const handOf = ({ history }: Pick<FoundReport, 'history'>, ...names: string[]) =>
  history.find(({ name }) => names.includes(name))?.hand?.memberName ?? null
