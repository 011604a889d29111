import { beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { drafted, registered } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, aWork } from '@/db/testing/listings'
import { type Actor, visitor } from '../kernel/actor'
import { asDay } from '../kernel/time'
import { look, perform } from '../perform'
import { keepGuidance, openGuidance, publishGuidance, withdrawGuidance } from './commands/write'
import { guidanceDraft, issuers, itemByNumber, itemsOf, library, noticesOn } from './queries/items'
import { checkTitle } from './queries/titles'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const as = await cast(db)
const chen = as('chen.li@beijing.example')
const zheng = as('zheng.jie@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const national = as('lin.hai@nrta.example')
const creator = as('wu.tong@yehang.example')
const stranger = as('lin.zhi@qinghe.example')
const kuaishou = as('compliance@kuaishou.example')
const everybody = [visitor, creator, kuaishou, as('fang.zheng@cnsa.example'), zhejiang, national, chen]
const at = new Date('2026-11-24T09:40:00+08:00')

async function written(title: string, closesOn: string | null, clauses: string[] = []) {
  const opened = await perform(openGuidance, chen, { kind: clauses.length ? 'notice' : 'call' }, { on: db, at })
  if (!opened.ok) throw new Error(opened.code)
  const words = {
    title,
    titleEn: null,
    body: '要点',
    bodyEn: null,
    issuedOn: null,
    batch: null,
    workCount: null,
    works: '',
    sourceName: '通知',
    sourceUrl: null,
  }
  const kept = await perform(
    keepGuidance,
    chen,
    { id: opened.value.id, version: 1, ...words, closesOn: closesOn ? asDay(closesOn) : null, clauses },
    { on: db, at },
  )
  if (!kept.ok) throw new Error(kept.code)
  return kept.value
}
const publish = async (draft: { id: string; version: number }) => {
  const done = await perform(publishGuidance, zheng, draft, { on: db, at })
  if (!done.ok) throw new Error(done.code)
  return done.value.number!
}
const one = (actor: Actor, number: string) => look(actor, (tx) => itemByNumber(tx, number), db)
const titles = (filter: Parameters<typeof library>[2]) =>
  look(visitor, async (tx) => (await library(tx, at, filter)).rows.map(({ title }) => title), db)

describe('the library', () => {
  let [draftId, number, gone] = ['', '', '']
  beforeAll(async () => {
    draftId = (await written('草稿里的征集', '2026-12-31')).id
    number = await publish(await written('现实题材选题征集', '2026-12-31'))
    const out = await written('早先的征集', '2026-11-30')
    gone = await publish(out)
    await perform(withdrawGuidance, chen, { id: out.id, version: out.version + 1, reason: '并入新的征集' }, { on: db, at })
    await publish(await written('片名提示', null, ['V04-04']))
  })

  test('everybody reads what is published, with its source', async () => {
    for (const actor of everybody)
      expect(await one(actor, number)).toMatchObject({
        item: { title: '现实题材选题征集', sourceName: '通知' },
        row: { issuer: { shortName: '北京局' } },
      })
  })
  test('what was withdrawn is for its issuer and 总局, with the reason', async () => {
    for (const actor of [chen, zheng, national]) {
      const found = await one(actor, gone)
      expect(found?.history.map(({ name, words }) => [name, words])).toEqual([
        ['guidance.withdrawn', { reason: '并入新的征集' }],
        ['guidance.published', {}],
      ])
    }
    for (const actor of [visitor, creator, kuaishou, zhejiang]) expect(await one(actor, gone)).toBeNull()
    expect(await titles({})).not.toContain('早先的征集')
  })
  test('a draft is for its issuer alone', async () => {
    for (const actor of [chen, zheng])
      expect(await look(actor, (tx) => guidanceDraft(tx, actor, draftId), db)).toMatchObject({ item: { title: '草稿里的征集' } })
    for (const actor of [national, zhejiang, creator, visitor])
      expect(await look(actor, (tx) => guidanceDraft(tx, actor, draftId), db)).toBeNull()
    expect((await look(zheng, (tx) => itemsOf(tx, zheng, { state: 'draft' }), db)).rows.map(({ title }) => title)).toEqual(['草稿里的征集'])
    expect((await look(national, (tx) => itemsOf(tx, national, { state: 'draft' }), db)).rows).toEqual([])
  })
  test('is narrowed by kind, words, group, issuer, year and what is still open', async () => {
    expect(await titles({ open: true })).toEqual(['现实题材选题征集'])
    expect(await titles({ kind: 'recommendation' })).toHaveLength(4)
    expect(await titles({ q: '霸总' })).toEqual(['管理提示（“霸总”微短剧）'])
    expect(await titles({ q: 'Domineering' })).toEqual(['管理提示（儿童类微短剧）'])
    expect(await titles({ group: 'V06' })).toEqual([
      '有害低俗内容和侵权盗版专项治理：八类问题（2026-06-04 起两个月）',
      '管理提示（反对过度娱乐化、反智化）',
      '管理提示（“霸总”微短剧）',
    ])
    expect(await titles({ issuerId: chen.organizationId! })).toEqual(expect.arrayContaining(['片名提示', '现实题材选题征集']))
    expect(await titles({ kind: 'notice', year: 2024 })).toHaveLength(3)
    expect((await look(visitor, (tx) => issuers(tx), db)).map(({ name }) => name.shortName).sort()).toEqual(['北京局', '总局'])
  })
  test('is read page by page without a gap', async () => {
    const page = (after?: string) => look(visitor, (tx) => library(tx, at, { after }, 5), db)
    const seen: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const { rows, next } = await page(after)
      seen.push(...rows.map(({ id }) => id))
      after = next ?? undefined
      more = next !== null
    }
    expect(seen).toHaveLength(new Set(seen).size)
    expect(seen).toHaveLength((await look(visitor, (tx) => library(tx, at, {}), db)).rows.length)
  })
  test('gives the notices on a clause, newest first, and only those', async () => {
    const on = await look(visitor, (tx) => noticesOn(tx, ['V04-04', 'V01-04']), db)
    expect(on.get('V04-04')?.map(({ title }) => title)).toEqual([
      '片名提示',
      '有害低俗内容和侵权盗版专项治理：八类问题（2026-06-04 起两个月）',
      '管理提示（加强微短剧片名审核）',
    ])
    expect(on.get('V01-04')).toBeUndefined()
  })
})

describe('a title', async () => {
  await registered(on, stranger, zhejiang, { title: '江南旧雨', aliases: '' })
  await drafted(on, creator, { title: '塞北长风' })
  const hands = { proposer: kuaishou, verifier: chen, approver: as('gao.yuan@nrta.example') }
  await aListedEntry(on, hands, { dramaId: (await aWork(on, { title: '暗夜契约' })).id })
  const check = (title: string, actor: Actor = visitor) => look(actor, (tx) => checkTitle(tx, actor, { title }), db)
  const reasons = (found: { reasons: { code: string }[] }[]) => found.map(({ reasons: [first] }) => first?.code)

  test.for([
    ['江南旧雨', 'equal_folded'],
    ['《江南 舊雨！》', 'equal_folded'],
    ['江南旧语', 'homophone'],
    ['江南旧雨2', 'season_suffix'],
    ['江南新雨', 'one_edit'],
    ['江南旧雨归来', 'starts_with'],
  ] as const)('%s against public names: %s', async ([title, code]) => expect(reasons((await check(title)).works)).toContain(code))
  test('near a listed name', async () => {
    expect(reasons((await check('暗夜契约之重启')).listed)).toHaveLength(1)
    expect((await check('暗夜气月')).listed.map(({ title }) => title)).toEqual(['暗夜契约'])
  })
  test('one’s own drafts are for oneself alone', async () => {
    expect(await check('塞北长风', creator)).toMatchObject({ works: [], own: [{ title: '塞北长风', state: 'draft' }] })
    for (const actor of [visitor, stranger, kuaishou, chen, national])
      expect(await check('塞北长风', actor)).toEqual({ works: [], listed: [], own: [] })
  })
  test('that is near nothing', async () => expect(await check('独一无二之名')).toEqual({ works: [], listed: [], own: [] }))
})
