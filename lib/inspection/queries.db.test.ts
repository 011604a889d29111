import { beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aFrozenFrame, anActivePlan, aPicture, aPlan, someMiniPrograms } from '@/db/testing/inspections'
import { type Actor, clock, visitor } from '../kernel/actor'
import { addDays, asDay, instantAt } from '../kernel/time'
import { look, perform } from '../perform'
import { revealSeed } from './commands/draw'
import { openPlan } from './commands/plan'
import { findBreach, findClean } from './commands/sheet'
import { coverageOf } from './queries/coverage'
import { frameById, framesOf, planByNumber, planDraft, plansOf, publishedFrame, revealedItems } from './queries/plans'
import { nextSheet, sheetByNumber, sheetCounts, sheetsOf, todayOf } from './queries/sheets'
import { sampleOf } from './rules/sample'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [fang, xu] = [as('fang.zheng@cnsa.example'), as('xu.qing@cnsa.example')]
const [kuaishou, douyin] = [as('compliance@kuaishou.example'), as('compliance@douyin.example')]
const [beijing, zhejiang] = [as('chen.li@beijing.example'), as('he.qing@zhejiang.example')]
const zhou = as('zhou.min@nrta.example')
const DAY = asDay('2026-11-24')
const at = (time: `${number}:${number}`, day = DAY) => instantAt(day, time)
const read = <T>(actor: Actor, work: Parameters<typeof look<T>>[1]) => look(actor, work, db)
const all = (actor: Actor) => read(actor, (tx) => sheetsOf(tx, actor, { view: 'all' }, at('12:00')))

let sample: Awaited<ReturnType<typeof aFrozenFrame>>
let number: string
beforeAll(async () => {
  await someMiniPrograms(owner, kuaishou.organizationId!, 8)
  const plan = await anActivePlan({ db, owner }, [fang, xu], { sampleSize: 5 }, at('09:00', addDays(DAY, -1)))
  number = plan.number!
  sample = await aFrozenFrame({ db, owner }, plan.id, at('00:00'))
  const [first, second] = sample.sheets
  await perform(findClean, fang, { id: first!.id, version: 1, note: null }, { on: db, at: at('10:00') })
  await aPicture({ db }, fang, second!.id)
  const seen = { address: null, episode: null, start: null, end: null, items: ['V12-01'], note: '诱导付费' }
  await perform(findBreach, fang, { id: second!.id, version: 1, ...seen }, { on: db, at: at('10:05') })
})

describe('sheets', () => {
  test.for([
    ['CNSA', fang, 5],
    ['总局', zhou, 5],
    ['the bureau of the platform’s home', beijing, 5],
    ['another bureau', zhejiang, 0],
    ['the platform itself', kuaishou, 0],
    ['another platform', douyin, 0],
  ] as const)('%s reads its own', async ([, actor, count]) => {
    expect((await all(actor)).rows).toHaveLength(count)
    const found = await read(actor, (tx) => sheetByNumber(tx, sample.sheets[1]!.number!))
    expect(found === null).toBe(count === 0)
    if (found) expect(found.finding).toMatchObject({ codes: ['V12-01'], note: '诱导付费' })
  })

  test('are counted by view, and today’s are worked through one after another', async () => {
    expect(await read(fang, (tx) => sheetCounts(tx, fang, at('12:00')))).toEqual({
      today: 3,
      found: 1,
      missed: 0,
      hits: 1,
      done: 2,
      all: 5,
    })
    expect(await read(fang, (tx) => todayOf(tx, fang, at('12:00')))).toEqual({ drawn: 5, done: 2, found: 1 })
    const visited = new Set<string>()
    for (let sheet = sample.sheets.find(({ id }) => id === sample.sheets[0]!.id)!, steps = 0; steps < 3; steps += 1) {
      const next = await read(fang, (tx) => nextSheet(tx, sheet))
      sheet = sample.sheets.find((one) => one.number === next)!
      visited.add(sheet.id)
    }
    expect(visited.size).toBe(3)
  })

  test('are found by what a filter asks for, page by page', async () => {
    const of = (filter: object) => read(fang, (tx) => sheetsOf(tx, fang, { view: 'all', ...filter }, at('12:00'), 2))
    const first = await of({})
    const rest = await of({ after: first.next! })
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(4)
    expect((await of({ platformId: douyin.organizationId })).rows).toEqual([])
    expect((await of({ q: sample.sheets[0]!.number! })).rows).toHaveLength(1)
    expect((await of({ purpose: 'listed' })).rows).toEqual([])
  })
})

describe('plans', () => {
  test('are CNSA’s; 总局 reads those that were started, others none', async () => {
    const opened = await perform(openPlan, fang, aPlan(), { on: db })
    if (!opened.ok) throw new Error(opened.code)
    expect((await read(fang, (tx) => plansOf(tx))).map(({ state }) => state)).toEqual(['draft', 'active'])
    expect((await read(zhou, (tx) => plansOf(tx))).map(({ state }) => state)).toEqual(['active'])
    for (const actor of [beijing, kuaishou, visitor]) expect(await read(actor, (tx) => plansOf(tx))).toEqual([])
    expect(await read(xu, (tx) => planDraft(tx, xu, opened.value.id))).not.toBeNull()
    expect(await read(zhou, (tx) => planDraft(tx, zhou, opened.value.id))).toBeNull()
    expect((await read(zhou, (tx) => planByNumber(tx, number)))!.sheets.get(sample.frame.id)).toMatchObject({ drawn: 5, done: 2, found: 1 })
    expect(await read(kuaishou, (tx) => planByNumber(tx, number))).toBeNull()
  })
})

describe('frames', () => {
  test('are everybody’s by hashes and opaque ids; what stands behind an id is the platform’s once the seed is out', async () => {
    for (const actor of [visitor, kuaishou, zhejiang, zhou]) {
      expect((await read(actor, (tx) => framesOf(tx, {}))).rows).toMatchObject([
        { seed: null, seedSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ])
      expect((await read(actor, (tx) => frameById(tx, sample.frame.id)))!.content.trim().split('\n')).toHaveLength(sample.frame.itemCount)
    }
    expect((await read(kuaishou, (tx) => revealedItems(tx, kuaishou, {}))).rows).toEqual([])
    for (const actor of [visitor, kuaishou]) expect((await read(actor, (tx) => publishedFrame(tx, sample.frame.id)))!.drawn).toEqual([])
    await perform(revealSeed, clock, sample.frame.id, { on: db, at: at('00:00', addDays(DAY, 1)) })
    expect((await read(kuaishou, (tx) => revealedItems(tx, kuaishou, {}))).rows).toHaveLength(sample.frame.itemCount)
    expect((await read(douyin, (tx) => revealedItems(tx, douyin, {}))).rows).toEqual([])
    const published = (await read(visitor, (tx) => publishedFrame(tx, sample.frame.id)))!
    expect(published.seed).toMatch(/^[0-9a-f]{64}$/)
    const listed = (await read(visitor, (tx) => frameById(tx, sample.frame.id)))!.content.trim().split('\n')
    expect(published.drawn).toEqual(sampleOf(listed, published.seed!, 5))
  })
})

test('coverage counts what was framed, drawn, inspected and found, by platform and week', async () => {
  const coverage = await read(zhou, (tx) => coverageOf(tx, zhou, at('12:00')))
  expect(coverage.weeks).toHaveLength(8)
  expect(coverage.rows).toMatchObject([
    {
      platformId: kuaishou.organizationId,
      week: '2026-11-23',
      framed: sample.frame.itemCount,
      reached: 2,
      drawn: 5,
      inspected: 2,
      missed: 0,
      late: 0,
      hits: 1,
    },
  ])
  expect((await read(zhejiang, (tx) => coverageOf(tx, zhejiang, at('12:00')))).rows).toEqual([])
})
