import { and, eq } from 'drizzle-orm'
import { type Act, advance, hold, openCase } from '@/db/act'
import { penalties, penaltyReasons, violations } from '@/db/schema'
import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import { judge, judgeOpening } from '../../kernel/workflow'
import type { LadderRung } from '../../rulebook/rules/book'
import type { Chosen, Harden, Impose, Spare } from '../input'
import { type Guided, guidedOn } from '../queries/guidance'
import { type Imposed, type TargetCase, type TargetNamed, targetCase } from '../queries/occasion'
import { type Decision, judgeDecision, keptToEpisodes, sightOf, suggest, without } from '../rules/guide'
import {
  endOf,
  GUIDANCE,
  judgeMeasure,
  type Measure,
  REMOVAL,
  REMOVE,
  rungOrder,
  SUSPEND,
  spell,
  standsAs,
  startOf,
  waitsForReturn,
} from '../rules/measure'
import { type Against, penaltyWorkflow } from '../workflow'
import { holdRemoval, saidOf } from './house'
import { type Law, lawOf } from './law'
import { endOfJoined, orderMending } from './mending'
import { isReported } from './refusal'

type Penalty = typeof penalties.$inferSelect
type Subject = Pick<Penalty, 'violationId' | 'targetKind' | 'targetId' | 'targetName' | 'platformId' | 'bureauId' | 'clauses'>
type Opened = { opened: { id: string; number: string | null }[] }
type Refusals =
  | 'measure_missing'
  | 'already_imposed'
  | 'start_is_past'
  | 'start_too_late'
  | 'reason_missing'
  | 'episode_not_named'
  | (string & {})
type Chose = Measure & { step: LadderRung }

/** The measures as chosen, each with its rung of the ladder; every one that cannot be is named at its own field. */
function chosenMeasures({ rungs, parameters }: Chosen, { targetKind }: Subject, ladder: readonly LadderRung[], stands: readonly string[]) {
  const faults: Fault[] = []
  const measures: Chose[] = []
  for (const code of [...new Set(rungs)].sort((a, b) => rungOrder(a) - rungOrder(b))) {
    const takes = ladder.find((rung) => rung.code === code)?.parameter
    const measure = { rung: code, parameter: takes ? parameters[code]?.normalize('NFKC').trim() || null : null }
    const verdict = judgeMeasure(measure, targetKind, ladder)
    const field = verdict.ok || !takes ? 'rungs' : `parameters.${code}`
    if (!verdict.ok) faults.push({ field, code: verdict.code, params: { rung: code, target: targetKind } })
    else if (stands.includes(standsAs(measure))) faults.push({ field, code: 'already_imposed', params: { rung: code } })
    else measures.push({ ...measure, step: verdict.value })
  }
  return faults.length > 0 ? refuse(faults[0]!.code, { faults }) : ok(measures)
}

/** When a measure begins and ends; a limit of traffic on a work that is removed begins with its return. */
function spanOf({ rung, parameter, step }: Chose, { targetKind }: Subject, start: Date, isRemoved: boolean) {
  if (waitsForReturn({ rung, parameter }, targetKind, isRemoved)) return { startsAt: null, endsAt: null }
  return { startsAt: start, endsAt: endOf({ rung, parameter }, step, start) }
}

/** A mini-program that is removed is no longer only suspended. */
async function endSuspension(act: Act, stands: readonly Imposed[]) {
  const suspended = stands.find((one) => one.state === 'active' && standsAs(one) === standsAs(SUSPEND))
  const held = suspended && (await hold(act, penalties, suspended.id))
  return held?.ok ? advance(act, penalties, penaltyWorkflow, 'harden', held.value, { set: { endedAt: act.now } }) : ok(null)
}

type Due = { penalty: Penalty; afterId: string | null }
type Deciding = { subject: Subject; subjectId: string; episodes: readonly number[]; due: readonly Due[]; guided: Guided; law: Law }

/** Opens a case for each measure of one decision, with how far it is from the guide; what was due becomes the first of them, episode by episode. */
async function open(act: Act, deciding: Deciding, chosen: Chosen): Promise<Outcome<Opened, Refusals>> {
  const { subject, episodes, due, guided, law } = deciding
  const { ladder, versions } = law
  const { cell, left, imposed: stands, refusedId } = guided
  const imposed = stands.map(standsAs)
  const measures = chosenMeasures(chosen, subject, ladder, imposed)
  if (!measures.ok) return measures
  const mending = measures.value.find(({ rung }) => rung === GUIDANCE)
  if (mending && guided.refusedId) return refuse('already_refused', { field: 'rungs' })
  if (mending && guided.mending === 'met') return refuse('already_accepted', { field: 'rungs' })
  const start = startOf(chosen.startsAt, act.now)
  if (!start.ok) return start
  const judged = judgeDecision(measures.value, left, subject.targetKind, ladder)
  const decision: Decision = keptToEpisodes(judged, cell, refusedId !== null)
  if (decision.needsReason && !chosen.reason)
    return refuse('reason_missing', { field: 'reason', params: { against: judged.needsReason ? decision.against : 'kept_to_episodes' } })
  if (measures.value.some((one) => standsAs(one) === standsAs(REMOVE))) {
    const ended = await endSuspension(act, stands)
    if (!ended.ok) return ended
  }
  const ordered = mending ? await orderMending(act, deciding, Number(mending.parameter), chosen.asks) : null
  if (ordered && !ordered.ok) return ordered.faults ? ordered : { ...ordered, field: ordered.field ?? 'rungs' }
  const sharedEnd = ordered ? await endOfJoined(act, ordered.value) : null
  const { targetId, platformId } = subject
  const mayWait = measures.value.some((one) => waitsForReturn(one, subject.targetKind, true))
  const isRemoved = mayWait && ((await holdRemoval(act, { targetId, platformId })) || measures.value.some(({ rung }) => rung === REMOVAL))
  const opened = []
  const pendings = [...due]
  const askedOn = (episode: number | null) => due.find(({ penalty }) => penalty.episode === episode || penalty.episode === null)
  /** The decision that was due on this episode; one on the whole work is taken by the first. */
  const take = (episode: number | null) => {
    const at = pendings.findIndex(({ penalty }) => penalty.episode === episode || penalty.episode === null)
    return at < 0 ? null : pendings.splice(at, 1)[0]!
  }
  for (const [at, measure] of measures.value.entries())
    for (const episode of subject.targetKind === 'episode' ? episodes : [null]) {
      const { rung, parameter } = measure
      // Guidance runs from when it is ordered, whenever the rest is to begin.
      const own = spanOf(measure, subject, rung === GUIDANCE ? act.now : start.value, isRemoved)
      const span = rung === GUIDANCE && sharedEnd ? { ...own, endsAt: sharedEnd } : own
      const rectificationId = rung === GUIDANCE ? (ordered?.value.id ?? null) : null
      const values = { ...subject, episode, rung, parameter, rectificationId, ...span }
      const { violationId, targetKind } = subject
      const detail = { rung, parameter, targetKind, targetId, episode, violationId, platformId }
      const pending = take(episode)
      const made = pending
        ? await advance(act, penalties, penaltyWorkflow, 'impose', pending.penalty, { set: values, detail })
        : await openCase(act, penalties, penaltyWorkflow, 'impose', values, { detail })
      if (!made.ok) return made
      opened.push(made.value)
      const said = {
        platformId: subject.platformId,
        bureauId: subject.bureauId,
        reason: chosen.reason,
        against: decision.measures[at]!.against,
        decision: decision.against,
        severity: cell.severity,
        occurrence: cell.occurrence,
        guided: left.now.map(spell).join(' '),
        afterId: due.length > 0 ? (askedOn(episode)?.afterId ?? null) : guided.afterId,
        refusedId,
        ...versions,
      }
      if (pending) await act.tx.update(penaltyReasons).set(said).where(eq(penaltyReasons.penaltyId, pending.penalty.id))
      else await act.tx.insert(penaltyReasons).values({ penaltyId: made.value.id, ...said })
    }
  return ok({ opened })
}

/**
 * The decisions that are due before this platform on what it decides now: of a work kept to episodes those on these episodes, or where
 * there is none the one on the work.
 */
async function dueDecisions(act: Act, violationId: string, targetId: string, platformId: string, episodes: readonly number[]) {
  const rows: Due[] = await act.tx
    .select({ penalty: penalties, afterId: penaltyReasons.afterId })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(
      and(
        eq(penalties.violationId, violationId),
        eq(penalties.targetId, targetId),
        eq(penalties.platformId, platformId),
        eq(penalties.state, 'due'),
      ),
    )
    .orderBy(penalties.id)
    .for('update', { of: penalties })
  const own = rows.filter(({ penalty: { episode } }) => episode !== null && episodes.includes(episode))
  return own.length > 0 ? own : rows.filter(({ penalty: { episode } }) => episode === null)
}

const subjectOf = ({ violation, target, clauses }: TargetCase, platformId: string): Subject => ({
  violationId: violation.id,
  targetKind: target.kind,
  targetId: target.id,
  targetName: target.name,
  platformId,
  bureauId: violation.bureauId,
  clauses,
})

/** Two who decide at once on the same report come one after another, and the second is told what stands. */
async function holdReport(act: Act, id: string): Promise<string | null> {
  const locked = (one: string) =>
    act.tx.select({ id: violations.id, rootId: violations.rootId }).from(violations).where(eq(violations.id, one)).for('update')
  const [report] = await locked(id)
  if (!report?.rootId) return report?.id ?? null
  return (await locked(report.rootId))[0]?.id ?? null
}

/** What the guide asks for now where it was read: in the decision that was due then, or nothing where that is due no more. */
async function sightNow(act: Act, found: TargetCase, law: Law, platformId: string, dueId: string | undefined): Promise<string | null> {
  const [due] = dueId
    ? await act.tx
        .select({ episode: penalties.episode, afterId: penaltyReasons.afterId })
        .from(penalties)
        .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
        .where(and(eq(penalties.id, dueId), eq(penalties.platformId, platformId), eq(penalties.state, 'due')))
    : []
  if (dueId && !due) return null
  const episodes = due?.episode == null ? [] : [due.episode]
  return sightOf(await guidedOn(act.tx, found, law.guide, { platformId, episodes, afterId: due?.afterId }))
}

/**
 * A platform decides on its own account, mini-program or placement: a case for each measure, all in one act. Anything but the
 * guide's own rows needs a reason. A decision that was called for becomes the first measure's case. What the guide asks for can change
 * between reading and deciding: whoever answers what it asked before is `stale`. Refusals: not_yours, not_found, not_upheld, stale, report_follows, episode_not_named, already_imposed, already_refused, already_accepted, start_is_past, start_too_late,
 * reason_missing, and those of a measure.
 */
export async function imposePenalty(act: Act, { violationId, targetKind, targetId, episodes, dueId, sight, ...chosen }: Impose) {
  const root = await holdReport(act, violationId)
  if (!root) return refuse('not_found')
  const named: TargetNamed = { kind: targetKind, id: targetId }
  const found = await targetCase(act.tx, root, named)
  const platformId = act.actor.organizationId
  const isOwn = found === null || found.platforms.includes(platformId ?? '')
  const may = judgeOpening(penaltyWorkflow, 'impose', { platformId: isOwn ? platformId : null }, act.actor)
  if (!may.ok) return may
  if (!found) return refuse('not_upheld')
  if (targetKind === 'episode' && (episodes.length === 0 || episodes.some((episode) => !found.episodes.includes(episode))))
    return refuse('episode_not_named', { field: 'episodes' })
  const reported = await isReported(act, found, platformId!)
  if (reported) return reported
  const law = await lawOf(act)
  const due = await dueDecisions(act, root, targetId, platformId!, episodes)
  if (sight !== undefined && sight !== (await sightNow(act, found, law, platformId!, dueId))) return refuse('stale')
  const guided = await guidedOn(act.tx, found, law.guide, { platformId: platformId!, episodes, afterId: due[0]?.afterId })
  return open(act, { subject: subjectOf(found, platformId!), subjectId: found.subjectId, episodes, due, guided, law }, chosen)
}

/**
 * Nothing is imposed, with a reason that the regulators read. What the guide asks for can change while the case stays as it is, by a
 * refusal, an acceptance or another finding: then whoever answers what it asked before is `stale`, too. Refusals: not_found, stale,
 * not_yours, wrong_state.
 */
export async function spareTarget(act: Act, { id, version, reason, sight }: Spare) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  const may = judge(penaltyWorkflow, 'spare', held.value, act.actor)
  if (!may.ok) return may
  const { violationId, targetKind, targetId, platformId, episode } = held.value
  const found = await targetCase(act.tx, violationId, { kind: targetKind, id: targetId })
  const [was] = await act.tx.select({ afterId: penaltyReasons.afterId }).from(penaltyReasons).where(eq(penaltyReasons.penaltyId, id))
  if (!found || !was) return refuse('not_found')
  const law = await lawOf(act)
  const guided = await guidedOn(act.tx, found, law.guide, { platformId, episodes: episode === null ? [] : [episode], ...was })
  if (sight !== undefined && sight !== sightOf(guided)) return refuse('stale')
  const moved = await advance(act, penalties, penaltyWorkflow, 'spare', held.value, {
    set: { endedAt: act.now },
    detail: { violationId, targetKind, targetId, platformId, episode },
  })
  if (!moved.ok) return moved
  // Where what was recorded or mended before is all that the guide asks for, nothing is left to impose.
  const against: Against = guided.left.now.length === 0 ? 'as_guided' : 'lighter'
  await act.tx
    .update(penaltyReasons)
    .set({ ...saidOf(guided, law), reason, against, decision: against })
    .where(eq(penaltyReasons.penaltyId, id))
  return moved
}

/**
 * A mini-program whose suspension did not help is removed: the suspension ends and the removal is imposed beside it.
 * Refusals: not_found, stale, not_yours, wrong_state, not_suspended, already_imposed.
 */
export async function hardenSuspension(act: Act, { id, version, reason }: Harden) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  const may = judge(penaltyWorkflow, 'harden', held.value, act.actor)
  if (!may.ok) return may
  const { rung, parameter, violationId, targetId } = held.value
  if (standsAs({ rung: rung!, parameter }) !== standsAs(SUSPEND)) return refuse('not_suspended')
  const [was] = await act.tx.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, id))
  const law = await lawOf(act)
  const found = await targetCase(act.tx, violationId, { kind: 'mini_program', id: targetId })
  if (!was || !found) return refuse('not_found')
  const { platformId } = held.value
  const reported = await isReported(act, found, platformId)
  if (reported) return reported
  const before = found.occasion
  const { imposed, mending, refusedId } = await guidedOn(act.tx, found, law.guide, { platformId, episodes: [] })
  const whole = suggest(before, law.guide)
  const left = without(whole, imposed.map(standsAs))
  const guided: Guided = { before, cell: before, whole, left, imposed, mending, afterId: was.afterId, refusedId }
  const chosen: Chosen = { rungs: [REMOVE.rung], parameters: { [REMOVE.rung]: REMOVE.parameter! }, startsAt: null, reason, asks: null }
  const subject = subjectOf(found, platformId)
  return open(act, { subject, subjectId: found.subjectId, episodes: [], due: [], guided, law }, chosen)
}
