import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Running } from './child'
import { keep, pauseBeforeRestart } from './keeper'

test('pauses double with each exit of the last minute, and the fifth is one too many', () => {
  const exits = [0, 10_000, 20_000, 30_000, 40_000]
  expect([1, 2, 3, 4, 5].map((count) => pauseBeforeRestart(exits.slice(0, count), 40_000))).toEqual([200, 400, 800, 1600, undefined])
  expect(pauseBeforeRestart(exits, 75_000)).toBe(800)
})

function program() {
  const lives: { leave: (how: string) => void; stopped: boolean }[] = []
  const launch = (): Running => {
    const life = { leave: (_: string) => {}, stopped: false }
    const exited = new Promise<string>((gone) => {
      life.leave = gone
    })
    lives.push(life)
    return {
      exited,
      stop: async () => {
        life.stopped = true
        life.leave('SIGTERM')
      },
    }
  }
  return { lives, launch }
}
const watch = () => ({ say: vi.fn(), giveUp: vi.fn(), firstPause: 2 })

test('what leaves is started again, and stopped for good when asked', async () => {
  const { lives, launch } = program()
  const seen = watch()
  const kept = await keep('web', launch, seen)
  lives[0]!.leave('code 1')
  await vi.waitFor(() => expect(lives).toHaveLength(2))
  expect(seen.say).toHaveBeenCalledExactlyOnceWith('web left with code 1; starting it again')
  await kept.stop()
  await sleep(20)
  expect(lives.map(({ stopped }) => stopped)).toEqual([false, true])
  expect(seen.giveUp).not.toHaveBeenCalled()
})

test('what keeps leaving is given up', async () => {
  const seen = watch()
  const launch = vi.fn(() => ({ exited: Promise.resolve('code 7'), stop: async () => {} }))
  await keep('worker', launch, seen)
  await vi.waitFor(() => expect(seen.giveUp).toHaveBeenCalled())
  expect(launch).toHaveBeenCalledTimes(5)
  expect(seen.giveUp).toHaveBeenCalledExactlyOnceWith('worker left 5 times within a minute, the last time with code 7')
})

test('a restart that fails counts as an exit', async () => {
  const { lives, launch } = program()
  const seen = watch()
  let refuse = true
  const kept = await keep(
    'database',
    () => {
      if (lives.length === 1 && refuse) {
        refuse = false
        throw new Error('still shutting down')
      }
      return launch()
    },
    seen,
  )
  lives[0]!.leave('SIGKILL')
  await vi.waitFor(() => expect(lives).toHaveLength(2))
  expect(seen.say.mock.calls.flat()).toEqual([
    'database left with SIGKILL; starting it again',
    'database left with still shutting down; starting it again',
  ])
  await kept.stop()
})

test('a renewed program is started again at once and not counted', async () => {
  const { lives, launch } = program()
  const seen = watch()
  const kept = await keep('worker', launch, seen)
  for (let round = 1; round <= 6; round += 1) {
    await kept.renew()
    await vi.waitFor(() => expect(lives).toHaveLength(round + 1))
  }
  expect(seen.say).not.toHaveBeenCalled()
  expect(seen.giveUp).not.toHaveBeenCalled()
  await kept.stop()
})

test('the first start must succeed', async () => {
  await expect(keep('database', () => Promise.reject(new Error('no room')), watch())).rejects.toThrow('no room')
})
