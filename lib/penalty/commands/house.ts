import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Act, advance, openCase } from '@/db/act'
import { penalties, penaltyReasons, rectifications, violations } from '@/db/schema'
import { decides, standing, type TargetCase, type TargetNamed, targetCase } from '../queries/occasion'
import { suggest, without } from '../rules/guide'
import { endOf, GUIDANCE, spell, standsAs } from '../rules/measure'
import { penaltyWorkflow } from '../workflow'
import { type Guidance, guidanceAfter, lawOf } from './law'

type Penalty = typeof penalties.$inferSelect
type Called = Pick<Penalty, 'violationId' | 'targetKind' | 'targetId' | 'targetName' | 'episode' | 'platformId' | 'bureauId' | 'clauses'>

/** Lays a decision before a platform, with the guide's rows set and by the clock of its severity. */
async function call(act: Act, called: Called, { cell, suggestion, versions, afterId }: Guidance) {
  const { violationId, targetKind, targetId, episode, platformId, bureauId } = called
  const opened = await openCase(act, penalties, penaltyWorkflow, 'call', called, {
    judgedBy: { severity: cell.severity },
    detail: { violationId, targetKind, targetId, episode, platformId },
  })
  if (!opened.ok) throw new Error(`penalty.call: ${opened.code}`)
  const stands = (await standing(act.tx, violationId, targetId, platformId)).map(standsAs)
  await act.tx.insert(penaltyReasons).values({
    penaltyId: opened.value.id,
    platformId,
    bureauId,
    severity: cell.severity,
    occurrence: cell.occurrence,
    guided: without(suggestion, stands).now.map(spell).join(' '),
    afterId,
    ...versions,
  })
}

/** Has this platform decided on this target already, or has it a decision before it? */
async function isDecided(act: Act, violationId: string, targetId: string, platformId: string) {
  const [row] = await act.tx
    .select({ id: penalties.id })
    .from(penalties)
    .where(and(eq(penalties.violationId, violationId), eq(penalties.targetId, targetId), eq(penalties.platformId, platformId), decides))
    .limit(1)
  return row !== undefined
}

/** What was upheld about a target is laid before these platforms, as far as they have not decided on it. */
export async function callDecisions(
  act: Act,
  violationId: string,
  named: TargetNamed,
  platforms: (found: TargetCase) => readonly string[],
) {
  const found = await targetCase(act.tx, violationId, named)
  if (!found) return
  const { violation, target, clauses, occasion } = found
  const { guide, versions } = await lawOf(act)
  for (const platformId of platforms(found)) {
    if (await isDecided(act, violation.id, target.id, platformId)) continue
    const called = {
      violationId: violation.id,
      targetKind: target.kind,
      targetId: target.id,
      targetName: target.name,
      episode: null,
      platformId,
      bureauId: violation.bureauId,
      clauses,
    }
    await call(act, called, { cell: occasion, suggestion: suggest(occasion, guide), versions, afterId: null })
  }
}

/** The guidances that wait for this rectification. */
const guidancesOf = (act: Act, rectificationId: string) =>
  act.tx
    .select()
    .from(penalties)
    .where(and(eq(penalties.rectificationId, rectificationId), eq(penalties.rung, GUIDANCE), eq(penalties.state, 'active')))
    .orderBy(penalties.id)
    .for('update')

const sure = <T>(moved: { ok: true; value: T } | { ok: false; code: string }, step: string) => {
  if (!moved.ok) throw new Error(`penalty.${step}: ${moved.code}`)
}

/** What was asked for runs longer, or again: the guidances that wait for it end with it. */
export async function moveGuidances(act: Act, rectificationId: string) {
  const [running] = await act.tx.select({ endsAt: rectifications.dueAt }).from(rectifications).where(eq(rectifications.id, rectificationId))
  const ids = (await guidancesOf(act, rectificationId)).map(({ id }) => id)
  if (running?.endsAt && ids.length > 0) await act.tx.update(penalties).set(running).where(inArray(penalties.id, ids))
}

/** What was asked for is mended. */
export async function meetGuidances(act: Act, rectificationId: string) {
  for (const held of await guidancesOf(act, rectificationId))
    sure(await advance(act, penalties, penaltyWorkflow, 'meet', held, { set: { endedAt: act.now } }), 'meet')
}

/** What was asked for was not mended in time: each guidance ends unmet, and the next row of the guide is laid before its decider. */
export async function failGuidances(act: Act, rectificationId: string) {
  const law = await lawOf(act)
  for (const held of await guidancesOf(act, rectificationId)) {
    sure(await advance(act, penalties, penaltyWorkflow, 'fail', held, { set: { endedAt: act.now } }), 'fail')
    const { violationId, targetKind, targetId, targetName, episode, platformId, bureauId, clauses } = held
    const called = { violationId, targetKind, targetId, targetName, episode, platformId, bureauId, clauses }
    await call(act, called, await guidanceAfter(act, held.id, targetKind, law))
  }
}

/** What a guidance that was taken back asked for, where no guidance rests on it any more. */
export async function guidanceTakenBack(act: Act, id: string): Promise<string | null> {
  const [held] = await act.tx.select().from(penalties).where(eq(penalties.id, id))
  if (held?.rung !== GUIDANCE || !held.rectificationId) return null
  return (await guidancesOf(act, held.rectificationId)).length > 0 ? null : held.rectificationId
}

/** What is due before this platform after this rectification was refused gives way to the report of the refusal. */
export async function yieldDecisions(act: Act, rectificationId: string, platformId: string) {
  const unmet = alias(penalties, 'unmet')
  const due = await act.tx
    .select({ penalty: penalties })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .innerJoin(unmet, eq(unmet.id, penaltyReasons.afterId))
    .where(and(eq(penalties.state, 'due'), eq(penalties.platformId, platformId), eq(unmet.rectificationId, rectificationId)))
    .orderBy(penalties.id)
    .for('update', { of: penalties })
  for (const { penalty: held } of due)
    sure(await advance(act, penalties, penaltyWorkflow, 'give_way', held, { set: { endedAt: act.now } }), 'give_way')
}

/** A work is back: the limits of traffic that waited for it run from now. */
export async function beginLimits(act: Act, targetId: string, platformId: string) {
  const waiting = await act.tx
    .select()
    .from(penalties)
    .where(
      and(
        eq(penalties.targetId, targetId),
        eq(penalties.platformId, platformId),
        eq(penalties.state, 'active'),
        isNull(penalties.startsAt),
      ),
    )
    .orderBy(penalties.id)
    .for('update')
  const { ladder } = await lawOf(act)
  for (const held of waiting) {
    const step = ladder.find(({ code }) => code === held.rung)!
    const endsAt = endOf({ rung: held.rung!, parameter: held.parameter }, step, act.now)
    sure(await advance(act, penalties, penaltyWorkflow, 'begin', held, { set: { startsAt: act.now, endsAt }, dueAt: null }), 'begin')
  }
}

/** What was found is not so: the measures that were recorded on it, or on what was merged into it, are withdrawn. */
export async function dismissRecorded(act: Act, violationId: string) {
  const of = or(eq(violations.id, violationId), eq(violations.rootId, violationId))
  const held = await act.tx
    .select()
    .from(penalties)
    .where(
      and(inArray(penalties.violationId, act.tx.select({ id: violations.id }).from(violations).where(of)), eq(penalties.state, 'recorded')),
    )
    .orderBy(penalties.id)
    .for('update')
  for (const one of held) sure(await advance(act, penalties, penaltyWorkflow, 'dismiss', one, { set: { endedAt: act.now } }), 'dismiss')
}

/** Does this imposition stand? */
export async function isImposed(act: Act, id: string) {
  return (await act.tx.$count(penalties, and(eq(penalties.id, id), eq(penalties.state, 'active')))) > 0
}

/** Takes an imposition back because what it asked for was refused elsewhere; nothing happens where it no longer stands. */
export async function undoPenalty(act: Act, id: string, words?: { words: string; to: string }) {
  const [held] = await act.tx.select().from(penalties).where(eq(penalties.id, id)).for('update')
  if (held?.state !== 'active') return
  const said = words ? [{ field: 'reason', audience: 'parties' as const, ...words }] : []
  sure(await advance(act, penalties, penaltyWorkflow, 'undo', held, { set: { endedAt: act.now }, words: said }), 'undo')
}
