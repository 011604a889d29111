import { expect, test } from 'vitest'
import { progressOf, standing } from './progress'

function heard(isTTY: boolean) {
  const written: string[] = []
  let now = 0
  const progress = progressOf('Loading', 'rows', 100, { isTTY, columns: 80, write: (text) => written.push(text) }, () => now)
  return { written, progress, pass: (ms: number) => (now += ms) }
}

test('says how much is done of all, how fast, and how long the rest takes', () => {
  expect(standing('Loading', 'rows', 1200, 5000, 3)).toBe('Loading: 1,200 of 5,000 rows, 400 a second, 10 s left')
  expect(standing('Loading', 'rows', 100, 100_000, 1)).toBe('Loading: 100 of 100,000 rows, 100 a second, 16 min 39 s left')
  expect(standing('Loading', 'rows', 5000, 5000, 12.5)).toBe('Loading: 5,000 of 5,000 rows')
  expect(standing('Loading', 'rows', 0, 5000, 0)).toBe('Loading: 0 of 5,000 rows')
})

test('on a terminal it is one line, written over and ended once', () => {
  const { written, progress, pass } = heard(true)
  for (let done = 0; done < 100; done += 10) {
    progress.at(done)
    pass(150)
  }
  progress.at(100)
  progress.end()
  expect(written.join('').split('\n')).toHaveLength(2)
  expect(written.at(-2)).toBe('\r\u001b[2KLoading: 100 of 100 rows')
  expect(written.length).toBeLessThan(10)
})

test('elsewhere it is plain lines, few of them', () => {
  const { written, progress, pass } = heard(false)
  for (let done = 0; done <= 100; done += 1) {
    progress.at(done)
    pass(500)
  }
  progress.end()
  expect(written.every((line) => line.startsWith('Loading: ') && line.endsWith('\n'))).toBe(true)
  expect(written).toHaveLength(7)
})
