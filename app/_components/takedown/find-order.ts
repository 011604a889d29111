import 'server-only'
import { clauseName } from '@/app/_components/register/clause-name'
import type { Actor } from '@/lib/kernel/actor'
import { NATIONAL_ID } from '@/lib/kernel/id'
import { openSteps } from '@/lib/kernel/workflow'
import { historyOf } from '@/lib/ledger/queries'
import { colleaguesWith } from '@/lib/organization/queries/members'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { orderByNumber } from '@/lib/takedown/queries/orders'
import { takedownWorkflow } from '@/lib/takedown/workflow'

/** All that this reader may know of an order, in one transaction; nothing where it does not exist for them. */
export const findOrder = (actor: Actor, number: string) =>
  look(actor, async (tx, now) => {
    const found = await orderByNumber(tx, number)
    if (!found) return null
    const { order, followed } = found
    const isMine = order.platformId === actor.organizationId
    const regulates = actor.kind === 'national' || (actor.kind === 'province' && actor.organizationId === order.bureauId)
    return {
      ...found,
      now,
      isMine,
      regulates,
      reads: isMine || regulates,
      steps: followed ? openSteps(takedownWorkflow, followed, actor) : [],
      history: await historyOf(tx, [{ noun: 'takedown', id: order.id }]),
      national: (await organizationNames(tx, [NATIONAL_ID])).get(NATIONAL_ID) ?? null,
      clause: await clauseName(tx),
      others:
        actor.kind === 'national' && followed?.state === 'objected'
          ? await colleaguesWith(actor, tx, 'national.approver', [followed.approvedBy, actor.memberId])
          : [],
    }
  })
export type FoundOrder = NonNullable<Awaited<ReturnType<typeof findOrder>>>
