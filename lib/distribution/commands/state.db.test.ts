import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { eventWords, miniPrograms, operators, platformAccounts, subjectStatements, subjectTies } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import type { Actor } from '../../kernel/actor'
import { ok } from '../../kernel/outcome'
import { perform } from '../../perform'
import type { StateOperator } from '../input'
import { noteAccount, noteMiniProgram } from './note'
import { stateOperator } from './state'

const { db, owner } = await cloneDatabase(import.meta.url)
const people = await cast(db)
const [kuaishou, douyin, douyinToo, cnsa, national, holder] = [
  'compliance@kuaishou.example',
  'compliance@douyin.example',
  'he.shan@douyin.example',
  'xu.qing@cnsa.example',
  'zhou.min@nrta.example',
  'wu.tong@yehang.example',
].map(people) as [Actor, Actor, Actor, Actor, Actor, Actor]
const CODE = '91330106MADEMA2D71'
const PHONE = '13800138000'
const PAYEE = '6222020200112233445'

let made = 0
const aMiniProgram = async (platform: Actor) => {
  const named = { platformId: platform.organizationId!, appId: `m${++made}`, name: `小程序${made}` }
  const noted = await perform(async (act) => ok(await noteMiniProgram(act, named)), platform, undefined, { on: db })
  return noted.ok ? noted.value : ''
}
const anAccount = async (platform: Actor) => {
  const named = { platformId: platform.organizationId!, accountId: `a${++made}`, handle: `账号${made}` }
  const noted = await perform(async (act) => ok(await noteAccount(act, named)), platform, undefined, { on: db })
  return noted.ok ? noted.value : ''
}
const stating = (subjectId: string, over: Partial<StateOperator> = {}): StateOperator => ({
  subjectKind: 'mini_program',
  subjectId,
  seenId: null,
  operatorName: '杭州某某网络科技有限公司',
  creditCode: CODE,
  payee: PAYEE,
  phone: PHONE,
  forgetPayee: false,
  forgetPhone: false,
  promoters: ['夜色推荐'],
  ...over,
})
const state = (actor: Actor, input: StateOperator) => perform(stateOperator, actor, input, { on: db })
const standing = async (subjectId: string) =>
  (await owner.select().from(subjectStatements).where(eq(subjectStatements.subjectId, subjectId))).find((one) => one.state === 'standing')!
const tiesOf = async (subjectId: string) =>
  Object.fromEntries((await owner.select().from(subjectTies).where(eq(subjectTies.subjectId, subjectId))).map(({ tie, key }) => [tie, key]))

test('a platform states who is behind its own mini-program, with one event', async () => {
  const id = await aMiniProgram(kuaishou)
  const before = await lastEvent(owner)
  expect(await state(kuaishou, stating(id, { creditCode: ' 9133 0106-madema2d71' }))).toMatchObject({ ok: true })
  expect(await eventsSince(owner, before)).toEqual(['statement.stated'])
  const [operator] = await owner.select().from(operators).where(eq(operators.creditCode, CODE))
  expect((await owner.select().from(miniPrograms).where(eq(miniPrograms.id, id)))[0]!.operatorId).toBe(operator!.id)
  expect(await standing(id)).toMatchObject({ operatorId: operator!.id, payeeStated: true, phoneStated: true, promoters: ['夜色推荐'] })
})

test('the operator is one whichever platform names it, and is spelt as the first did', async () => {
  const [one, other] = [await aMiniProgram(kuaishou), await anAccount(douyin)]
  expect((await state(kuaishou, stating(one, { operatorName: '甲公司' }))).ok).toBe(true)
  expect((await state(douyin, stating(other, { subjectKind: 'account', operatorName: '乙公司' }))).ok).toBe(true)
  expect((await owner.select().from(operators).where(eq(operators.creditCode, CODE))).map(({ name }) => name)).toEqual(['甲公司'])
  expect(await standing(other)).toMatchObject({ operatorName: '乙公司' })
  const [account] = await owner.select().from(platformAccounts).where(eq(platformAccounts.id, other))
  expect(account!.operatorId).toBe((await standing(one)).operatorId)
})

test('payee and telephone number are kept as keyed hashes alone, equal however they are typed', async () => {
  const [one, other] = [await aMiniProgram(kuaishou), await aMiniProgram(douyin)]
  expect((await state(kuaishou, stating(one))).ok).toBe(true)
  expect((await state(douyin, stating(other, { payee: '6222 0202 0011 2233 445', phone: '+86 138-0013-8000' }))).ok).toBe(true)
  const [mine, theirs] = [await tiesOf(one), await tiesOf(other)]
  expect(theirs).toEqual(mine)
  expect(mine.payee).toMatch(/^[0-9a-f]{64}$/)
  expect(mine.payee).not.toBe(mine.phone)
  const tables = await owner.execute<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  for (const { name } of tables)
    for (const secret of [PHONE, PAYEE])
      expect([...(await owner.execute(`select 1 from ${name} t where t::text like '%${secret}%'`))], `${name} ${secret}`).toEqual([])
})

test('a new statement replaces the one before, and what is left empty of payee and telephone number stays', async () => {
  const id = await aMiniProgram(kuaishou)
  await state(kuaishou, stating(id))
  const first = await standing(id)
  const kept = await tiesOf(id)
  const before = await lastEvent(owner)
  const blank = { seenId: first.id, payee: null, phone: null, operatorName: null, creditCode: null }
  expect((await state(kuaishou, stating(id, { ...blank, forgetPhone: true }))).ok).toBe(true)
  expect(await eventsSince(owner, before)).toEqual(['statement.replaced', 'statement.stated'])
  expect(await tiesOf(id)).toEqual({ payee: kept.payee })
  expect(await standing(id)).toMatchObject({ operatorId: null, payeeStated: true, phoneStated: false })
  expect((await owner.select().from(miniPrograms).where(eq(miniPrograms.id, id)))[0]!.operatorId).toBeNull()
  expect(await owner.select().from(subjectStatements).where(eq(subjectStatements.id, first.id))).toMatchObject([{ state: 'replaced' }])
})

test.for<[string, () => Promise<[Actor, StateOperator]>, string]>([
  ['another platform', async () => [douyin, stating(await aMiniProgram(kuaishou))], 'not_found'],
  ['CNSA', async () => [cnsa, stating(await aMiniProgram(kuaishou))], 'not_yours'],
  ['总局', async () => [national, stating(await aMiniProgram(kuaishou))], 'not_yours'],
  ['a creator', async () => [holder, stating(await aMiniProgram(kuaishou))], 'not_found'],
  [
    'of a subject that is of the other kind',
    async () => [kuaishou, stating(await aMiniProgram(kuaishou), { subjectKind: 'account' })],
    'not_found',
  ],
  [
    'with a code that does not check',
    async () => [kuaishou, stating(await aMiniProgram(kuaishou), { creditCode: '91330106MADEMA2D70' })],
    'credit_code_check',
  ],
  ['a name without a code', async () => [kuaishou, stating(await aMiniProgram(kuaishou), { creditCode: null })], 'required'],
  ['a code without a name', async () => [kuaishou, stating(await aMiniProgram(kuaishou), { operatorName: null })], 'required'],
  ['no telephone number', async () => [kuaishou, stating(await aMiniProgram(kuaishou), { phone: '你好' })], 'phone_form'],
  ['no account', async () => [kuaishou, stating(await aMiniProgram(kuaishou), { payee: '张三' })], 'payee_form'],
  [
    'nothing at all',
    async () => [
      kuaishou,
      stating(await aMiniProgram(kuaishou), { operatorName: null, creditCode: null, payee: null, phone: null, promoters: [] }),
    ],
    'nothing_stated',
  ],
  [
    'beside a statement that it did not see',
    async () => {
      const id = await aMiniProgram(kuaishou)
      await state(kuaishou, stating(id))
      return [kuaishou, stating(id)]
    },
    'stale',
  ],
])('%s: refused, and nothing is written', async ([, prepare, code]) => {
  const [actor, input] = await prepare()
  const before = await remembered(owner)
  expect(await state(actor, input)).toMatchObject({ ok: false, code })
  expect(await remembered(owner)).toEqual(before)
})

test('of twenty who state at once one is heard, and the others are told that it changed', async () => {
  const id = await aMiniProgram(douyin)
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, n) => state(n % 2 ? douyin : douyinToo, stating(id, { operatorName: `甲${n}` }))),
  )
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
  expect(new Set(outcomes.flatMap((one) => (one.ok ? [] : one.code)))).toEqual(new Set(['stale']))
  expect(await owner.select().from(subjectStatements).where(eq(subjectStatements.subjectId, id))).toHaveLength(1)
})

test('twenty platforms that name the same operator at once name one', async () => {
  const code = '91330106MADEMA3D7N'
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => aMiniProgram(n % 2 ? douyin : kuaishou)))
  const outcomes = await Promise.all(ids.map((id, n) => state(n % 2 ? douyin : kuaishou, stating(id, { creditCode: code }))))
  expect(outcomes.every((one) => one.ok)).toBe(true)
  expect(await owner.select().from(operators).where(eq(operators.creditCode, code))).toHaveLength(1)
  expect(await owner.select().from(eventWords)).toEqual([])
})
