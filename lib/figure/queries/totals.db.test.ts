import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { totalChanges, totals } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { chance, happenings } from '@/db/testing/doings'
import { miscounted } from '@/db/testing/figures'
import { cast } from '@/db/testing/fixtures'
import { filedReport, upheldReport } from '@/db/testing/reports'
import { clock } from '../../kernel/actor'
import { look, perform } from '../../perform'
import { foldTotals } from '../commands'
import { medianOf, totalsOf } from './totals'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [kuaishou, douyin, beijing, national] = [
  people('compliance@kuaishou.example'),
  people('compliance@douyin.example'),
  people('chen.li@beijing.example'),
  people('zhou.min@nrta.example'),
]
const fold = () => perform(foldTotals, clock, null, { on: db })
const upheld = async (reader = national) =>
  (await look(reader, (tx) => totalsOf(tx, reader, ['found']), db)).find(({ part }) => part === 'upheld')?.n ?? 0

test('a total is right before it is folded and after, for whoever may read it', async () => {
  await upheldReport(on, kuaishou, beijing, { title: '折叠之前' })
  await upheldReport(on, kuaishou, beijing, { title: '折叠之后' })
  const readers = [national, beijing, kuaishou]
  for (const reader of readers) expect(await upheld(reader)).toBe(2)
  expect(await fold()).toMatchObject({ ok: true, value: expect.toSatisfy((folded: number) => folded > 0) })
  expect(await owner.select().from(totalChanges)).toEqual([])
  for (const reader of readers) expect(await upheld(reader)).toBe(2)
  expect(await upheld(douyin)).toBe(0)
  expect(await fold()).toMatchObject({ value: 0 })
})

test('filing a report changes no total, so the busiest act pays nothing for them', async () => {
  await fold()
  await filedReport(on, kuaishou, { title: '还没裁定' })
  expect(await owner.select().from(totalChanges)).toEqual([])
})

test('acts and folds at once lose nothing and count nothing twice', async () => {
  const racing = Array.from({ length: 4 }, (_, at) => happenings(on, people, chance(40 + at)))
  await Promise.all([
    ...racing.map(async (next) => {
      for (let act = 0; act < 4; act += 1) await next()
    }),
    ...Array.from({ length: 12 }, () => fold()),
  ])
  expect(await miscounted(on)).toEqual([])
  await fold()
  expect(await miscounted(on)).toEqual([])
})

test('a total that was changed is found', async () => {
  const [one] = await owner.select().from(totals).limit(1)
  await owner.execute(sql`update totals set n = n + 1 where measure = ${one!.measure} and week = ${one!.week} and part = ${one!.part}`)
  expect(await miscounted(on)).not.toEqual([])
})

test.for([
  [[], null],
  [[{ part: '41', n: 1 }], 41],
  [
    [
      { part: '100', n: 1 },
      { part: '9', n: 2 },
    ],
    9,
  ],
  [
    [
      { part: '10', n: 1 },
      { part: '20', n: 1 },
    ],
    15,
  ],
] as const)('the median of %j is %s', ([parts, median]) => expect(medianOf(parts)).toBe(median))
