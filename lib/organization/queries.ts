import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { organizations, platformNames } from '@/db/schema'
import type { Kind, MemberDuty } from '../kernel/actor'
import { digest } from '../kernel/secret'

export type SessionClaim = {
  memberId: string
  organizationId: string
  kind: Kind
  name: string
  email: string
  duties: MemberDuty[]
  organizationName: string
  organizationShortName: string
  organizationState: string
  locale: string
  version: number
}

/** The member behind a session cookie's random id, while the session lives; marks the session as seen. */
export async function claimOfSession(tx: Db, sid: string): Promise<SessionClaim | null> {
  const [claim] = await tx.execute<SessionClaim>(sql`
    select member_id as "memberId", organization_id as "organizationId", kind, name, email, duties, organization_name as "organizationName",
      organization_short_name as "organizationShortName", organization_state as "organizationState", locale, version
    from session_claim(${digest(sid)})`)
  return claim ?? null
}

export type Credentials = { memberId: string; passwordHash: string } | undefined
export async function credentialsOf(tx: Tx, address: string): Promise<Credentials> {
  const [found] = await tx.execute<{ memberId: string; passwordHash: string }>(
    sql`select member_id as "memberId", password_hash as "passwordHash" from credentials_of(${address})`,
  )
  return found
}

/** The platforms that take part now; each gets an order for what is listed. */
export const admittedPlatforms = (tx: Tx) =>
  tx
    .select({
      id: organizations.id,
      name: organizations.name,
      shortName: organizations.shortName,
      code: organizations.code,
      provinceCode: organizations.provinceCode,
    })
    .from(organizations)
    .where(and(eq(organizations.kind, 'platform'), eq(organizations.state, 'accepted')))
    .orderBy(asc(organizations.openedAt), asc(organizations.id))

/** Names of organizations by id, as far as the reader may know of them; a platform's English one is the rulebook's. */
export async function organizationNames(tx: Tx, ids: (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = wanted.length
    ? await tx
        .select({
          id: organizations.id,
          name: organizations.name,
          shortName: organizations.shortName,
          nameEn: sql<string | null>`coalesce(${organizations.nameEn}, ${platformNames.en})`,
          kind: organizations.kind,
        })
        .from(organizations)
        .leftJoin(platformNames, eq(platformNames.code, organizations.code))
        .where(inArray(organizations.id, wanted))
    : []
  return new Map(rows.map((row) => [row.id, row]))
}

/** 总局 is not among them: a province's own bureau, by the code of the province. */
export const bureaus = (tx: Tx) =>
  tx.select({ id: organizations.id, code: organizations.code, name: organizations.name, shortName: organizations.shortName, nameEn: organizations.nameEn }).from(organizations).where(eq(organizations.kind, 'province')).orderBy(asc(organizations.code))
