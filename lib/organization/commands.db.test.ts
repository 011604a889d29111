import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { mails, organizationDetails, organizations } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { type Actor, DUTIES_OF, KINDS, mintActor, visitor } from '../kernel/actor'
import { fitting } from '../kernel/form'
import { NATIONAL_ID, newId } from '../kernel/id'
import { refuse } from '../kernel/outcome'
import { look, perform } from '../perform'
import { applyAsCreator, applyAsPlatform, applyUnseen, faultsOfCreator, faultsOfPlatform, reapplyAsCreator } from './commands/apply'
import { acceptOrganization, refuseOrganization, reinstateOrganization, suspendOrganization } from './commands/decide'
import { type ApplyCreator, applyCreatorInput, applyPlatformInput } from './input'
import { organizationCase } from './queries/organizations'
import { checkCharacter } from './rules/credit-code'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [shanghai, gao, lin] = [as('shen.ning@shanghai.example'), as('gao.yuan@nrta.example'), as('lin.hai@nrta.example')]
const on = { on: db }

let drawn = 0
const creditCode = () => {
  drawn += 1
  const body = `91310104MC${String(drawn).padStart(7, '0')}`
  return body + checkCharacter(body)
}
const application = (over: Partial<ApplyCreator> = {}): ApplyCreator => ({
  name: `外滩短剧工作室${drawn}`,
  creditCode: creditCode(),
  provinceCode: '31',
  licenceNumber: '（沪）字第05999号',
  licenceExpiresOn: '2099-12-31' as never,
  contactName: '顾晨',
  email: `${newId()}@studio.example`,
  password: '梧桐夜雨 1987 晚秋',
  ...over,
})
const platform = () => {
  const { licenceExpiresOn: _, ...input } = application({ provinceCode: '11' })
  return { ...input, name: `河马科技${drawn}`, shortName: `河马${drawn}`, code: `hippo${drawn}` }
}
async function apply(over: Partial<ApplyCreator> = {}) {
  const input = application(over)
  const outcome = await perform(applyAsCreator, visitor, input, on)
  if (!outcome.ok) throw new Error(outcome.code)
  const { id, memberId } = outcome.value
  const applicant = mintActor({ kind: 'visitor', organizationId: id, memberId, name: '顾晨', duties: ['visitor'] })
  return { ...outcome.value, input, applicant }
}
const faultsOf = (outcome: { ok: boolean; faults?: readonly { field: string; code: string }[] }) =>
  (outcome.faults ?? []).map(({ field, code }) => `${field} ${code}`)
const mailsTo = (email: string) =>
  owner.select({ subject: mails.subject, body: mails.body }).from(mails).where(eq(mails.recipient, email)).orderBy(mails.queuedAt, mails.id)

test('what is left empty does not keep back what the rules say of the rest', async () => {
  const { email, name } = (await apply()).input
  const sent = {
    name,
    creditCode: '123',
    provinceCode: '99',
    licenceNumber: '',
    licenceExpiresOn: '2020-01-01',
    contactName: '',
    email,
    password: 'a',
  }
  const said = (judge: typeof faultsOfCreator, input: object) =>
    perform(async (act) => refuse('invalid', { faults: await judge(act, input) }), visitor, null, on)
  expect(faultsOf(await said(faultsOfCreator, fitting(applyCreatorInput.shape, sent).input))).toEqual([
    'creditCode credit_code_length',
    'name name_taken',
    'provinceCode province_unknown',
    'licenceExpiresOn licence_expired',
    'password password_too_short',
  ])
  expect(faultsOf(await said(faultsOfPlatform, fitting(applyPlatformInput.shape, { password: 'a' }).input))).toEqual([
    'shortName required',
    'password password_too_short',
  ])
})

test('an application makes the organization, its first member with every duty, and a place in the queue', async () => {
  const before = await lastEvent(owner)
  const { id, number, memberId, input } = await apply({ creditCode: ' 9131 0104 mc99 99999'.slice(0, 0) + creditCode().toLowerCase() })
  expect(number).toMatch(/^JG-\d{4}-\d{4,}$/)
  expect(await eventsSince(owner, before)).toEqual(['organization.applied', 'member.founded'])
  const [details] = await owner.select().from(organizationDetails).where(eq(organizationDetails.organizationId, id))
  expect(details).toMatchObject({ creditCode: input.creditCode.toUpperCase(), bureauId: shanghai.organizationId, contactName: '顾晨' })
  const [member] = await owner.execute(
    sql`select m.duties, s.password_hash like '$argon2id$%' as hashed from members m join member_secrets s on s.member_id = m.id where m.id = ${memberId}`,
  )
  expect(member).toEqual({ duties: [...DUTIES_OF.creator], hashed: true })
  expect(await owner.execute(sql`select organization_id, step from waiting where subject_id = ${id}`)).toEqual([
    { organization_id: shanghai.organizationId, step: 'accept' },
  ])
})

test('a central body is accepted by 总局', async () => {
  const { id } = await apply({ provinceCode: 'NRTA' })
  expect(await perform(acceptOrganization, shanghai, { id, version: 1 }, on)).toMatchObject({ code: 'not_found' })
  expect(await perform(acceptOrganization, lin, { id, version: 1 }, on)).toMatchObject({ ok: true })
})

test('every place that stands in the way is named at once, and nothing is written', async () => {
  const { input: known } = await apply()
  const before = await remembered(owner)
  const outcomes = [
    await perform(
      applyAsCreator,
      visitor,
      application({
        creditCode: '123',
        provinceCode: '99',
        licenceExpiresOn: '2020-01-01' as never,
        email: known.email,
        password: 'password2026',
      }),
      on,
    ),
    await perform(applyAsCreator, visitor, application({ creditCode: known.creditCode, password: 'short' }), on),
    await perform(applyAsPlatform, visitor, { ...platform(), code: 'douyin', shortName: '' }, on),
  ]
  expect(outcomes.map(faultsOf)).toEqual([
    [
      'creditCode credit_code_length',
      'provinceCode province_unknown',
      'licenceExpiresOn licence_expired',
      'email email_taken',
      'password password_too_common',
    ],
    ['creditCode credit_code_taken', 'password password_too_short'],
    ['shortName required', 'code platform_code_taken'],
  ])
  expect(await remembered(owner)).toEqual(before)
})

test('of twenty equal applications one is opened', async () => {
  const input = application()
  const before = await lastEvent(owner)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(applyAsCreator, visitor, input, on)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  for (const outcome of outcomes)
    if (!outcome.ok) expect(faultsOf(outcome)).toEqual(['creditCode credit_code_taken', 'name name_taken', 'email email_taken'])
  expect(await eventsSince(owner, before)).toEqual(['organization.applied', 'member.founded'])
})

test('of twenty organizations with one applicant’s address one is opened', async () => {
  const { email } = application()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(applyAsCreator, visitor, application({ email }), on)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a stranger’s form is answered alike whether or not the address has an account, whose owner alone is told', async () => {
  const { input: known } = await apply()
  const send = (input: ApplyCreator) =>
    perform((act, sent: ApplyCreator) => applyUnseen(act, sent, '203.0.113.9', applyAsCreator), visitor, input, on)
  expect(await send(application())).toEqual({ ok: true, value: null })
  const before = await lastEvent(owner)
  const tried = application({ email: known.email })
  expect(await send(tried)).toEqual({ ok: true, value: null })
  expect(await eventsSince(owner, before)).toEqual([])
  expect((await mailsTo(known.email)).map(({ subject, body }) => [subject, body.includes(tried.name)])).toEqual([
    ['有人用您的邮箱申请接入', true],
  ])
  expect(faultsOf(await send(application({ email: known.email, creditCode: '1' })))).toEqual(['creditCode credit_code_length'])
  for (const _ of ['second', 'third']) expect(await send(application({ email: known.email }))).toMatchObject({ ok: true })
  expect(await send(application({ email: known.email }))).toMatchObject({ code: 'too_many_attempts' })
  expect(await mailsTo(known.email)).toHaveLength(3)
})

test('refused with a reason, corrected by the applicant, accepted: one number, and a mail each time', async () => {
  const { id, number, input, applicant } = await apply()
  const reason = '许可证编号与登记的不一致，请核对。'
  expect(await perform(refuseOrganization, shanghai, { id, version: 1, reason }, on)).toMatchObject({ ok: true })
  const own = await look(applicant, (tx) => organizationCase(applicant, tx, { id }), db)
  expect(own).toMatchObject({ state: 'refused', details: { reason } })
  const { name, creditCode: code, provinceCode, licenceExpiresOn } = input
  const corrected = { id, version: 2, name, creditCode: code, provinceCode, licenceNumber: '（沪）字第05120号', licenceExpiresOn }
  expect(faultsOf(await perform(reapplyAsCreator, applicant, { ...corrected, creditCode: '1' }, on))).toEqual([
    'creditCode credit_code_length',
  ])
  expect(await perform(reapplyAsCreator, applicant, corrected, on)).toEqual({ ok: true, value: { id, number } })
  expect(await owner.execute(sql`select step from waiting where subject_id = ${id}`)).toEqual([{ step: 'accept' }])
  expect(await perform(acceptOrganization, shanghai, { id, version: 3 }, on)).toMatchObject({ ok: true })
  expect((await owner.select().from(organizationDetails).where(eq(organizationDetails.organizationId, id)))[0]).toMatchObject({
    licenceNumber: '（沪）字第05120号',
    reason: null,
    refused: false,
  })
  const sent = await mailsTo(input.email)
  expect(sent.map(({ subject }) => subject)).toEqual([`${name}的申请未通过`, `${name}的申请已受理通过`])
  expect(sent[0]?.body).toContain(reason)
})

test('a refused code is free for whoever it belongs to, and the refused one cannot take it back then', async () => {
  const { id, input, applicant } = await apply()
  await perform(refuseOrganization, shanghai, { id, version: 1, reason: '不是该机构的人' }, on)
  await apply({ creditCode: input.creditCode })
  const { contactName: _, email: __, password: ___, ...rest } = input
  expect(faultsOf(await perform(reapplyAsCreator, applicant, { id, version: 2, ...rest }, on))).toEqual(['creditCode credit_code_taken'])
})

test('a platform is admitted by an approver of 总局 alone, and gets an order for all that is listed', async () => {
  const opened = await perform(applyAsPlatform, visitor, platform(), on)
  if (!opened.ok) throw new Error(opened.code)
  const { id } = opened.value
  const listed = await owner.execute(sql`select id from blacklist_entries where state = 'listed'`)
  for (const [actor, code] of [
    [shanghai, 'not_found'],
    [as('chen.li@beijing.example'), 'not_found'],
    [as('compliance@douyin.example'), 'not_found'],
  ] as const)
    expect(await perform(acceptOrganization, actor, { id, version: 1 }, on)).toMatchObject({ code })
  expect(await perform(acceptOrganization, gao, { id, version: 1 }, on)).toMatchObject({ ok: true })
  expect(await owner.execute(sql`select 1 from takedown_orders where platform_id = ${id}`)).toHaveLength(listed.length)
})

test.for<[string, Actor, typeof acceptOrganization, number]>([
  ['not_found', as('chen.li@beijing.example'), refuseOrganization, 1],
  ['not_found', as('wu.tong@yehang.example'), acceptOrganization, 1],
  ['not_found', visitor, acceptOrganization, 1],
  ['not_found', gao, acceptOrganization, 1],
  ['stale', shanghai, acceptOrganization, 2],
  ['wrong_state', shanghai, suspendOrganization, 1],
  ['wrong_state', shanghai, reinstateOrganization, 1],
])('%s writes nothing', async ([code, actor, command, version]) => {
  const { id } = await apply()
  const before = await remembered(owner)
  const outcome = await perform(command, actor, { id, version, reason: '理由' }, on)
  expect(outcome).toMatchObject({ ok: false })
  expect([code, 'not_yours']).toContain((outcome as { code: string }).code)
  expect(await remembered(owner)).toEqual(before)
})

test('authorities are nobody’s to accept or suspend', async () => {
  for (const id of [NATIONAL_ID, shanghai.organizationId!])
    expect(await perform(suspendOrganization, gao, { id, version: 1, reason: '理由' }, on)).toMatchObject({ code: 'not_found' })
})

test('suspended and reinstated with reasons that the organization reads', async () => {
  const { id, input, applicant } = await apply()
  await perform(acceptOrganization, shanghai, { id, version: 1 }, on)
  expect(await perform(suspendOrganization, shanghai, { id, version: 2, reason: '许可证被吊销' }, on)).toMatchObject({ ok: true })
  expect((await look(applicant, (tx) => organizationCase(applicant, tx, { id }), db))?.details?.reason).toBe('许可证被吊销')
  expect(await perform(reinstateOrganization, shanghai, { id, version: 3, reason: '已换发' }, on)).toMatchObject({ ok: true })
  expect((await mailsTo(input.email)).map(({ subject }) => subject)).toEqual([
    `${input.name}的申请已受理通过`,
    `${input.name}已被暂停办理`,
    `${input.name}已恢复办理`,
  ])
  const [row] = await owner.select({ state: organizations.state }).from(organizations).where(eq(organizations.id, id))
  expect(row).toEqual({ state: 'accepted' })
})

const every = [...new Set(Object.values(DUTIES_OF).flat())]
test.for(KINDS)('the database refuses a duty that the kind %s does not have', async (kind) => {
  const [organization] = await owner.execute<{ id: string }>(sql`select id from organizations where kind = ${kind} limit 1`)
  for (const duty of every) {
    const insert = owner.transaction(async (tx) => {
      await tx.execute(
        sql`insert into members (id, state, opened_at, organization_id, kind, name, email, duties) values (${newId()}, 'active', now(), ${organization!.id}, ${kind}, 'x', ${newId()}, array[${duty}])`,
      )
      throw new Error('taken back')
    })
    const own = (DUTIES_OF[kind] as readonly string[]).includes(duty)
    await expect(insert, `${kind} ${duty}`).rejects.toMatchObject(
      own ? { message: 'taken back' } : { cause: { code: '23514', constraint_name: 'duties_of_kind' } },
    )
  }
  const foreign = KINDS.find((one) => one !== kind)!
  await expect(
    owner.execute(
      sql`insert into members (id, state, opened_at, organization_id, kind, name, email, duties) values (${newId()}, 'active', now(), ${organization!.id}, ${foreign}, 'x', ${newId()}, array['admin'])`,
    ),
  ).rejects.toMatchObject({ cause: { constraint_name: 'member_of_kind' } })
})

test('a name in use, or one that the directory gives to another platform, is refused where it was typed', async () => {
  const { input: studio } = await apply()
  const applied = platform()
  expect(await perform(applyAsPlatform, visitor, applied, on)).toMatchObject({ ok: true })
  const asPlatform = async (over: Record<string, string>) =>
    faultsOf(await perform(applyAsPlatform, visitor, { ...platform(), ...over }, on))
  const asCreator = async (name: string) => faultsOf(await perform(applyAsCreator, visitor, application({ name }), on))
  const before = await remembered(owner)
  expect(await asCreator(`《${studio.name}》 `)).toEqual(['name name_taken'])
  expect(await asPlatform({ code: '', shortName: '抖 音' })).toEqual(['shortName name_taken'])
  expect(await asPlatform({ code: '', shortName: 'ＤＯＵＹＩＮ' })).toEqual(['shortName name_of_known_platform'])
  expect(await asPlatform({ code: '', shortName: applied.name })).toEqual(['shortName name_taken'])
  expect(await asPlatform({ name: applied.name })).toEqual(['name name_taken'])
  expect(await remembered(owner)).toEqual(before)
})

test('of twenty who apply under one name at once, one does', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => perform(applyAsCreator, visitor, application({ name: '同名影业' }), on)),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})
