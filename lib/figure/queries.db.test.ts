import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { facts } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { filedReport, upheldReport } from '@/db/testing/reports'
import { clock, houseFor } from '../kernel/actor'
import { look, perform } from '../perform'
import { withdrawViolation } from '../violation/commands/file'
import { countPast } from './commands'
import { figure, figureBy, figureByDay, freeze, positionNow, rowsOfFigure } from './queries/figure'
import { differencesAt } from './queries/recount'
import { digestOf, type FigureDefinition } from './rules'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [kuaishou, douyin, beijing, zhejiang, national, creator] = [
  'compliance@kuaishou.example',
  'compliance@douyin.example',
  'chen.li@beijing.example',
  'he.qing@zhejiang.example',
  'zhou.min@nrta.example',
  'wu.tong@yehang.example',
].map(people) as [
  ReturnType<typeof people>,
  ReturnType<typeof people>,
  ReturnType<typeof people>,
  ReturnType<typeof people>,
  ReturnType<typeof people>,
  ReturnType<typeof people>,
]

const foundWorks: FigureDefinition = { what: 'found', measure: 'targets', targetKinds: ['drama'] }
const counted = (reader = national, definition = foundWorks) => look(reader, (tx) => figure(tx, definition), db)
const differences = () => look(clock, async (tx) => differencesAt(tx, await positionNow(tx)), db)

test('an upheld report counts for its filer, a filed one counts for nobody', async () => {
  const before = await counted()
  await filedReport(on, kuaishou, { title: '只是举报' })
  expect(await counted()).toEqual(before)
  await upheldReport(on, kuaishou, beijing, { title: '查实一', stage: 'before_airing' })
  await upheldReport(on, kuaishou, beijing, { title: '查实二' })
  expect(await counted()).toMatchObject({ value: before.value + 2 })
  expect(await counted(kuaishou, { ...foundWorks, stage: 'before_airing' })).toMatchObject({ value: 1 })
  const { rows } = await look(kuaishou, (tx) => rowsOfFigure(tx, foundWorks), db)
  expect(rows.map(({ title, caseNoun }) => [title, caseNoun]).slice(0, 2)).toEqual([
    ['查实二', 'violation'],
    ['查实一', 'violation'],
  ])
  expect(rows[0]!.caseNumber).toMatch(/^JB-\d{4}-\d+$/)
})

test('episodes and minutes of works that nobody has counted are unknown, not 0', async () => {
  await upheldReport(on, kuaishou, beijing, { title: '集数不详' })
  const episodes = await counted(kuaishou, { ...foundWorks, measure: 'episodes' })
  expect(episodes.unknown).toBeGreaterThan(0)
})

test('a reader counts what counts for it: the owner, the bureau of the case and 总局', async () => {
  await upheldReport(on, kuaishou, beijing, { title: '谁能数到' })
  const all = await counted(national)
  expect((await counted(kuaishou)).value).toBe(all.value)
  expect((await counted(beijing)).value).toBe(all.value)
  for (const stranger of [douyin, zhejiang, creator]) expect(await counted(stranger)).toEqual({ value: 0, unknown: 0, rows: 0 })
})

test('a figure that was frozen stays as it was, whatever happens afterwards', async () => {
  const frozen = await look(national, (tx) => freeze(tx, foundWorks), db)
  expect(frozen.sha256).toBe(digestOf(frozen))
  await upheldReport(on, kuaishou, beijing, { title: '冻结之后' })
  const again = await look(national, (tx) => freeze(tx, foundWorks, frozen.position), db)
  expect(again).toEqual(frozen)
  expect((await counted()).value).toBe(frozen.figure.value + 1)
})

test('counting the events anew gives what was kept, and a fact that was changed is found', async () => {
  expect(await differences()).toEqual([])
  const [one] = await owner.select().from(facts).limit(1)
  await owner.execute(sql`update facts set codes = '{V99-99}' where event_id = ${one!.eventId} and n = ${one!.n}`)
  expect(await differences()).toEqual([{ id: `${one!.eventId}:${one!.n}`, how: 'differs' }])
  await owner.update(facts).set({ codes: one!.codes }).where(eq(facts.eventId, one!.eventId))
})

test('of two that commit in the other order than they began, a position sees the one that was there', async () => {
  const inFlight = await db.$client.reserve()
  await inFlight`begin`
  await inFlight`select pg_current_xact_id()`
  const position = await look(national, (tx) => positionNow(tx), db)
  await inFlight`commit`
  inFlight.release()
  await upheldReport(on, kuaishou, beijing, { title: '后来的' })
  const at = (await look(national, (tx) => figure(tx, foundWorks, position), db)).value
  expect((await counted()).value).toBe(at + 1)
})

test('what is withdrawn before it is ruled on never counted', async () => {
  const before = await counted()
  const { id, version } = await filedReport(on, kuaishou, { title: '撤回' })
  await perform(withdrawViolation, kuaishou, { id, version, reason: null }, { on: db })
  expect(await counted()).toEqual(before)
})

test('told apart by owner, group and day, the parts are of the whole', async () => {
  const whole = await counted()
  const [byOwner, byGroup, byDay] = await look(
    national,
    async (tx) => [await figureBy(tx, foundWorks, 'owner'), await figureBy(tx, foundWorks, 'group'), await figureByDay(tx, foundWorks)],
    db,
  )
  expect([...byOwner.keys()]).toEqual([kuaishou.organizationId])
  expect(byOwner.get(kuaishou.organizationId!)).toEqual(whole)
  expect(byGroup.get('V04')).toEqual(whole)
  expect([...byDay.values()].reduce((sum, { value }) => sum + value, 0)).toBe(whole.value)
  const episodes = { ...foundWorks, measure: 'episodes' as const }
  expect((await look(national, (tx) => figureBy(tx, episodes, 'owner'), db)).get(kuaishou.organizationId!)).toEqual(
    await counted(national, episodes),
  )
  const days = [...(await look(national, (tx) => figureByDay(tx, episodes), db)).values()]
  const all = await counted(national, episodes)
  expect(all.unknown).toBeGreaterThan(0)
  for (const part of ['value', 'unknown', 'rows'] as const)
    expect(
      days.reduce((sum, day) => sum + day[part], 0),
      part,
    ).toBe(all[part])
})

test('what happened before facts were kept is counted once, and comes out the same', async () => {
  const before = await counted()
  await owner.delete(facts)
  const made = await perform(countPast, houseFor(clock), undefined, { on: db })
  expect(made.ok && made.value).toBeGreaterThan(0)
  expect(await counted()).toEqual(before)
  expect(await differences()).toEqual([])
  expect(await perform(countPast, houseFor(clock), undefined, { on: db })).toMatchObject({ value: 0 })
})
