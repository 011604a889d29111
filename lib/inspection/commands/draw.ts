import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, ne, or } from 'drizzle-orm'
import { type Act, advance, hold, openCase } from '@/db/act'
import {
  dramas,
  inspectionFrames,
  inspectionItems,
  inspectionPlans,
  inspectionSeeds,
  inspectionSheets,
  organizations,
  takedownOrders,
} from '@/db/schema'
import { NATIONAL_ID, newId } from '../../kernel/id'
import { ok, refuse } from '../../kernel/outcome'
import { dayOf } from '../../kernel/time'
import { addressesOf, type Item, itemsOf } from '../queries/items'
import { drawsOn, isWatched } from '../rules/day'
import { frameText, sampleOf, sha256 } from '../rules/sample'
import { planWorkflow, sheetWorkflow } from '../workflow'

type Drawn = Item & { purpose: 'sample' | 'listed'; opaqueId?: string; addresses: string[] }
type For = { organizationId: string; frameId?: string; planId?: string }

async function draw(act: Act, items: readonly Drawn[], belongs: For) {
  for (const { kind, ...item } of items) {
    const opened = await openCase(
      act,
      inspectionSheets,
      sheetWorkflow,
      'draw',
      { ...item, ...belongs, kind, drawnOn: dayOf(act.now) },
      { detail: { purpose: item.purpose, kind, platformId: item.platformId, targetId: item.dramaId ?? item.miniProgramId } },
    )
    if (!opened.ok) return opened
  }
  return ok(items.length)
}

/**
 * Freezes a plan's frame of the day: opaque ids whose file's hash stands from now on, a seed of which only the hash is published,
 * and a sheet for each of the first k by SHA-256(seed‖id). Refusals: not_found, not_yours, wrong_state, already_frozen, no_such_day.
 */
export async function freezeFrame(act: Act, planId: string) {
  const held = await hold(act, inspectionPlans, planId)
  if (!held.ok) return held
  const plan = held.value
  const day = dayOf(act.now)
  const [there] = await act.tx
    .select({ id: inspectionFrames.id })
    .from(inspectionFrames)
    .where(and(eq(inspectionFrames.planId, planId), eq(inspectionFrames.day, day)))
  if (there) return refuse('already_frozen')
  if (!drawsOn(plan, day)) return refuse('no_such_day')
  const items = (await itemsOf(act.tx, plan, day, NATIONAL_ID)).map((item) => ({ ...item, opaqueId: randomUUID() }))
  const [frameId, seed] = [newId(), randomBytes(32).toString('hex')]
  const content = frameText(items.map(({ opaqueId }) => opaqueId))
  const sampleSize = Math.min(plan.sampleSize, items.length)
  const published = { itemCount: items.length, sampleSize, sha256: sha256(content), seedSha256: sha256(seed) }
  const frozen = await advance(act, inspectionPlans, planWorkflow, 'freeze', plan, { detail: { frameId, ...published } })
  if (!frozen.ok) return frozen
  await act.tx
    .insert(inspectionFrames)
    .values({ id: frameId, planId, planNumber: plan.number!, day, content, frozenAt: act.now, ...published })
  await act.tx.insert(inspectionSeeds).values({ frameId, seed })
  if (items.length) await act.tx.insert(inspectionItems).values(items.map(({ bureauId: _, ...item }) => ({ frameId, ...item })))
  const byId = new Map<string, (typeof items)[number]>(items.map((item) => [item.opaqueId, item]))
  const sample = sampleOf([...byId.keys()], seed, sampleSize).map((id) => byId.get(id)!)
  const addresses = sample.length ? await addressesOf(act.tx, sample) : []
  return draw(
    act,
    sample.map((item, at) => ({ ...item, purpose: 'sample', addresses: addresses[at] ?? [] })),
    { organizationId: plan.organizationId, frameId, planId },
  )
}

/** Publishes the seed of a day that is over. Refusals: not_found, not_yours, wrong_state, already_revealed, day_not_over. */
export async function revealSeed(act: Act, frameId: string) {
  const [frame] = await act.tx.select().from(inspectionFrames).where(eq(inspectionFrames.id, frameId))
  if (!frame) return refuse('not_found')
  const held = await hold(act, inspectionPlans, frame.planId)
  if (!held.ok) return held
  const [kept] = await act.tx.select().from(inspectionSeeds).where(eq(inspectionSeeds.frameId, frameId))
  if (!kept) return refuse('already_revealed')
  if (dayOf(act.now) <= frame.day) return refuse('day_not_over')
  await act.tx.update(inspectionFrames).set({ seed: kept.seed, revealedAt: act.now }).where(eq(inspectionFrames.id, frameId))
  await act.tx.delete(inspectionSeeds).where(eq(inspectionSeeds.frameId, frameId))
  return advance(act, inspectionPlans, planWorkflow, 'reveal', held.value, { detail: { frameId, seed: kept.seed } })
}

/**
 * Draws the sheet on which a listed work is looked for on one platform, with the addresses under which it was known; of the order
 * the sheet carries nothing else. Refusals: not_found, already_drawn, not_the_time, nobody_monitors.
 */
export async function drawLook(act: Act, { orderId, dramaId }: { orderId: string; dramaId: string }) {
  const held = await hold(act, takedownOrders, orderId)
  if (!held.ok) return held
  const order = held.value
  const today = dayOf(act.now)
  const [there] = await act.tx
    .select({ id: inspectionSheets.id })
    .from(inspectionSheets)
    .where(
      and(
        eq(inspectionSheets.orderId, orderId),
        eq(inspectionSheets.dramaId, dramaId),
        or(ne(inspectionSheets.state, 'missed'), eq(inspectionSheets.drawnOn, today)),
      ),
    )
    .limit(1)
  if (there) return refuse('already_drawn')
  if (!isWatched(order, dramaId, today)) return refuse('not_the_time')
  const [monitor] = await act.tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(eq(organizations.kind, 'association'), eq(organizations.state, 'accepted')))
    .limit(1)
  if (!monitor) return refuse('nobody_monitors')
  const [work] = await act.tx.select({ title: dramas.title }).from(dramas).where(eq(dramas.id, dramaId))
  if (!work) return refuse('not_found')
  const { platformId, bureauId } = order
  const item = { kind: 'drama' as const, title: work.title, platformId, dramaId, miniProgramId: null, orderId, bureauId }
  const [addresses] = await addressesOf(act.tx, [item])
  return draw(act, [{ ...item, purpose: 'listed', addresses: addresses ?? [] }], { organizationId: monitor.id })
}
