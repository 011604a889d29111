import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import { type Act, type ActEvent, advance, openCase } from '@/db/act'
import { penalties, penaltyReasons, rectifications, violations } from '@/db/schema'
import { takeTurns } from '@/db/turns'
import { urgentCode } from '../../rulebook/rules/deadline'
import { type Guided, guidedOn } from '../queries/guidance'
import { decides, type TargetCase, type TargetNamed, targetCase } from '../queries/occasion'
import { isOfBureau } from '../queries/refusal'
import { isRemoved, limitsWaiting, type Place } from '../queries/removal'
import { endOf, GUIDANCE, spell } from '../rules/measure'
import { penaltyWorkflow } from '../workflow'
import { type Law, lawOf } from './law'

type Penalty = typeof penalties.$inferSelect
type Called = Pick<Penalty, 'violationId' | 'targetKind' | 'targetId' | 'targetName' | 'episode' | 'platformId' | 'bureauId' | 'clauses'>

const sure = <T>(moved: { ok: true; value: T } | { ok: false; code: string }, step: string) => {
  if (!moved.ok) throw new Error(`penalty.${step}: ${moved.code}`)
}

/** What a decision says of the guide that it follows or leaves. */
export const saidOf = ({ cell, left, afterId, refusedId }: Guided, { versions }: Law) => ({
  severity: cell.severity,
  occurrence: cell.occurrence,
  guided: left.now.map(spell).join(' '),
  afterId,
  refusedId,
  ...versions,
})
const detailOf = ({ violationId, targetKind, targetId, episode, platformId }: Called) => ({
  violationId,
  targetKind,
  targetId,
  episode,
  platformId,
})

/** Lays a decision before a platform, with the guide's rows set and by the clock of its severity. */
async function call(act: Act, called: Called, guided: Guided, law: Law) {
  const opened = await openCase(act, penalties, penaltyWorkflow, 'call', called, {
    judgedBy: { severity: guided.cell.severity },
    detail: detailOf(called),
  })
  if (!opened.ok) throw new Error(`penalty.call: ${opened.code}`)
  const { platformId, bureauId } = called
  await act.tx.insert(penaltyReasons).values({ penaltyId: opened.value.id, platformId, bureauId, ...saidOf(guided, law) })
}

/** A decision that was still due when what was to be mended was refused: the next row is set instead, with a clock of its own. */
async function stepUp(act: Act, due: Penalty, guided: Guided, law: Law) {
  const { severity } = guided.cell
  const moved = await advance(act, penalties, penaltyWorkflow, 'step_up', { ...due, severity } as Penalty, {
    dueAt: act.deadlines.dueAt(urgentCode('penalty_decision', severity), act.now),
    detail: detailOf(due),
  })
  sure(moved, 'step_up')
  await act.tx.update(penaltyReasons).set(saidOf(guided, law)).where(eq(penaltyReasons.penaltyId, due.id))
}

/** What this platform has decided on this target already, or has before it. */
const decisionsOf = (act: Act, violationId: string, targetId: string, platformId: string) =>
  act.tx
    .select({ penalty: penalties, refusedId: penaltyReasons.refusedId })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(and(eq(penalties.violationId, violationId), eq(penalties.targetId, targetId), eq(penalties.platformId, platformId), decides))
    .orderBy(penalties.id)
    .for('update', { of: penalties })

const calledOn = ({ violation, target, clauses }: TargetCase, platformId: string, episode: number | null = null): Called => ({
  violationId: violation.id,
  targetKind: target.kind,
  targetId: target.id,
  targetName: target.name,
  episode,
  platformId,
  bureauId: violation.bureauId,
  clauses,
})

/**
 * Lays before one platform what it has to decide on this target, as far as it is not laid yet: once when it is upheld, and once more
 * when what a bureau ordered to be mended is refused. What is still due then is stepped up, whoever ordered it.
 */
async function lay(act: Act, found: TargetCase, platformId: string, law: Law) {
  const guided = await guidedOn(act.tx, found, law.guide, { platformId, episodes: [] })
  const rows = await decisionsOf(act, found.violation.id, found.target.id, platformId)
  if (rows.length === 0) return call(act, calledOn(found, platformId), guided, law)
  const { refusedId } = guided
  if (!refusedId || rows.some((row) => row.refusedId === refusedId)) return
  const due = rows.filter(({ penalty }) => penalty.state === 'due')
  for (const { penalty } of due) await stepUp(act, penalty, guided, law)
  if (due.length === 0 && (await isOfBureau(act.tx, refusedId))) await call(act, calledOn(found, platformId), guided, law)
}

/** What was upheld about a target, or was refused to be mended, is laid before these platforms. */
export async function callDecisions(
  act: Act,
  violationId: string,
  named: TargetNamed,
  platforms: (found: TargetCase) => readonly string[],
) {
  const found = await targetCase(act.tx, violationId, named)
  if (!found) return
  const law = await lawOf(act)
  for (const platformId of platforms(found)) await lay(act, found, platformId, law)
}

/** The guidances that wait for this rectification. */
const guidancesOf = (act: Act, rectificationId: string) =>
  act.tx
    .select()
    .from(penalties)
    .where(and(eq(penalties.rectificationId, rectificationId), eq(penalties.rung, GUIDANCE), eq(penalties.state, 'active')))
    .orderBy(penalties.id)
    .for('update')

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

/** What a subject's acceptance leaves to decide before those who have not decided yet: P1 is met for them as well. */
export async function restateDue(act: Act, violationId: string, targetId: string) {
  const due = await act.tx
    .select({ penalty: penalties, afterId: penaltyReasons.afterId })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(and(eq(penalties.violationId, violationId), eq(penalties.targetId, targetId), eq(penalties.state, 'due')))
    .orderBy(penalties.id)
  const law = await lawOf(act)
  for (const { penalty, afterId } of due) {
    const found = await targetCase(act.tx, violationId, { kind: penalty.targetKind, id: targetId })
    if (!found) continue
    const episodes = penalty.episode === null ? [] : [penalty.episode]
    const { left } = await guidedOn(act.tx, found, law.guide, { platformId: penalty.platformId, episodes, afterId })
    // The decisions themselves are not locked: whoever imposes with P1 has its own and waits for the rectification.
    const undecided = and(eq(penaltyReasons.penaltyId, penalty.id), isNull(penaltyReasons.decision))
    await act.tx
      .update(penaltyReasons)
      .set({ guided: left.now.map(spell).join(' ') })
      .where(undecided)
  }
}

/** What was asked for was not mended in time: each guidance ends unmet, and the next row of the guide is laid before its decider. */
export async function failGuidances(act: Act, rectificationId: string) {
  const law = await lawOf(act)
  for (const held of await guidancesOf(act, rectificationId)) {
    sure(await advance(act, penalties, penaltyWorkflow, 'fail', held, { set: { endedAt: act.now } }), 'fail')
    await callNext(act, held, held.id, law)
  }
}

/** Lays the next row before a platform, about what this one was about. */
async function callNext(act: Act, held: Penalty, afterId: string | null, law: Law) {
  const { violationId, targetKind, targetId, targetName, episode, platformId, bureauId, clauses } = held
  const found = await targetCase(act.tx, violationId, { kind: targetKind, id: targetId })
  if (!found) throw new Error(`penalty.call: nothing stands upheld on ${targetId}`)
  const guided = await guidedOn(act.tx, found, law.guide, { platformId, episodes: episode === null ? [] : [episode], afterId })
  const called = { violationId, targetKind, targetId, targetName, episode, platformId, bureauId, clauses }
  await call(act, called, guided, law)
}

/** What a guidance that was taken back asked for, where no guidance rests on it any more. */
export async function guidanceTakenBack(act: Act, id: string): Promise<string | null> {
  const [held] = await act.tx.select().from(penalties).where(eq(penalties.id, id))
  if (held?.rung !== GUIDANCE || !held.rectificationId) return null
  return (await guidancesOf(act, held.rectificationId)).length > 0 ? null : held.rectificationId
}

const afterOf = (act: Act, rectificationId: string, platformId: string, more: SQL | undefined) =>
  act.tx
    .select({ penalty: penalties, afterId: penaltyReasons.afterId })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(and(eq(penaltyReasons.refusedId, rectificationId), eq(penalties.platformId, platformId), more))
    .orderBy(penalties.id)
    .for('update', { of: penalties })

/** What is due before this platform after this rectification was refused gives way to the report of the refusal. */
export async function yieldDecisions(act: Act, rectificationId: string, platformId: string) {
  for (const { penalty } of await afterOf(act, rectificationId, platformId, eq(penalties.state, 'due')))
    sure(await advance(act, penalties, penaltyWorkflow, 'give_way', penalty, { set: { endedAt: act.now } }), 'give_way')
}

/** The report to which it gave way stands no more: what gave way is laid before the platform again, each target and episode once. */
export async function recallDecisions(act: Act, rectificationId: string, platformId: string) {
  const law = await lawOf(act)
  const gaveWay = and(eq(penalties.state, 'spared'), isNull(penaltyReasons.decision))
  const rows = await afterOf(act, rectificationId, platformId, gaveWay)
  for (const { penalty, afterId } of new Map(rows.map((row) => [row.penalty.episode, row])).values())
    await callNext(act, penalty, afterId, law)
}

/**
 * Is this work removed there? Whoever takes a removal back and whoever limits the traffic of what is removed come one after another,
 * so that of two removals that end at once the later one sees that it was the last.
 */
export async function holdRemoval(act: Act, place: Place): Promise<boolean> {
  await takeTurns(act.tx, `removal ${place.targetId} ${place.platformId}`)
  return isRemoved(act.tx, place, act.now)
}

/** Where no removal of a work is left there, the limits of traffic that waited for its return run from now. */
export async function beginLimits(act: Act, place: Place) {
  if (await holdRemoval(act, place)) return
  const waiting = await act.tx.select().from(penalties).where(limitsWaiting(place)).orderBy(penalties.id).for('update')
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
  for (const one of held)
    sure(
      await advance(act, penalties, penaltyWorkflow, 'dismiss', one, {
        set: { endedAt: act.now },
        detail: { rung: one.rung, ...detailOf(one) },
      }),
      'dismiss',
    )
}

/** Does this imposition stand? */
export async function isImposed(act: Act, id: string) {
  return (await act.tx.$count(penalties, and(eq(penalties.id, id), eq(penalties.state, 'active')))) > 0
}

/** Takes an imposition back because what it asked for was refused elsewhere; nothing happens where it no longer stands. */
export async function undoPenalty(act: Act, id: string, words?: { words: string; to: string }, detail: ActEvent['detail'] = {}) {
  const [held] = await act.tx.select().from(penalties).where(eq(penalties.id, id)).for('update')
  if (held?.state !== 'active') return
  const said = words ? [{ field: 'reason', audience: 'parties' as const, ...words }] : []
  sure(await advance(act, penalties, penaltyWorkflow, 'undo', held, { set: { endedAt: act.now }, words: said, detail }), 'undo')
}
