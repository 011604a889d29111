import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { members, organizations } from '@/db/schema'
import { type Applicant, creators, officials, type Person, DEMONSTRATION_PASSWORD as password, platforms } from '@/db/seed/people'
import { read } from '@/db/transaction'
import { type Actor, houseFor, type Kind, mintActor, visitor } from '@/lib/kernel/actor'
import { addDays, instantAt, type TimeOfDay } from '@/lib/kernel/time'
import { applyAsCreator, applyAsPlatform } from '@/lib/organization/commands/apply'
import { acceptOrganization } from '@/lib/organization/commands/decide'
import { bureauIdOf, enrollMember } from '@/lib/organization/commands/enroll'
import { checkCharacter } from '@/lib/organization/rules/credit-code'
import { type Chronicle, chronicle } from './chronicle'
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

type Tell = Chronicle['plan']

function tellOfficials({ act }: Stage, plan: Tell, at: Date) {
  for (const [code, people] of Object.entries(officials))
    for (const person of people) plan(person.email, at, (when) => enroll(act, bureauIdOf(code), kindOf(code), person, when))
}

const enroll = (act: Stage['act'], organizationId: string, kind: Kind, { name, email, duties }: Person, when: Date) =>
  act(enrollMember, house, { organizationId, kind, name, email, password, duties, demonstration: true }, when)

type Times = { applied: Date; accepted: Date; joined: Date }

/** An organization applies, is accepted by whoever accepts its kind, and takes in its other members. */
function tellOrganization({ act, on, today }: Stage, plan: Tell, one: Applicant, kind: 'platform' | 'creator', times: Times) {
  const { name, shortName, code, provinceCode, licenceNumber, contact, colleagues = [] } = one
  const held = async () => {
    const found = await read(on, house, (tx) =>
      tx.select({ id: organizations.id, version: organizations.version }).from(organizations).where(eq(organizations.name, name)),
    )
    return found[0]!
  }
  plan(name, times.applied, (when) => {
    const common = {
      name,
      creditCode: codeOf(one),
      provinceCode,
      licenceNumber,
      contactName: contact.name,
      email: contact.email,
      password,
      demonstration: true,
    }
    return kind === 'platform'
      ? act(applyAsPlatform, visitor, { ...common, code, shortName }, when)
      : act(applyAsCreator, visitor, { ...common, licenceExpiresOn: addDays(today, 500) }, when)
  })
  plan(name, times.accepted, async (when) => {
    const by = kind === 'platform' ? 'gao.yuan@nrta.example' : officials[provinceCode]![0]!.email
    await act(acceptOrganization, (await castOf(on))(by), await held(), when)
  })
  for (const colleague of colleagues) plan(name, times.joined, async (when) => enroll(act, (await held()).id, kind, colleague, when))
}

/** Authorities' members, the platforms and the creators: they apply and are admitted, as anyone is. */
export async function seedPeople(stage: Stage) {
  const { plan, deeds } = chronicle()
  const at = (ago: number, time: TimeOfDay) => instantAt(addDays(stage.today, -ago), time)
  tellOfficials(stage, plan, at(86, '09:00'))
  for (const one of platforms)
    tellOrganization(stage, plan, one, 'platform', { applied: at(85, '10:00'), accepted: at(84, '11:00'), joined: at(84, '15:00') })
  for (const one of creators)
    tellOrganization(stage, plan, one, 'creator', { applied: at(83, '09:30'), accepted: at(82, '16:00'), joined: at(81, '10:00') })
  for (const { at: when, work } of deeds()) await work(when)
}
