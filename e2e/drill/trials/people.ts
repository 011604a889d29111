import { eq, sql } from 'drizzle-orm'
import { invitations, mails, members, organizations } from '@/db/schema'
import { type Actor, houseFor, mintActor, visitor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/id'
import { digest, newToken } from '@/lib/kernel/secret'
import type { Day } from '@/lib/kernel/time'
import { sendAgain } from '@/lib/notice/commands/mail'
import { applyAsCreator, applyAsPlatform, reapplyAsCreator, reapplyAsPlatform } from '@/lib/organization/commands/apply'
import { acceptOrganization, refuseOrganization, reinstateOrganization, suspendOrganization } from '@/lib/organization/commands/decide'
import { assignDuties, removeMember } from '@/lib/organization/commands/duties'
import { enrollMember } from '@/lib/organization/commands/enroll'
import { inviteFirst, inviteMember, renewInvitation, revokeInvitation } from '@/lib/organization/commands/invite'
import { changePassword } from '@/lib/organization/commands/password'
import { renameMember, signOutEverywhere } from '@/lib/organization/commands/profile'
import { checkCharacter } from '@/lib/organization/rules/credit-code'
import { perform } from '@/lib/perform'
import { type Ground, sure, type Trials, trial } from './trial'

const PASSWORD = '梧桐夜雨 1987 晚秋'
const why = { reason: '许可证已过期。' }
let serial = 0

type Contact = { contactName: string; email: string; password: string }

const application = () => {
  serial += 1
  const body = `91110105MB${String(serial).padStart(7, '0')}`
  return {
    name: `试办机构${serial}`,
    creditCode: body + checkCharacter(body),
    provinceCode: '11',
    licenceNumber: '（京）字第05998号',
    licenceExpiresOn: '2099-12-31' as Day,
    contactName: '顾晨',
    email: `${newId()}@studio.example`,
    password: PASSWORD,
  }
}

const particularsOf = <T extends object>({ contactName: _, email: __, password: ___, ...particulars }: T & Contact) => particulars

/** Organizations and their members. */
export function trialsOfPeople({ db, owner, as }: Ground): Trials {
  const [beijing, zhejiang] = [as('chen.li@beijing.example'), as('he.qing@zhejiang.example')]
  const national = as('gao.yuan@nrta.example')
  const [admin, moderator] = [as('compliance@douyin.example'), as('he.shan@douyin.example')]
  const on = { on: db }

  async function organization(id: string) {
    const [row] = await owner
      .select({ id: organizations.id, version: organizations.version })
      .from(organizations)
      .where(eq(organizations.id, id))
    return row!
  }
  async function standing(...steps: (typeof acceptOrganization)[]) {
    const { id } = await sure(perform(applyAsCreator, visitor, application(), on))
    for (const step of steps) await sure(perform(step, beijing, { ...(await organization(id)), ...why }, on))
    return { ...(await organization(id)), ...why }
  }
  const ruled = (event: string) => ({ by: beijing, stranger: zhejiang, event: `organization.${event}` })

  async function colleague() {
    const of = { organizationId: admin.organizationId!, kind: 'platform' as const, name: '许愿', password: PASSWORD, demonstration: false }
    const email = `${newId()}@douyin.example`
    await sure(perform(enrollMember, houseFor(visitor), { ...of, email, duties: ['platform.moderator'] }, on))
    const [row] = await owner.select().from(members).where(eq(members.email, email))
    return row!
  }
  async function unsent() {
    const [mail, at] = [{ id: newId() }, new Date()]
    const letter = { recipient: 'he.shan@douyin.example', subject: '通知', body: '', organizationId: admin.organizationId }
    await owner.insert(mails).values({ ...mail, ...letter, queuedAt: at, nextAt: at })
    return mail
  }
  const invitation = () => ({ email: `${newId()}@douyin.example`, duties: ['platform.moderator'] as const, token: newToken() })
  async function invited() {
    const sent = invitation()
    await sure(perform(inviteMember, admin, sent, on))
    const [row] = await owner
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, digest(sent.token)))
    return { id: row!.id, version: row!.version }
  }
  /** The first administrator of a bureau that has none yet; a bureau is used once. */
  async function inviting() {
    const [bureau] = await owner.execute<{ id: string }>(sql`
      select id from organizations o where kind = 'province' and not exists (select from members m where m.organization_id = o.id)
        and not exists (select from invitations i where i.organization_id = o.id) order by code limit 1`)
    return { id: bureau!.id, email: `${newId()}@bureau.example`, token: newToken() }
  }
  async function invitedFirst() {
    const sent = await inviting()
    await sure(perform(inviteFirst, national, sent, on))
    const [row] = await owner
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, digest(sent.token)))
    return { id: row!.id, version: row!.version }
  }
  /** Refused, as it waits for its applicant, who hands the same in again. */
  async function refused({ id, memberId }: { id: string; memberId: string }, by: Actor) {
    await sure(perform(refuseOrganization, by, { ...(await organization(id)), ...why }, on))
    const applicant = mintActor({ kind: 'visitor', duties: ['visitor'], memberId, organizationId: id, name: '顾晨' })
    return [await organization(id), { by: applicant, stranger: national, event: 'organization.reapplied' }] as const
  }
  const byNational = (event: string) => ({ by: national, stranger: beijing, event: `invitation.${event}` })
  const byAdmin = (event: string) => ({ by: admin, stranger: moderator, event })

  return {
    'regulator/organization accept': async () => trial(acceptOrganization, await standing(), ruled('accepted')),
    'regulator/organization refuse': async () => trial(refuseOrganization, await standing(), ruled('refused')),
    'regulator/organization suspend': async () => trial(suspendOrganization, await standing(acceptOrganization), ruled('suspended')),
    'regulator/organization reinstate': async () =>
      trial(reinstateOrganization, await standing(acceptOrganization, suspendOrganization), ruled('reinstated')),
    'regulator/organization inviteFirst': async () => trial(inviteFirst, await inviting(), byNational('invited_first')),
    'regulator/organization renewFirst': async () =>
      trial(renewInvitation, { ...(await invitedFirst()), token: newToken() }, { ...byNational('renewed_first'), again: true }),
    'regulator/organization revokeFirst': async () => trial(revokeInvitation, await invitedFirst(), byNational('revoked_first')),
    'member invite': async () => trial(inviteMember, invitation(), byAdmin('invitation.invited')),
    'member renew': async () =>
      trial(renewInvitation, { ...(await invited()), token: newToken() }, { ...byAdmin('invitation.renewed'), again: true }),
    'member revoke': async () => trial(revokeInvitation, await invited(), byAdmin('invitation.revoked')),
    'member assign': async () => {
      const { id, version } = await colleague()
      const duties = ['platform.moderator', 'platform.compliance'] as const
      return trial(assignDuties, { id, version, duties, seen: 'platform.moderator' }, byAdmin('member.assigned'))
    },
    'member remove': async () => {
      const { id, version } = await colleague()
      return trial(removeMember, { id, version }, byAdmin('member.removed'))
    },
    'member sendAgain': async () => trial(sendAgain, await unsent(), { by: admin, stranger: moderator, again: true }),
    'profile rename': async () =>
      trial(
        renameMember,
        { name: '何珊', locale: 'zh-CN' as const },
        { by: moderator, stranger: visitor, event: 'member.renamed', again: true, own: true },
      ),
    'apply reapplyCreator': async () => {
      const sent = application()
      const [held, form] = await refused(await sure(perform(applyAsCreator, visitor, sent, on)), beijing)
      return trial(reapplyAsCreator, { ...particularsOf(sent), ...held }, form)
    },
    'apply reapplyPlatform': async () => {
      const { licenceExpiresOn: _, ...sent } = { ...application(), shortName: `试${serial}` }
      const [held, form] = await refused(await sure(perform(applyAsPlatform, visitor, sent, on)), national)
      return trial(reapplyAsPlatform, { ...particularsOf(sent), ...held }, form)
    },
    'profile changePassword': async () => {
      const { id } = await colleague()
      const by = mintActor({ ...moderator, memberId: id })
      const change = { oldPassword: PASSWORD, newPassword: `${PASSWORD} 又一年`, sid: newToken() }
      return trial(changePassword, change, { by, stranger: visitor, event: 'member.password_changed', own: true })
    },
    'profile signOut': async () =>
      trial(signOutEverywhere, {}, { by: moderator, stranger: visitor, event: 'member.signed_out_everywhere', again: true, own: true }),
  }
}
