import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { blacklistEntries, blacklistProposals, blacklistSubjects, takedownOrders } from '@/db/schema'
import type { Listing, ListingStep, OrderRuling, OrderStep } from '@/db/seed/listings'
import { read } from '@/db/transaction'
import { approveEntry, liftEntry } from '@/lib/blacklist/commands/approve'
import { proposeEntry, withdrawProposal } from '@/lib/blacklist/commands/propose'
import { declineEntry, dismissProposal, verifyEntry } from '@/lib/blacklist/commands/verify'
import { previewOf, totalsIn } from '@/lib/blacklist/queries/preview'
import { clock } from '@/lib/kernel/actor'
import { addHours } from '@/lib/kernel/time'
import type { Command } from '@/lib/perform'
import { answerOrder } from '@/lib/takedown/commands/answer'
import { remindPlatform, ruleOnObjection } from '@/lib/takedown/commands/rule'
import { workOf } from './reports'
import type { Scene } from './scene'

const keyOf = ({ report }: Pick<Listing, 'report'>) => `blacklist ${report}`

async function propose(scene: Scene, listing: Listing, by: string, report: string, reason: string, at: Date) {
  const { codes, names = [] } = listing
  const input = {
    violationId: scene.known(report),
    codes: [...codes],
    dramaIds: [await workOf(scene, listing.report)],
    miniProgramIds: [],
    names: [...names],
    reason,
  }
  return scene.act(proposeEntry, await scene.person(by), input, at)
}

/** The entry that an imposition of P10 on this report has proposed. */
async function imposed(scene: Scene, { report }: Listing): Promise<string> {
  const [first] = await read(scene.on, clock, (tx) =>
    tx
      .select({ id: blacklistProposals.entryId })
      .from(blacklistProposals)
      .where(eq(blacklistProposals.violationId, scene.known(report))),
  )
  return first!.id
}

async function verification(scene: Scene, listing: Listing, { severity, adds = [], remark }: Extract<ListingStep, { step: 'verify' }>) {
  const id = scene.known(keyOf(listing))
  const [standing, proposed] = await read(scene.on, clock, async (tx) => [
    await tx.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, id)),
    (await tx.select({ severity: blacklistEntries.severityProposed }).from(blacklistEntries).where(eq(blacklistEntries.id, id)))[0]!
      .severity,
  ])
  const added = await Promise.all(adds.map((report) => workOf(scene, report)))
  return {
    severity: severity ?? proposed,
    dramaIds: [...standing.flatMap(({ dramaId }) => dramaId ?? []), ...added],
    miniProgramIds: standing.flatMap(({ miniProgramId }) => miniProgramId ?? []),
    remark,
  }
}

async function happen(scene: Scene, listing: Listing, told: ListingStep, at: Date): Promise<unknown> {
  const key = keyOf(listing)
  const actor = await scene.person(told.by)
  const take = <I extends object, T, C extends string>(command: Command<I & { id: string; version: number }, T, C>, input: I) =>
    scene.step(command, actor, 'blacklist_entries', key, input, at)
  switch (told.step) {
    case 'support':
      return propose(scene, listing, told.by, told.report, told.reason, at)
    case 'withdraw':
      return take(withdrawProposal, { reason: told.reason })
    case 'verify':
      return take(verifyEntry, await verification(scene, listing, told))
    case 'dismiss':
      return take(dismissProposal, { reason: told.reason })
    case 'decline':
      return take(declineEntry, { reason: told.reason })
    case 'lift':
      return take(liftEntry, { reason: told.reason })
    case 'approve': {
      const preview = await read(scene.on, actor, (tx) => previewOf(tx, scene.known(key)))
      return take(approveEntry, { scope: preview.digest, shown: totalsIn(preview), checked: 'on' as const, remark: told.remark })
    }
  }
}

/** Lets the scene know a platform's order of this entry, and gives the key by which it does. */
async function orderOf(scene: Scene, listing: Listing, platformId: string): Promise<string> {
  const entryId = scene.known(keyOf(listing))
  const [order] = await read(scene.on, clock, (tx) =>
    tx
      .select({ id: takedownOrders.id })
      .from(takedownOrders)
      .where(and(eq(takedownOrders.entryId, entryId), eq(takedownOrders.platformId, platformId))),
  )
  const key = `${keyOf(listing)} ${platformId}`
  scene.know(key, order!.id)
  return key
}

const addresses = (listing: Listing, by: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `https://video.example/watch/${createHash('sha256').update(`${listing.report} ${by} ${at}`).digest('hex').slice(0, 12)}`,
  )

async function answer(scene: Scene, listing: Listing, told: OrderStep, at: Date) {
  const actor = await scene.person(told.by)
  const order = await orderOf(scene, listing, actor.organizationId!)
  const said =
    told.step === 'remove'
      ? { answer: 'removed' as const, episodeCount: told.episodes, links: addresses(listing, told.by, told.links) }
      : told.step === 'find_absent'
        ? { answer: 'absent' as const, note: told.note ?? null }
        : { answer: 'objection' as const, reason: told.reason }
  return scene.step(
    (act, input: { id: string; version: number } & typeof said) => answerOrder(act, input),
    actor,
    'takedown_orders',
    order,
    said,
    at,
  )
}

async function rule(scene: Scene, listing: Listing, ruling: OrderRuling, at: Date) {
  const actor = await scene.person(ruling.by)
  const order = await orderOf(scene, listing, await scene.platform(ruling.platform))
  if (ruling.step === 'remind') return scene.step(remindPlatform, actor, 'takedown_orders', order, { note: ruling.note }, at)
  return scene.step(ruleOnObjection, actor, 'takedown_orders', order, { ruling: ruling.step, reason: ruling.reason }, at)
}

/** Tells the history of a blacklist entry: proposed on an upheld report, verified, approved, and answered by the platforms. */
export function tellListing(scene: Scene, listing: Listing) {
  const { report, by, reason, course, answers = [], rulings = [] } = listing
  const key = keyOf(listing)
  const proposed = async (at: Date) =>
    scene.know(key, listing.imposed ? await imposed(scene, listing) : (await propose(scene, listing, by, report, reason, at)).id)
  scene.plan(key, scene.at(listing.at), proposed, { needs: [`${report} upheld`] })
  for (const step of course) {
    const needs =
      step.step === 'support'
        ? [`${report} upheld`, `${step.report} merged`]
        : step.step === 'verify'
          ? (step.adds ?? []).map((other) => `${other} filed`)
          : []
    scene.plan(key, scene.at(step.at), (at) => happen(scene, listing, step, at), {
      needs,
      ...(step.step === 'approve' && { makes: `${key} listed` }),
    })
  }
  const approved = course.find(({ step }) => step === 'approve')
  if (!approved) return
  const issued = scene.at(approved.at)
  const said = answers.map((step) => ({
    at: typeof step.after === 'number' ? addHours(issued, step.after / 60) : scene.at(step.after),
    work: (at: Date) => answer(scene, listing, step, at),
  }))
  const ruled = rulings.map((ruling) => ({ at: scene.at(ruling.at), work: (at: Date) => rule(scene, listing, ruling, at) }))
  for (const { at, work } of [...said, ...ruled].toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    scene.plan(`${key} orders`, at, work, { needs: [`${key} listed`] })
}
