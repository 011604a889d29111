import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { penalties, penaltyReasons } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { addHours, dayOf, isOverdue } from '../../kernel/time'
import { organizationNames } from '../../organization/queries/organizations'
import { rulebook } from '../../rulebook/queries'
import { guideOn, ladderOn } from '../../rulebook/rules/book'
import type { Severity } from '../../violation/rules'
import { decisionDue } from '../rules/due'
import { type Occasion, stepUp, suggest, suggestUnmet, without } from '../rules/guide'
import { GUIDANCE } from '../rules/measure'
import { accountCase, caseToDecide, measuresSince, standing } from './occasion'

/** What a decision is about: a report by its number, with the account where there are several, or a guidance whose deadline passed. */
export type Asked = { report?: string; accountId?: string; after?: string }

async function guidanceBy(tx: Tx, actor: Actor, number: string) {
  const own = and(
    eq(penalties.number, number),
    eq(penalties.platformId, actor.organizationId!),
    eq(penalties.rung, GUIDANCE),
    eq(penalties.state, 'active'),
  )
  const [row] = await tx
    .select({ penalty: penalties, severity: penaltyReasons.severity, occurrence: penaltyReasons.occurrence })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(own)
  return row ?? null
}

/** All that a platform has to see to decide on its account: the case, its history, the guide's suggestion and what stands already. */
export async function decisionAt(tx: Tx, actor: Actor, { report, accountId, after }: Asked, now: Date) {
  const failing = after ? await guidanceBy(tx, actor, after) : null
  if (after && !failing) return null
  const found = failing
    ? await accountCase(tx, failing.penalty.violationId, failing.penalty.accountId)
    : report
      ? await caseToDecide(tx, actor, report, accountId)
      : null
  if (!found) return null
  const book = await rulebook(tx)
  const guide = guideOn(book, dayOf(now))
  const ladder = ladderOn(book, dayOf(now)).filter(({ appliesTo }) => appliesTo.includes('account'))
  const before: Occasion = failing
    ? { severity: failing.severity as Severity, occurrence: failing.occurrence, target: 'account' }
    : found.occasion
  const cell = failing ? stepUp(before, guide) : before
  const imposed = (await standing(tx, found.violation.id, found.account.id)).filter(({ id }) => id !== failing?.penalty.id)
  const whole = failing ? suggestUnmet(before, guide) : suggest(before, guide)
  const names = await organizationNames(tx, [found.violation.bureauId, found.account.platformId])
  return {
    found,
    failing: failing && { ...failing.penalty, isDue: isOverdue(failing.penalty.endsAt!, now) },
    guide,
    ladder,
    cell,
    /** Nothing waited in the guidance's own cell, so that the next one counts. */
    isStepped: cell !== before,
    /** Already at the top of the steps: a refusal beyond this is reported as V10-05. */
    isTop: failing !== null && before.occurrence === cell.occurrence && before.severity === cell.severity && before.occurrence !== 'first',
    whole,
    suggestion: without(
      whole,
      imposed.map(({ rung }) => rung),
    ),
    again: suggest({ ...found.occasion, occurrence: 'repeat_within_90_days' }, guide),
    imposed,
    past: (await measuresSince(tx, found.account.id, addHours(now, -90 * 24))).filter(({ id }) => id !== failing?.penalty.id),
    dueAt: decisionDue(book, found.occasion.severity, found.violation.decidedAt),
    bureau: names.get(found.violation.bureauId),
    platform: names.get(found.account.platformId),
  }
}
export type DecisionCase = NonNullable<Awaited<ReturnType<typeof decisionAt>>>
