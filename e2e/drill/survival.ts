import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Db, open } from '@/db/client'
import { processesOf } from '@/db/embedded/remains'
import { serve } from '@/db/embedded/server'
import type { Load } from './load'

const HUNG_AFTER = 20_000
const SERVES_WITHIN = 10_000
/** Of what was found by half, so many are said in words. */
const SHOWN = 20
/** Some transactions outsleep the outage: only those show whether a dead one's statements run on in the reopened connection. */
const LONG_SLEEPERS = 0.1
/** Some kills come while the pool is still opening its connections. */
const CAUGHT_OPENING = 0.3

type Work = Awaited<ReturnType<Load>>
/** How many write at once, through how many connections, and how long the server is left alive, in milliseconds. */
export type Pressure = { writers: number; connections: number; alive: [number, number] }

export type Survival = {
  cycles: number
  acknowledged: number
  failed: number
  /** Acknowledged, yet not there whole. */
  lost: number
  half: number
  uncaught: number
  hung: number
  /** Restarts after which the pool acknowledged nothing in time. */
  silent: number
  slowestReturn: number
}

const between = (low: number, high: number) => low + Math.random() * (high - low)
const pause = () => sleep(Math.random() < LONG_SLEEPERS ? between(300, 1500) : between(0, 30)).then(() => {})

/** Kills every process of a data directory, the postmaster first so that it forks no more. */
async function killDatabase(data: string, postmaster: number | undefined) {
  if (postmaster) process.kill(postmaster, 'SIGKILL')
  for (let left = processesOf(data); left.length; left = processesOf(data)) {
    for (const pid of left) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
      }
    }
    await sleep(5)
  }
}

/** Writers that never stop trying; each piece of work is acknowledged, fails, or hangs. */
function write(db: Db, work: Work['work'], count: number, tally: Survival) {
  const acknowledged: string[] = []
  let last = 0
  let serial = 0
  let ended = false
  const writer = async () => {
    while (!ended) {
      serial += 1
      const id = `piece-${serial}`
      const done = work(db, id, pause).then(
        () => {
          acknowledged.push(id)
          last = Date.now()
        },
        async () => {
          tally.failed += 1
          await sleep(20)
        },
      )
      const alarm = new AbortController()
      const hangs = sleep(HUNG_AFTER, true, { signal: alarm.signal }).catch(() => false)
      if (await Promise.race([done, hangs])) tally.hung += 1
      alarm.abort()
    }
  }
  const writers = Array.from({ length: count }, writer)
  return {
    acknowledged,
    lastAt: () => last,
    end: async () => {
      ended = true
      await Promise.all(writers)
    },
  }
}

/**
 * Kills a whole database with SIGKILL again and again while it is written to through one pool, its disk writes real,
 * and counts what came of it. All that may differ from zero is `acknowledged`, `failed` and `slowestReturn`.
 */
export async function survive(load: Load, cycles: number, { writers, connections, alive }: Pressure): Promise<Survival> {
  const tally: Survival = { cycles: 0, acknowledged: 0, failed: 0, lost: 0, half: 0, uncaught: 0, hung: 0, silent: 0, slowestReturn: 0 }
  const count = () => {
    tally.uncaught += 1
  }
  process.on('uncaughtException', count).on('unhandledRejection', count)
  const directory = mkdtempSync(join(tmpdir(), 'drill-'))
  let server = await serve(directory)
  try {
    const { work, found } = await load(server)
    const db = open(server.appUrl, connections)
    const writing = write(db, work, writers, tally)
    for (; tally.cycles < cycles; tally.cycles += 1) {
      await sleep(Math.random() < CAUGHT_OPENING ? between(0, 40) : between(...alive))
      await killDatabase(server.data, server.pid)
      await server.exited
      server = await serve(directory, { port: server.port })
      const back = Date.now()
      while (writing.lastAt() <= back && Date.now() - back < SERVES_WITHIN) await sleep(5)
      if (writing.lastAt() <= back) tally.silent += 1
      tally.slowestReturn = Math.max(tally.slowestReturn, Date.now() - back)
    }
    await writing.end()
    const fresh = open(server.appUrl, 1)
    const { whole, half } = await found(fresh)
    await Promise.all([fresh.$client.end(), db.$client.end({ timeout: 1 })])
    const kept = new Set(whole)
    tally.acknowledged = writing.acknowledged.length
    tally.lost = writing.acknowledged.filter((id) => !kept.has(id)).length
    tally.half = half.length
    for (const what of half.slice(0, SHOWN)) console.error(what)
    return tally
  } finally {
    process.off('uncaughtException', count).off('unhandledRejection', count)
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
