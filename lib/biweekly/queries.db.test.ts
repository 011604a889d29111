import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { biweeklyReports } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { choosing, upheldMiniProgram } from '@/db/testing/penalties'
import { aFact } from '@/db/testing/reports-due'
import { figure, rowsOfFigure } from '../figure/queries/figure'
import { type Actor, clock, visitor } from '../kernel/actor'
import { addDays, addHours, dayOf, startOf } from '../kernel/time'
import { historyOf } from '../ledger/queries'
import { imposePenalty } from '../penalty/commands/decide'
import { look, perform } from '../perform'
import { callReports } from '../process/clock'
import { signReport, waiveReport } from './commands/sign'
import { writeReport } from './commands/write'
import { draftOf } from './queries/draft'
import { figuresToWrite, reportBoard, reportByNumber, reportsOf } from './queries/reports'
import { endedPeriods, periodOf } from './rules/period'
import { definitionOf, keyOf, readKey } from './rules/sheet'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const douyin = as('compliance@douyin.example')
const moderator = as('he.shan@douyin.example')
const kuaishou = as('compliance@kuaishou.example')
const zhou = as('zhou.min@nrta.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const readers = {
  zhou,
  beijing,
  zhejiang,
  kuaishou,
  monitor: as('fang.zheng@cnsa.example'),
  creator: as('wu.tong@yehang.example'),
  visitor,
}
const see = <T>(actor: Actor, work: Parameters<typeof look<T>>[1]) => look(actor, work, db)

const last = endedPeriods(new Date(), 1)[0]!
const earlier = (back: number) => periodOf(addDays(last.from, -14 * back))!
const called = async (of: Actor, back: number) =>
  (
    await owner
      .select()
      .from(biweeklyReports)
      .where(and(eq(biweeklyReports.filerId, of.organizationId!), eq(biweeklyReports.periodFrom, earlier(back).from)))
  )[0]!
const nothing = { declared: {}, reasons: {}, added: {}, remark: null }
const sure = async (outcome: Promise<{ ok: boolean }>) => expect(await outcome).toMatchObject({ ok: true })

beforeAll(async () => {
  await aFact(owner, douyin, addHours(startOf(last.from), 30), { groups: ['V04', 'V12'], episodes: 80, seconds: 7080 })
  const twice = await aFact(owner, douyin, addHours(startOf(last.from), 31), { groups: ['V04'], episodes: null, seconds: null })
  await aFact(owner, douyin, addHours(startOf(last.from), 32), { targetId: twice.targetId, source: 'association', standing: 'recorded' })
  await aFact(owner, douyin, addHours(startOf(last.from), 33), {
    what: 'measured',
    targetKind: 'account',
    rung: 'P6',
    standing: 'done',
    source: null,
  })
  await callReports(db)
  const [signed, waived] = [await called(douyin, 1), await called(douyin, 2)]
  await sure(
    perform(
      writeReport,
      moderator,
      { id: signed.id, version: 1, ...nothing, declared: { ':::works': '9' }, reasons: { ':::works': '机密理由' } },
      { on: db },
    ),
  )
  await sure(perform(signReport, douyin, { id: signed.id, version: 2 }, { on: db }))
  await sure(perform(waiveReport, zhou, { id: waived.id, version: 1, reason: '系统迁移' }, { on: db }))
})

describe('a report under its number', () => {
  test('that is due exists for its platform, its bureau and 总局 alone', async () => {
    const { number } = await called(douyin, 0)
    const whole = async (actor: Actor) => (await see(actor, (tx) => reportByNumber(tx, actor, number!)))?.contents?.figures.length
    expect(await whole(douyin)).toBeGreaterThan(11)
    expect([await whole(beijing), await whole(zhou)]).toEqual([await whole(douyin), await whole(douyin)])
    for (const name of ['zhejiang', 'kuaishou', 'monitor', 'creator', 'visitor'] as const)
      expect(await see(readers[name], (tx) => reportByNumber(tx, readers[name], number!)), name).toBeNull()
  })

  test('that is signed shows to others that it came in, and nothing of what it says', async () => {
    const { number, id } = await called(douyin, 1)
    for (const name of ['zhejiang', 'kuaishou', 'monitor', 'creator', 'visitor'] as const) {
      const found = await see(readers[name], (tx) => reportByNumber(tx, readers[name], number!))
      expect(found, name).toMatchObject({ report: { state: 'signed' }, contents: null })
      const said = JSON.stringify([found, await see(readers[name], (tx) => historyOf(tx, [{ noun: 'biweekly', id }]))])
      expect(said).not.toMatch(/机密|韩越|何珊/)
    }
    const own = await see(douyin, (tx) => reportByNumber(tx, douyin, number!))
    expect(own!.contents!.figures.find(({ key }) => key === ':::works')).toMatchObject({ value: 0, declared: 9, reason: '机密理由' })
  })

  test('that is waived shows the reason to everybody', async () => {
    const { id } = await called(douyin, 2)
    for (const [name, actor] of Object.entries(readers)) {
      const history = await see(actor, (tx) => historyOf(tx, [{ noun: 'biweekly', id }]))
      expect(history.find((event) => event.name === 'biweekly.waived')?.words.reason, name).toBe('系统迁移')
    }
  })
})

describe('a figure', () => {
  test('opens exactly the rows that make it, for its filer and for 总局, as of the moment of the report', async () => {
    const { number, id } = await called(douyin, 0)
    await sure(perform(writeReport, moderator, { id, version: 1, ...nothing }, { on: db }))
    await aFact(owner, douyin, addHours(startOf(last.from), 50))
    for (const actor of [douyin, zhou]) {
      const found = await see(actor, (tx) => reportByNumber(tx, actor, number!))
      const { figures, position, moved } = found!.contents!
      expect(moved).toBe(true)
      for (const { key, definition, value } of figures) {
        const { count, targets, cases, again } = await see(actor, async (tx) => {
          const { rows } = await rowsOfFigure(tx, definition, { at: position!, limit: 1000 })
          return {
            count: rows.length,
            targets: new Set(rows.map(({ targetId }) => targetId)).size,
            cases: new Set(rows.map(({ caseNoun, id: row }) => `${caseNoun} ${row}`)).size,
            again: await figure(tx, definition, position!),
          }
        })
        expect(again.value, key).toBe(value)
        expect(count === 0, key).toBe(value === 0 && again.unknown === 0)
        if (definition.measure === 'targets') expect(targets, key).toBe(value)
        if (definition.measure === 'cases') expect(cases, key).toBe(value)
      }
      expect(figures.find(({ key }) => key === ':::works')).toMatchObject({ value: 2 })
      expect(figures.find(({ key }) => key === ':::episodes')).toMatchObject({ value: 81 })
    }
  })

  test('keeps its meaning under its name', async () => {
    const report = await called(douyin, 0)
    for (const { key, definition } of await see(douyin, (tx) => figuresToWrite(tx, report))) {
      const read = readKey(key)!
      expect(keyOf(read)).toBe(key)
      expect(definition).toEqual(definitionOf(read, douyin.organizationId!, last))
    }
  })
})

describe('what a platform dealt with on the report of another', () => {
  const day = addHours(startOf(earlier(4).from), 30)
  const measured = { what: 'measured', caseNoun: 'penalty', standing: 'done', groups: ['V04'] } satisfies Parameters<typeof aFact>[3]
  const drafted = async (of: Actor, back: number) => {
    const { figures } = await see(of, (tx) => draftOf(tx, of.organizationId!, earlier(back)))
    return (line: string) =>
      Object.fromEntries(
        figures.flatMap(({ key, value, unknown }) => (key.startsWith(`${line}:`) ? [[key.slice(line.length + 1), [value, unknown]]] : [])),
      )
  }

  test('stands in the row of its source, each work, mini-program and account once, what is unknown as unknown', async () => {
    const work = await aFact(owner, kuaishou, day, { ...measured, rung: 'P3', source: 'platform', episodes: 80, seconds: 7080 })
    await aFact(owner, kuaishou, day, { ...measured, rung: 'P5', source: 'platform', targetId: work.targetId, episodes: 80, seconds: 7080 })
    await aFact(owner, kuaishou, day, { ...measured, rung: 'P3', source: 'platform', episodes: null, seconds: null })
    const app = { ...measured, targetKind: 'mini_program', source: 'association', stage: null, episodes: null, seconds: null } as const
    const first = await aFact(owner, kuaishou, day, { ...app, rung: 'P4' })
    await aFact(owner, kuaishou, day, { ...app, rung: 'P8', targetId: first.targetId })
    await aFact(owner, kuaishou, day, { ...app, targetKind: 'account', rung: 'P6' })
    const row = await drafted(kuaishou, 4)
    expect(row('V04:platform:ruled')).toEqual({ removed: [2, 0], works: [2, 0], episodes: [80, 1], minutes: [118, 1] })
    expect(row('V04:association:ruled')).toMatchObject({ mini_programs: [1, 0], accounts: [1, 0] })
    expect(row('::')).toMatchObject({ works: [2, 0], mini_programs: [1, 0], accounts: [1, 0] })
  })

  test('counts from an act on: a mini-program that CNSA reported and its platform dealt with', async () => {
    const period = periodOf(dayOf(new Date()))!
    const on = { db, owner }
    const { violationId, targetKind, targetId } = await upheldMiniProgram(on, readers.monitor, beijing, {
      miniProgram: { platformId: douyin.organizationId!, appId: 'app-late', name: '夜航剧场' },
    })
    const target = { violationId, targetKind, targetId, episodes: [] }
    await sure(perform(imposePenalty, douyin, { ...target, ...choosing('P8:suspend', { reason: '核对属实' }) }, { on: db }))
    const { figures } = await see(douyin, (tx) => draftOf(tx, douyin.organizationId!, period))
    const found = figures.find(({ key }) => /^V\d\d:association:ruled:mini_programs$/.test(key))
    expect(found).toMatchObject({ value: 1 })
    for (const reader of [douyin, zhou]) {
      const { rows } = await see(reader, (tx) => rowsOfFigure(tx, found!.definition))
      expect(rows.map((one) => [one.caseNoun, one.targetId])).toEqual([['penalty', targetId]])
    }
  })

  test('before airing and dark by P3 is intercepted and not removed, whoever reported it', async () => {
    const at = addHours(startOf(earlier(5).from), 30)
    const own = { ...measured, rung: 'P3', stage: 'before_airing' } as const
    const found = await aFact(owner, kuaishou, at, { stage: 'before_airing', groups: ['V04'] })
    await aFact(owner, kuaishou, at, { ...own, source: 'self_inspection', targetId: found.targetId })
    await aFact(owner, kuaishou, at, { ...own, source: 'association' })
    const row = await drafted(kuaishou, 5)
    expect(row('::')).toMatchObject({ intercepted: [2, 0], removed: [0, 0], works: [2, 0] })
    expect(row('V04:self_inspection:ruled')).toMatchObject({ intercepted: [1, 0], works: [1, 0] })
    expect(row('V04:association:ruled')).toMatchObject({ intercepted: [1, 0], works: [1, 0] })
  })
})

test('a platform lists its own reports alone, and pages through them without one lost', async () => {
  const own = await see(douyin, (tx) => reportsOf(tx, douyin, { view: 'all' }))
  expect(own.rows.every(({ filerId }) => filerId === douyin.organizationId)).toBe(true)
  expect(own.rows.map(({ periodFrom }) => periodFrom)).toEqual(
    own.rows
      .map(({ periodFrom }) => periodFrom)
      .toSorted()
      .reverse(),
  )
  const [first, second] = own.rows
  const behind = await see(douyin, (tx) => reportsOf(tx, douyin, { view: 'all', after: `${first!.periodFrom}~${first!.edition}` }))
  expect(behind.rows[0]!.id).toBe(second!.id)
  expect((await see(douyin, (tx) => reportsOf(tx, douyin, { view: 'signed' }))).rows.map(({ works }) => works)).toEqual([9])
})

test('the board holds every platform for 总局, those of its province for a bureau, with what was declared as the trend', async () => {
  const periods = endedPeriods(new Date(), 3).reverse()
  const board = (actor: Actor) => see(actor, (tx) => reportBoard(tx, actor, periods, ':::works'))
  const all = await board(zhou)
  expect(all.length).toBeGreaterThanOrEqual(5)
  const row = all.find(({ filerId }) => filerId === douyin.organizationId)!
  expect(row.cells.map((cell) => cell?.state)).toEqual(['waived', 'signed', 'written'])
  expect(row.cells.map((cell) => cell?.value)).toEqual([null, 9, null])
  expect(
    (await board(beijing)).every(({ cells }) => cells.every((cell) => cell === null || cell.bureauId === beijing.organizationId)),
  ).toBe(true)
  expect((await board(beijing)).length).toBeLessThan(all.length)
  expect(await see(clock, (tx) => reportBoard(tx, zhou, [], ':::works'))).toEqual([])
})
