import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { blacklistEntries, blacklistNames } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { registered } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, aVerifiedEntry, aWork } from '@/db/testing/listings'
import { aPlatformAtTheDoor } from '@/db/testing/platforms'
import { filedReport, rulingsOf } from '@/db/testing/reports'
import { noteAccount, noteMiniProgram } from '../distribution/commands/note'
import { type Actor, clock, houseFor, visitor } from '../kernel/actor'
import { ok } from '../kernel/outcome'
import { look, perform } from '../perform'
import { upholdViolation } from '../violation/commands/decide'
import { mergeViolation } from '../violation/commands/merge'
import { reportsOn } from '../violation/queries/report'
import { foldNames, nameEarlierReported, soundNames } from './commands'
import { findWorks, idsNamed, listedNear, type NamedNoun, namesOf, reportedNamed, worksNear, worksOf } from './queries'
import { fold, gramsOf, soundOf, stemOf } from './rules/fold'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [kuaishou, douyin, beijing, producer] = [
  'compliance@kuaishou.example',
  'he.shan@douyin.example',
  'chen.li@beijing.example',
  'wu.tong@yehang.example',
].map(people) as [Actor, Actor, Actor, Actor]
const hands = { proposer: kuaishou, verifier: beijing, approver: people('gao.yuan@nrta.example') }

describe('works of the register', async () => {
  const filing = await registered(on, producer, beijing, { title: '山城来信', aliases: '山城的信' })
  const find = (words: string, actor: Actor = douyin) => look(actor, (tx) => findWorks(tx, words), db)
  test.for([
    ['山城来信'],
    ['山城'],
    ['《山 城》来信！'],
    ['山城的信'],
    [filing.officialNumber!],
    [filing.officialNumber!.replaceAll('（', '(').replaceAll('）', ')')],
  ])('are found by %s', async ([words]) => {
    expect((await find(words!)).map(({ id }) => id)).toContain(filing.dramaId)
  })
  test.for([[''], ['！！'], ['不存在的片名'], ["'; drop table dramas; --"]])('%s finds none', async ([words]) =>
    expect(await find(words!)).toEqual([]),
  )
  test('equal titles come first', async () => {
    await registered(on, producer, beijing, { title: '山城来信之前' })
    expect((await find('山城来信')).map(({ title }) => title)).toEqual(['山城来信', '山城来信之前'])
  })
  test('a work that is only reported is found by its reporter and its bureau, and by nobody else', async () => {
    await filedReport(on, douyin, { title: '只有抖音知道' })
    expect(await find('只有抖音知道')).toMatchObject([{ title: '只有抖音知道', origin: 'reported' }])
    expect(await find('只有抖音知道', beijing)).toHaveLength(1)
    for (const actor of [kuaishou, producer, visitor]) expect(await find('只有抖音知道', actor)).toEqual([])
  })
  test('by id, only those that the reader may see', async () => {
    const [own] = await find('只有抖音知道')
    expect([...(await look(kuaishou, (tx) => worksOf(tx, [own!.id, filing.dramaId, null]), db)).keys()]).toEqual([filing.dramaId])
  })
  test.for([
    ['扇城来信', 'homophone'],
    ['山城回信', 'one_edit'],
    ['《山 城》来信！', 'equal_folded'],
  ] as const)('%s is near: %s', async ([title, code]) => {
    const near = await look(visitor, (tx) => worksNear(tx, { title }, null), db)
    expect(near.find(({ id }) => id === filing.dramaId)?.reasons[0]).toMatchObject({ code, theirs: '山城来信' })
  })
  test('names that were kept without their sound get it', async () => {
    await owner.execute(sql`update register_names set sound = null`)
    const sound = () => perform(soundNames, houseFor(visitor), null, { on: db })
    expect(await sound()).toMatchObject({ ok: true, value: 6 })
    expect(await sound()).toEqual({ ok: true, value: 0 })
    const [near] = await look(visitor, (tx) => worksNear(tx, { title: '扇城来信' }, null), db)
    expect(near?.reasons[0]?.code).toBe('homophone')
  })
  test('near ones come with the reason, without the work itself', async () => {
    const near = await look(beijing, (tx) => worksNear(tx, { title: '山城来信2' }, null), db)
    expect(near.find(({ id }) => id === filing.dramaId)?.reasons[0]).toMatchObject({ code: 'season_suffix', theirs: '山城来信' })
    expect((await look(beijing, (tx) => worksNear(tx, { title: '山城来信' }, filing.dramaId), db)).map(({ id }) => id)).not.toContain(
      filing.dramaId,
    )
  })
})

describe('a new work that two report, each without knowing of the other', async () => {
  const [first, second] = [
    await filedReport(on, kuaishou, { title: '龙宫秘事', aliases: '龙宫秘录' }),
    await filedReport(on, douyin, { title: '龙宫密事' }),
  ]
  const near = (actor: Actor, mine = { title: '龙宫密事' }) => look(actor, (tx) => worksNear(tx, mine, null), db)
  test('is shown to the bureau beside the other, with the report of it', async () => {
    const found = await near(beijing)
    expect(found).toMatchObject([
      { title: '龙宫密事', isPublic: false },
      { title: '龙宫秘事', isPublic: false, reasons: [{ code: 'homophone' }] },
    ])
    const [, other] = found
    expect(await look(beijing, (tx) => reportsOn(tx, [other!.id]), db)).toMatchObject([{ number: first.number, state: 'filed' }])
    expect(await near(beijing, { title: '龙宫秘录' })).toMatchObject([{ title: '龙宫秘事', reasons: [{ code: 'alias' }, {}] }])
  })
  test('each reporter is shown its own alone, creators, the public and other bureaus none', async () => {
    expect((await near(kuaishou)).map(({ title }) => title)).toEqual(['龙宫秘事'])
    expect((await near(douyin)).map(({ title }) => title)).toEqual(['龙宫密事'])
    for (const actor of [producer, visitor, people('he.qing@zhejiang.example')]) expect(await near(actor)).toEqual([])
    expect(second.state).toBe('filed')
  })
  test('those that were reported before names were kept get them', async () => {
    await owner.execute(sql`delete from reported_names`)
    expect(await near(beijing)).toEqual([])
    const complete = () => perform(nameEarlierReported, houseFor(visitor), null, { on: db })
    expect(await complete()).toMatchObject({ ok: true })
    expect(await complete()).toEqual({ ok: true, value: 0 })
    expect(await near(beijing)).toHaveLength(2)
  })
})

describe('near to a listed name', async () => {
  const listed = await aListedEntry(on, hands, { dramaId: (await aWork(on, { title: '暗夜契约' })).id })
  await owner.delete(blacklistNames)
  await owner.insert(blacklistNames).values(
    (
      [
        ['title', '暗夜契约'],
        ['alias', '夜宴'],
        ['number', '（快手）网微剧备字（2026）第004127号'],
      ] as const
    ).map(([kind, name]) => ({
      entryId: listed.id,
      name,
      folded: fold(name),
      grams: gramsOf(fold(name)),
      sound: soundOf(stemOf(fold(name))),
      kind,
      active: true,
    })),
  )
  const near = (title: string, actor: Actor = douyin, numbers: string[] = []) => look(actor, (tx) => listedNear(tx, { title, numbers }), db)
  test.for([
    ['夜 宴！', 'alias'],
    ['夜宴第二季', 'season_suffix'],
    ['业晏', 'homophone'],
    ['暗契夜约', 'one_edit'],
    ['暗夜的契约', 'one_edit'],
    ['暗夜契约之豪门归来', 'starts_with'],
  ] as const)('%s is pointed out: %s', async ([title, code]) => {
    const found = await near(title)
    expect(found).toMatchObject([{ entryId: listed.id, title: '暗夜契约', titleKind: 'drama', severity: 3, codes: ['V04-02', 'V10-05'] }])
    expect(found[0]!.reasons.map((reason) => reason.code)).toContain(code)
  })
  test('a number that was listed is pointed out under any title', async () => {
    expect((await near('别的片名', douyin, ['(快手)网微剧备字(2026)第004127号']))[0]?.reasons[0]?.code).toBe('number_equal')
  })
  test('what is not near is not, and an empty title asks nothing', async () => {
    for (const title of ['山城来信', '', '？']) expect(await near(title)).toEqual([])
  })
  test('an entry that is not listed warns nobody, not even the public', async () => {
    await aVerifiedEntry(on, hands, { dramaId: (await aWork(on, { title: '尚未列入之作' })).id })
    for (const actor of [douyin, visitor, hands.approver]) expect(await near('尚未列入之作', actor)).toEqual([])
    expect(await near('夜宴', visitor)).toHaveLength(1)
  })
  test('the index answers, not a scan of all names', async () => {
    await owner.execute(
      sql`insert into blacklist_names (entry_id, name, folded, grams, sound, kind, active) select ${listed.id}, 'x' || n, 'x' || n, array['x', 'y' || n], 'x' || n, 'title', true from generate_series(1, 20000) n`,
    )
    await owner.execute(sql`analyze blacklist_names`)
    const plan = await owner.execute<{ 'QUERY PLAN': string }>(
      sql`explain select n.entry_id from blacklist_names n where n.active and (n.grams && ${sql.param(gramsOf('夜宴'))}::text[] or n.sound = any (array['ye yan']))`,
    )
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('blacklist_names_grams')
    expect((await owner.select({ state: blacklistEntries.state }).from(blacklistEntries)).map(({ state }) => state).sort()).toEqual([
      'listed',
      'verified',
    ])
  })
})

describe('works that only some know of', async () => {
  const [kuaishouReport, douyinReport] = [
    await filedReport(on, kuaishou, { title: '两家都报' }),
    await filedReport(on, douyin, { title: '两家 都报' }),
  ]
  const titles = (actor: Actor) => look(actor, async (tx) => (await findWorks(tx, '两家都报')).map(({ title }) => title).sort(), db)
  test('a platform knows its own; CNSA none until one is upheld; who reported a work that is another knows both', async () => {
    expect(await titles(kuaishou)).toEqual(['两家都报'])
    expect(await titles(people('xu.qing@cnsa.example'))).toEqual([])
    await perform(mergeViolation, beijing, { id: douyinReport.id, version: 2, into: kuaishouReport.number!, sameWork: 'on' }, { on: db })
    expect(await titles(douyin)).toEqual(['两家 都报', '两家都报'])
    expect(await titles(kuaishou)).toEqual(['两家都报'])
    await perform(
      upholdViolation,
      beijing,
      { id: kuaishouReport.id, version: 2, rulings: await rulingsOf(owner, kuaishouReport.id) },
      { on: db },
    )
    expect(await titles(people('xu.qing@cnsa.example'))).toEqual(['两家都报'])
    expect(await titles(producer)).toEqual([])
  })
})

test('a work is compared by its aliases and numbers too', async () => {
  const filing = await registered(on, producer, beijing, { title: '灯塔下', aliases: '沧海遗书' })
  const names = await look(beijing, (tx) => namesOf(tx, filing.dramaId!), db)
  expect(names).toEqual({ title: '灯塔下', aliases: ['沧海遗书'], numbers: [filing.officialNumber] })
  const listed = await aListedEntry(on, hands, { dramaId: (await aWork(on, { title: '沧海遗书' })).id })
  expect(await look(beijing, (tx) => listedNear(tx, names!), db)).toMatchObject([{ entryId: listed.id, reasons: [{ code: 'alias' }] }])
})

describe('others by their names', async () => {
  const foldAll = () => perform(foldNames, clock, null, { on: db })
  const named = (noun: NamedNoun, words: string, actor: Actor = kuaishou) => look(actor, (tx) => idsNamed(tx, noun, words, 10), db)
  const platformId = kuaishou.organizationId!
  const note = (name: string) =>
    perform(
      async (act) =>
        ok({
          account: await noteAccount(act, { platformId, accountId: 'KS-77120', handle: name }),
          program: await noteMiniProgram(act, { platformId, appId: 'wx77120', name }),
        }),
      kuaishou,
      null,
      { on: db },
    )
  const noted = await note('星河 劇場')
  if (!noted.ok) throw new Error(noted.code)
  const { account, program } = noted.value
  const stranger = people('lin.zhi@qinghe.example')

  test('are found once the clock has folded them, and again when they have changed', async () => {
    expect(await named('account', '星河')).toEqual([])
    expect(await foldAll()).toMatchObject({ ok: true })
    expect(await foldAll()).toEqual({ ok: true, value: 0 })
    for (const words of ['星河', '星河剧场', '《星河》劇場！', '河剧', 'KS-77120', 'ks77120'])
      expect(await named('account', words)).toEqual([account])
    expect(await named('mini_program', '剧场')).toContain(program)
    expect((await note('银河剧场')).ok).toBe(true)
    expect(await named('account', '星河')).toEqual([])
    await Promise.all(Array.from({ length: 20 }, foldAll))
    expect(await named('account', '银河')).toEqual([account])
  })

  test('one character is not enough, and what is no word finds nothing', async () => {
    for (const words of ['银', '', '！！', "'; drop table operators; --"]) expect(await named('account', words)).toEqual([])
  })

  test('are found by whoever may read them', async () => {
    for (const actor of [douyin, beijing, people('fang.zheng@cnsa.example'), people('zhou.min@nrta.example')])
      expect(await named('account', '银河', actor)).toEqual([account])
    for (const actor of [stranger, visitor])
      for (const noun of ['account', 'mini_program'] as const) expect(await named(noun, '银河', actor)).toEqual([])
    expect(await named('operator', '经营', stranger)).toEqual([])
  })

  test('an organization at the door is found by whoever admits it alone', async () => {
    const id = await aPlatformAtTheDoor({ db }, { code: '', shortName: '拾光短剧', name: '拾光科技（深圳）有限公司' })
    await foldAll()
    expect(await named('organization', '拾光科技', people('zhou.min@nrta.example'))).toEqual([id])
    for (const actor of [kuaishou, stranger, visitor]) expect(await named('organization', '拾光', actor)).toEqual([])
    expect(await named('organization', '抖音', visitor)).toEqual([people('compliance@douyin.example').organizationId])
  })

  test('a work that is only reported is found by a part of its name by those who may see it', async () => {
    await filedReport(on, douyin, { title: '霜降以后的雨' })
    const found = async (actor: Actor) => (await look(actor, (tx) => reportedNamed(tx, '以后', 10), db)).map(({ title }) => title)
    expect(await found(douyin)).toEqual(['霜降以后的雨'])
    expect(await found(beijing)).toEqual(['霜降以后的雨'])
    for (const actor of [kuaishou, stranger, visitor]) expect(await found(actor)).toEqual([])
  })
})
