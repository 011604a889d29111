import { rmSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { keepFile } from '../../lib/gateway/store'
import { freezeFrame } from '../../lib/inspection/commands/draw'
import { openPlan, startPlan } from '../../lib/inspection/commands/plan'
import { addPicture } from '../../lib/inspection/commands/sheet'
import type { OpenPlan } from '../../lib/inspection/input'
import { type Actor, clock } from '../../lib/kernel/actor'
import { newId } from '../../lib/kernel/id'
import { asDay } from '../../lib/kernel/time'
import { perform } from '../../lib/perform'
import type { Db } from '../client'
import { inspectionFrames, inspectionPlans, inspectionSheets, miniPrograms } from '../schema'
import { scratch } from './scratch'

type On = { db: Db; owner: Db }

async function sure<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string }>): Promise<T> {
  const found = await outcome
  if (!found.ok) throw new Error(`refused: ${found.code}`)
  return found.value
}

export const aPlan = (over: Partial<OpenPlan> = {}): OpenPlan => ({
  title: '小程序日常监看',
  frame: 'mini_program',
  platformId: null,
  sampleSize: 3,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  startsOn: asDay('2026-11-01'),
  endsOn: null,
  ...over,
})

export const planOf = async (owner: Db, id: string) => (await owner.select().from(inspectionPlans).where(eq(inspectionPlans.id, id)))[0]!
export const sheetOf = async (owner: Db, id: string) => (await owner.select().from(inspectionSheets).where(eq(inspectionSheets.id, id)))[0]!

/** A sheet on which CNSA is to look whether an order's work is gone. */
export const aLookFor = (owner: Db, orderId: string) =>
  owner.execute(sql`
    insert into inspection_sheets (id, number, state, opened_at, kind, title, platform_id, drama_id, order_id, organization_id, bureau_id, purpose, drawn_on)
    select ${newId()}, 'XC-' || o.number, 'drawn', now(), 'drama', o.title, o.platform_id, s.drama_id, o.id, a.id, o.bureau_id, 'listed', current_date
    from takedown_orders o join blacklist_subjects s on s.entry_id = o.entry_id join organizations a on a.kind = 'association' where o.id = ${orderId}`)

/** A plan that one monitor wrote and another started. */
export async function anActivePlan({ db, owner }: On, [opener, starter]: [Actor, Actor], over: Partial<OpenPlan> = {}, at?: Date) {
  const { id } = await sure(perform(openPlan, opener, aPlan(over), { on: db, at }))
  await sure(perform(startPlan, starter, { id, version: 1 }, { on: db, at }))
  return planOf(owner, id)
}

export const someMiniPrograms = (owner: Db, platformId: string, count: number) =>
  owner.insert(miniPrograms).values(
    Array.from({ length: count }, (_, at) => ({
      id: newId(),
      platformId,
      appId: `wx${newId()}`,
      name: `小剧场 ${at}`,
      createdAt: new Date(),
    })),
  )

/** The frame that a plan freezes at an instant, and the sheets of its sample. */
export async function aFrozenFrame({ db, owner }: On, planId: string, at: Date) {
  await sure(perform(freezeFrame, clock, planId, { on: db, at }))
  const frames = await owner.select().from(inspectionFrames).where(eq(inspectionFrames.planId, planId))
  const frame = frames.find(({ frozenAt }) => frozenAt.getTime() === at.getTime())!
  return { frame, sheets: await owner.select().from(inspectionSheets).where(eq(inspectionSheets.frameId, frame.id)) }
}

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
let kept: string | undefined
/** Where the pictures of these sheets lie while this process runs. */
export function picturesKept(): string {
  if (kept) return kept
  const directory = scratch('pictures-')
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  kept = directory
  return directory
}

/** A picture of what was seen, added to a sheet by a monitor. */
export async function aPicture({ db }: Pick<On, 'db'>, monitor: Actor, sheetId: string, name = '截图.png') {
  const directory = picturesKept()
  const bytes = Buffer.concat([PNG, Buffer.from(newId())])
  const body = async function* () {
    yield bytes
  }
  const stored = await sure(keepFile(body(), { directory }))
  return sure(perform(addPicture, monitor, { sheetId, name, stored, directory }, { on: db }))
}
