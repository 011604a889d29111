import { eq } from 'drizzle-orm'
import { freezeFrame } from '../../lib/inspection/commands/draw'
import { openPlan, startPlan } from '../../lib/inspection/commands/plan'
import type { OpenPlan } from '../../lib/inspection/input'
import { type Actor, clock } from '../../lib/kernel/actor'
import { newId } from '../../lib/kernel/id'
import { asDay } from '../../lib/kernel/time'
import { perform } from '../../lib/perform'
import type { Db } from '../client'
import { inspectionFrames, inspectionPlans, inspectionSheets, miniPrograms } from '../schema'

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
