import { and, arrayContains, asc, eq, inArray, notInArray } from 'drizzle-orm'
import { inspectionSheets, members, takedownOrders, violations } from '@/db/schema'
import { inspectionFindings, inspectionPlans, type PlannedInspection, sightings } from '@/db/seed/inspections'
import type { When } from '@/db/seed/when'
import { read } from '@/db/transaction'
import { endPlan, openPlan, startPlan } from '@/lib/inspection/commands/plan'
import { referFinding } from '@/lib/inspection/commands/refer'
import { addPicture, findBreach, findClean } from '@/lib/inspection/commands/sheet'
import { houseFor, visitor } from '@/lib/kernel/actor'
import { addHours, type Day, dayOf } from '@/lib/kernel/time'
import { answerOrder } from '@/lib/takedown/commands/answer'
import { dismissViolation } from '@/lib/violation/commands/decide'
import { evidenceFile, store } from './evidence/files'
import type { Scene } from './scene'

const house = houseFor(visitor)
const MONITORS = ['方正', '许晴']
/** How far back the monitoring reaches, in working days. */
const DAYS = 48
type Sheet = typeof inspectionSheets.$inferSelect

function tellPlan(scene: Scene, told: PlannedInspection) {
  const key = `plan ${told.key}`
  const last = dayOf(scene.at(sightings.last.before))
  scene.plan(key, scene.at(told.opened), async (at) => {
    const day = told.today ? last : dayOf(at)
    const input = {
      title: told.title,
      frame: told.frame,
      platformId: told.platform ? await scene.platform(told.platform) : null,
      sampleSize: told.size,
      weekdays: [...told.weekdays],
      startsOn: day,
      endsOn: told.today ? day : null,
    }
    scene.know(key, (await scene.act(openPlan, await scene.person(told.by), input, at)).id)
  })
  const { started, ended } = told
  if (started)
    scene.plan(key, scene.at(started.at), async (at) =>
      scene.step(startPlan, await scene.person(started.by), 'inspection_plans', key, {}, at),
    )
  if (ended)
    scene.plan(key, scene.at(ended.at), async (at) => scene.step(endPlan, await scene.person(ended.by), 'inspection_plans', key, {}, at))
}

const openOn = (scene: Scene, day: Day) =>
  read(scene.on, house, (tx) =>
    tx
      .select()
      .from(inspectionSheets)
      .where(and(eq(inspectionSheets.drawnOn, day), eq(inspectionSheets.state, 'drawn')))
      .orderBy(asc(inspectionSheets.number)),
  )

async function look(scene: Scene, { id, version }: Sheet, by: string, at: Date) {
  await scene.act(findClean, await scene.person(by), { id, version, note: null }, at)
}

type Seen = { episode?: number; codes?: readonly string[]; address?: string; note: string }
async function find(scene: Scene, { id, version, number }: Sheet, by: string, { episode, codes = [], address, note }: Seen, at: Date) {
  const [actor, name] = [await scene.person(by), '播放页截图.png']
  const stored = await store(evidenceFile(name, number!), scene.directory)
  await scene.act(addPicture, actor, { sheetId: id, name, stored, ...(scene.directory && { directory: scene.directory }) }, at)
  const place = { episode: episode ?? null, start: episode ? 6 : null, end: episode ? 21 : null }
  await scene.act(findBreach, actor, { id, version, address: address ?? null, ...place, items: [...codes], note }, at)
}

/** The order of a sheet, where a sighting would move it. */
async function answered(scene: Scene, sheets: readonly Sheet[]) {
  const ids = sheets.flatMap(({ orderId }) => orderId ?? [])
  if (!ids.length) return undefined
  const orders = await read(scene.on, house, (tx) =>
    tx
      .select()
      .from(takedownOrders)
      .where(
        and(
          inArray(takedownOrders.id, ids),
          inArray(takedownOrders.state, ['removed', 'absent']),
          eq(takedownOrders.severity, 3),
          notInArray(takedownOrders.title, [...sightings.spared]),
          inArray(
            takedownOrders.platformId,
            tx
              .select({ id: members.organizationId })
              .from(members)
              .where(arrayContains(members.duties, ['platform.moderator'])),
          ),
        ),
      )
      .orderBy(asc(takedownOrders.number)),
  )
  const order = orders[0]
  return order && { order, sheet: sheets.find(({ orderId }) => orderId === order.id)! }
}

const addressOf = ({ addresses, number }: Sheet) => addresses[0] ?? `https://video.example/watch/${number!.toLowerCase()}`

/** Sheets of a working day are filled in; now and then something is found. */
async function workThrough(scene: Scene, day: number, at: Date, memory: { seen: boolean }) {
  const sheets = await openOn(scene, dayOf(at))
  const by = MONITORS[day % MONITORS.length]!
  const finding = inspectionFindings.find((one) => one.day === day)
  const found = finding && sheets.find(({ kind, orderId }) => kind === finding.kind && !orderId)
  const again = !memory.seen && day <= sightings.first.from ? await answered(scene, sheets) : undefined
  if (again) {
    memory.seen = true
    await find(scene, again.sheet, by, { episode: 1, address: addressOf(again.sheet), note: sightings.first.note }, at)
    scene.know('sighting', again.order.id)
  }
  if (finding && found) {
    await find(scene, found, by, { episode: 3, codes: finding.codes, note: finding.note, address: addressOf(found) }, at)
    if (finding.refers) await refer(scene, found, by, day, at)
  }
  for (const sheet of sheets) if (sheet !== found && sheet.id !== again?.sheet.id) await look(scene, sheet, by, at)
}

async function refer(scene: Scene, sheet: Sheet, by: string, day: number, at: Date) {
  const input = { id: sheet.id, version: sheet.version + 1, ...(scene.directory && { directory: scene.directory }) }
  const { violation } = await scene.act(referFinding, await scene.person(by), input, at)
  scene.know(`finding ${day}`, violation.id)
}

/** A bureau answers a referral, where one of its reviewers takes part. */
async function dismiss(scene: Scene, day: number, reason: string, at: Date) {
  const key = `finding ${day}`
  const id = knownOr(scene, key)
  if (!id) return
  const [reviewer] = await read(scene.on, house, async (tx) => {
    const [report] = await tx.select({ bureauId: violations.bureauId }).from(violations).where(eq(violations.id, id))
    return tx.select({ name: members.name, duties: members.duties }).from(members).where(eq(members.organizationId, report!.bureauId))
  })
  if (reviewer?.duties.some((duty) => duty === 'province.reviewer' || duty === 'national.reviewer'))
    await scene.step(dismissViolation, await scene.person(reviewer.name), 'violations', key, { reason }, at)
}
function knownOr({ known }: Scene, key: string): string | undefined {
  try {
    return known(key)
  } catch {
    return undefined
  }
}

/** What was seen again the first time is removed anew. */
async function removeAgain(scene: Scene, at: Date) {
  const id = knownOr(scene, 'sighting')
  if (!id) return
  const [order] = await read(scene.on, house, (tx) => tx.select().from(takedownOrders).where(eq(takedownOrders.id, id)))
  if (order?.state !== 'reappeared') return
  const [answerer] = await read(scene.on, house, (tx) =>
    tx
      .select()
      .from(members)
      .where(and(eq(members.organizationId, order.platformId), arrayContains(members.duties, ['platform.moderator'])))
      .orderBy(asc(members.openedAt)),
  )
  const input = {
    id,
    version: order.version,
    answer: 'removed' as const,
    episodeCount: 12,
    links: [`https://video.example/watch/again-${order.number!.toLowerCase()}`],
  }
  await scene.act(answerOrder, await scene.person(answerer!.name), input, at)
}

/** The last day: one listed work is there again and waits for its platform, some sheets are left to be worked through. */
async function lastDay(scene: Scene, at: Date) {
  const sheets = (await openOn(scene, dayOf(at))).filter(({ orderId }) => orderId)
  const again = await answered(scene, sheets)
  if (!again) throw new Error('the demonstration has no listed work that could be seen again')
  await find(scene, again.sheet, MONITORS[0]!, { episode: 1, address: addressOf(again.sheet), note: sightings.last.note }, at)
  for (const sheet of sheets.filter(({ id }) => id !== again.sheet.id).slice(sightings.last.left))
    await look(scene, sheet, MONITORS[1]!, at)
}

/** Tells the daily monitoring: plans by two people, a sheet for each item drawn, findings, and what was seen again. */
export function tellInspections(scene: Scene) {
  for (const told of inspectionPlans) tellPlan(scene, told)
  const memory = { seen: false }
  const last = scene.at(sightings.last.before)
  const at = (day: number, time: `${number}:${number}`) => scene.at(`${day}d ${time}` as When)
  for (let day = DAYS; day >= 1; day -= 1) {
    if (at(day, '16:00') >= last || dayOf(at(day, '16:00')) === dayOf(last)) continue
    scene.plan('sheets', at(day, '16:00'), (when) => workThrough(scene, day, when, memory))
    scene.plan('sheets', at(day, '17:40'), (when) => removeAgain(scene, when))
  }
  for (const { day, answered: reason } of inspectionFindings)
    if (reason) scene.plan(`finding ${day}`, addHours(at(day - 2, '10:00'), 0.25), (when) => dismiss(scene, day, reason, when))
  scene.plan('sheets', last, (when) => lastDay(scene, when))
}
