import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays, asDay, startOf, weekdayOf } from '../kernel/time'
import { drawsOn, isLate, isWatched, WATCH_DAYS, watchDay, weekOf } from './rules/day'
import { missingIn } from './rules/finding'
import { frameFile, frameText, hashCommand, nodeCommand, sampleOf, seedCommand, sha256, shellCommand } from './rules/sample'

const folder = mkdtempSync(join(tmpdir(), 'frame-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const run = (command: string) => execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' }).trim()
const lines = (text: string) => (text === '' ? [] : text.split('\n'))

describe('a sample is drawn again by the printed commands', () => {
  test.each([
    [1, 1],
    [7, 3],
    [60, 20],
    [60, 60],
  ])('out of %i the first %i', (count, size) => {
    const ids = Array.from({ length: count }, () => randomUUID())
    const seed = randomBytes(32).toString('hex')
    const file = frameFile('JK-2026-0001', '2026-11-24')
    writeFileSync(join(folder, file), frameText(ids))
    const sample = sampleOf(ids, seed, size)
    expect(sample).toHaveLength(size)
    expect(lines(run(shellCommand(file, seed, size)))).toEqual(sample)
    expect(lines(run(nodeCommand(file, seed, size)))).toEqual(sample)
    expect(run(hashCommand(file)).split(' ')[0]).toBe(sha256(frameText(ids)))
    expect(run(seedCommand(seed)).split(' ')[0]).toBe(sha256(seed))
  })

  test('another seed draws another sample, in whatever order the frame was read', () => {
    const ids = Array.from({ length: 200 }, () => randomUUID())
    expect(sampleOf(ids, 'a', 20)).toEqual(sampleOf(ids.toReversed(), 'a', 20))
    expect(sampleOf(ids, 'a', 20)).not.toEqual(sampleOf(ids, 'b', 20))
  })

  test('every id comes about equally often', () => {
    const ids = Array.from({ length: 20 }, (_, i) => `id-${i}`)
    const drawn = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed += 1) for (const id of sampleOf(ids, `seed ${seed}`, 5)) drawn.set(id, (drawn.get(id) ?? 0) + 1)
    for (const id of ids) expect(drawn.get(id)).toBeGreaterThan(400)
    for (const id of ids) expect(drawn.get(id)).toBeLessThan(600)
  })
})

const days = fc.integer({ min: 0, max: 2000 }).map((count) => addDays(asDay('2026-01-01'), count))

describe('days are Beijing dates', () => {
  const plan = { startsOn: '2026-11-23', endsOn: '2026-11-29', weekdays: [1, 2, 3, 4, 5] }
  test.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-27', true],
    ['2026-11-28', false],
    ['2026-11-30', false],
  ])('a plan of working days draws on %s: %s', (day, draws) => expect(drawsOn(plan, asDay(day))).toBe(draws))
  test('a plan without an end goes on', () => expect(drawsOn({ ...plan, endsOn: null }, asDay('2027-11-29'))).toBe(true))

  test.each([
    ['2026-11-24T23:59:59+08:00', false],
    ['2026-11-25T00:00:00+08:00', true],
    ['2026-11-24T17:00:00Z', true],
  ])('a sheet of the 24th filled in at %s is late: %s', (at, late) => expect(isLate('2026-11-24', new Date(at))).toBe(late))

  test('a listed work is looked for between the third and the twenty-second day, and again while thirty have not passed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), days, (id, dramaId, day) => {
        const openedAt = startOf(day)
        const first = watchDay(id, dramaId, openedAt)
        expect(first >= addDays(day, 2) && first <= addDays(day, 21)).toBe(true)
        expect(isWatched({ id, openedAt }, dramaId, addDays(first, -1))).toBe(false)
        expect(isWatched({ id, openedAt }, dramaId, first)).toBe(true)
        expect(isWatched({ id, openedAt }, dramaId, addDays(day, WATCH_DAYS - 1))).toBe(true)
        expect(isWatched({ id, openedAt }, dramaId, addDays(day, WATCH_DAYS))).toBe(false)
      }),
    )
  })

  test('a week begins on its Monday', () => {
    fc.assert(fc.property(days, (day) => weekdayOf(weekOf(day)) === 1 && weekOf(day) <= day && addDays(weekOf(day), 6) >= day))
  })
})

describe('a finding is whole', () => {
  const said = { address: 'https://v.example/1', episode: 3, start: 5, items: ['V04-02'], pictures: 1 }
  const work = { kind: 'drama', orderId: null } as const
  const listed = { kind: 'drama', orderId: 'o' } as const
  const program = { kind: 'mini_program', orderId: null } as const
  test.each([
    [work, said, []],
    [work, { ...said, address: null }, []],
    [work, { ...said, episode: null, start: null }, ['episode', 'start']],
    [work, { ...said, items: [], pictures: 0 }, ['items', 'picture']],
    [listed, { ...said, items: [] }, []],
    [listed, { ...said, address: null, start: null }, ['address', 'start']],
    [program, { ...said, episode: null, start: null, address: null }, []],
    [program, { ...said, items: [], pictures: 0 }, ['items', 'picture']],
  ])('%o with %o lacks %o', (about, what, lacks) => expect(missingIn(about, what).map(({ field }) => field)).toEqual(lacks))
})
