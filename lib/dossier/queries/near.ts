import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organizations } from '@/db/schema'
import { explainNear } from '../../matching/rules/near'
import type { OrganizationState } from '../../organization/workflow'

const COMPARED = 2000
export type NearOrganization = { id: string; number: string | null; name: string; shortName: string; state: OrganizationState }

/** Organizations of the same kind whose name, in full or short, is near this one's, as far as the reader may see them; refused ones do not count. */
export async function organizationsNear(
  tx: Tx,
  { id, kind, name, shortName }: Pick<typeof organizations.$inferSelect, 'id' | 'kind' | 'name' | 'shortName'>,
): Promise<NearOrganization[]> {
  const rows = await tx
    .select({
      id: organizations.id,
      number: organizations.number,
      name: organizations.name,
      shortName: organizations.shortName,
      state: organizations.state,
    })
    .from(organizations)
    .where(
      and(
        eq(organizations.kind, kind),
        ne(organizations.id, id),
        ne(organizations.state, 'refused'),
        kind === 'creator' ? sql`abs(length(${organizations.name}) - ${[...name].length}) <= 1` : undefined,
      ),
    )
    .orderBy(organizations.openedAt, organizations.id)
    .limit(COMPARED)
  const mine = { title: name, aliases: shortName === name ? [] : [shortName] }
  return rows.filter((row) => explainNear(mine, { title: row.name, aliases: row.shortName === row.name ? [] : [row.shortName] }))
}
