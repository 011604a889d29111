import { setTimeout as sleep } from 'node:timers/promises'
import { isOutage } from '@/db/fault'

/** Work done again and again, never twice at once; `every` is the pause between two rounds in milliseconds. */
export type Loop = { name: string; every: number; work: () => Promise<void> }
type Fault = { loop: string; error: unknown; failures: number; outage: boolean }

const LONGEST_PAUSE = 60_000
const OUTAGE_PAUSE = 1_000

/** A loop that keeps failing is tried more and more seldom, but never given up; an outage of the database does not count, and is asked after soon. */
export const pauseAfter = (failures: number, every: number) => Math.min(every * 2 ** failures, Math.max(every, LONGEST_PAUSE))

async function turn({ name, every, work }: Loop, until: AbortSignal, onFault: (fault: Fault) => void) {
  for (let failures = 0; !until.aborted; ) {
    let outage = false
    try {
      await work()
      failures = 0
    } catch (error) {
      outage = isOutage(error)
      if (!outage) failures += 1
      onFault({ loop: name, error, failures, outage })
    }
    await sleep(outage ? Math.min(every, OUTAGE_PAUSE) : pauseAfter(failures, every), undefined, { signal: until }).catch(() => {})
  }
}

/** Turns all loops until the signal; resolves when each has finished the round it was in. One that fails does not hold up the others. */
export const turnAll = (loops: readonly Loop[], until: AbortSignal, onFault: (fault: Fault) => void) =>
  Promise.all(loops.map((loop) => turn(loop, until, onFault)))
