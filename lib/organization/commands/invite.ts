import { and, eq, sql } from 'drizzle-orm'
import { type Act, advance, hold, openCase } from '@/db/act'
import { invitations, members, organizations } from '@/db/schema'
import { takeTurns } from '@/db/turns'
import { type Letter, queueMail } from '../../delivery/commands'
import { env } from '../../env'
import { catalogues } from '../../i18n/catalogue'
import { formats, type Locale } from '../../i18n/formats'
import { DUTIES_OF, type Kind, type MemberDuty } from '../../kernel/actor'
import { NATIONAL_ID } from '../../kernel/id'
import { ok, refuse } from '../../kernel/outcome'
import { digest } from '../../kernel/secret'
import { judgeDuties } from '../rules/duties'
import { invitationWorkflow } from '../workflow'
import { foundMember } from './found'

const DAYS = 7
const expiryFrom = (now: Date) => new Date(now.getTime() + DAYS * 24 * 3_600_000)
export const invitationLink = (token: string) => `${env().origin}/join/${token}`
/** The link of the answer that made it; a repeat of that answer has none, because only its hash was kept. */
export const shownLink = ({ tokenHash }: { tokenHash: string }, token: string) =>
  digest(token) === tokenHash ? invitationLink(token) : null

/** Nobody knows yet which language the invited person reads, so the mail is in both. */
function letterFor(organization: { name: string; nameEn: string | null }, token: string, expiresAt: Date): Letter {
  const link = invitationLink(token)
  const spoken = (locale: Locale, name: string) =>
    catalogues[locale].mail.invited({ organization: name, link, until: formats(locale).instant(expiresAt) })
  const [zh, en] = [spoken('zh-CN', organization.name), spoken('en', organization.nameEn ?? organization.name)]
  return { subject: `${zh.subject} / ${en.subject}`, body: `${zh.body}\n\n— — —\n\n${en.body}` }
}

const organizationOf = async (act: Act, id: string) => (await act.tx.select().from(organizations).where(eq(organizations.id, id)))[0]

async function isAdministered(act: Act, id: string) {
  const [found] = await act.tx.execute(sql`select 1 from administered(array[${id}]::uuid[])`)
  return found !== undefined
}

type Opening = keyof typeof invitationWorkflow.openings
async function open(
  act: Act,
  opening: Opening,
  {
    organization,
    from,
    email,
    duties,
    token,
  }: { organization: typeof organizations.$inferSelect; from: string; email: string; duties: MemberDuty[]; token: string },
) {
  const [expiresAt, tokenHash] = [expiryFrom(act.now), digest(token)]
  const values = { organizationId: organization.id, invitedFromId: from, email, duties, tokenHash, expiresAt }
  const judgedBy = { firstFromId: from === organization.id ? null : from }
  const opened = await openCase(act, invitations, invitationWorkflow, opening, values, { judgedBy, detail: { duties } })
  if (!opened.ok) return opened
  await queueMail(act, email, letterFor(organization, token, expiresAt), { organizationId: from, linkHash: tokenHash })
  return ok({ id: opened.value.id, email, tokenHash })
}

/**
 * Invites a member into the administrator's own organization by a one-time link, mailed and shown once. Refusals:
 * duty_needed, duty_not_of_kind, already_member, already_invited.
 */
export async function inviteMember(act: Act, { email, duties, token }: { email: string; duties: readonly MemberDuty[]; token: string }) {
  const { organizationId } = act.actor
  const organization = organizationId && (await organizationOf(act, organizationId))
  if (!organization) return refuse('not_found')
  const judged = judgeDuties(organization.kind, duties)
  if (!judged.ok) return refuse(judged.code, { field: 'duties' })
  await takeTurns(act.tx, `invitation:${organization.id}:${email}`)
  const [known] = await act.tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organizationId, organization.id), eq(members.email, email), eq(members.state, 'active')))
  if (known) return refuse('already_member', { field: 'email' })
  const [waiting] = await act.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.organizationId, organization.id), eq(invitations.email, email), eq(invitations.state, 'open')))
  if (waiting) return refuse('already_invited', { field: 'email' })
  return open(act, 'invite', { organization, from: organization.id, email, duties: judged.value, token })
}

/** 总局 invites the first administrator of an authority or a platform, who holds every duty of its kind. Refusals: not_found, has_administrator, already_invited. */
export async function inviteFirst(act: Act, { id, email, token }: { id: string; email: string; token: string }) {
  const organization = await organizationOf(act, id)
  if (!organization || organization.kind === 'creator' || organization.kind === 'national' || organization.state !== 'accepted')
    return refuse('not_found')
  await takeTurns(act.tx, `first:${id}`)
  if (await isAdministered(act, id)) return refuse('has_administrator')
  const [waiting] = await act.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.firstFromId, NATIONAL_ID), eq(invitations.organizationId, id), eq(invitations.state, 'open')))
  if (waiting) return refuse('already_invited', { field: 'email' })
  return open(act, 'invite_first', { organization, from: NATIONAL_ID, email, duties: [...DUTIES_OF[organization.kind]], token })
}

/** The first administrator of 总局, at the command line; a newer link closes the older ones. Refuses when there is an administrator. */
export async function inviteFounder(act: Act, { email, token }: { email: string; token: string }) {
  const organization = await organizationOf(act, NATIONAL_ID)
  if (!organization) return refuse('not_found')
  await takeTurns(act.tx, `first:${NATIONAL_ID}`)
  if (await isAdministered(act, NATIONAL_ID)) return refuse('has_administrator')
  const older = await act.tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.organizationId, NATIONAL_ID), eq(invitations.state, 'open')))
  for (const one of older) {
    const closed = await advance(act, invitations, invitationWorkflow, 'revoke_founder', one)
    if (!closed.ok) return closed
  }
  return open(act, 'invite_founder', { organization, from: NATIONAL_ID, email, duties: [...DUTIES_OF.national], token })
}

const isFirstFrom = (act: Act, invitation: { firstFromId: string | null }) =>
  invitation.firstFromId !== null && invitation.firstFromId === act.actor.organizationId

/** A new link and a new week for an invitation that still stands; the old link is closed. */
export async function renewInvitation(act: Act, { id, version, token }: { id: string; version: number; token: string }) {
  const held = await hold(act, invitations, id, version)
  if (!held.ok) return held
  const organization = await organizationOf(act, held.value.organizationId)
  if (!organization) return refuse('not_found')
  const [expiresAt, tokenHash] = [expiryFrom(act.now), digest(token)]
  const renewed = await advance(act, invitations, invitationWorkflow, isFirstFrom(act, held.value) ? 'renew_first' : 'renew', held.value, {
    set: { tokenHash, expiresAt },
  })
  if (!renewed.ok) return renewed
  const sent = { organizationId: held.value.invitedFromId, linkHash: tokenHash }
  await queueMail(act, held.value.email, letterFor(organization, token, expiresAt), sent)
  return ok({ id, email: held.value.email, tokenHash })
}

export async function revokeInvitation(act: Act, { id, version }: { id: string; version: number }) {
  const held = await hold(act, invitations, id, version)
  if (!held.ok) return held
  return advance(act, invitations, invitationWorkflow, isFirstFrom(act, held.value) ? 'revoke_first' : 'revoke', held.value)
}

/** Uses a link once, under its bearer: the invited person becomes a member. Refusals: link_closed, email_taken, password_…. */
export async function acceptInvitation(
  act: Act,
  { token, locale, ...person }: { token: string; name: string; password: string; locale: Locale; demonstration?: boolean },
) {
  const [held] = await act.tx
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, digest(token)))
    .for('update')
  if (held?.state !== 'open' || held.expiresAt <= act.now) return refuse('link_closed')
  const organization = await organizationOf(act, held.organizationId)
  if (organization?.state !== 'accepted') return refuse('link_closed')
  const used = await advance(act, invitations, invitationWorkflow, 'use', held)
  if (!used.ok) return used
  const { organizationId, email, duties } = held
  const joined = await foundMember(act, 'join', { ...person, organizationId, kind: organization.kind as Kind, email, duties, locale })
  return joined.ok ? ok({ memberId: joined.value.id }) : joined
}
