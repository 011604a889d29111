import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { registered } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, aWork, entryOf } from '@/db/testing/listings'
import { aPlatformAtTheDoor, decideOn } from '@/db/testing/platforms'
import { liftEntry } from '../blacklist/commands/approve'
import { entryByNumber, historyOfEntry } from '../blacklist/queries/entry'
import type { Actor } from '../kernel/actor'
import { visitor } from '../kernel/actor'
import { acceptOrganization } from '../organization/commands/decide'
import { look, perform } from '../perform'
import { answerOrder } from '../takedown/commands/answer'
import { boardOf } from '../takedown/queries/board'
import { caseFound } from './queries/case'
import { workByCode } from './queries/work'
import { worksInRegister } from './queries/works'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const [kuaishou, cnsa, beijing, zhou, gao] = [
  'compliance@kuaishou.example',
  'fang.zheng@cnsa.example',
  'chen.li@beijing.example',
  'zhou.min@nrta.example',
  'gao.yuan@nrta.example',
].map(as) as [Actor, Actor, Actor, Actor, Actor]
const hands = { proposer: kuaishou, verifier: beijing, approver: zhou }
const strangers = [visitor, as('lin.zhi@qinghe.example')]
const codeOf = async (dramaId: string) =>
  (await owner.execute<{ code: string }>(sql`select code from dramas where id = ${dramaId}`))[0]!.code
const publicWork = async (dramaId: string) => {
  const code = await codeOf(dramaId)
  return look(visitor, (tx) => workByCode(tx, code), db)
}
const search = (q: string) => look(visitor, (tx) => worksInRegister(tx, { q }), db)
const lift = (id: string) => perform(liftEntry, gao, { id, version: 3, reason: '新版本已过审' }, { on: db })

describe('an entry that was lifted', async () => {
  const { id, dramaId } = await aListedEntry(on, hands)
  await lift(id)
  const { number } = await entryOf(owner, id)
  test('stands for everybody under its number, with the reason of the lifting and without the names that warned', async () => {
    for (const actor of strangers) {
      const read = await look(actor, (tx) => entryByNumber(tx, number!), db)
      expect(read).toMatchObject({ entry: { state: 'lifted', listedAt: expect.any(Date), liftedAt: expect.any(Date) }, names: [] })
      const history = await look(actor, (tx) => historyOfEntry(tx, actor, id, []), db)
      expect(history[0]).toMatchObject({ name: 'blacklist.lifted', words: { reason: '新版本已过审' } })
    }
  })
  test('a work that is filed nowhere says so in words, from when to when it was listed, and why no longer', async () => {
    const work = await publicWork(dramaId)
    expect(work).toMatchObject({
      listed: false,
      promised: 'lifted',
      entry: null,
      lifted: [{ number, listedAt: expect.any(Date), liftedAt: expect.any(Date), reason: '新版本已过审' }],
    })
    expect((await search(work!.work.title)).rows).toMatchObject([{ id: dramaId, promised: 'lifted' }])
  })
  test('orders that were withdrawn unanswered are not told platform by platform', async () => {
    const orders = await look(visitor, (tx) => tx.execute(sql`select 1 from takedown_orders where entry_id = ${id}`), db)
    expect(orders).toHaveLength(0)
  })
})

test('names that warn are not for creators and the public while an entry is listed either', async () => {
  const { id } = await aListedEntry(on, hands)
  const { number } = await entryOf(owner, id)
  for (const actor of strangers) expect((await look(actor, (tx) => entryByNumber(tx, number!), db))?.names).toEqual([])
  expect((await look(kuaishou, (tx) => entryByNumber(tx, number!), db))?.names.map(({ name }) => name)).toContain('夜宴之局')
})

test('whoever proposed is told by kind, the platform as one platform, CNSA as the monitoring body', async () => {
  const ours = await aListedEntry(on, { ...hands, proposer: cnsa })
  const theirs = await aListedEntry(on, hands)
  expect((await publicWork(ours.dramaId))?.entry).toMatchObject({ proposedBy: 'association' })
  expect((await publicWork(theirs.dramaId))?.entry).toMatchObject({ proposedBy: 'platform' })
})

test('the number of an entry or of a filing finds its work', async () => {
  const { id, dramaId } = await aListedEntry(on, hands)
  const { number } = await entryOf(owner, id)
  expect((await search(number!)).rows.map((row) => row.id)).toEqual([dramaId])
  const filing = await registered(on, as('wu.tong@yehang.example'), beijing, { title: '潮汐之门' })
  for (const q of [filing.number!, filing.number!.toLowerCase().replaceAll('-', '')])
    expect((await search(q)).rows.map((row) => row.id)).toEqual([filing.dramaId])
  expect((await search('HM-2026-9999')).rows).toEqual([])
})

test('a number that nobody was given finds nothing, however many of its figures stand in others', async () => {
  const filing = await registered(on, as('wu.tong@yehang.example'), beijing, { title: '空山新雨' })
  const [, tail] = /第(\d+)号/.exec(filing.officialNumber!)!
  expect((await search(filing.officialNumber!)).rows.map((row) => row.id)).toEqual([filing.dramaId])
  expect((await search(`第${tail}号`)).rows.map((row) => row.id)).toEqual([filing.dramaId])
  // Every two neighbours of it stand in the number that was given: 02, 20 and 02 in its year.
  expect((await search(filing.officialNumber!.replace(tail!, `020${tail!.at(-1)}`))).rows).toEqual([])
})

describe('the number of a case', async () => {
  const { id } = await aListedEntry(on, hands)
  const { number } = await entryOf(owner, id)
  const [order] = await owner.execute<{ number: string }>(sql`select number from takedown_orders where entry_id = ${id} order by number`)
  const found = (actor: Actor, q: string) => look(actor, (tx) => caseFound(tx, actor, q), db)
  const wide = (text: string) => text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))

  test('leads to it however it is typed', async () => {
    const [letters, year, count] = number!.split('-') as [string, string, string]
    for (const typed of [
      number!,
      number!.toLowerCase(),
      wide(number!),
      ` ${letters} ${year} ${count} `,
      `${letters}${year}${count}`,
      `${letters}–${year}—${Number(count)}`,
    ])
      expect(await found(visitor, typed), typed).toBe(number)
    for (const typed of ['', '夜宴', `${letters}-${year}`, `${number}-1`, `XX-${year}-${count}`])
      expect(await found(zhou, typed), typed).toBeNull()
  })

  test('of an order leads whoever works with orders to it; to everybody else it is like one that does not exist', async () => {
    for (const actor of [kuaishou, cnsa, beijing, zhou]) expect(await found(actor, order!.number)).toBe(order!.number)
    for (const actor of strangers) {
      expect(await found(actor, order!.number)).toBeNull()
      expect(await found(actor, 'XJ-2026-9999')).toBeNull()
    }
    for (const q of [order!.number, 'XJ-2026-9999']) expect(await search(q)).toEqual({ rows: [], next: null, capped: false, found: 0 })
  })

  test('of a work finds the work', async () => {
    const work = await aListedEntry(on, hands)
    const code = await codeOf(work.dramaId)
    expect((await search(wide(code.toLowerCase()))).rows.map((row) => row.id)).toEqual([work.dramaId])
  })
})

test('a platform that comes after a listing changes nothing of what was told before', async () => {
  const work = await aWork(on)
  const { id } = await aListedEntry(on, hands, { dramaId: work.id })
  const orders = await owner.execute<{ id: string; platformId: string }>(
    sql`select id, platform_id as "platformId" from takedown_orders where entry_id = ${id}`,
  )
  const compliance = await owner.execute<{ email: string; platformId: string }>(
    sql`select distinct on (organization_id) email, organization_id as "platformId" from members where 'platform.compliance' = any (duties) order by organization_id, email`,
  )
  for (const order of orders)
    await perform(
      answerOrder,
      as(compliance.find(({ platformId }) => platformId === order.platformId)!.email),
      { id: order.id, version: 1, answer: 'removed', episodeCount: 80, links: ['https://v.example/1'] },
      { on: db },
    )
  const before = (await publicWork(work.id))!.entry!
  expect(before.board).toHaveLength(5)

  const late = await aPlatformAtTheDoor(on)
  expect(await decideOn(on, acceptOrganization, late, gao)).toMatchObject({ ok: true })
  const after = (await publicWork(work.id))!.entry!
  expect(after.board.map(({ platformId }) => platformId)).toEqual(before.board.map(({ platformId }) => platformId))
  expect(after.counts).toEqual({ ...before.counts, later: 1 })

  const entry = await entryOf(owner, id)
  const board = await look(zhou, (tx, now) => boardOf(tx, zhou, entry, now), db)
  expect(board).toMatchObject({ answered: 5, removed: 5, later: 1 })
  expect(board.lanes.filter(({ isLater }) => isLater).map(({ platformId }) => platformId)).toEqual([late])
  const history = await look(zhou, (tx) => historyOfEntry(tx, zhou, id, []), db)
  expect(history.filter(({ name }) => name === 'takedown.issued').map(({ subjectId }) => subjectId)).toEqual(
    board.lanes.flatMap((lane) => (lane.isLater ? [lane.id] : [])),
  )
})
