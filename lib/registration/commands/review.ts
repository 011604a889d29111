import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { type Act, advance } from '@/db/act'
import { officialCounters, organizations, registrationContents, registrationReasons, registrations } from '@/db/schema'
import { listedCountOf, showWork } from '../../drama/commands'
import { type Fault, type Outcome, refuse } from '../../kernel/outcome'
import { dayOf, yearOf } from '../../kernel/time'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import type { DramaClass } from '../../rulebook/rules/tier'
import type { Draft, Field } from '../rules/content'
import { isQuoted } from '../rules/difference'
import { fitsClass } from '../rules/filing'
import { normalNumber, registrationNumber } from '../rules/number'
import { type RegistrationStep, registrationWorkflow } from '../workflow'
import { resumeClock, stopClock } from './clock'
import { type Filing, holdFiling } from './hold'

type Seen = { id: string; version: number }
export type Objection = { field: Field; quote: string; reason: string }

/** A filing that this step is for: of its class, and of no listed work where it would go forward. */
async function heldFor(act: Act, step: RegistrationStep, { id, version }: Seen): Promise<Outcome<Filing>> {
  const held = await holdFiling(act, id, version)
  if (!held.ok) return held
  const verdict = judge(registrationWorkflow, step, held.value, act.actor)
  if (!verdict.ok) return verdict
  if (!fitsClass(step, held.value.class as DramaClass | null)) return refuse('other_class', { params: { class: held.value.class ?? 0 } })
  const forward = step === 'approve' || step === 'forward' || step === 'publish'
  return forward && (await listedCountOf(act, held.value.dramaId!)) > 0 ? refuse('work_is_listed') : held
}

/** The bureau's next number of the year; the counter's row stays locked to the end of the act, so that none is left out or given twice. */
async function drawNumber(act: Act, bureauId: string): Promise<string> {
  const [bureau] = await act.tx.select({ code: organizations.code }).from(organizations).where(eq(organizations.id, bureauId))
  const issuer = (await rulebook(act.tx)).regulators.find(({ code }) => code === bureau?.code)?.shortZh
  if (!issuer) throw new Error(`${bureauId} issues no numbers`)
  const year = yearOf(dayOf(act.now))
  const [drawn] = await act.tx
    .insert(officialCounters)
    .values({ issuer, year, last: 1 })
    .onConflictDoUpdate({ target: [officialCounters.issuer, officialCounters.year], set: { last: sql`${officialCounters.last} + 1` } })
    .returning({ last: officialCounters.last })
  return registrationNumber(issuer, year, drawn!.last)
}

/** Registers a Class II work under the bureau's next number. Refusals: other_class, work_is_listed, beside those of every step. */
export async function approveFiling(act: Act, seen: Seen) {
  const held = await heldFor(act, 'approve', seen)
  if (!held.ok) return held
  const { dramaId } = held.value
  await showWork(act, dramaId!)
  const officialNumber = await drawNumber(act, held.value.bureauId)
  return advance(act, registrations, registrationWorkflow, 'approve', held.value, {
    set: { officialNumber, numberKey: normalNumber(officialNumber), decidedAt: act.now },
    detail: { dramaId },
  })
}

/** Sends a Class I work on to 总局 with the bureau's opinion; the bureau's clock stands. */
export async function forwardFiling(act: Act, { opinion, ...seen }: Seen & { opinion: string }) {
  const held = await heldFor(act, 'forward', seen)
  if (!held.ok) return held
  return advance(act, registrations, registrationWorkflow, 'forward', held.value, {
    set: { clockLeft: await stopClock(act, 'registration_review', held.value.dueAt) },
    dueAt: await resumeClock(act, 'planning_notice', held.value.noticeLeft),
    words: opinion ? [{ field: 'opinion', words: opinion, audience: 'regulators' }] : [],
  })
}

/** Publishes the planning notice of a Class I work, which is no licence. */
export async function publishNotice(act: Act, seen: Seen) {
  const held = await heldFor(act, 'publish', seen)
  if (!held.ok) return held
  const { dramaId } = held.value
  await showWork(act, dramaId!)
  return advance(act, registrations, registrationWorkflow, 'publish', held.value, { set: { decidedAt: act.now }, detail: { dramaId } })
}

function faultsOf(objections: readonly Objection[], filed: Draft): Fault[] {
  return objections.flatMap(({ field, quote, reason }): Fault[] => {
    if (!reason) return [{ field: `${field}.reason`, code: 'required' }]
    return quote && !isQuoted(quote, filed, field) ? [{ field: `${field}.quote`, code: 'not_in_the_text' }] : []
  })
}

function returned(step: 'return' | 'send_back') {
  return async (act: Act, { objections, ...seen }: Seen & { objections: readonly Objection[] }) => {
    const held = await heldFor(act, step, seen)
    if (!held.ok) return held
    const filing = held.value
    const [filed] = await act.tx
      .select()
      .from(registrationContents)
      .where(and(eq(registrationContents.registrationId, filing.id), isNotNull(registrationContents.submittedAt)))
      .orderBy(desc(registrationContents.turn))
      .limit(1)
    if (!filed) throw new Error(`${filing.id} was never submitted`)
    if (objections.length === 0) return refuse('no_objection')
    const faults = faultsOf(objections, filed.content as Draft)
    if (faults.length > 0) return refuse('incomplete', { faults })
    await act.tx.insert(registrationReasons).values(
      objections.map(({ field, quote, reason }) => ({
        registrationId: filing.id,
        turn: filed.turn,
        field,
        quote: quote || null,
        reason,
      })),
    )
    const stood =
      step === 'return'
        ? { clockLeft: await stopClock(act, 'registration_review', filing.dueAt) }
        : { noticeLeft: await stopClock(act, 'planning_notice', filing.dueAt) }
    return advance(act, registrations, registrationWorkflow, step, filing, {
      set: stood,
      detail: { turn: filed.turn, fields: objections.length },
    })
  }
}

/** Gives a filing back with a reason for each field that it objects to; the clock stands until it comes again. Refusals: no_objection, incomplete {faults}. */
export const returnFiling = returned('return')
/** The same by 总局, for a filing that was forwarded. */
export const sendBackFiling = returned('send_back')

function turnedDown(step: 'refuse' | 'reject') {
  return async (act: Act, { reason, ...seen }: Seen & { reason: string }) => {
    const held = await heldFor(act, step, seen)
    if (!held.ok) return held
    return advance(act, registrations, registrationWorkflow, step, held.value, {
      set: { decidedAt: act.now },
      words: [{ field: 'reason', words: reason, audience: 'parties', ...(held.value.creatorId && { to: held.value.creatorId }) }],
    })
  }
}

/** Refuses a filing with reasons that its creator and the regulators read. */
export const refuseFiling = turnedDown('refuse')
export const rejectFiling = turnedDown('reject')
