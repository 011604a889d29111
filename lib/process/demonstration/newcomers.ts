import { eq } from 'drizzle-orm'
import { invitations, organizations } from '@/db/schema'
import { invited, newcomers, removed } from '@/db/seed/newcomers'
import { DEMONSTRATION_PASSWORD as password } from '@/db/seed/people'
import { read } from '@/db/transaction'
import { houseFor, mintActor, visitor } from '@/lib/kernel/actor'
import { newToken } from '@/lib/kernel/secret'
import { addDays } from '@/lib/kernel/time'
import { applyAsCreator, applyAsPlatform } from '@/lib/organization/commands/apply'
import { acceptOrganization, refuseOrganization, suspendOrganization } from '@/lib/organization/commands/decide'
import { removeMember } from '@/lib/organization/commands/duties'
import { acceptInvitation, inviteMember, revokeInvitation } from '@/lib/organization/commands/invite'
import { checkCharacter } from '@/lib/organization/rules/credit-code'
import type { Scene } from './scene'

const house = houseFor(visitor)
const DECISIONS = { accept: acceptOrganization, refuse: refuseOrganization, suspend: suspendOrganization }

function tellNewcomer(scene: Scene, { kind, applied, applicant, course }: (typeof newcomers)[number]) {
  const { name, shortName, code, creditBody, provinceCode, licenceNumber, contact } = applicant
  scene.plan(name, scene.at(applied), async (at) => {
    const common = {
      name,
      creditCode: creditBody + checkCharacter(creditBody),
      provinceCode,
      licenceNumber,
      contactName: contact.name,
      email: contact.email,
      password,
      demonstration: true,
    }
    if (kind === 'platform') await scene.act(applyAsPlatform, visitor, { ...common, code, shortName }, at)
    else await scene.act(applyAsCreator, visitor, { ...common, licenceExpiresOn: addDays(scene.today, 500) }, at)
    const [row] = await read(scene.on, house, (tx) =>
      tx.select({ id: organizations.id }).from(organizations).where(eq(organizations.name, name)),
    )
    scene.know(name, row!.id)
  })
  for (const { at, by, step, reason } of course)
    scene.plan(name, scene.at(at), async (when) => {
      await scene.step(DECISIONS[step], await scene.person(by), 'organizations', name, reason ? { reason } : {}, when)
    })
}

function tellInvitation(scene: Scene, { by, at, email, duties, joins, revoked }: (typeof invited)[number]) {
  const token = newToken()
  scene.plan(email, scene.at(at), async (when) => {
    const { id } = await scene.act(inviteMember, await scene.person(by), { email, duties, token }, when)
    scene.know(email, id)
  })
  if (joins)
    scene.plan(email, scene.at(joins.at), (when) => join(scene, { token, email, name: joins.name }, when), {
      makes: `${joins.name} joined`,
    })
  if (revoked)
    scene.plan(email, scene.at(revoked), async (when) =>
      scene.step(revokeInvitation, await scene.person(by), 'invitations', email, {}, when),
    )
}

/** Whoever holds the one-time link acts under it, as nobody yet. */
async function join({ act, on, known }: Scene, { token, email, name }: { token: string; email: string; name: string }, at: Date) {
  const [invitation] = await read(on, house, (tx) =>
    tx
      .select()
      .from(invitations)
      .where(eq(invitations.id, known(email))),
  )
  const bearer = mintActor({ kind: 'visitor', memberId: null, organizationId: invitation!.organizationId, name: '', duties: ['visitor'] })
  await act(acceptInvitation, bearer, { token, name, password, locale: 'zh-CN', demonstration: true }, at)
}

/** Tells of organizations that do not take part, and of who was invited, joined and left. */
export function tellNewcomers(scene: Scene) {
  for (const one of newcomers) tellNewcomer(scene, one)
  for (const one of invited) tellInvitation(scene, one)
  for (const { name, by, at } of removed)
    scene.plan(
      name,
      scene.at(at),
      async (when) => {
        const { memberId } = await scene.person(name)
        scene.know(name, memberId!)
        await scene.step(removeMember, await scene.person(by), 'members', name, {}, when)
      },
      { needs: [`${name} joined`] },
    )
}
