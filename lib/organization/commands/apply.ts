import { eq, sql } from 'drizzle-orm'
import { type Act, openCase } from '@/db/act'
import { memberSecrets, members, organizationDetails, organizations } from '@/db/schema'
import { DUTIES_OF, type Kind, type MemberDuty } from '../../kernel/actor'
import { NATIONAL_ID, newId } from '../../kernel/id'
import { ok, refuse } from '../../kernel/outcome'
import { hashPassword } from '../../kernel/secret'
import { dayOf } from '../../kernel/time'
import type { ApplyCreator, ApplyPlatform } from '../input'
import { readCreditCode } from '../rules/credit-code'
import { judgePassword } from '../rules/password'
import { memberWorkflow, organizationWorkflow } from '../workflow'

type Founder = {
  organizationId: string
  kind: Kind
  name: string
  email: string
  password: string
  duties: readonly MemberDuty[]
  demonstration?: boolean
}

/** Makes a member with a password; refuses a taken address and a password that is too short or too common. */
export async function foundMember(
  act: Act,
  opening: 'found' | 'join',
  { organizationId, kind, name, email, password, duties, demonstration = false }: Founder,
) {
  const judged = judgePassword(password)
  if (!judged.ok) return refuse(judged.code, { params: judged.params, field: 'password' })
  const [taken] = await act.tx.execute<{ taken: boolean }>(sql`select email_is_taken(${email}) as taken`)
  if (taken?.taken) return refuse('email_taken', { field: 'email' })
  const opened = await openCase(act, members, memberWorkflow, opening, { organizationId, kind, name, email, duties: [...duties] })
  if (!opened.ok) return opened
  await act.tx
    .insert(memberSecrets)
    .values({ memberId: opened.value.id, passwordHash: await hashPassword(password), changedAt: act.now, demonstration })
  return opened
}

async function bureauOf(act: Act, provinceCode: string) {
  if (provinceCode === 'NRTA') return NATIONAL_ID
  const [bureau] = await act.tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(sql`${organizations.kind} = 'province' and ${organizations.code} = ${provinceCode}`)
  return bureau?.id
}

async function isTaken(act: Act, creditCode: string) {
  const [found] = await act.tx.execute<{ taken: boolean }>(sql`select credit_code_is_taken(${creditCode}) as taken`)
  return found?.taken === true
}

/** Opens the application of a creator, with its applicant as first member holding every duty; signs in at once, acts once accepted. */
export async function applyAsCreator(act: Act, input: ApplyCreator & { demonstration?: boolean }) {
  const read = readCreditCode(input.creditCode)
  if (!read.ok) return refuse(read.code, { params: read.params, field: 'creditCode' })
  const creditCode = read.value
  if (input.licenceExpiresOn < dayOf(act.now)) return refuse('licence_expired', { field: 'licenceExpiresOn' })
  const bureauId = await bureauOf(act, input.provinceCode)
  if (!bureauId) return refuse('province_unknown', { field: 'provinceCode' })
  if (await isTaken(act, creditCode)) return refuse('credit_code_taken', { field: 'creditCode' })
  const demonstration = input.demonstration ?? false
  const opened = await openCase(act, organizations, organizationWorkflow, 'apply', {
    id: newId(),
    kind: 'creator',
    name: input.name,
    shortName: input.name,
    provinceCode: input.provinceCode,
    bureauId,
    demonstration,
  })
  if (!opened.ok) return opened
  const organizationId = opened.value.id
  await act.tx
    .insert(organizationDetails)
    .values({
      organizationId,
      bureauId,
      creditCode,
      licenceNumber: input.licenceNumber,
      licenceExpiresOn: input.licenceExpiresOn,
      contactName: input.contactName,
      contactEmail: input.email,
    })
  const founder = await foundMember(act, 'found', {
    organizationId,
    kind: 'creator',
    name: input.contactName,
    email: input.email,
    password: input.password,
    duties: DUTIES_OF.creator,
    demonstration,
  })
  return founder.ok ? opened : founder
}

/** Opens the application of a platform; 总局 admits it. */
export async function applyAsPlatform(act: Act, input: ApplyPlatform & { demonstration?: boolean }) {
  const read = readCreditCode(input.creditCode)
  if (!read.ok) return refuse(read.code, { params: read.params, field: 'creditCode' })
  const creditCode = read.value
  if (await isTaken(act, creditCode)) return refuse('credit_code_taken', { field: 'creditCode' })
  const [known] = await act.tx.select({ id: organizations.id }).from(organizations).where(eq(organizations.code, input.code))
  if (known) return refuse('platform_code_taken', { field: 'code' })
  const demonstration = input.demonstration ?? false
  const opened = await openCase(act, organizations, organizationWorkflow, 'apply', {
    id: newId(),
    kind: 'platform',
    name: input.name,
    shortName: input.shortName,
    code: input.code,
    provinceCode: input.provinceCode,
    bureauId: NATIONAL_ID,
    demonstration,
  })
  if (!opened.ok) return opened
  const organizationId = opened.value.id
  await act.tx
    .insert(organizationDetails)
    .values({
      organizationId,
      bureauId: NATIONAL_ID,
      creditCode,
      licenceNumber: input.licenceNumber,
      contactName: input.contactName,
      contactEmail: input.email,
    })
  const founder = await foundMember(act, 'found', {
    organizationId,
    kind: 'platform',
    name: input.contactName,
    email: input.email,
    password: input.password,
    duties: DUTIES_OF.platform,
    demonstration,
  })
  return founder.ok ? ok(opened.value) : founder
}
