import { beforeAll, describe, expect, test } from 'vitest'
import { aReadBatch, aRunningBatch, batchOf, noticeGrid, rowsOf as storedRows } from '@/db/testing/batches'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { figure } from '../figure/queries/figure'
import type { FigureDefinition } from '../figure/rules'
import { visitor } from '../kernel/actor'
import { withdrawRecorded as withdrawMeasure } from '../penalty/commands/end'
import { look, perform } from '../perform'
import { recordBatches } from '../process/worker/batch'
import { dismissViolation } from '../violation/commands/decide'
import { takeUp } from '../violation/commands/record'
import { reportCounts, reportsOf } from '../violation/queries/reports'
import { withdrawBatch } from './commands/run'
import { batchesOf, batchesRunning, batchNumbered, countsOf, differingOf, rowsOf, tallyOf } from './queries/cases'
import { differences } from './rules/differs'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const as = await cast(db)
const douyin = as('compliance@douyin.example')
const moderator = as('he.shan@douyin.example')
const kuaishou = as('compliance@kuaishou.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const national = as('zhou.min@nrta.example')
const association = as('fang.zheng@cnsa.example')
const creator = as('wu.tong@yehang.example')

let read: Awaited<ReturnType<typeof batchOf>>
let done: Awaited<ReturnType<typeof batchOf>>
beforeAll(async () => {
  const running = await aRunningBatch(on, douyin, noticeGrid({ code: 'D1', dramas: 10, accounts: 50 }))
  await recordBatches({ on: db })
  done = await batchOf(owner, running.id)
  read = await aReadBatch(on, douyin, noticeGrid({ code: 'D2' }))
})

const readers = { douyin, moderator, kuaishou, beijing, zhejiang, national, association, creator, visitor }
/** Whether the reader sees the file, and how many of its 60 rows. */
const seen = (who: keyof typeof readers, number: string, id: string) =>
  look(
    readers[who],
    async (tx) => [Boolean(await batchNumbered(tx, number)), Object.values(await countsOf(tx, id)).reduce((sum, n) => sum + n, 0)],
    db,
  )

describe('who sees a file', () => {
  test.for<[keyof typeof readers, boolean, number]>([
    ['douyin', true, 60],
    ['moderator', true, 60],
    ['national', true, 60],
    ['beijing', true, 60],
    ['zhejiang', false, 0],
    ['kuaishou', false, 0],
    ['association', false, 0],
    ['creator', false, 0],
    ['visitor', false, 0],
  ])('that is recorded: %s %s, %i rows', async ([who, sees, rows]) => expect(await seen(who, done.number!, done.id)).toEqual([sees, rows]))

  test.for<[keyof typeof readers, boolean, number]>([
    ['douyin', true, 12],
    ['national', false, 0],
    ['beijing', false, 0],
    ['kuaishou', false, 0],
    ['association', false, 0],
  ])('that nobody has confirmed: %s %s, %i rows', async ([who, sees, rows]) =>
    expect(await seen(who, read.number!, read.id)).toEqual([sees, rows]),
  )
})

test('a platform lists its own files, regulators those that were confirmed', async () => {
  const list = (who: keyof typeof readers) =>
    look(readers[who], async (tx) => (await batchesOf(tx, readers[who])).rows.map(({ id }) => id), db)
  expect(await list('douyin')).toEqual([read.id, done.id])
  expect(await list('kuaishou')).toEqual([])
  expect(await list('beijing')).toEqual([done.id])
  expect(await list('national')).toEqual([done.id])
  expect(await list('zhejiang')).toEqual([])
})

test('rows come 50 a page in the order of the file, each with its numbers', async () => {
  const first = await look(douyin, (tx) => rowsOf(tx, done.id, {}), db)
  expect([first.rows.length, first.next]).toEqual([50, 51])
  const rest = await look(douyin, (tx) => rowsOf(tx, done.id, { after: first.next! }), db)
  expect([rest.rows.length, rest.next, rest.rows[0]!.line]).toEqual([10, null, 52])
  expect([...first.rows, ...rest.rows].every(({ report, entry }) => /^JB-/.test(report ?? '') && entry)).toBe(true)
  for (const { entry, about } of first.rows)
    expect(about).toEqual(entry!.kind === 'account' ? { subject: expect.any(String) } : { work: expect.stringMatching(/^ZP-/) })
  expect((await look(douyin, (tx) => rowsOf(tx, done.id, { view: 'wrong' }), db)).rows).toEqual([])
})

test('what the rows come to, with what is unknown beside it', async () => {
  const tally = await look(douyin, (tx) => tallyOf(tx, done), db)
  const works = tally.filter(({ kind }) => kind === 'drama')
  expect(works.reduce((sum, { rows }) => sum + rows, 0)).toBe(10)
  expect(works.reduce((sum, { unknownSeconds }) => sum + unknownSeconds, 0)).toBe(1)
  expect(works.every(({ unknownEpisodes }) => unknownEpisodes === 0)).toBe(true)
  expect(tally.filter(({ kind }) => kind === 'account').reduce((sum, { rows }) => sum + rows, 0)).toBe(50)
})

test('the worker finds what runs and nothing else', async () => {
  const { id } = await aRunningBatch(on, kuaishou, noticeGrid({ code: 'K1' }))
  expect((await look(kuaishou, (tx) => batchesRunning(tx), db)).map((one) => one.id)).toEqual([id])
})

test('a recorded violation is read by its filer, its bureau and 总局, and by no one else until a bureau has upheld it', async () => {
  const recorded = (who: 'douyin' | 'kuaishou' | 'beijing' | 'zhejiang' | 'national' | 'association') =>
    look(
      readers[who],
      async (tx) => (await reportsOf(tx, readers[who], { view: 'recorded' })).rows.filter(({ state }) => state === 'recorded').length,
      db,
    )
  expect(await Promise.all((['douyin', 'beijing', 'national'] as const).map(recorded))).toEqual([50, 50, 50])
  expect(await Promise.all((['kuaishou', 'zhejiang', 'association'] as const).map(recorded))).toEqual([0, 0, 0])
  const own = await look(douyin, (tx) => reportCounts(tx, douyin), db)
  expect([own.get('own'), own.get('recorded')]).toEqual([0, 60])
  const [row] = (await look(beijing, (tx) => reportsOf(tx, beijing, { view: 'recorded' }), db)).rows
  await perform(takeUp, beijing, { id: row!.id, version: 1 }, { on: db })
  const filed = await look(beijing, (tx) => reportsOf(tx, beijing, { view: 'filed' }), db)
  expect(filed.rows.map(({ id }) => id)).toEqual([row!.id])
})

test('a reference that is on file says whether its row has other words, and which are on file', async () => {
  const grid = noticeGrid({ code: 'D1', dramas: 10, accounts: 50 })
  const [head, first, ...rest] = grid.rows
  const at = head!.cells.indexOf('发现的问题')
  const again = await aReadBatch(on, douyin, {
    ...grid,
    rows: [head!, { ...first!, cells: first!.cells.with(at, '另一种说法') }, ...rest.slice(0, 3)],
  })
  const { differing, rows } = await look(
    douyin,
    async (tx) => ({ differing: await differingOf(tx, again.id), rows: (await rowsOf(tx, again.id, {})).rows }),
    db,
  )
  expect(differing).toBe(1)
  expect(rows.map(({ standing }) => standing)).toEqual(['on_file', 'on_file', 'on_file', 'on_file'])
  expect(rows.map(({ entry, onFile }) => differences(entry!, onFile!))).toEqual([['found'], [], [], []])
  const { rows: recorded } = await look(douyin, (tx) => rowsOf(tx, done.id, {}), db)
  expect(recorded.map(({ onFile }) => onFile)).toEqual(recorded.map(() => null))
})

test('what a batch comes to says the same as its figures, also after a measure was taken back and a row dismissed', async () => {
  const notice = noticeGrid({ code: 'D3', dramas: 3, accounts: 1 })
  const [head, first, second, third, account] = notice.rows
  const put = (row: typeof first, said: Record<string, string>) => ({
    ...row!,
    cells: row!.cells.map((cell, i) => said[String(head!.cells[i])] ?? cell),
  })
  const size = { 名称: '一剧两行', 涉及集数: '40', 分钟数: '80' }
  const grid = { ...notice, rows: [head!, put(first, size), put(second, size), put(third, { 名称: '另一部剧' }), account!] }
  const unconfirmed = await aReadBatch(on, douyin, { ...grid, rows: grid.rows.slice(0, 3) })
  const lines = (batch: typeof done) =>
    look(
      douyin,
      async (tx) =>
        (await tallyOf(tx, batch)).map(({ kind, rung, lapsed, rows, episodes, seconds }) => [kind, rung, lapsed, rows, episodes, seconds]),
      db,
    )
  expect(await lines(unconfirmed)).toEqual([['drama', 'P3', false, 2, 40, 4800]])
  await perform(withdrawBatch, douyin, { id: unconfirmed.id, version: unconfirmed.version }, { on: db })

  const { id } = await aRunningBatch(on, douyin, grid)
  await recordBatches({ on: db })
  const batch = await batchOf(owner, id)
  const counted = (definition: Omit<FigureDefinition, 'batchId'>) =>
    look(douyin, async (tx) => (await figure(tx, { ...definition, batchId: id })).value, db)
  const removed = { what: 'measured' as const, rungs: ['P3'] }
  const other = 40 + 14
  expect(await lines(batch)).toEqual([
    ['drama', 'P3', false, 3, 40 + other, 4800 + other * 90],
    ['account', 'P6', false, 1, 0, 0],
  ])
  expect(await counted({ ...removed, measure: 'episodes' })).toBe(40 + other)
  expect(await counted({ what: 'measured', measure: 'cases' })).toBe(4)

  const rows = async () => (await look(beijing, (tx) => rowsOf(tx, id, {}), db)).rows
  const stored = await storedRows(owner, id)
  expect(await perform(withdrawMeasure, douyin, { id: stored[2]!.penaltyId!, version: 1, reason: '写错了。' }, { on: db })).toMatchObject({
    ok: true,
  })
  expect(await lines(batch)).toEqual([
    ['drama', 'P3', false, 2, 40, 4800],
    ['drama', null, true, 1, other, other * 90],
    ['account', 'P6', false, 1, 0, 0],
  ])
  await perform(takeUp, beijing, { id: stored[3]!.violationId!, version: 1 }, { on: db })
  await perform(dismissViolation, beijing, { id: stored[3]!.violationId!, version: 2, reason: '没有看到。' }, { on: db })
  expect(await lines(batch)).toEqual([
    ['drama', 'P3', false, 2, 40, 4800],
    ['drama', null, true, 1, other, other * 90],
  ])
  expect([await counted({ what: 'measured', measure: 'cases' }), await counted({ what: 'found', measure: 'cases' })]).toEqual([2, 3])
  expect((await rows()).map(({ standing, reportState, measureState }) => [standing, reportState, measureState])).toEqual([
    ['filed', 'recorded', 'recorded'],
    ['filed', 'recorded', 'recorded'],
    ['filed', 'recorded', 'withdrawn'],
    ['filed', 'dismissed', 'withdrawn'],
  ])
})
