import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Db, open } from '@/db/client'
import { isOutage } from '@/db/fault'
import { migrate } from '@/db/migrate'
import { events, formKeys } from '@/db/schema'
import { cast } from '@/db/testing/fixtures'
import { dayOf } from '@/lib/kernel/time'
import { seedPeople } from '@/lib/process/demonstration/people'
import { stageOn } from '@/lib/process/demonstration/stage'
import { enroll } from '@/lib/process/seed'
import { contradictions } from './books'
import type { Load } from './load'
import { application, ban, type Deed, listing, registering, type Scene, type Story } from './stories'

/** Sent twice at once, as by a double click. */
const DOUBLED = 0.1
type Turn = { story: Story; deed: Deed; key: string }

function begin(scene: Scene): Story {
  const drawn = Math.random()
  return drawn < 0.5 ? listing(scene) : drawn < 0.7 ? ban(scene) : drawn < 0.95 ? registering(scene) : application(scene)
}

const next = (story: Story, done?: { id: string }): Turn[] => {
  const { value: deed } = done ? story.next(done) : story.next()
  return deed ? [{ story, deed, key: randomUUID() }] : []
}

/** The people of the demonstration in a database that lacks nothing but a history. */
export async function settle({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }) {
  await migrate(ownerUrl)
  const db = open(appUrl, 4)
  const now = new Date()
  await enroll(db)
  await seedPeople(stageOn(db, dayOf(now), now))
  const as = await cast(db)
  await db.$client.end()
  return as
}

/**
 * Official acts with all that follows from them, on the portal's own schema, through the one door that all acts go through. An
 * act of which nobody knows whether it landed is sent again under its form's key until it is answered.
 */
export const acts: Load = async (addresses) => {
  const owner = open(addresses.ownerUrl, 8)
  const scene: Scene = { as: await settle(addresses), owner }
  const ready: Turn[] = []
  const done = new Map<string, { deed: Deed; key: string; id: string }>()
  const faults: string[] = []

  async function send({ deed, key }: Turn, on: Db, pause: () => Promise<void>) {
    const through = { on, key, pause }
    const sent = await Promise.allSettled(
      deed.by.memberId && Math.random() < DOUBLED ? [deed.send(through), deed.send(through)] : [deed.send(through)],
    )
    const failed = sent.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    const answers = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const ids = answers.map((outcome) => (outcome.ok ? outcome.value.id : `refused: ${outcome.code}`))
    if (answers.some(({ ok }) => !ok) || new Set(ids).size > 1) throw new Error(`${deed.event ?? 'a draft'}: ${ids.join(', ')}`)
    return { id: ids[0]! }
  }

  async function work(on: Db, piece: string, pause: () => Promise<void>) {
    const turn = ready.shift() ?? next(begin(scene))[0]!
    try {
      const { id } = await send(turn, on, pause)
      done.set(piece, { ...turn, id })
      ready.push(...next(turn.story, { id }))
    } catch (error) {
      if (!isOutage(error)) faults.push(error instanceof Error ? `${error.message} ${error.cause ?? ''}` : String(error))
      ready.push(turn)
      throw error
    }
  }

  /** Each act that is still unanswered, until it is. */
  async function ask(on: Db) {
    for (const turn of ready.splice(0)) {
      const { id } = await send(turn, on, async () => {})
      done.set(turn.key, { ...turn, id })
    }
  }

  async function found(on: Db) {
    await ask(on).catch((error: Error) => faults.push(error.message))
    const keys = new Map(
      (await owner.select().from(formKeys)).map(({ key, outcome }) => [key, (outcome as { value: { id: string } }).value.id]),
    )
    const told = await owner
      .select({ name: events.name, id: events.subjectId, n: sql<number>`count(*)::int` })
      .from(events)
      .groupBy(events.name, events.subjectId)
    const times = new Map(told.map(({ name, id, n }) => [`${name} ${id}`, n]))
    const isWhole = ({ deed, key, id }: { deed: Deed; key: string; id: string }) =>
      (deed.by.memberId === null || keys.get(key) === id) && (deed.event === null || times.get(`${deed.event} ${id}`) === 1)
    const answered = [...done.values()]
    const [drafts] = await owner.execute<{ n: number }>(
      sql`select (select count(*) from violations)::int + (select count(*) from registrations)::int as n`,
    )
    const asked = {
      keyed: answered.filter(({ deed }) => deed.by.memberId).length,
      drafts: answered.filter(({ deed }) => deed.event === null).length,
    }
    const half = [
      ...faults,
      ...(await contradictions(owner)),
      ...(keys.size === asked.keyed ? [] : [`${asked.keyed} acts have ${keys.size} keys`]),
      ...(drafts!.n === asked.drafts ? [] : [`${asked.drafts} reports and filings have become ${drafts!.n}`]),
    ]
    await owner.$client.end({ timeout: 1 })
    return { whole: [...done].filter(([, one]) => isWhole(one)).map(([piece]) => piece), half }
  }

  return { work, found }
}
