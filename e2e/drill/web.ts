import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { type Db, open } from '@/db/client'
import { freePort } from '@/db/embedded/port'
import { serve } from '@/db/embedded/server'
import { settle } from './acts'
import { contradictions } from './books'
import { HUNG_AFTER, healthy, stopped, supervise } from './portal'
import { listing, PLATFORMS, type Scene, tellStory } from './stories'
import { type Visitor, visit } from './visitor'

const ENTRIES = 3
const ACTS_UNTIL_LISTED = 6
const SENDERS = 12
/** A supervisor gives up on a part that leaves five times within a minute; so after four another one takes over. */
const KILLS_IN_A_ROW = 4
const DOUBLED = 0.2

type Order = { number: string; email: string }
type Tally = {
  kills: number
  acknowledged: number
  broken: number
  lost: number
  doubled: number
  half: number
  hung: number
  slowestReturn: number
}

const childrenOf = (parent: number) =>
  readdirSync('/proc').filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) &&
        Number(
          readFileSync(`/proc/${pid}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')[1],
        ) === parent
      )
    } catch {
      return false
    }
  })
const isWeb = (pid: string) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('app/_server/serve.ts')

/** Answers one order as its platform does, sending the very same form again until the portal says that it is done. */
async function answer(who: Visitor, { number }: Order, tally: Tally) {
  const began = Date.now()
  let send: Awaited<ReturnType<Visitor['fill']>> | undefined
  while (Date.now() - began < HUNG_AFTER) {
    try {
      send ??= await who.fill(`/c/${number}`, 'value="removed"', { answer: 'removed', episodeCount: '80', links: 'https://example.cn/v/1' })
      const again = Math.random() < DOUBLED ? send().catch(() => undefined) : undefined
      const { status, to } = await send()
      await again
      if (status === 303 && to?.endsWith(`/c/${number}`)) return true
      tally.broken += 1
    } catch {
      tally.broken += 1
    }
    await sleep(100)
  }
  return false
}

/** New entries on the list, with an order for each platform. */
async function newOrders(db: Db, scene: Scene): Promise<Order[]> {
  const [before] = await scene.owner.execute<{ last: string }>(sql`select coalesce(max(number), '') as last from takedown_orders`)
  for (let i = 0; i < ENTRIES; i += 1) await tellStory(listing(scene), db, ACTS_UNTIL_LISTED)
  const emails = new Map(PLATFORMS.map((email) => [scene.as(email).organizationId, email]))
  const rows = await scene.owner.execute<{ number: string; platform: string }>(
    sql`select number, platform_id as platform from takedown_orders where state = 'issued' and number > ${before!.last}`,
  )
  return rows.map(({ number, platform }) => ({ number, email: emails.get(platform)! }))
}

async function drill(kills: number): Promise<Tally> {
  const tally: Tally = { kills: 0, acknowledged: 0, broken: 0, lost: 0, doubled: 0, half: 0, hung: 0, slowestReturn: 0 }
  const directory = mkdtempSync(join(tmpdir(), 'drill-'))
  const server = await serve(directory)
  let portal: ReturnType<typeof supervise> | undefined
  try {
    const scene = { as: await settle(server), owner: open(server.ownerUrl, 4) }
    const db = open(server.appUrl, 4)
    const port = await freePort()
    const origin = `http://localhost:${port}`
    portal = supervise(port, directory, server)
    await healthy(origin)
    const visitors = new Map<string, Visitor>()
    for (const email of PLATFORMS) {
      visitors.set(email, visit(origin))
      await visitors.get(email)!.signIn(email)
    }
    const acknowledged: string[] = []
    for (; tally.kills < kills; tally.kills += 1) {
      if (tally.kills > 0 && tally.kills % KILLS_IN_A_ROW === 0) {
        await stopped(portal)
        portal = supervise(port, directory, server)
        await healthy(origin)
      }
      const orders = await newOrders(db, scene)
      const sender = async () => {
        for (let order = orders.shift(); order; order = orders.shift()) {
          if (await answer(visitors.get(order.email)!, order, tally)) acknowledged.push(order.number)
          else tally.hung += 1
        }
      }
      const before = acknowledged.length
      const goal = before + Math.floor(Math.random() * (orders.length / 2))
      const sending = Promise.all(Array.from({ length: SENDERS }, sender))
      while (acknowledged.length <= goal) await sleep(1)
      await sleep(Math.random() * 50)
      const web = childrenOf(portal.pid!).find(isWeb)
      process.kill(Number(web), 'SIGKILL')
      const killed = Date.now()
      await sleep(50)
      await healthy(origin)
      tally.slowestReturn = Math.max(tally.slowestReturn, Date.now() - killed)
      await sending
    }
    const rows = await scene.owner.execute<{ number: string; state: string; answers: number; events: number }>(sql`
      select o.number, o.state, (select count(*)::int from takedown_answers a where a.order_id = o.id) as answers,
        (select count(*)::int from events e where e.subject_id = o.id and e.name = 'takedown.removed') as events
      from takedown_orders o`)
    const kept = new Map(rows.map((row) => [row.number, row]))
    tally.acknowledged = acknowledged.length
    tally.lost = acknowledged.filter((number) => kept.get(number)?.state !== 'removed' || !kept.get(number)?.answers).length
    tally.doubled = rows.filter(({ answers, events }) => answers > 1 || events > 1).length
    const wrong = await contradictions(scene.owner)
    for (const what of wrong) console.error(what)
    tally.half = wrong.length + rows.filter(({ answers, events }) => answers !== events).length
    await Promise.all([scene.owner.$client.end({ timeout: 1 }), db.$client.end({ timeout: 1 })])
    return tally
  } finally {
    if (portal && portal.exitCode === null) await stopped(portal)
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

const tally = await drill(Number(process.argv[2] ?? 20))
console.log(JSON.stringify(tally))
process.exit(tally.lost + tally.doubled + tally.half + tally.hung === 0 ? 0 : 1)
