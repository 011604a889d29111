import { eq } from 'drizzle-orm'
import { type Act, advance, hold, openCase } from '@/db/act'
import { penalties, penaltyReasons, violations } from '@/db/schema'
import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import { dayOf } from '../../kernel/time'
import { judge, judgeOpening } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import { guideOn, type LadderRung, ladderOn } from '../../rulebook/rules/book'
import type { Severity } from '../../violation/rules'
import type { Chosen, Fail, Impose } from '../input'
import { accountCase, standing } from '../queries/occasion'
import { type Decision, judgeDecision, type Occasion, type Suggestion, stepUp, suggest, suggestUnmet, without } from '../rules/guide'
import { endOf, GUIDANCE, judgeMeasure, type Measure, rungOrder, spell, startOf } from '../rules/measure'
import { penaltyWorkflow } from '../workflow'

type Subject = Pick<typeof penalties.$inferInsert, 'violationId' | 'accountId' | 'handle' | 'platformId' | 'bureauId' | 'clauses'>
/** What the guide says here, and the cell that it says it in. */
type Guidance = {
  cell: Occasion
  suggestion: Suggestion
  versions: { guideVersion: string; ladderVersion: string }
  afterId: string | null
}
type Refusals = 'measure_missing' | 'already_imposed' | 'start_is_past' | 'start_too_late' | 'reason_missing' | (string & {})

/** The measures as chosen, each with its rung of the ladder; every one that cannot be is named at its own field. */
function chosenMeasures({ rungs, parameters }: Chosen, ladder: readonly LadderRung[], imposed: readonly string[]) {
  const faults: Fault[] = []
  const measures: (Measure & { step: LadderRung })[] = []
  for (const code of [...new Set(rungs)].sort((a, b) => rungOrder(a) - rungOrder(b))) {
    const takes = ladder.find((rung) => rung.code === code)?.parameter
    const measure = { rung: code, parameter: takes ? parameters[code]?.normalize('NFKC').trim() || null : null }
    const verdict = judgeMeasure(measure, 'account', ladder)
    const field = verdict.ok || !takes ? 'rungs' : `parameters.${code}`
    if (!verdict.ok) faults.push({ field, code: verdict.code, params: { rung: code } })
    else if (imposed.includes(code)) faults.push({ field, code: 'already_imposed', params: { rung: code } })
    else measures.push({ ...measure, step: verdict.value })
  }
  return faults.length > 0 ? refuse(faults[0]!.code, { faults }) : ok(measures)
}

/** Opens a case for each measure of one decision, with how far it is from the guide. */
async function open(
  act: Act,
  subject: Subject,
  { cell, suggestion, versions, afterId }: Guidance,
  chosen: Chosen,
  ladder: readonly LadderRung[],
): Promise<Outcome<{ opened: { id: string; number: string | null }[] }, Refusals>> {
  const imposed = (await standing(act.tx, subject.violationId, subject.accountId)).map(({ rung }) => rung)
  const measures = chosenMeasures(chosen, ladder, imposed)
  if (!measures.ok) return measures
  const start = startOf(chosen.startsAt, act.now)
  if (!start.ok) return start
  const left = without(suggestion, imposed)
  const decision: Decision = judgeDecision(measures.value, left, 'account', ladder)
  if (decision.needsReason && !chosen.reason) return refuse('reason_missing', { field: 'reason', params: { against: decision.against } })
  const opened = []
  for (const [at, { rung, parameter, step }] of measures.value.entries()) {
    const endsAt = endOf({ rung, parameter }, step, start.value)
    const values = { ...subject, rung, parameter, startsAt: start.value, endsAt }
    const made = await openCase(act, penalties, penaltyWorkflow, 'impose', values, {
      detail: { rung, parameter },
      dueAt: rung === GUIDANCE ? endsAt : null,
    })
    if (!made.ok) return made
    opened.push(made.value)
    await act.tx.insert(penaltyReasons).values({
      penaltyId: made.value.id,
      platformId: subject.platformId,
      bureauId: subject.bureauId,
      reason: chosen.reason,
      against: decision.measures[at]!.against,
      decision: decision.against,
      severity: cell.severity,
      occurrence: cell.occurrence,
      guided: left.now.map(spell).join(' '),
      afterId,
      ...versions,
    })
  }
  return ok({ opened })
}

async function lawOf(act: Act) {
  const book = await rulebook(act.tx)
  const on = dayOf(act.now)
  const versions = { guideVersion: book.versions.penalty_guide, ladderVersion: book.versions.penalty_ladder }
  return { guide: guideOn(book, on), ladder: ladderOn(book, on), versions }
}

/**
 * A platform decides on its own account: a case for each measure, all in one act. Anything but the guide's own rows needs a
 * reason. Refusals: not_yours, not_found, not_upheld, already_imposed, start_is_past, start_too_late, reason_missing, and those of a measure.
 */
export async function imposePenalty(act: Act, { violationId, accountId, ...chosen }: Impose) {
  // Two who decide at once on the same report come one after another, and the second is told what stands.
  const [report] = await act.tx.select({ state: violations.state }).from(violations).where(eq(violations.id, violationId)).for('update')
  if (!report) return refuse('not_found')
  const found = await accountCase(act.tx, violationId, accountId)
  const may = judgeOpening(penaltyWorkflow, 'impose', { platformId: found?.account.platformId ?? act.actor.organizationId }, act.actor)
  if (!may.ok) return may
  if (!found) return refuse('not_upheld')
  const { guide, ladder, versions } = await lawOf(act)
  const { account, violation, clauses, occasion: cell } = found
  const subject = { violationId, accountId, handle: account.handle, platformId: account.platformId, bureauId: violation.bureauId, clauses }
  return open(act, subject, { cell, suggestion: suggest(cell, guide), versions, afterId: null }, chosen, ladder)
}

/**
 * The deadline of a guidance has passed and nothing was mended: it ends unmet, and what follows is imposed in the same act, one
 * step up. Refusals: not_found, stale, not_yours, wrong_state, not_guidance, deadline_not_passed, and those of a decision.
 */
export async function failGuidance(act: Act, { id, version, ...chosen }: Fail) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  const { rung, endsAt, violationId, accountId, handle, platformId, bureauId, clauses } = held.value
  const may = judge(penaltyWorkflow, 'fail', held.value, act.actor)
  if (!may.ok) return may
  if (rung !== GUIDANCE) return refuse('not_guidance')
  if (endsAt! > act.now) return refuse('deadline_not_passed')
  const [was] = await act.tx.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, id))
  const moved = await advance(act, penalties, penaltyWorkflow, 'fail', held.value, { set: { endedAt: act.now } })
  if (!moved.ok) return moved
  const { guide, ladder, versions } = await lawOf(act)
  const before: Occasion = { severity: was!.severity as Severity, occurrence: was!.occurrence, target: 'account' }
  const guidance = { cell: stepUp(before, guide), suggestion: suggestUnmet(before, guide), versions, afterId: id }
  return open(act, { violationId, accountId, handle, platformId, bureauId, clauses }, guidance, chosen, ladder)
}
