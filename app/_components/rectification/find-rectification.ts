import 'server-only'
import { clauseName } from '@/app/_components/register/clause-name'
import type { Actor } from '@/lib/kernel/actor'
import { historyOf } from '@/lib/ledger/queries'
import { colleaguesWith } from '@/lib/organization/queries/members'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { afterRefusal } from '@/lib/penalty/queries/refusal'
import { look } from '@/lib/perform'
import { rectificationByNumber } from '@/lib/rectification/queries/case'

/** All that this reader may know of a rectification, in one transaction; nothing where it does not exist for them. */
export const findRectification = (actor: Actor, number: string) =>
  look(actor, async (tx, now) => {
    const found = await rectificationByNumber(tx, actor, number)
    if (!found) return null
    const opens = found.openerId === actor.organizationId
    const hands = found.handerId === actor.organizationId
    const regulates = actor.kind === 'national' || actor.kind === 'province'
    return {
      ...found,
      now,
      opens,
      hands,
      regulates,
      readsFiles: opens || hands || regulates,
      history: await historyOf(tx, [{ noun: 'rectification', id: found.id }]),
      clause: await clauseName(tx),
      ...(await followedIn(tx, found)),
      /** Who else of this organization could rule where the reader handed in. */
      others:
        opens && found.state === 'handed_in' && found.handedInBy === actor.memberId
          ? await colleaguesWith(actor, tx, 'platform.compliance', [actor.memberId])
          : null,
    }
  })
type Found = NonNullable<Awaited<ReturnType<typeof rectificationByNumber>>>
/** What came after a refusal, platform by platform, as far as this reader may see it. */
async function followedIn(tx: Parameters<typeof rectificationByNumber>[0], { id, state }: Found) {
  const after = state === 'refused' ? await afterRefusal(tx, id) : []
  const names = await organizationNames(
    tx,
    after.map(({ platformId }) => platformId),
  )
  return { after: after.map((one) => ({ ...one, platform: names.get(one.platformId) ?? null })) }
}
export type FoundRectification = NonNullable<Awaited<ReturnType<typeof findRectification>>>
