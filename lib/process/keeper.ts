import { setTimeout as sleep } from 'node:timers/promises'
import type { Running } from './child'

const LIMIT = 5
const WITHIN = 60_000
const FIRST_PAUSE = 200

export type Kept = { name: string; stop: () => Promise<void>; renew: () => Promise<void> }
type Watch = { say: (line: string) => void; giveUp: (why: string) => void; firstPause?: number }

/** How long to wait before the next start, given when it left, in milliseconds; nothing when it left five times within a minute. */
export function pauseBeforeRestart(exits: readonly number[], now: number, firstPause = FIRST_PAUSE): number | undefined {
  const recent = exits.filter((at) => now - at < WITHIN).length
  return recent < LIMIT ? firstPause * 2 ** (recent - 1) : undefined
}

/** Keeps a program running: starts it again when it leaves, slower each time, and gives up on one that keeps leaving. The first start must succeed. */
export async function keep(name: string, launch: () => Running | Promise<Running>, { say, giveUp, firstPause }: Watch): Promise<Kept> {
  const end = new AbortController()
  const exits: number[] = []
  let renewing = false
  let running = await launch()

  const watch = async () => {
    while (!end.signal.aborted) {
      const how = await running.exited
      if (end.signal.aborted) return
      if (!renewing) exits.push(Date.now())
      const pause = renewing ? 0 : pauseBeforeRestart(exits, Date.now(), firstPause)
      renewing = false
      if (pause === undefined) return giveUp(`${name} left ${LIMIT} times within a minute, the last time with ${how}`)
      if (pause) say(`${name} left with ${how}; starting it again`)
      await sleep(pause, undefined, { signal: end.signal }).catch(() => {})
      if (end.signal.aborted) return
      running = await Promise.resolve()
        .then(launch)
        .catch((error: Error) => ({ exited: Promise.resolve(error.message), stop: async () => {} }))
      if (end.signal.aborted) await running.stop()
    }
  }
  const watching = watch()

  return {
    name,
    stop: async () => {
      end.abort()
      await running.stop()
      await watching
    },
    renew: async () => {
      renewing = true
      await running.stop()
    },
  }
}
