import { and, asc, desc, eq, ilike, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organizationDetails, organizations } from '@/db/schema'
import type { Actor, Kind } from '../../kernel/actor'
import { cut, type Page } from '../../kernel/page'
import type { OrganizationState } from '../workflow'

const named = {
  id: organizations.id,
  code: organizations.code,
  name: organizations.name,
  shortName: organizations.shortName,
  /** A platform's English name is the rulebook's. */
  nameEn: sql<string | null>`coalesce(${organizations.nameEn}, (select p.en from platform_names p where p.code = organizations.code))`,
  kind: organizations.kind,
}

/** The platforms that take part now; each gets an order for what is listed. */
export const admittedPlatforms = (tx: Tx) =>
  tx
    .select({ ...named, provinceCode: organizations.provinceCode })
    .from(organizations)
    .where(and(eq(organizations.kind, 'platform'), eq(organizations.state, 'accepted')))
    .orderBy(asc(organizations.openedAt), asc(organizations.id))

/** The bureaus at which a creator can apply, 总局 last: central bodies file there. */
export const bureaus = (tx: Tx) =>
  tx
    .select(named)
    .from(organizations)
    .where(inArray(organizations.kind, ['province', 'national']))
    .orderBy(sql`${organizations.kind} = 'national'`, asc(organizations.code))

/** What an organization is called; which of the names is said depends on the reader's language. */
export type Named = { shortName: string; nameEn: string | null }
export type FullyNamed = { name: string; nameEn: string | null }

/** Names of organizations by id, as far as the reader may know of them. */
export async function organizationNames(tx: Tx, ids: (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = wanted.length ? await tx.select(named).from(organizations).where(inArray(organizations.id, wanted)) : []
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whoever applies at this actor's own door. */
const isAcceptedBy = ({ organizationId }: Actor) => (organizationId ? eq(organizations.bureauId, organizationId) : sql`false`)

/** 总局 looks after everybody, a bureau after those that it accepts, others after none. */
const isLookedAfterBy = ({ kind, organizationId }: Actor) =>
  kind === 'national' ? undefined : kind === 'province' && organizationId ? eq(organizations.bureauId, organizationId) : sql`false`

const SIZE = 50
const cursorOf = ({ openedAt, id }: { openedAt: Date; id: string }) => `${openedAt.toISOString()} ${id}`
function before(cursor: string | undefined) {
  const [at, last] = cursor?.split(' ') ?? []
  const reads = at && last && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(last)
  return reads ? sql`(${organizations.openedAt}, ${organizations.id}) < (${at}::timestamptz, ${last}::uuid)` : undefined
}

/** `atOwnDoor`: only those that the reader's own organization accepts. */
export type OrganizationFilter = {
  kinds: readonly Kind[]
  state?: OrganizationState
  search?: string
  cursor?: string
  atOwnDoor?: boolean
}
export type ListedOrganization = {
  id: string
  number: string
  kind: Kind
  state: OrganizationState
  name: string
  shortName: string
  nameEn: string | null
  provinceCode: string | null
  openedAt: Date
  dueAt: Date | null
  creditCode: string | null
  licenceExpiresOn: string | null
}

/** The organizations that a regulator looks after, newest first: a bureau its creators, 总局 everybody. */
export async function organizationsFor(
  actor: Actor,
  tx: Tx,
  { kinds, state, search, cursor, atOwnDoor }: OrganizationFilter,
): Promise<Page<ListedOrganization>> {
  const words = search?.trim().replace(/[\\%_]/g, '\\$&')
  const rows = await tx
    .select({
      ...named,
      number: organizations.number,
      state: organizations.state,
      provinceCode: organizations.provinceCode,
      openedAt: organizations.openedAt,
      dueAt: organizations.dueAt,
      creditCode: organizationDetails.creditCode,
      licenceExpiresOn: organizationDetails.licenceExpiresOn,
    })
    .from(organizations)
    .leftJoin(organizationDetails, eq(organizationDetails.organizationId, organizations.id))
    .where(
      and(
        inArray(organizations.kind, [...kinds]),
        isNotNull(organizations.number),
        isLookedAfterBy(actor),
        atOwnDoor ? isAcceptedBy(actor) : undefined,
        state && eq(organizations.state, state),
        words
          ? or(
              ilike(organizations.name, `%${words}%`),
              ilike(organizations.shortName, `%${words}%`),
              eq(organizations.number, words.toUpperCase()),
              eq(organizationDetails.creditCode, words.toUpperCase()),
            )
          : undefined,
        before(cursor),
      ),
    )
    .orderBy(desc(organizations.openedAt), desc(organizations.id))
    .limit(SIZE + 1)
  return cut(rows as ListedOrganization[], SIZE, cursorOf)
}

const ENOUGH = 1000
/** How many stand at the door of this regulator, counted up to a thousand. */
export async function countApplied(actor: Actor, tx: Tx, kinds: readonly Kind[]): Promise<number> {
  const rows = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(inArray(organizations.kind, [...kinds]), eq(organizations.state, 'applied'), isAcceptedBy(actor)))
    .limit(ENOUGH)
  return rows.length
}

/** One organization whole, for its own members and for whoever accepts it; to anyone else it has no page. */
export async function organizationCase(actor: Actor, tx: Tx, by: { number: string } | { id: string }) {
  const [found] = await tx
    .select()
    .from(organizations)
    .leftJoin(organizationDetails, eq(organizationDetails.organizationId, organizations.id))
    .where('number' in by ? eq(organizations.number, by.number) : eq(organizations.id, by.id))
  if (!found) return null
  const { organizations: organization, organization_details: details } = found
  const isReader =
    organization.id === actor.organizationId ||
    actor.kind === 'national' ||
    (actor.kind === 'province' && organization.bureauId === actor.organizationId)
  return isReader ? { ...organization, details } : null
}

/** Which of these organizations have an administrator; only 总局 is told. */
export async function administeredOf(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const rows = await tx.execute<{ id: string }>(
    sql`select organization_id as id from administered(array[${sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )}]::uuid[])`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Those of these organizations whose case the reader may open: its own, those that it accepts, 总局 all. */
export async function organizationsById(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; number: string; name: string; nameEn: string | null }[]> {
  if (ids.length === 0) return []
  const { id, number, name, nameEn } = organizations
  const rows = await tx
    .select({ id, number, name, nameEn })
    .from(organizations)
    .innerJoin(organizationDetails, eq(organizationDetails.organizationId, id))
    .where(inArray(id, [...ids]))
  return rows.flatMap((row) => (row.number ? [{ ...row, number: row.number }] : []))
}
