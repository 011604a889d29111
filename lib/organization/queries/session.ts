import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { Kind, MemberDuty } from '../../kernel/actor'
import { digest } from '../../kernel/secret'
import type { OrganizationState } from '../workflow'

export type SessionClaim = {
  memberId: string
  organizationId: string
  kind: Kind
  name: string
  email: string
  duties: MemberDuty[]
  organizationName: string
  organizationShortName: string
  organizationNameEn: string | null
  organizationState: OrganizationState
  locale: string
  version: number
}

/** A platform's English name is the rulebook's. */
const inEnglish = sql`coalesce(organization_name_en, (select p.en from platform_names p where p.zh = organization_short_name)) as "organizationNameEn"`

/** The member behind a session cookie's random id, while the session lives; marks the session as seen. */
export async function claimOfSession(tx: Db, sid: string): Promise<SessionClaim | null> {
  const [claim] = await tx.execute<SessionClaim>(sql`
    select member_id as "memberId", organization_id as "organizationId", kind, name, email, duties, organization_name as "organizationName",
      organization_short_name as "organizationShortName", ${inEnglish}, organization_state as "organizationState", locale, version
    from session_claim(${digest(sid)})`)
  return claim ?? null
}

/** The same of a member without a session, while it is one: for acts that go on after it has left the page. */
export async function claimOfMember(tx: Db, memberId: string): Promise<SessionClaim | null> {
  const [claim] = await tx.execute<SessionClaim>(sql`
    select member_id as "memberId", organization_id as "organizationId", kind, name, email, duties, organization_name as "organizationName",
      organization_short_name as "organizationShortName", ${inEnglish}, organization_state as "organizationState", locale, version
    from member_claim(${memberId})`)
  return claim ?? null
}

export type Credentials = { memberId: string; passwordHash: string } | undefined
export async function credentialsOf(tx: Tx, address: string): Promise<Credentials> {
  const [found] = await tx.execute<{ memberId: string; passwordHash: string }>(
    sql`select member_id as "memberId", password_hash as "passwordHash" from credentials_of(${address})`,
  )
  return found
}

export type InvitationOffer = {
  organizationId: string
  organizationName: string
  kind: Kind
  email: string
  duties: MemberDuty[]
  expiresAt: Date
}
/** What a one-time link offers, while it can be used. */
export async function invitationBehind(tx: Tx, token: string): Promise<InvitationOffer | null> {
  const [found] = await tx.execute<Omit<InvitationOffer, 'expiresAt'> & { expiresAt: string }>(sql`
    select organization_id as "organizationId", organization_name as "organizationName", kind, email, duties, expires_at as "expiresAt"
    from invitation_by(${digest(token)}) where open`)
  return found ? { ...found, expiresAt: new Date(found.expiresAt) } : null
}

export type ResetOffer = { memberId: string; organizationId: string; email: string }
/** Whose password a one-time link may set anew, while it can be used. */
export async function resetBehind(tx: Tx, token: string): Promise<ResetOffer | null> {
  const [found] = await tx.execute<ResetOffer>(
    sql`select member_id as "memberId", organization_id as "organizationId", email from password_reset_by(${digest(token)})`,
  )
  return found ?? null
}
