import { eq } from 'drizzle-orm'
import { read } from '@/db/act'
import type { Db } from '@/db/client'
import { members, organizations } from '@/db/schema'
import {
  type Applicant,
  atTheDoor,
  creators,
  officials,
  type Person,
  DEMONSTRATION_PASSWORD as password,
  platforms,
} from '@/db/seed/people'
import { type Actor, houseFor, type Kind, mintActor, visitor } from '@/lib/kernel/actor'
import { addDays, instantAt } from '@/lib/kernel/time'
import { applyAsCreator, applyAsPlatform } from '@/lib/organization/commands/apply'
import { acceptOrganization } from '@/lib/organization/commands/decide'
import { bureauIdOf, enrollMember } from '@/lib/organization/commands/enroll'
import { checkCharacter } from '@/lib/organization/rules/credit-code'
import type { Stage } from './stage'

const house = houseFor(visitor)
const codeOf = ({ creditBody }: Applicant) => creditBody + checkCharacter(creditBody)
const kindOf = (code: string): Kind => (code === 'NRTA' ? 'national' : code === 'CNSA' ? 'association' : 'province')

/** Everyone in the demonstration by e-mail address, as Actors. */
export async function castOf(on: Db): Promise<(email: string) => Actor> {
  const rows = await read(on, house, (tx) =>
    tx
      .select({
        id: members.id,
        organizationId: members.organizationId,
        kind: members.kind,
        name: members.name,
        email: members.email,
        duties: members.duties,
      })
      .from(members),
  )
  const cast = new Map(rows.map(({ id, email, ...row }) => [email, mintActor({ ...row, memberId: id })]))
  return (email) => {
    const actor = cast.get(email)
    if (!actor) throw new Error(`nobody in the demonstration has the address ${email}`)
    return actor
  }
}

/** Authorities' members, the platforms and the creators: they apply and are admitted, as anyone is. */
export async function seedPeople({ on, act, today }: Stage) {
  const at = (ago: number, time: `${number}:${number}`) => instantAt(addDays(today, -ago), time)
  const enroll = (organizationId: string, kind: Kind, { name, email, duties }: Person, when: Date) =>
    act(enrollMember, house, { organizationId, kind, name, email, password, duties, demonstration: true }, when)
  for (const [code, people] of Object.entries(officials))
    for (const person of people) await enroll(bureauIdOf(code), kindOf(code), person, at(86, '09:00'))
  const cast = await castOf(on)
  const idOf = async (name: string) => {
    const [row] = await read(on, house, (tx) =>
      tx.select({ id: organizations.id, version: organizations.version }).from(organizations).where(eq(organizations.name, name)),
    )
    return row!
  }
  for (const one of platforms) {
    await act(
      applyAsPlatform,
      visitor,
      {
        code: one.code,
        name: one.name,
        shortName: one.shortName,
        creditCode: codeOf(one),
        provinceCode: one.provinceCode,
        licenceNumber: one.licenceNumber,
        contactName: one.contact.name,
        email: one.contact.email,
        password,
        demonstration: true,
      },
      at(85, '10:00'),
    )
    const { id, version } = await idOf(one.name)
    await act(acceptOrganization, cast('gao.yuan@nrta.example'), { id, version }, at(84, '11:00'))
    for (const colleague of one.colleagues ?? []) await enroll(id, 'platform', colleague, at(84, '15:00'))
  }
  const apply = (one: Applicant, when: Date) =>
    act(
      applyAsCreator,
      visitor,
      {
        name: one.name,
        creditCode: codeOf(one),
        provinceCode: one.provinceCode,
        licenceNumber: one.licenceNumber,
        licenceExpiresOn: addDays(today, 500),
        contactName: one.contact.name,
        email: one.contact.email,
        password,
        demonstration: true,
      },
      when,
    )
  const reviewerOf: Record<string, string> = {
    '11': 'chen.li@beijing.example',
    '33': 'he.qing@zhejiang.example',
    '44': 'liang.yu@guangdong.example',
    '61': 'qin.chuan@shaanxi.example',
    '50': 'jiang.yu@chongqing.example',
  }
  for (const one of creators) {
    await apply(one, at(83, '09:30'))
    const { id, version } = await idOf(one.name)
    await act(acceptOrganization, cast(reviewerOf[one.provinceCode]!), { id, version }, at(82, '16:00'))
    for (const colleague of one.colleagues ?? []) await enroll(id, 'creator', colleague, at(81, '10:00'))
  }
  await apply(atTheDoor, at(1, '14:20'))
}
