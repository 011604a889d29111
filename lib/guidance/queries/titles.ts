import { and, desc, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { registrations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { listedNear, type NearListed, type Pointed, worksNear } from '../../matching/queries'
import { explainNear, type Named, type NearReason } from '../../matching/rules/near'
import type { RegistrationState } from '../../registration/workflow'

const MOST = 20
/** More filings of one's own than this are not compared. */
const OWN = 1000

export type OwnFiling = { id: string; number: string | null; title: string; state: RegistrationState; reasons: NearReason[] }
export type TitleCheck = {
  works: (Pointed & { reasons: NearReason[] })[]
  listed: NearListed[]
  own: OwnFiling[]
}

/** A creator's own filings with a near title, drafts too; withdrawn ones do not count. */
async function ownNear(tx: Tx, { kind, organizationId }: Actor, mine: Named): Promise<OwnFiling[]> {
  if (kind !== 'creator' || !organizationId) return []
  const rows = await tx
    .select({ id: registrations.id, number: registrations.number, title: registrations.title, state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.creatorId, organizationId), ne(registrations.state, 'withdrawn')))
    .orderBy(desc(registrations.openedAt), desc(registrations.id))
    .limit(OWN)
  return rows
    .flatMap((row) => {
      const reasons = row.title ? explainNear(mine, { title: row.title }) : null
      return reasons ? [{ ...row, reasons }] : []
    })
    .slice(0, MOST)
}

/** What stands near a title: works of the register, listed entries, and for a creator its own filings, each with the reasons, nearest first. */
export async function checkTitle(tx: Tx, actor: Actor, mine: Named): Promise<TitleCheck> {
  return {
    works: await worksNear(tx, mine, null, MOST),
    listed: await listedNear(tx, mine, MOST),
    own: await ownNear(tx, actor, mine),
  }
}
