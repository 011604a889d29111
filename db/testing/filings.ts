import { asc, eq } from 'drizzle-orm'
import type { Actor } from '../../lib/kernel/actor'
import { perform } from '../../lib/perform'
import { openFiling, saveFiling } from '../../lib/registration/commands/draft'
import { offerFiling, submitFiling } from '../../lib/registration/commands/file'
import { approveFiling } from '../../lib/registration/commands/review'
import { type Draft, EMPTY_DRAFT } from '../../lib/registration/rules/content'
import type { Db } from '../client'
import { organizations, registrations } from '../schema'

type On = { db: Db; owner: Db; at?: Date }

/** A filing that lacks nothing: Class II as it stands, on any date since 2026-01-01. */
export const typed = (over: Partial<Draft> = {}): Draft => ({
  ...EMPTY_DRAFT,
  title: '山城来信',
  aliases: '山城的信、Letters',
  era: 'contemporary',
  genre: 'urban',
  form: 'live_action',
  aiMade: 'no',
  episodeLines: '80 × 90 s',
  synopsis: '林知夏回到山城，在旧邮局里找到父亲寄给她而没有寄出的三封信。'.repeat(20),
  investment: '1200000',
  ...over,
})

export const filing = async (owner: Db, id: string) => (await owner.select().from(registrations).where(eq(registrations.id, id)))[0]!
export const platformIds = async (owner: Db, ...codes: string[]) => {
  const rows = await owner
    .select({ id: organizations.id, code: organizations.code })
    .from(organizations)
    .where(eq(organizations.kind, 'platform'))
    .orderBy(asc(organizations.code))
  return codes.map((code) => rows.find((row) => row.code === code)!.id)
}

async function sure<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string; faults?: unknown }>): Promise<T> {
  const found = await outcome
  if (!found.ok) throw new Error(`refused: ${found.code} ${JSON.stringify(found.faults ?? '')}`)
  return found.value
}

/** A draft with these words in it, and its version. */
export async function drafted({ db, owner, at }: On, creator: Actor, over: Partial<Draft> = {}) {
  const { id } = await sure(perform(openFiling, creator, undefined, { on: db, at }))
  await sure(perform(saveFiling, creator, { id, version: 1, ...typed(over) }, { on: db, at }))
  return filing(owner, id)
}

export async function submitted(on: On, creator: Actor, over: Partial<Draft> = {}) {
  const { id, version } = await drafted(on, creator, over)
  await sure(perform(submitFiling, creator, { id, version, ...typed(over) }, { on: on.db, at: on.at }))
  return filing(on.owner, id)
}

export async function registered(on: On, creator: Actor, reviewer: Actor, over: Partial<Draft> = {}) {
  const { id, version } = await submitted(on, creator, over)
  await sure(perform(approveFiling, reviewer, { id, version }, { on: on.db, at: on.at }))
  return filing(on.owner, id)
}

/** A Class III work in front of these platforms. */
export async function offered(on: On, creator: Actor, codes: string[], over: Partial<Draft> = {}) {
  const words = { investment: '90000', ...over, platformIds: await platformIds(on.owner, ...codes) }
  const { id, version } = await drafted(on, creator, words)
  await sure(perform(offerFiling, creator, { id, version, ...typed(words) }, { on: on.db, at: on.at }))
  return filing(on.owner, id)
}
