import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { penalties, penaltyReasons, rectifications, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { addHours, dayOf } from '../../kernel/time'
import { organizationNames } from '../../organization/queries/organizations'
import { rulebook } from '../../rulebook/queries'
import { guideOn, ladderOn } from '../../rulebook/rules/book'
import { decisionDue } from '../rules/due'
import { sightOf, suggest } from '../rules/guide'
import { GUIDANCE } from '../rules/measure'
import { guidedOn } from './guidance'
import { measuresSince, rulingsIn, type TargetCase, targetCase } from './occasion'
import { isRemoved } from './removal'

/**
 * What a decision is about: one that is due, by its number, or a report by its number with the target's id where there are several.
 * `episodes`: of a work, only the episodes that the report names.
 */
export type Asked = { due?: string; report?: string; target?: string; episodes?: boolean }

async function dueBy(tx: Tx, actor: Actor, number: string) {
  const isOwn = and(eq(penalties.number, number), eq(penalties.platformId, actor.organizationId!), eq(penalties.state, 'due'))
  const [row] = await tx
    .select({ penalty: penalties, afterId: penaltyReasons.afterId })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(isOwn)
  return row ?? null
}

/** The targets of this report that the platform may decide on; where there are several, the one that is named. */
async function caseIn(tx: Tx, actor: Actor, number: string, named: string | undefined): Promise<TargetCase | null> {
  const [report] = await tx.select({ id: violations.id }).from(violations).where(eq(violations.number, number))
  if (!report) return null
  for (const { violationId, kind, targetId } of await rulingsIn(tx, report.id)) {
    const found = await targetCase(tx, violationId, { kind, id: targetId })
    const isAsked = !named || [found?.target.id, found?.target.code].includes(named)
    if (found?.platforms.includes(actor.organizationId!) && isAsked) return found
  }
  return null
}

async function subjectAsked(tx: Tx, actor: Actor, { due, report, target, episodes }: Asked) {
  const called = due ? await dueBy(tx, actor, due) : null
  if (due && !called) return null
  const first = called
    ? await targetCase(tx, called.penalty.violationId, { kind: called.penalty.targetKind, id: called.penalty.targetId })
    : report
      ? await caseIn(tx, actor, report, target)
      : null
  if (!first) return null
  const isKept = first.target.kind === 'episode' || (episodes && first.episodes.length > 0)
  const found = isKept ? await targetCase(tx, first.violation.id, { kind: 'episode', id: first.target.id }) : first
  return found && { called, found, whole: first }
}

/** All that a platform has to see to decide on its own: the case, its history, the guide's suggestion and what stands already. */
export async function decisionAt(tx: Tx, actor: Actor, asked: Asked, now: Date) {
  const subject = await subjectAsked(tx, actor, asked)
  if (!subject) return null
  const { called, found, whole: first } = subject
  const { target, violation, occasion } = found
  const platformId = actor.organizationId!
  const book = await rulebook(tx)
  const guide = guideOn(book, dayOf(now))
  const episode = called?.penalty.episode ?? null
  const asking = { platformId, episodes: episode === null ? [] : [episode], afterId: called?.afterId }
  const guided = await guidedOn(tx, found, guide, asking)
  const { before, cell, whole, left, imposed, mending, afterId, refusedId } = guided
  // What was refused to be mended is not asked for again.
  const ladder = ladderOn(book, dayOf(now)).filter(
    ({ code, appliesTo }) => appliesTo.includes(target.kind) && !(refusedId && code === GUIDANCE),
  )
  const past = await measuresSince(tx, target.id, platformId, addHours(now, -90 * 24))
  const names = await organizationNames(tx, [violation.bureauId, platformId])
  const [refused] = refusedId
    ? await tx.select({ number: rectifications.number }).from(rectifications).where(eq(rectifications.id, refusedId))
    : []
  return {
    found,
    called: called?.penalty ?? null,
    /** The guidance that was not met, where it follows from one. */
    after: past.find(({ id }) => id === afterId) ?? null,
    /** The rectification that was refused, where the reader may open it. */
    refused: refused?.number ?? null,
    isUnmet: refusedId !== null,
    /** The work is removed there already, by whichever report, so that a limit of its traffic waits for its return. */
    isRemoved: target.kind === 'drama' && (await isRemoved(tx, { targetId: target.id, platformId }, now)),
    /** The episodes that the report names, where the decision on the work may be kept to them; of a due one about an episode that one. */
    narrows: episode === null ? first.episodes : [episode],
    /** It may be taken for the whole work or for its episodes. */
    isOpen: episode === null && afterId === null && first.episodes.length > 0,
    guide,
    ladder,
    cell,
    /** Nothing waited in the guidance's own cell, so that the next one counts. */
    isStepped: cell !== before,
    /** Already at the top of the steps: a refusal beyond this is reported as V10-05. */
    isTop:
      refusedId !== null && before.occurrence === cell.occurrence && before.severity === cell.severity && before.occurrence !== 'first',
    whole,
    suggestion: left,
    /** What the guide asks for in the decision as it is due, whole or by the episode, for the form that spares it. */
    sight: sightOf(first.target.kind === target.kind ? guided : await guidedOn(tx, first, guide, asking)),
    /** The same in the decision as it is read, for the form that imposes. */
    imposing: sightOf(guided),
    /** How the mending stands that P1 would ask for: met already, or running, so that whoever imposes it joins. */
    mending: imposed.some(({ rung }) => rung === GUIDANCE) ? null : mending,
    again: suggest({ ...occasion, occurrence: 'repeat_within_90_days' }, guide),
    imposed,
    past: past.filter(({ id }) => id !== afterId),
    dueAt: called?.penalty.dueAt ?? decisionDue(book, occasion.severity, violation.decidedAt),
    bureau: names.get(violation.bureauId),
    platform: names.get(platformId),
  }
}
export type DecisionCase = NonNullable<Awaited<ReturnType<typeof decisionAt>>>
