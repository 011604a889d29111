import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { campaignFigureRows, campaignFigures, campaigns, events, facts, placements } from '@/db/schema'
import { aRunningBatch, noticeGrid } from '@/db/testing/batches'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { accountNamed, choosing, upheldAccount, upheldMiniProgram } from '@/db/testing/penalties'
import { filedReport, rulingsOf, subjectsOf, upheldReport } from '@/db/testing/reports'
import { rowsOfFigure } from '../figure/queries/figure'
import { type Actor, mintActor, visitor } from '../kernel/actor'
import { newId } from '../kernel/id'
import { asDay, dayOf } from '../kernel/time'
import { imposePenalty } from '../penalty/commands/decide'
import { look, perform } from '../perform'
import { recordBatches } from '../process/worker/batch'
import { upholdViolation } from '../violation/commands/decide'
import { closeCampaign, openCampaign, proposeClose, resumeCampaign, startCampaign, withdrawCampaign, writeCampaign } from './commands'
import { type Write, writeInput } from './input'
import { boardOf, type CampaignRow, campaignByNumber, campaignsOf, closedCampaigns, differencesOf } from './queries'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [zhou, gao, beijing, kuaishou, douyin, cnsa] = [
  'zhou.min@nrta.example',
  'gao.yuan@nrta.example',
  'chen.li@beijing.example',
  'compliance@kuaishou.example',
  'compliance@douyin.example',
  'fang.zheng@cnsa.example',
].map(people) as [Actor, Actor, Actor, Actor, Actor, Actor]

async function sure<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string }>): Promise<T> {
  const found = await outcome
  if (!found.ok) throw new Error(`refused: ${found.code}`)
  return found.value
}
const rowOf = async (id: string) => (await owner.select().from(campaigns).where(eq(campaigns.id, id)))[0]!
const today = dayOf(new Date())
const content = (over: Record<string, unknown> = {}) => ({
  title: '有害低俗专项治理',
  basis: '关于开展专项治理的通知',
  fromOn: '2026-01-05',
  toOn: today,
  targetKinds: ['drama', 'account'],
  labels: { 0: { label: '软色情', codes: ['V04-02', 'V04-05'] }, 1: { label: '低俗', codes: ['V04-02'] } },
  ...over,
})
async function drafted(over: Record<string, unknown> = {}) {
  const { id } = await sure(perform(openCampaign, zhou, undefined, { on: db }))
  await sure(perform(writeCampaign, zhou, write(id, 1, over), { on: db }))
  return rowOf(id)
}
const write = (id: string, version: number, over: Record<string, unknown> = {}): Write =>
  writeInput.parse({ id, version: String(version), ...content(over) })
async function running(over: Record<string, unknown> = {}) {
  const { id, version } = await drafted(over)
  await sure(perform(startCampaign, gao, { id, version }, { on: db }))
  return rowOf(id)
}
async function closing(over: Record<string, unknown> = {}) {
  const { id, version } = await running(over)
  await sure(perform(proposeClose, zhou, { id, version, reason: '期限已到' }, { on: db }))
  return rowOf(id)
}
const happened = (id: string) => owner.select().from(events).where(eq(events.subjectId, id))

test('a draft leaves no event and has no number; whoever wrote it does not start it', async () => {
  const draft = await drafted()
  expect([draft.number, await happened(draft.id)]).toEqual([null, []])
  expect(await perform(startCampaign, zhou, draft, { on: db })).toMatchObject({ ok: false, code: 'same_person' })
  await sure(perform(startCampaign, gao, draft, { on: db }))
  expect((await rowOf(draft.id)).number).toMatch(/^ZX-\d{4}-\d{4}$/)
  expect((await happened(draft.id)).map(({ name }) => name)).toEqual(['campaign.started'])
})

test('whoever opened or wrote a campaign does not start it, though another wrote in it last', async () => {
  const draft = await drafted()
  const lin = mintActor({ ...zhou, memberId: newId() })
  await sure(perform(writeCampaign, lin, write(draft.id, draft.version, { title: '有害低俗专项治理。' }), { on: db }))
  const { version } = await rowOf(draft.id)
  for (const writer of [zhou, lin])
    expect(await perform(startCampaign, writer, { id: draft.id, version }, { on: db })).toMatchObject({ ok: false, code: 'same_person' })
  for (const writer of [zhou, lin])
    await expect(owner.update(campaigns).set({ startedBy: writer.memberId }).where(eq(campaigns.id, draft.id))).rejects.toThrow()
  expect(await perform(startCampaign, gao, { id: draft.id, version }, { on: db })).toMatchObject({ ok: true })
})

test.for([
  ['ends before it begins', { toOn: '2026-01-04' }, 'ends_before_it_begins'],
  ['an item that nobody knows', { labels: { 0: { label: 'x', codes: ['V99-01'] } } }, 'item_unknown'],
  ['a bureau for a platform', { platformIds: [beijing.organizationId] }, 'platform_unknown'],
  ['a platform for a bureau', { bureauIds: [kuaishou.organizationId] }, 'bureau_unknown'],
  [
    'a quota for a platform outside the scope',
    {
      platformIds: [kuaishou.organizationId],
      quotas: { 0: { organizationId: douyin.organizationId, figure: 'removed_works', count: '5' } },
    },
    'quota_not_in_scope',
  ],
  [
    'a quota of a kind that does not count',
    { quotas: { 0: { organizationId: kuaishou.organizationId, figure: 'handled_mini_programs', count: '5' } } },
    'quota_not_counted',
  ],
] as const)('%s is refused and writes nothing', async ([, over, code]) => {
  const draft = await drafted()
  expect(await perform(writeCampaign, zhou, write(draft.id, draft.version, over), { on: db })).toMatchObject({ ok: false, code })
  expect(await rowOf(draft.id)).toEqual(draft)
})

test('an empty draft is not started, and a withdrawn one is gone', async () => {
  const { id } = await sure(perform(openCampaign, zhou, undefined, { on: db }))
  expect(await perform(startCampaign, gao, { id, version: 1 }, { on: db })).toMatchObject({ ok: false, code: 'not_written' })
  await sure(perform(withdrawCampaign, zhou, { id, version: 1 }, { on: db }))
  expect(await rowOf(id)).toBeUndefined()
})

test('of twenty who start it at once one does, and it gets one number', async () => {
  const { id, version } = await drafted()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(startCampaign, gao, { id, version }, { on: db })))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await happened(id)).toHaveLength(1)
})

test('whoever asks to close does not close; a campaign can go on, and closes once', async () => {
  const one = await closing()
  const asked = { id: one.id, version: one.version, remark: null }
  expect(await perform(closeCampaign, zhou, asked, { on: db })).toMatchObject({ ok: false, code: 'same_person' })
  await sure(perform(resumeCampaign, gao, { ...asked, reason: '再查一周' } as never, { on: db }))
  expect((await rowOf(one.id)).state).toBe('running')
  expect(await perform(closeCampaign, gao, { ...asked, version: one.version + 1 }, { on: db })).toMatchObject({ code: 'wrong_state' })
})

test('closed, its figures stay as they were, and counting the events anew gives no difference', async () => {
  await upheldReport(on, kuaishou, beijing, { title: '专项一' })
  await upheldReport(on, douyin, beijing, { title: '专项二', items: ['V04-05'] })
  const one = await closing()
  const before = await look(gao, (tx) => boardOf(tx, gao, one), db)
  expect(before.figures.find(({ name }) => name === 'found_works')!.figure.value).toBeGreaterThanOrEqual(2)
  await sure(perform(closeCampaign, gao, { id: one.id, version: one.version, remark: '专项结束。' }, { on: db }))
  const closed = await rowOf(one.id)
  await upheldReport(on, kuaishou, beijing, { title: '专项之后' })
  const after = await look(gao, (tx) => boardOf(tx, gao, closed), db)
  expect(after.figures.map(({ name, figure }) => [name, figure])).toEqual(before.figures.map(({ name, figure }) => [name, figure]))
  expect(after.owners).toEqual(before.owners)
  expect(await look(gao, (tx) => differencesOf(tx, closed), db)).toEqual([])
  const kept = await owner.select().from(campaignFigureRows).where(eq(campaignFigureRows.campaignId, one.id))
  const found = kept.find((row) => row.figure === 'found_works' && row.label === -1)!
  expect(found.rowIds).toHaveLength(after.figures.find(({ name }) => name === 'found_works')!.figure.rows)
  // What the public is told keeps the figures' order and says what is not known.
  const [published] = await look(visitor, (tx) => closedCampaigns(tx), db)
  expect(published!.figures.map(({ figure: name, value, unknown }) => ({ name, value, unknown }))).toEqual(
    before.figures.map(({ name, figure: { value, unknown } }) => ({ name, value, unknown })),
  )
})

test('a fact that is forged afterwards shows as a difference, and a frozen figure cannot be written over', async () => {
  const [closed] = await owner.select().from(campaigns).where(eq(campaigns.state, 'closed'))
  const [fact] = await owner.select().from(facts).where(eq(facts.what, 'found')).limit(1)
  await owner.update(facts).set({ what: 'hit' }).where(eq(facts.eventId, fact!.eventId))
  expect((await look(gao, (tx) => differencesOf(tx, closed!), db)).length).toBeGreaterThan(0)
  await owner.update(facts).set({ what: 'found' }).where(eq(facts.eventId, fact!.eventId))
  await expect(owner.update(campaignFigures).set({ value: 1 }).where(eq(campaignFigures.campaignId, closed!.id))).rejects.toThrow()
})

test('an item under two labels counts in both, and once in the whole', async () => {
  const one = await running()
  const board = await look(zhou, (tx) => boardOf(tx, zhou, one), db)
  const of = (at: number) => board.labels[at]!.figures.get('found_works')!.figure.value
  const whole = board.figures.find(({ name }) => name === 'found_works')!.figure.value
  expect(of(0)).toBe(whole)
  expect(of(1)).toBeGreaterThan(0)
  expect(of(0) + of(1)).toBeGreaterThan(whole)
})

test('a visitor reads what a running campaign is about and no figures, which are told when it is closed', async () => {
  const one = await running({ platformIds: [kuaishou.organizationId] })
  const seen = async () => (await look(visitor, (tx) => campaignByNumber(tx, visitor, one.number!), db))!
  expect(await seen()).toMatchObject({
    campaign: { title: one.title, basis: one.basis },
    scope: { fromOn: '2026-01-05' },
    board: null,
    steps: [],
  })
  expect((await seen()).names.has(kuaishou.organizationId!)).toBe(true)
  await sure(perform(proposeClose, zhou, { id: one.id, version: one.version, reason: '期限已到' }, { on: db }))
  expect((await seen()).board).toBeNull()
  const asked = await rowOf(one.id)
  await sure(perform(closeCampaign, gao, { id: one.id, version: asked.version, remark: '' }, { on: db }))
  expect((await seen()).board!.figures.every(({ sha256 }) => sha256)).toBe(true)
})

test('a platform reads its own part, a bureau the cases that are its, CNSA what it referred; a draft nobody but 总局', async () => {
  const one = await running()
  const part = async (reader: Actor) =>
    (await look(reader, (tx) => campaignByNumber(tx, reader, one.number!), db))!.board!.figures.find(({ name }) => name === 'found_works')!
      .figure.value
  const whole = await part(zhou)
  expect(await part(beijing)).toBe(whole)
  expect(await part(kuaishou)).toBeLessThan(whole)
  expect((await part(kuaishou)) + (await part(douyin))).toBe(whole)
  expect(await part(cnsa)).toBe(0)
  await drafted({ title: '还没开始' })
  const titles = async (reader: Actor) => (await look(reader, (tx) => campaignsOf(tx), db)).rows.map(({ title }) => title)
  expect(await titles(zhou)).toContain('还没开始')
  for (const reader of [beijing, kuaishou, cnsa]) expect(await titles(reader)).not.toContain('还没开始')
  expect(asDay(one.fromOn)).toBe('2026-01-05')
})

test('what is unknown stands beside each part of the board: by platform, by bureau and by day', async () => {
  const grid = noticeGrid({ code: 'KD', dramas: 2, accounts: 0 })
  const [episodes, minutes, seenOn] = ['涉及集数', '分钟数', '发现日期'].map((name) => grid.rows[0]!.cells.indexOf(name)) as [
    number,
    number,
    number,
  ]
  const [head, known, silent] = grid.rows
  const cells = silent!.cells.with(episodes, null).with(minutes, null)
  await aRunningBatch(on, kuaishou, { ...grid, rows: [head!, known!, { ...silent!, cells }] })
  await recordBatches({ on: db })
  const board = await look(zhou, async (tx) => boardOf(tx, zhou, await running({ targetKinds: ['drama'], labels: {} })), db)
  const count = Number(known!.cells[episodes])
  const whole = board.figures.find(({ name }) => name === 'removed_episodes')!.figure
  expect(whole).toMatchObject({ value: count, unknown: 1 })
  const told = (rows: CampaignRow[]) =>
    rows.flatMap(({ key, figures }) => (figures.has('removed_episodes') ? [[key, figures.get('removed_episodes')]] : []))
  expect(told(board.owners)).toEqual([[kuaishou.organizationId, whole]])
  expect(told(board.bureaus).map(([, figure]) => figure)).toEqual([whole])
  expect(told(board.days)).toEqual([
    [known!.cells[seenOn], { value: count, unknown: 0, rows: 1 }],
    [cells[seenOn], { value: 0, unknown: 1, rows: 1 }],
  ])
  expect(board.days.flatMap(({ figures }) => figures.get('removed_works')?.value ?? [])).toEqual([1, 1])
})

/** A work that stands on 抖音 too, upheld on 快手's report. */
async function workOnDouyin() {
  const { id, version } = await filedReport(on, kuaishou, { title: `夜宴${newId()}` })
  const targetId = (await subjectsOf(owner, id))[0]!.dramaId!
  const place = { id: newId(), dramaId: targetId, platformId: douyin.organizationId!, address: `https://d.example/${targetId}` }
  await owner.insert(placements).values({ ...place, seenAt: new Date() })
  await sure(perform(upholdViolation, beijing, { id, version, rulings: await rulingsOf(owner, id) }, { on: db }))
  return { violationId: id, targetKind: 'drama' as const, targetId, episodes: [] }
}
const remove = async (work: Awaited<ReturnType<typeof workOnDouyin>>) =>
  sure(perform(imposePenalty, douyin, { ...work, ...choosing('P3', { reason: '核对属实' }) }, { on: db }))

test('scope by platform is where a subject stands, whoever reported it; a quota is what its platform filed, in every reader’s eyes; closed it comes out again', async () => {
  const kinds = { targetKinds: ['drama', 'mini_program', 'account'], labels: {} }
  const scoped = async (platform: Actor) => {
    const quotas = { 0: { organizationId: platform.organizationId, figure: 'found_mini_programs', count: '9' } }
    return running({ ...kinds, platformIds: [platform.organizationId], quotas })
  }
  const [ofDouyin, ofKuaishou] = [await scoped(douyin), await scoped(kuaishou)]
  const found = async (one: typeof ofDouyin) => {
    const { figures, quotas, owners } = await look(zhou, (tx) => boardOf(tx, zhou, one), db)
    const [{ organizationId, reached, definition }] = quotas as [(typeof quotas)[number]]
    const own = people(organizationId === douyin.organizationId ? 'compliance@douyin.example' : 'compliance@kuaishou.example')
    expect((await look(own, (tx) => boardOf(tx, own, one), db)).quotas[0]!.reached).toBe(reached)
    expect(owners.find(({ key }) => key === organizationId)?.figures.get('found_mini_programs')?.value ?? 0).toBe(reached)
    const { rows: counted } = await look(zhou, (tx) => rowsOfFigure(tx, definition, { limit: 1000 }), db)
    if (one.state === 'running') expect(new Set(counted.map(({ targetId }) => targetId)).size).toBe(reached)
    const value = (name: string) => figures.find((figure) => figure.name === name)!.figure.value
    return [value('found_works'), value('found_mini_programs'), value('found_accounts')]
  }
  const more = (before: number[], by: number[]) => before.map((value, at) => value + by[at]!)
  const [before, others] = [await found(ofDouyin), await found(ofKuaishou)]
  const miniProgram = (appId: string) => ({ platformId: douyin.organizationId!, appId, name: '夜航剧场' })
  await upheldMiniProgram(on, cnsa, beijing, { miniProgram: miniProgram('by-cnsa') })
  await upheldMiniProgram(on, kuaishou, beijing, { miniProgram: miniProgram('by-another') })
  await upheldAccount(on, kuaishou, beijing, { account: accountNamed(douyin) })
  const work = await workOnDouyin()
  expect(await found(ofDouyin)).toEqual(more(before, [0, 2, 1]))
  await remove(work)
  expect(await found(ofDouyin)).toEqual(more(before, [1, 2, 1]))
  expect(await found(ofKuaishou)).toEqual(more(others, [1, 0, 0]))
  await upheldMiniProgram(on, douyin, beijing, { miniProgram: miniProgram('its-own') })
  expect((await look(douyin, (tx) => boardOf(tx, douyin, ofDouyin), db)).quotas[0]!.reached).toBeGreaterThan(0)

  const { definition, figure: whole } = (await look(zhou, (tx) => boardOf(tx, zhou, ofDouyin), db)).figures.find(
    ({ name }) => name === 'found_works',
  )!
  const { rows } = await look(zhou, (tx) => rowsOfFigure(tx, definition, { limit: 1000 }), db)
  expect([rows.length, new Set(rows.map((row) => row.targetId)).size]).toEqual([whole.rows, whole.value])
  expect(rows.map((row) => row.targetId)).toContain(work.targetId)

  const end = { id: ofDouyin.id, version: ofDouyin.version }
  await sure(perform(proposeClose, zhou, { ...end, reason: '期限已到' }, { on: db }))
  await sure(perform(closeCampaign, gao, { id: end.id, version: (await rowOf(end.id)).version, remark: null }, { on: db }))
  await upheldMiniProgram(on, cnsa, beijing, { miniProgram: miniProgram('afterwards') })
  await remove(await workOnDouyin())
  const closed = await rowOf(end.id)
  expect(await found(closed)).toEqual(more(before, [1, 3, 1]))
  const read = async (reader: Actor) => (await look(reader, (tx) => campaignByNumber(tx, reader, closed.number!), db))!.board!
  const openTo = async (reader: Actor) => (await read(reader)).figures.find(({ name }) => name === 'found_mini_programs')!
  const { rows: all } = (await openTo(zhou)).figure
  expect((await openTo(zhou)).readable).toBe(all)
  for (const [reader, readable] of [
    [douyin, 1],
    [kuaishou, 1],
    [people('wu.tong@yehang.example'), 0],
    [visitor, 0],
  ] as const)
    expect(await openTo(reader)).toMatchObject({ figure: { rows: all }, readable })
  expect(await look(gao, (tx) => differencesOf(tx, closed), db)).toEqual([])
})
