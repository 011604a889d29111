import { expect, test } from 'vitest'
import { csvText, type Line } from './csv-text'

const ends = { full: (n: number) => `full ${n}`, late: (n: number) => `late ${n}`, left: (n: number) => `left ${n}` }
/** A list of numbered rows that is read by key. */
const list = (length: number) => async (after: string | undefined, limit: number) => {
  const from = Number(after ?? 0)
  const rows: Line[] = Array.from({ length: Math.min(limit, length - from) }, (_, at) => [from + at + 1])
  const upTo = from + rows.length
  return { rows, next: upTo < length ? String(upTo) : null }
}
const told = async (...given: Parameters<typeof csvText>) => (await Array.fromAsync(csvText(...given))).join('')
const bounds = { chunk: 2, rows: 100, milliseconds: 60_000 }

test('a file begins with a byte order mark and its heads, and holds all pages', async () => {
  expect(await told(['行'], list(5), ends, bounds)).toBe('\uFEFF行\r\n1\r\n2\r\n3\r\n4\r\n5\r\n')
  expect(await told(['行'], list(0), ends, bounds)).toBe('\uFEFF行\r\n')
})

test.for(['=1+1', '+86', '-1+2', '@sum', '\t=1', '\r=1', '＝1+1'])('%j is no formula in a spreadsheet', async (cell) => {
  const text = await told(['h'], async () => ({ rows: [[cell, 'plain']], next: null }), ends, bounds)
  expect(text.split('\r\n').slice(1).join('\r\n')).toMatch(/^"?'/)
})

test('a number below nothing stays a number, and a name with a comma or a quote one cell', async () => {
  const text = await told(['h'], async () => ({ rows: [[-3, '甲,"乙"', null]], next: null }), ends, bounds)
  expect(text).toBe('\uFEFFh\r\n-3,"甲,""乙""",\r\n')
})

test('a file that takes no more rows says so in its last line, and one that ends there does not', async () => {
  expect(await told(['h'], list(5), ends, { ...bounds, rows: 3 })).toMatch(/\r\n3\r\nfull 3\r\n$/)
  expect(await told(['h'], list(3), ends, { ...bounds, rows: 3 })).toMatch(/\r\n3\r\n$/)
})

test('a file that took too long says so', async () => {
  expect(await told(['h'], list(5), ends, { ...bounds, milliseconds: 0 })).toMatch(/\r\n2\r\nlate 2\r\n$/)
})

test('a file whose reader is no longer the same ends there and says so', async () => {
  const read = list(5)
  const leaving: Parameters<typeof csvText>[1] = async (after, limit) => (after === '4' ? null : read(after, limit))
  expect(await told(['h'], leaving, ends, bounds)).toMatch(/\r\n4\r\nleft 4\r\n$/)
})

test('a list that fails amid breaks the file off instead of ending it', async () => {
  const read = list(5)
  await expect(
    told(['h'], (after, limit) => (after === '2' ? Promise.reject(new Error('gone')) : read(after, limit)), ends, bounds),
  ).rejects.toThrow('gone')
})
