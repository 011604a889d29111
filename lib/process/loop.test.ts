import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pauseAfter, turnAll } from './loop'

test('a failing loop waits longer each time, up to a minute, or its own pause if that is longer', () => {
  expect([0, 1, 2, 3].map((failures) => pauseAfter(failures, 5_000))).toEqual([5_000, 10_000, 20_000, 40_000])
  expect(pauseAfter(9, 5_000)).toBe(60_000)
  expect(pauseAfter(1, 3_600_000)).toBe(3_600_000)
})

test('a failing loop is reported and does not hold up the others', async () => {
  const end = new AbortController()
  const faults: unknown[] = []
  let rounds = 0
  const failing = { name: 'mail', every: 1, work: () => Promise.reject(new Error('refused')) }
  const working = {
    name: 'clock',
    every: 1,
    work: async () => {
      rounds += 1
    },
  }
  const turning = turnAll([failing, working], end.signal, ({ loop, failures }) => faults.push([loop, failures]))
  await sleep(60)
  end.abort()
  await turning
  expect(rounds).toBeGreaterThan(5)
  expect(faults.slice(0, 3)).toEqual([
    ['mail', 1],
    ['mail', 2],
    ['mail', 3],
  ])
})

test('an outage is asked after soon and does not count as a failure', async () => {
  const end = new AbortController()
  const faults: unknown[] = []
  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  const failing = { name: 'clock', every: 1, work: () => Promise.reject(new AggregateError([away])) }
  const turning = turnAll([failing], end.signal, ({ failures, outage }) => faults.push([failures, outage]))
  await sleep(30)
  end.abort()
  await turning
  expect(faults.slice(0, 3)).toEqual([
    [0, true],
    [0, true],
    [0, true],
  ])
})

test('the round that has begun is finished before it ends', async () => {
  const end = new AbortController()
  let finished = false
  const slow = {
    name: 'slow',
    every: 60_000,
    work: async () => {
      await sleep(50)
      finished = true
    },
  }
  const turning = turnAll([slow], end.signal, () => {})
  await sleep(10)
  end.abort()
  expect(finished).toBe(false)
  await turning
  expect(finished).toBe(true)
})
