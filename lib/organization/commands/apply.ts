import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { type Act, advance, hold, openCase } from '@/db/act'
import { organizationDetails, organizations, platformNames } from '@/db/schema'
import { asHouse } from '@/db/transaction'
import { takeTurns } from '@/db/turns'
import { queueMail } from '../../delivery/commands'
import { env } from '../../env'
import { catalogues } from '../../i18n/catalogue'
import { spokenAs } from '../../i18n/formats'
import { DUTIES_OF } from '../../kernel/actor'
import { NATIONAL_ID, newId } from '../../kernel/id'
import { type Fault, ok, refuse } from '../../kernel/outcome'
import { hashPassword } from '../../kernel/secret'
import { dayOf, type Locale } from '../../kernel/time'
import type { ApplyCreator, ApplyPlatform, ReapplyCreator, ReapplyPlatform } from '../input'
import { bareName } from '../rules/bare-name'
import { normalCreditCode, readCreditCode } from '../rules/credit-code'
import { organizationWorkflow } from '../workflow'
import { founderFaults, foundMember } from './found'
import { countAttempt } from './sign-in'

type Applied = { locale?: Locale; demonstration?: boolean }
type Creator = Omit<ApplyCreator, 'contactName' | 'email' | 'password'>
type Platform = Omit<ApplyPlatform, 'contactName' | 'email' | 'password'>
type Particulars = {
  faults: Fault[]
  organization: Pick<typeof organizations.$inferInsert, 'kind' | 'name' | 'shortName' | 'code' | 'provinceCode' | 'bureauId'>
  details: Pick<typeof organizationDetails.$inferInsert, 'bureauId' | 'creditCode' | 'licenceNumber' | 'licenceExpiresOn'>
}

async function bureauOf(act: Act, provinceCode: string) {
  if (provinceCode === 'NRTA') return NATIONAL_ID
  const [bureau] = await act.tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(eq(organizations.kind, 'province'), eq(organizations.code, provinceCode)))
  return bureau?.id
}

async function creditCodeFaults(act: Act, typed: string): Promise<Fault[]> {
  const read = readCreditCode(typed)
  if (!read.ok) return [{ field: 'creditCode', code: read.code, params: read.params }]
  await takeTurns(act.tx, `credit:${read.value}`)
  const [found] = await act.tx.execute<{ taken: boolean }>(sql`select credit_code_is_taken(${read.value}) as taken`)
  return found?.taken ? [{ field: 'creditCode', code: 'credit_code_taken' }] : []
}

type Named = { kind: 'creator' | 'platform'; field: 'name' | 'shortName'; typed: string; except?: string }

/** A name that another organization of the kind carries or applies under, or that the rulebook gives to another platform. */
async function nameFaults(act: Act, { kind, field, typed, except }: Named, ownCode: string | null = null): Promise<Fault[]> {
  await takeTurns(act.tx, `name:${kind}:${bareName(typed)}`)
  const [found] = await act.tx.execute<{ taken: boolean }>(
    sql`select organization_name_is_taken(${kind}, ${typed}, ${except ?? null}::uuid) as taken`,
  )
  if (found?.taken) return [{ field, code: 'name_taken', params: { name: typed } }]
  if (kind === 'creator') return []
  const platforms = await act.tx.select().from(platformNames)
  const known = platforms.find(({ code, zh, en }) => code !== ownCode && [zh, en].some((name) => bareName(name) === bareName(typed)))
  return known ? [{ field, code: 'name_of_known_platform', params: { name: known.zh } }] : []
}

/** What stands against a creator's particulars, as far as they are there. */
async function creatorFaults(act: Act, input: Partial<Creator>, except?: string): Promise<Fault[]> {
  const faults = input.creditCode === undefined ? [] : await creditCodeFaults(act, input.creditCode)
  if (input.name !== undefined) faults.push(...(await nameFaults(act, { kind: 'creator', field: 'name', typed: input.name, except })))
  if (input.provinceCode !== undefined && !(await bureauOf(act, input.provinceCode)))
    faults.push({ field: 'provinceCode', code: 'province_unknown' })
  if (input.licenceExpiresOn !== undefined && input.licenceExpiresOn < dayOf(act.now))
    faults.push({ field: 'licenceExpiresOn', code: 'licence_expired' })
  return faults
}

async function creatorParticulars(act: Act, input: Creator, except?: string): Promise<Particulars> {
  const faults = await creatorFaults(act, input, except)
  const bureauId = (await bureauOf(act, input.provinceCode)) ?? null
  const { name, provinceCode, licenceNumber, licenceExpiresOn } = input
  return {
    faults,
    organization: { kind: 'creator', name, shortName: name, code: null, provinceCode, bureauId },
    details: { bureauId, creditCode: normalCreditCode(input.creditCode), licenceNumber, licenceExpiresOn },
  }
}

/** The same of a platform's. */
async function platformFaults(act: Act, input: Partial<Platform>, except?: string): Promise<Fault[]> {
  const faults = input.creditCode === undefined ? [] : await creditCodeFaults(act, input.creditCode)
  const own = input.code || null
  const { name, shortName, provinceCode } = input
  if (name !== undefined) faults.push(...(await nameFaults(act, { kind: 'platform', field: 'name', typed: name, except }, own)))
  if (!shortName) faults.push({ field: 'shortName', code: 'required' })
  else faults.push(...(await nameFaults(act, { kind: 'platform', field: 'shortName', typed: shortName, except }, own)))
  if (provinceCode !== undefined && !(await bureauOf(act, provinceCode))) faults.push({ field: 'provinceCode', code: 'province_unknown' })
  if (!own) return faults
  await takeTurns(act.tx, `platform:${own}`)
  const [known] = await act.tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(isNotNull(organizations.code), eq(organizations.code, own)))
  return known ? [...faults, { field: 'code', code: 'platform_code_taken' }] : faults
}

async function platformParticulars(act: Act, input: Platform, except?: string): Promise<Particulars> {
  const { name, shortName = '', provinceCode, licenceNumber } = input
  return {
    faults: await platformFaults(act, input, except),
    organization: { kind: 'platform', name, shortName, code: input.code || null, provinceCode, bureauId: NATIONAL_ID },
    details: { bureauId: NATIONAL_ID, creditCode: normalCreditCode(input.creditCode), licenceNumber, licenceExpiresOn: null },
  }
}

/** Whether an address has an account is told to its owner alone. */
const unsaid = (faults: Fault[]) => faults.filter(({ code }) => code !== 'email_taken')

/** What stands against an application of which not all fields fit: all that can be known of those that do. */
export const faultsOfCreator = async (act: Act, input: Partial<ApplyCreator & { id: string }>): Promise<Fault[]> => [
  ...(await creatorFaults(act, input, input.id)),
  ...unsaid(await founderFaults(act, input)),
]
export const faultsOfPlatform = async (act: Act, input: Partial<ApplyPlatform & { id: string }>): Promise<Fault[]> => [
  ...(await platformFaults(act, input, input.id)),
  ...unsaid(await founderFaults(act, input)),
]

type Contact = { contactName: string; email: string; password: string } & Applied
async function apply(
  act: Act,
  { faults, organization, details }: Particulars,
  { contactName, email, password, locale, demonstration = false }: Contact,
) {
  const all = [...faults, ...(await founderFaults(act, { email, password, demonstration }))]
  if (all[0]) return refuse(all[0].code, { faults: all })
  const opened = await openCase(act, organizations, organizationWorkflow, 'apply', { id: newId(), ...organization, demonstration })
  if (!opened.ok) return opened
  const organizationId = opened.value.id
  await act.tx.insert(organizationDetails).values({ organizationId, ...details, contactName, contactEmail: email })
  const duties = organization.kind === 'platform' ? DUTIES_OF.platform : DUTIES_OF.creator
  const founder = await foundMember(act, 'found', {
    organizationId,
    kind: organization.kind,
    name: contactName,
    email,
    password,
    duties,
    locale,
    demonstration,
  })
  return founder.ok ? ok(Object.assign(opened.value, { memberId: founder.value.id })) : founder
}

/**
 * Opens the application of a creator, with its applicant as first member holding every duty, who acts once it is
 * accepted. Refusals name every place at once: name_taken, credit_code_…, province_unknown, licence_expired, email_taken, password_….
 */
export const applyAsCreator = async (act: Act, input: ApplyCreator & Applied) => apply(act, await creatorParticulars(act, input), input)

/** Opens the application of a platform; 总局 admits it. Refusals as for a creator, and platform_code_taken, name_of_known_platform. */
export const applyAsPlatform = async (act: Act, input: ApplyPlatform & Applied) => apply(act, await platformParticulars(act, input), input)

/** Somebody applied with a member's address: nothing is made of it, and the member is told. */
async function tellOwner(act: Act, { email, password, name }: { email: string; password: string; name: string }) {
  const [member] = await asHouse(act, () =>
    act.tx.execute<{ name: string; locale: string }>(
      sql`select m.name, m.locale from credentials_of(${email}) c, member_claim(c.member_id) m`,
    ),
  )
  await hashPassword(password)
  if (!member) return
  const { mail } = catalogues[spokenAs(member.locale)]
  await queueMail(act, email, mail.triedToApply({ name: member.name, organization: name, link: `${env().origin}/sign-in` }))
}

/**
 * An application from a form that anyone may send: the answer is the same whether or not the address has an account, and an
 * address is heard three times a quarter of an hour. Refusals as of the application, without email_taken, and too_many_attempts.
 */
export async function applyUnseen<I extends ApplyCreator | (ApplyPlatform & { shortName?: string })>(
  act: Act,
  input: I & Applied,
  address: string,
  applyAs: (act: Act, input: I & Applied) => ReturnType<typeof apply>,
) {
  const { value: counted } = await countAttempt(act, { purpose: 'apply', email: input.email, address })
  if (!counted.allowed) return refuse('too_many_attempts')
  const outcome = await applyAs(act, input)
  if (outcome.ok) return ok(null)
  const faults = unsaid([...(outcome.faults ?? [])])
  if (!outcome.faults?.length) return outcome
  if (faults[0]) return refuse(faults[0].code, { faults })
  await tellOwner(act, input)
  return ok(null)
}

async function reapply(
  act: Act,
  { id, version }: { id: string; version: number },
  kind: 'creator' | 'platform',
  particularsOf: () => Promise<Particulars>,
) {
  const held = await hold(act, organizations, id, version)
  if (!held.ok) return held
  if (held.value.kind !== kind) return refuse('not_found')
  const { faults, organization, details } = await particularsOf()
  const moved = await advance(act, organizations, organizationWorkflow, 'reapply', held.value, { set: organization })
  if (!moved.ok) return moved
  if (faults[0]) return refuse(faults[0].code, { faults })
  await act.tx
    .update(organizationDetails)
    .set({ ...details, reason: null, refused: false })
    .where(eq(organizationDetails.organizationId, id))
  return ok(moved.value)
}

/** A refused applicant corrects its application and hands it in again, under the number it has. */
export const reapplyAsCreator = (act: Act, input: ReapplyCreator) =>
  reapply(act, input, 'creator', () => creatorParticulars(act, input, input.id))
export const reapplyAsPlatform = (act: Act, input: ReapplyPlatform) =>
  reapply(act, input, 'platform', () => platformParticulars(act, input, input.id))
