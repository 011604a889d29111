import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { organizationDetails, placements, subjectTies } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, anUpheldReport, aWork } from '@/db/testing/listings'
import { choosing, imposed, upheldAccount } from '@/db/testing/penalties'
import { noteAccount, noteMiniProgram } from '../../distribution/commands/note'
import { stateOperator } from '../../distribution/commands/state'
import type { StateOperator } from '../../distribution/input'
import { type Actor, visitor } from '../../kernel/actor'
import { newId } from '../../kernel/id'
import { ok } from '../../kernel/outcome'
import { look, perform } from '../../perform'
import { happenedTo } from './happened'
import { operatorByCode, worksOf } from './operator'
import { shownAt, subjectById } from './subject'
import { namesakesOf, subjectsFor } from './subjects'
import { tiedTo } from './tied'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [kuaishou, douyin, cnsa, beijing, zhejiang, national, holder] = [
  'compliance@kuaishou.example',
  'compliance@douyin.example',
  'xu.qing@cnsa.example',
  'chen.li@beijing.example',
  'he.qing@zhejiang.example',
  'zhou.min@nrta.example',
  'wu.tong@yehang.example',
].map(people) as [Actor, Actor, Actor, Actor, Actor, Actor, Actor]
const [CODE, OTHER_CODE] = ['91330106MADEMA2D71', '91330106MADEMA3D7N']
const [PAYEE, PHONE] = ['6222020200112233445', '010-80808080']
const SECRETS = ['推广方甲', '曾用名甲']

async function noted(platform: Actor, kind: 'mini_program' | 'account', code: string, name: string): Promise<string> {
  const platformId = platform.organizationId!
  const made = await perform(
    async (act) =>
      ok(
        kind === 'account'
          ? await noteAccount(act, { platformId, accountId: code, handle: name })
          : await noteMiniProgram(act, { platformId, appId: code, name }),
      ),
    platform,
    undefined,
    { on: db },
  )
  if (!made.ok) throw new Error('refused')
  return made.value
}
async function stated(platform: Actor, subjectKind: 'mini_program' | 'account', subjectId: string, over: Partial<StateOperator>) {
  const nothing = { operatorName: null, creditCode: null, payee: null, phone: null, forgetPayee: false, forgetPhone: false, promoters: [] }
  const outcome = await perform(stateOperator, platform, { subjectKind, subjectId, seenId: null, ...nothing, ...over }, { on: db })
  expect(outcome).toMatchObject({ ok: true })
}

/** One by one tied to the next: by code, by payee, by telephone number; and one that only has the same name. */
const app = await noted(kuaishou, 'mini_program', 'ks1', '曾用名甲')
await noted(kuaishou, 'mini_program', 'ks1', '夜色剧场')
const sameCode = await noted(douyin, 'account', 'dy1', '夜色推荐')
const samePayee = await noted(kuaishou, 'account', 'ks2', '深夜剧情')
const samePhone = await noted(douyin, 'mini_program', 'dy2', '夜看')
const sameName = await noted(douyin, 'mini_program', 'dy3', '夜色剧场')
const operated = { operatorName: '夜色公司', creditCode: CODE }
await stated(kuaishou, 'mini_program', app, { ...operated, payee: PAYEE, promoters: ['推广方甲'] })
await stated(douyin, 'account', sameCode, operated)
await stated(kuaishou, 'account', samePayee, { payee: PAYEE, phone: PHONE })
await stated(douyin, 'mini_program', samePhone, { phone: PHONE })
await stated(douyin, 'mini_program', sameName, { operatorName: '夜色公司', creditCode: OTHER_CODE })

const none = { rows: [], next: null }
const found = (actor: Actor, id = app) => look(actor, (tx) => subjectById(tx, actor, id), db)
const tied = (actor: Actor, id = app) => look(actor, (tx) => tiedTo(tx, actor, id), db)
const listed = (actor: Actor, filter = {}) => look(actor, (tx) => subjectsFor(tx, actor, filter), db)
const all = async (actor: Actor) =>
  look(
    actor,
    async (tx) => {
      const subject = await subjectById(tx, actor, app)
      return {
        subject,
        list: await subjectsFor(tx, actor, {}),
        tied: await tiedTo(tx, actor, app),
        happened: await happenedTo(tx, actor, [{ id: app, kind: 'mini_program', name: '夜色剧场' }]),
        shown: subject && (await shownAt(tx, subject)),
        operator: await operatorByCode(tx, actor, CODE),
        namesakes: await namesakesOf(tx, actor, { id: app, name: '夜色剧场' }),
      }
    },
    db,
  )

describe('who reads what of a mini-program', () => {
  test.for([
    ['its platform', kuaishou],
    ['总局', national],
    ['a bureau', zhejiang],
  ] as const)('%s reads who is behind it, what it was called, who promotes it, and that payee is stated', async ([, actor]) => {
    expect(await found(actor)).toMatchObject({
      name: '夜色剧场',
      operator: { name: '夜色公司', creditCode: CODE },
      earlierNames: [{ name: '曾用名甲' }],
      statements: [{ promoters: ['推广方甲'], payeeStated: true, phoneStated: false }],
      isOwn: actor === kuaishou,
    })
  })
  test('another platform reads name, operator and code, and nothing else', async () => {
    expect(await found(douyin)).toMatchObject({ operator: { creditCode: CODE }, earlierNames: [], statements: [], isOwn: false })
    const told = JSON.stringify(await all(douyin))
    for (const secret of SECRETS) expect(told).not.toContain(secret)
  })
  test('CNSA reads what it was called, but no statement', async () => {
    expect(await found(cnsa)).toMatchObject({ operator: { creditCode: CODE }, earlierNames: [{ name: '曾用名甲' }], statements: [] })
  })
  test.for([
    ['a creator', holder],
    ['the public', visitor],
  ] as const)('%s reads nothing', async ([, actor]) => {
    expect(await all(actor)).toEqual({
      subject: null,
      list: { rows: [], next: null },
      tied: { subjects: [], knots: [], isCut: false },
      happened: { reports: none, penalties: none, sameName: none, mendings: none, entries: none },
      shown: null,
      operator: null,
      namesakes: [],
    })
  })
  test('no hash of a payee or a telephone number leaves, to whomever', async () => {
    const kept = (await owner.select().from(subjectTies)).filter(({ tie }) => tie !== 'operator')
    expect(kept.length).toBe(4)
    for (const actor of [kuaishou, douyin, cnsa, beijing, zhejiang, national, holder, visitor]) {
      const told = JSON.stringify(await all(actor))
      for (const { key } of kept) expect(told).not.toContain(key)
    }
  })
})

describe('what stands together', () => {
  const edges = async (actor: Actor, id = app) => {
    const { subjects, knots } = await tied(actor, id)
    const names = new Map(subjects.map((subject) => [subject.id, subject.name]))
    return knots.map(({ tie, subjectIds }) => [tie, ...subjectIds.map((one) => names.get(one)).toSorted()]).toSorted()
  }
  test('regulators see all of it, step by step, and the subject first', async () => {
    for (const actor of [national, zhejiang])
      expect(await edges(actor)).toEqual([
        ['operator', ...['夜色推荐', '夜色剧场'].toSorted()],
        ['payee', ...['深夜剧情', '夜色剧场'].toSorted()],
        ['phone', ...['夜看', '深夜剧情'].toSorted()],
      ])
    expect((await tied(national)).subjects[0]!.id).toBe(app)
    expect((await tied(national, samePhone)).subjects[0]!.id).toBe(samePhone)
  })
  test('a platform sees payee and telephone number between its own alone', async () => {
    expect(await edges(kuaishou)).toEqual([
      ['operator', ...['夜色推荐', '夜色剧场'].toSorted()],
      ['payee', ...['深夜剧情', '夜色剧场'].toSorted()],
    ])
    expect(await edges(douyin)).toEqual([['operator', ...['夜色推荐', '夜色剧场'].toSorted()]])
    expect(await edges(douyin, samePhone)).toEqual([])
  })
  test('CNSA sees the credit code alone', async () => {
    expect(await edges(cnsa)).toEqual([['operator', ...['夜色推荐', '夜色剧场'].toSorted()]])
  })
  test('an equal name ties nothing, of the subject or of its operator', async () => {
    expect(await edges(national, sameName)).toEqual([])
    expect((await tied(national)).subjects.map(({ id }) => id)).not.toContain(sameName)
    const [namesake, ...rest] = await look(national, (tx) => namesakesOf(tx, national, { id: app, name: '夜色剧场' }), db)
    expect([namesake!.id, rest]).toEqual([sameName, []])
  })
  test('a statement that is replaced ties no longer', async () => {
    const [extra, seen] = [await noted(kuaishou, 'account', 'ks9', '旧号'), { payee: PAYEE }]
    await stated(kuaishou, 'account', extra, seen)
    expect((await tied(national)).subjects.map(({ id }) => id)).toContain(extra)
    const standing = (await found(kuaishou, extra))!.statements[0]!.id
    await stated(kuaishou, 'account', extra, { seenId: standing, forgetPayee: true })
    expect((await tied(national)).subjects.map(({ id }) => id)).not.toContain(extra)
  })
})

describe('an operator', async () => {
  test('is found by its code, with its subjects on all platforms', async () => {
    for (const actor of [national, beijing, cnsa, kuaishou, douyin]) {
      expect(await look(actor, (tx) => operatorByCode(tx, actor, CODE), db)).toMatchObject({ name: '夜色公司', creditCode: CODE })
      expect((await listed(actor, { creditCode: CODE })).rows.map(({ id }) => id).toSorted()).toEqual([app, sameCode].toSorted())
    }
    expect(await look(national, (tx) => operatorByCode(tx, national, '91330106MADEMA4D7C'), db)).toBeNull()
  })

  const [{ creditCode } = { creditCode: null }] = await owner
    .select({ creditCode: organizationDetails.creditCode })
    .from(organizationDetails)
    .where(eq(organizationDetails.organizationId, holder.organizationId!))
  const own = await noted(kuaishou, 'mini_program', 'ks7', '夜航小剧场')
  await stated(kuaishou, 'mini_program', own, { operatorName: '夜航', creditCode })
  const made = await aWork(on, { title: '自制剧', producerId: holder.organizationId })
  const shown = await aWork(on, { title: '他制剧', origin: 'reported', publicSince: null })
  await owner.insert(placements).values(
    [1, 2].map((n) => ({
      id: newId(),
      dramaId: shown.id,
      platformId: kuaishou.organizationId!,
      miniProgramId: own,
      address: `https://v.example/${n}`,
      seenAt: new Date(),
    })),
  )
  await anUpheldReport(on, kuaishou, shown.id)
  const entry = await aListedEntry(
    on,
    { proposer: kuaishou, verifier: beijing, approver: people('gao.yuan@nrta.example') },
    { dramaId: made.id },
  )
  const page = (actor: Actor, after = {}, limit?: number) =>
    look(
      actor,
      async (tx) => {
        const operator = (await operatorByCode(tx, actor, creditCode!))!
        const works = await worksOf(tx, operator)
        return {
          works: works.rows.filter(({ id }) => [made.id, shown.id].includes(id)),
          happened: await happenedTo(tx, actor, operator.targets, after, limit),
        }
      },
      db,
    )
  const reported = async (actor: Actor) => (await page(actor)).happened.reports.rows.map(({ targetId }) => targetId)
  const hit = async (actor: Actor) => (await page(actor)).happened.entries.rows.filter(({ id }) => id === entry.id)

  test('has the works that its organization makes and those that are shown in its mini-programs, with what happened to them', async () => {
    const { works } = await page(national)
    expect(works.toSorted((a, b) => a.title.localeCompare(b.title))).toMatchObject(
      [
        { id: made.id, made: true, places: 0 },
        { id: shown.id, made: false, places: 2 },
      ].toSorted((a, b) => (a.made ? '自制剧' : '他制剧').localeCompare(b.made ? '自制剧' : '他制剧')),
    )
    expect(await reported(national)).toEqual(expect.arrayContaining([made.id, shown.id]))
    expect(await hit(national)).toMatchObject([{ state: 'listed', targetIds: [made.id] }])
  })

  test('shows whoever may not read codes of organizations what is shown in its mini-programs alone, and of that what is theirs to see', async () => {
    const { works } = await page(kuaishou)
    expect(works).toMatchObject([{ id: shown.id, made: false, places: 2 }])
    expect(await reported(kuaishou)).toEqual([shown.id])
    expect(await hit(kuaishou)).toEqual([])
    expect((await page(douyin)).works).toEqual([])
    expect(await reported(douyin)).toEqual([])
  })

  test('says to whoever reads no codes of organizations that the works it makes may be missing', async () => {
    const mayMake = async (actor: Actor, code: string) => (await look(actor, (tx) => operatorByCode(tx, actor, code), db))?.mayMake
    expect(await Promise.all([national, kuaishou, douyin, cnsa].map((actor) => mayMake(actor, creditCode!)))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(await Promise.all([beijing, zhejiang].map((actor) => mayMake(actor, creditCode!)))).toEqual([false, true])
    expect(await mayMake(national, CODE)).toBe(false)
  })

  test('has all of it page by page, without a gap or a repeat', async () => {
    const whole = (await page(national)).happened.reports.rows.map(({ id }) => id)
    expect(whole.length).toBeGreaterThan(1)
    const paged: string[] = []
    for (let reports: string | undefined; ; ) {
      const { happened } = await page(national, { reports }, 1)
      paged.push(...happened.reports.rows.map(({ id }) => id))
      if (!happened.reports.next) break
      reports = happened.reports.next
    }
    expect(paged).toEqual(whole)
  })
})

describe('what happened to an account', () => {
  let account = { id: '', kind: 'account' as const, name: '' }
  let number = ''
  const happened = (actor: Actor) => look(actor, (tx) => happenedTo(tx, actor, [account]), db)
  beforeAll(async () => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    account = { id: subject.accountId, kind: 'account', name: subject.account.handle }
    number = (await imposed(on, kuaishou, subject, choosing('P6:15', { reason: '理由只给监管部门' })))[0]!.number!
  })
  const measures = ({ penalties }: Awaited<ReturnType<typeof happened>>) => penalties.rows.map((one) => one.number)
  const likeNamed = ({ sameName: same }: Awaited<ReturnType<typeof happened>>) => same.rows.map((one) => one.number)

  test('parties read the measure whole, with the report', async () => {
    for (const actor of [kuaishou, beijing, national]) {
      const told = await happened(actor)
      expect(measures(told)).toEqual([number])
      expect(likeNamed(told)).toEqual([])
      expect(told.reports.rows).toMatchObject([{ state: 'upheld', outcome: 'upheld' }])
    }
  })
  test('other platforms and CNSA read the shared list by name alone: it seals whose a measure is', async () => {
    for (const actor of [douyin, cnsa]) {
      const told = await happened(actor)
      expect(measures(told)).toEqual([])
      expect(likeNamed(told)).toEqual([number])
      expect(JSON.stringify(told)).not.toContain(kuaishou.organizationId!)
    }
    expect((await happened(douyin)).reports).toEqual(none)
    expect((await happened(cnsa)).reports.rows).toMatchObject([{ outcome: 'upheld' }])
  })
  test('another bureau reads neither', async () => {
    expect(await happened(zhejiang)).toMatchObject({ reports: none, penalties: none, sameName: none })
  })
  test('the list can be kept to what has a measure in force, as far as the reader reads it', async () => {
    for (const actor of [kuaishou, beijing, national])
      expect((await listed(actor, { running: true })).rows).toMatchObject([{ id: account.id, running: 1 }])
    for (const actor of [douyin, cnsa, zhejiang]) expect((await listed(actor, { running: true })).rows).toEqual([])
  })
})

test('pages follow each other without a gap or a repeat', async () => {
  const whole = (await listed(national)).rows.map(({ id }) => id)
  const paged: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await look(national, (tx) => subjectsFor(tx, national, { after }, 2), db)
    paged.push(...page.rows.map(({ id }) => id))
    if (!page.next) break
    after = page.next
  }
  expect(paged).toEqual(whole)
  expect((await listed(national, { kind: 'account', platformId: douyin.organizationId! })).rows.map(({ id }) => id)).toEqual([sameCode])
  expect((await listed(national, { q: '夜色剧' })).rows.map(({ id }) => id).toSorted()).toEqual([app, sameName].toSorted())
})
