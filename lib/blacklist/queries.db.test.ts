import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { offered } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, anUpheldReport, aProposal, aVerifiedEntry, aWork, entryOf } from '@/db/testing/listings'
import { type Actor, visitor } from '../kernel/actor'
import { historyOf } from '../ledger/queries'
import { look, perform } from '../perform'
import { answerOrder } from '../takedown/commands/answer'
import { boardCounts, boardOf, linksOf } from '../takedown/queries/board'
import { orderByNumber, orderCounts, ordersOf } from '../takedown/queries/orders'
import { liftEntry } from './commands/approve'
import { proposeEntry } from './commands/propose'
import { entriesOf, entryCounts } from './queries/entries'
import { entryByNumber, historyOfEntry } from './queries/entry'
import { previewOf, totalsIn } from './queries/preview'
import { proposalOn, worksPointed } from './queries/proposal'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const cnsa = as('fang.zheng@cnsa.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const zhou = as('zhou.min@nrta.example')
const gao = as('gao.yuan@nrta.example')
const yehang = as('wu.tong@yehang.example')
const qinghe = as('lin.zhi@qinghe.example')
const hands = { proposer: kuaishou, verifier: beijing, approver: zhou }
const readers: Record<string, Actor> = { zhou, beijing, zhejiang, cnsa, kuaishou, douyin, yehang, qinghe, visitor }

const entries: Record<'proposed' | 'verified' | 'listed' | 'lifted', { id: string; number: string; dramaId: string; violationId: string }> =
  {} as never
const orderNumber = (platform: Actor, entryId: string) =>
  owner
    .execute<{ number: string }>(
      sql`select number from takedown_orders where entry_id = ${entryId} and platform_id = ${platform.organizationId}`,
    )
    .then(([row]) => row!.number)

beforeAll(async () => {
  const ofYehang = () => aWork(on, { producerId: yehang.organizationId, producerName: '北京夜航文化传媒有限公司' }).then(({ id }) => id)
  const made = {
    proposed: await aProposal(on, hands, { dramaId: await ofYehang() }),
    verified: await aVerifiedEntry(on, hands, { dramaId: await ofYehang() }),
    listed: await aListedEntry(on, hands, { dramaId: await ofYehang() }),
    lifted: await aListedEntry(on, hands, { dramaId: await ofYehang() }),
  }
  await perform(liftEntry, gao, { id: made.lifted.id, version: 3, reason: '新版本已过审' }, { on: db })
  for (const [state, entry] of Object.entries(made))
    entries[state as keyof typeof entries] = { ...entry, number: (await entryOf(owner, entry.id)).number! }
  const [order] = await owner.execute<{ id: string }>(
    sql`select id from takedown_orders where entry_id = ${made.listed.id} and platform_id = ${douyin.organizationId}`,
  )
  await perform(
    answerOrder,
    douyin,
    { id: order!.id, version: 1, answer: 'removed', episodeCount: 80, links: ['https://v.example/canary'] },
    { on: db },
  )
  const [objection] = await owner.execute<{ id: string }>(
    sql`select id from takedown_orders where entry_id = ${made.listed.id} and platform_id = ${as('compliance@wechat.example').organizationId}`,
  )
  await perform(
    answerOrder,
    as('compliance@wechat.example'),
    { id: objection!.id, version: 1, answer: 'objection', reason: '密封的异议理由' },
    { on: db },
  )
})

/** Who sees an entry in which state, by hand: the table of roles. */
describe.each([
  ['proposed', 'zhou beijing kuaishou'],
  ['verified', 'zhou beijing kuaishou yehang'],
  ['listed', 'zhou beijing zhejiang cnsa kuaishou douyin yehang qinghe visitor'],
  ['lifted', 'zhou beijing zhejiang cnsa kuaishou douyin yehang qinghe visitor'],
] as const)('an entry that is %s', (state, expected) => {
  test.each(Object.keys(readers))('for %s', async (who) => {
    const found = await look(readers[who]!, (tx) => entryByNumber(tx, entries[state].number), db)
    expect(found !== null, `${who} ${state}`).toBe(expected.split(' ').includes(who))
  })
})

/** Everything that a page is made of, as one text: a sealed name may stand nowhere in it. */
const allThat = (actor: Actor, number: string) =>
  look(
    actor,
    async (tx, now) => {
      const read = await entryByNumber(tx, number)
      if (!read) return ''
      const history = await historyOfEntry(
        tx,
        actor,
        read.entry.id,
        read.proposals.map(({ violationId }) => violationId),
      )
      const board = await boardOf(tx, actor, read.entry, now)
      const lists = [
        await entriesOf(tx, actor, { view: 'listed' }),
        await ordersOf(tx, actor, { view: 'all' }, now),
        await linksOf(tx, read.entry.id),
      ]
      return JSON.stringify([read, history, board, lists, await previewOf(tx, read.entry.id)])
    },
    db,
  )

describe('the proposer is sealed', () => {
  test.each(['zhejiang', 'cnsa', 'douyin', 'yehang', 'visitor'])('from %s: neither name nor report nor reason', async (who) => {
    const seen = await allThat(readers[who]!, entries.listed.number)
    expect(seen).not.toBe('')
    const [{ number: report }] = (await owner.execute<{ number: string }>(
      sql`select number from violations where id = ${entries.listed.violationId}`,
    )) as unknown as [{ number: string }]
    for (const canary of ['李宁', report, '多平台扩散，须全网下架', entries.listed.violationId])
      expect(seen, `${who} ${canary}`).not.toContain(canary)
  })
  test.each(['zhou', 'beijing', 'kuaishou'])('and named to %s', async (who) => {
    expect(await allThat(readers[who]!, entries.listed.number)).toContain('李宁')
  })
  test('who verified and approved is named to regulators and to their own organ, to nobody else', async () => {
    for (const who of ['douyin', 'yehang', 'cnsa', 'visitor', 'kuaishou'])
      for (const name of ['陈立', '周敏']) expect(await allThat(readers[who]!, entries.listed.number), `${who} ${name}`).not.toContain(name)
    expect(await allThat(beijing, entries.listed.number)).toContain('陈立')
    expect(await allThat(zhou, entries.listed.number)).toContain('陈立')
  })
  test('the remark is for everyone, the severity’s reason for whoever sees the case but the public', async () => {
    for (const who of ['visitor', 'yehang', 'douyin'])
      expect(await allThat(readers[who]!, entries.listed.number)).toContain('依据充分，范围明确')
    for (const who of ['yehang', 'douyin', 'cnsa', 'zhejiang'])
      expect(await allThat(readers[who]!, entries.listed.number)).toContain('首次拒改，已停止投流')
    expect(await allThat(visitor, entries.listed.number)).not.toContain('首次拒改，已停止投流')
  })
})

describe('what a platform answered', () => {
  const sealed = ['https://v.example/canary', '密封的异议理由']
  test.each(['zhejiang', 'cnsa', 'kuaishou', 'yehang', 'visitor'])('%s reads no links and no reasons', async (who) => {
    const seen = await allThat(readers[who]!, entries.listed.number)
    for (const canary of sealed) expect(seen, `${who} ${canary}`).not.toContain(canary)
  })
  test('its regulators read all of it, the platform its own', async () => {
    for (const who of ['zhou', 'beijing'])
      for (const canary of sealed) expect(await allThat(readers[who]!, entries.listed.number), `${who} ${canary}`).toContain(canary)
    const own = await allThat(douyin, entries.listed.number)
    expect(own).toContain(sealed[0])
    expect(own).not.toContain(sealed[1])
  })
  test('others see state and time, the public and creators the numbers', async () => {
    const board = await look(
      kuaishou,
      (tx, now) => boardOf(tx, kuaishou, { id: entries.listed.id, bureauId: beijing.organizationId!, listedAt: null }, now),
      db,
    )
    const lane = board.lanes.find(({ platform }) => platform.shortName === '抖音')!
    expect(lane).toMatchObject({ state: 'removed', given: null, answeredAt: expect.any(Date) })
    expect(board).toMatchObject({ answered: 1, removed: 1, linkCount: null, median: { of: 1 } })
    for (const who of [yehang, visitor])
      expect(await look(who, (tx) => boardCounts(tx, entries.listed.id), db)).toMatchObject({
        orders: 5,
        answered: 1,
        removed: 1,
        absent: 0,
      })
    expect(await look(qinghe, (tx) => boardCounts(tx, entries.verified.id), db)).toMatchObject({
      orders: 0,
      answered: 0,
      removed: 0,
      absent: 0,
    })
  })
})

describe('orders', () => {
  test('a list holds one’s own', async () => {
    const numbers = async (actor: Actor) => (await look(actor, (tx, now) => ordersOf(tx, actor, { view: 'all' }, now), db)).rows
    expect(new Set((await numbers(kuaishou)).map(({ platformId }) => platformId))).toEqual(new Set([kuaishou.organizationId]))
    expect(await numbers(zhejiang)).toEqual([])
    expect((await numbers(zhou)).length).toBeGreaterThanOrEqual(10)
    expect((await look(zhou, (tx, now) => orderCounts(tx, zhou, now), db)).all).toBeGreaterThanOrEqual(10)
  })
  test('one is read whole by its platform and its regulators, without answers by others, not at all by the public', async () => {
    const number = await orderNumber(douyin, entries.listed.id)
    const answers = async (actor: Actor) => (await look(actor, (tx) => orderByNumber(tx, number), db))?.answers.length
    expect(await Promise.all([douyin, zhou, beijing, kuaishou, cnsa, zhejiang].map(answers))).toEqual([1, 1, 1, 0, 0, 0])
    expect(await answers(visitor)).toBeUndefined()
    expect(await answers(qinghe)).toBeUndefined()
  })
  test('are paged without a row lost or doubled', async () => {
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await look(zhou, (tx, now) => ordersOf(tx, zhou, { view: 'all', ...(after && { after }) }, now, 3), db)
      seen.push(...page.rows.map(({ id }) => id))
      if (!page.next) break
      after = page.next
    }
    const all = await owner.execute<{ n: number }>(sql`select count(*)::int as n from takedown_orders`)
    expect(seen).toHaveLength(all[0]!.n)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('the list', () => {
  test('counts and shows what each may see', async () => {
    const shown = async (actor: Actor, view: Parameters<typeof entriesOf>[2]['view']) =>
      (await look(actor, (tx) => entriesOf(tx, actor, { view }), db)).rows.map(({ number }) => number)
    expect(await shown(zhou, 'proposed')).toContain(entries.proposed.number)
    expect(await shown(zhejiang, 'proposed')).toEqual([])
    expect(await shown(kuaishou, 'own')).toEqual(expect.arrayContaining(Object.values(entries).map(({ number }) => number)))
    expect(await shown(douyin, 'own')).toEqual([])
    expect(await look(douyin, (tx) => entryCounts(tx, douyin), db)).toEqual(
      new Map([
        ['listed', 1],
        ['lifted', 1],
        ['own', 0],
      ]),
    )
  })
  test('is searched by title, alias and number', async () => {
    const found = async (q: string) =>
      (await look(zhou, (tx) => entriesOf(tx, zhou, { view: 'listed', q }), db)).rows.map(({ number }) => number)
    expect(await found('夜 宴之局！')).toEqual([entries.listed.number])
    expect(await found(entries.listed.number)).toEqual([entries.listed.number])
    expect(await found('%')).toEqual([])
  })
})

describe('the preview', () => {
  test('names what it hits and what it spares: an equal fold, another producer', async () => {
    const mine = await aWork(on, { title: '长夜宴席', producerName: '甲' })
    const other = await aWork(on, { title: '長夜宴席！', producerName: '浙江青藤影业有限公司' })
    const { id } = await aVerifiedEntry(on, hands, { dramaId: mine.id })
    const preview = await look(zhou, (tx) => previewOf(tx, id), db)
    expect(preview.hits).toMatchObject([{ id: mine.id, chosen: 'report', episodeCount: 80 }])
    expect(preview.spared).toMatchObject([{ id: other.id, near: 'equal_folded', producerName: '浙江青藤影业有限公司' }])
    expect(preview.totals).toMatchObject({ works: 1, episodes: 80, unknown: 0, orders: 5, spared: 1 })
  })
  test('counts the offers that stop beside the filings that are suspended', async () => {
    const { dramaId } = await offered(on, yehang, ['kuaishou', 'douyin'])
    const { id } = await aVerifiedEntry(on, hands, { dramaId: dramaId! })
    const preview = await look(zhou, (tx) => previewOf(tx, id), db)
    expect(preview.totals).toMatchObject({ suspended: 0, stopped: 1 })
    expect(totalsIn(preview)).toBe('1·80·0·0·5·0·0·1')
  })
  test('a work that a regulator found to be the same is called so, whatever its name; a listed one carries its entry', async () => {
    const mine = await aWork(on, { title: '雪落关山' })
    const same = await aWork(on, { title: '另一个片名', sameAsId: mine.id })
    const listed = await aListedEntry(on, hands, { dramaId: (await aWork(on, { title: '雪落关山2' })).id })
    const { id } = await aVerifiedEntry(on, hands, { dramaId: mine.id })
    const { spared } = await look(zhou, (tx) => previewOf(tx, id), db)
    expect(spared).toHaveLength(2)
    expect(spared).toMatchObject([
      { id: same.id, near: 'same_work', listedAs: null },
      { id: listed.dramaId, near: 'season_suffix', listedAs: (await entryOf(owner, listed.id)).number },
    ])
  })
})

describe('a proposal starts from', () => {
  test('the upheld items and works, for whoever may propose, and says when it will join', async () => {
    const work = await aWork(on)
    const report = await anUpheldReport(on, kuaishou, work.id)
    const [{ number }] = (await owner.execute<{ number: string }>(sql`select number from violations where id = ${report}`)) as unknown as [
      { number: string },
    ]
    const start = (actor: Actor) => look(actor, (tx) => proposalOn(tx, number), db)
    expect(await start(kuaishou)).toMatchObject({
      items: [{ code: 'V04-02' }, { code: 'V10-05' }],
      severity: 4,
      cannot: null,
      reported: [{ id: work.id }],
      joins: false,
    })
    expect(await start(cnsa)).toMatchObject({ severity: 4 })
    expect(await start(douyin)).toBeNull()
    expect(await start(yehang)).toBeNull()
    await perform(
      proposeEntry,
      cnsa,
      { violationId: report, codes: ['V04-02'], dramaIds: [work.id], miniProgramIds: [], names: [], reason: '监看发现' },
      { on: db },
    )
    expect(await start(kuaishou)).toMatchObject({ joins: true, already: null })
    const [own] = await owner.execute<{ number: string }>(
      sql`select e.number from blacklist_entries e join blacklist_proposals p on p.entry_id = e.id where p.violation_id = ${report}`,
    )
    expect(await start(cnsa)).toMatchObject({ joins: true, already: own!.number })
  })
  test('works that are one with the reported come along; those on an entry are marked', async () => {
    const work = await aWork(on, { title: '潮汐来信' })
    const same = await aWork(on, { title: '换了名字', sameAsId: work.id })
    const listed = await aListedEntry(on, hands, { dramaId: (await aWork(on, { title: '潮汐来信2' })).id })
    const open = await aProposal(on, { proposer: douyin }, { dramaId: (await aWork(on, { title: '潮汐来信之前' })).id })
    const report = await anUpheldReport(on, kuaishou, work.id)
    const [{ number }] = (await owner.execute<{ number: string }>(sql`select number from violations where id = ${report}`)) as unknown as [
      { number: string },
    ]
    const found = await look(kuaishou, (tx) => proposalOn(tx, number), db)
    expect(found).toMatchObject({
      joins: false,
      same: [{ id: same.id }],
      near: [{ id: listed.dramaId, listed: true }, { id: open.dramaId }],
    })
    expect([...found!.taken].toSorted()).toEqual([listed.dramaId, open.dramaId].toSorted())
    const pointed = await look(kuaishou, (tx) => worksPointed(tx, '潮汐来信2', [same.id]), db)
    expect(pointed).toMatchObject({ found: [{ id: listed.dramaId, listed: true }], kept: [{ id: same.id }] })
    expect([...pointed.taken]).toEqual([listed.dramaId])
  })
})

test('an entry’s history is read without the orders by creators and the public', async () => {
  for (const who of [yehang, visitor]) {
    const names = (await look(who, (tx) => historyOfEntry(tx, who, entries.listed.id, []), db)).map(({ name }) => name)
    expect(names).toEqual(['blacklist.approved', 'blacklist.verified', 'blacklist.proposed'])
  }
  expect(await look(visitor, (tx) => historyOf(tx, [{ noun: 'blacklist', id: entries.proposed.id }]), db)).toEqual([])
})
