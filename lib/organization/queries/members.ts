import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { eventHands, events, invitations, members } from '@/db/schema'
import type { Actor, MemberDuty } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'

/** The actor's own organization; a visitor has none. */
const isOwn = (column: AnyPgColumn, { organizationId }: Actor) => (organizationId ? eq(column, organizationId) : sql`false`)

const SIZE = 50
const MOST = 200

export type ListedMember = {
  id: string
  version: number
  name: string
  email: string
  duties: MemberDuty[]
  openedAt: Date
  signedInAt: Date | null
}
/** The members of one's own organization, oldest first, with their last sign-in. */
export async function ownMembers(actor: Actor, tx: Tx, cursor?: string): Promise<Page<ListedMember>> {
  const from = readCursor(cursor)
  const after = from ? sql`(${members.openedAt}, ${members.id}) > (${from.at}::timestamptz, ${from.id}::uuid)` : undefined
  const rows = await tx
    .select({
      id: members.id,
      version: members.version,
      name: members.name,
      email: members.email,
      duties: members.duties,
      openedAt: members.openedAt,
    })
    .from(members)
    .where(and(isOwn(members.organizationId, actor), eq(members.state, 'active'), after))
    .orderBy(asc(members.openedAt), asc(members.id))
    .limit(SIZE + 1)
  const signIns = await tx.execute<{ id: string; at: string }>(sql`select member_id as id, signed_in_at as at from last_sign_ins()`)
  const signedInAt = new Map(signIns.map(({ id, at: instant }) => [id, new Date(instant)]))
  return cut(
    rows.map((row) => ({ ...row, signedInAt: signedInAt.get(row.id) ?? null })),
    SIZE,
    (last) => cursorOf(last.openedAt, last.id),
  )
}

/** One member of one's own organization, while it is one. */
export async function ownMember(actor: Actor, tx: Tx, id: string) {
  const [found] = await tx
    .select({
      id: members.id,
      version: members.version,
      kind: members.kind,
      name: members.name,
      email: members.email,
      duties: members.duties,
    })
    .from(members)
    .where(and(eq(members.id, id), isOwn(members.organizationId, actor), eq(members.state, 'active')))
  return found ?? null
}

/** How many members one's own organization has, and who of them are administrators. */
export async function ownCounts(actor: Actor, tx: Tx) {
  const [row] = await tx
    .select({
      members: sql<number>`count(*)::int`,
      administrators: sql<string[]>`coalesce(array_agg(${members.id}) filter (where 'admin' = any (${members.duties})), '{}')`,
    })
    .from(members)
    .where(and(isOwn(members.organizationId, actor), eq(members.state, 'active')))
  return row ?? { members: 0, administrators: [] }
}

export type OpenInvitation = { id: string; version: number; email: string; duties: MemberDuty[]; expiresAt: Date }
const offered = {
  id: invitations.id,
  version: invitations.version,
  email: invitations.email,
  duties: invitations.duties,
  expiresAt: invitations.expiresAt,
}
/** Links into one's own organization that nobody has used yet, the newest two hundred. */
export const ownInvitations = (actor: Actor, tx: Tx): Promise<OpenInvitation[]> =>
  tx
    .select(offered)
    .from(invitations)
    .where(and(isOwn(invitations.organizationId, actor), eq(invitations.state, 'open')))
    .orderBy(desc(invitations.openedAt), desc(invitations.id))
    .limit(MOST)

/** The open link that 总局 has given to the first administrator of an organization. */
export async function firstInvitation(actor: Actor, tx: Tx, organizationId: string): Promise<OpenInvitation | null> {
  const [found] = await tx
    .select(offered)
    .from(invitations)
    .where(and(isOwn(invitations.firstFromId, actor), eq(invitations.organizationId, organizationId), eq(invitations.state, 'open')))
  return found ?? null
}

const RECENT = 30
const SHOWN = [
  'member.founded',
  'member.joined',
  'member.assigned',
  'member.removed',
  'invitation.invited',
  'invitation.invited_first',
  'invitation.invited_founder',
  'invitation.renewed',
  'invitation.revoked',
] as const
export type OwnEvent = { id: string; name: (typeof SHOWN)[number]; at: Date; duties: MemberDuty[]; subject: string; by: string | null }

/** What was lately done about the members of one's own organization and its invitations, newest first. */
export async function ownHistory(actor: Actor, tx: Tx): Promise<OwnEvent[]> {
  const people = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(isOwn(members.organizationId, actor))
    .orderBy(desc(members.openedAt))
    .limit(MOST)
  const links = await tx
    .select({ id: invitations.id, name: invitations.email })
    .from(invitations)
    .where(isOwn(invitations.organizationId, actor))
    .orderBy(desc(invitations.openedAt))
    .limit(MOST)
  const subjects = new Map([...people, ...links].map(({ id, name }) => [id, name]))
  if (!subjects.size) return []
  const rows = await tx
    .select({
      id: events.id,
      name: events.name,
      at: events.at,
      detail: events.detail,
      subjectId: events.subjectId,
      by: eventHands.memberName,
    })
    .from(events)
    .leftJoin(eventHands, eq(eventHands.eventId, events.id))
    .where(and(inArray(events.subjectId, [...subjects.keys()]), inArray(events.name, [...SHOWN])))
    .orderBy(desc(events.seq))
    .limit(RECENT)
  return rows.map(({ subjectId, detail, ...row }) => ({
    ...row,
    duties: (detail.duties as MemberDuty[]) ?? [],
    subject: subjects.get(subjectId) ?? '',
  })) as OwnEvent[]
}

/** Who else of one's own organization holds a duty, by name: for the pages that say who can. */
export async function colleaguesWith(actor: Actor, tx: Tx, duty: MemberDuty, except: (string | null)[]): Promise<string[]> {
  const rows = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.organizationId, actor.organizationId!), eq(members.state, 'active'), sql`${members.duties} @> array[${duty}]`))
    .orderBy(asc(members.openedAt))
  return rows.filter(({ id }) => !except.includes(id)).map(({ name }) => name)
}
