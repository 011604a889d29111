import { eq } from 'drizzle-orm'
import { type Act, advance, amend, discard, hold, openCase, writtenIn } from '@/db/act'
import { inspectionPlans, organizations } from '@/db/schema'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import type { AmendPlan, Held, OpenPlan } from '../input'
import { planWorkflow } from '../workflow'

async function platformKnown(act: Act, id: string | null): Promise<Outcome<null, 'platform_unknown'>> {
  if (!id) return ok(null)
  const [found] = await act.tx.select({ kind: organizations.kind }).from(organizations).where(eq(organizations.id, id))
  return found?.kind === 'platform' ? ok(null) : refuse('platform_unknown', { field: 'platformId' })
}

/** Opens the draft of a plan. Refusals: not_yours, platform_unknown. */
export async function openPlan(act: Act, input: OpenPlan) {
  const known = await platformKnown(act, input.platformId)
  if (!known.ok) return known
  const { organizationId, memberId } = act.actor
  return openCase(act, inspectionPlans, planWorkflow, 'open', {
    ...input,
    weekdays: [...new Set(input.weekdays)].sort(),
    organizationId: organizationId!,
    openedBy: memberId!,
    writtenBy: [memberId!],
    writtenAt: act.now,
  })
}

/** Writes a draft anew; nobody who wrote in it starts it. Refusals: not_found, stale, not_yours, wrong_state, platform_unknown. */
export async function amendPlan(act: Act, { id, version, ...input }: AmendPlan) {
  const held = await hold(act, inspectionPlans, id, version)
  if (!held.ok) return held
  const known = await platformKnown(act, input.platformId)
  if (!known.ok) return known
  return amend(act, inspectionPlans, planWorkflow, held.value, {
    ...input,
    weekdays: [...new Set(input.weekdays)].sort(),
    ...writtenIn(act, held.value),
  })
}

/** Another monitor starts the plan: from its first day on the clock draws by it. Refusals: not_found, stale, not_yours, wrong_state, same_person. */
export async function startPlan(act: Act, { id, version }: Held) {
  const held = await hold(act, inspectionPlans, id, version)
  if (!held.ok) return held
  return advance(act, inspectionPlans, planWorkflow, 'start', held.value, {
    set: { startedBy: act.actor.memberId, startedAt: act.now },
    detail: { frame: held.value.frame, sampleSize: held.value.sampleSize },
  })
}

/** Throws a draft away; any monitor may. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawPlan(act: Act, { id, version }: Held) {
  const held = await hold(act, inspectionPlans, id, version)
  return held.ok ? discard(act, inspectionPlans, planWorkflow, 'withdraw', held.value) : held
}

/** Nothing more is drawn by it; what was drawn stays. Refusals: not_found, stale, not_yours, wrong_state. */
export async function endPlan(act: Act, { id, version }: Held) {
  const held = await hold(act, inspectionPlans, id, version)
  if (!held.ok) return held
  return advance(act, inspectionPlans, planWorkflow, 'end', held.value, { set: { endedAt: act.now } })
}
