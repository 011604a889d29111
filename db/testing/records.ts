import type { Actor } from '../../lib/kernel/actor'
import { newId } from '../../lib/kernel/id'
import { ok } from '../../lib/kernel/outcome'
import { addDays, asDay, startOf } from '../../lib/kernel/time'
import { recordPenalties } from '../../lib/penalty/commands/record'
import { perform } from '../../lib/perform'
import { upholdViolation } from '../../lib/violation/commands/decide'
import { recordViolations, takeUp } from '../../lib/violation/commands/record'
import type { Act } from '../act'
import type { Db } from '../client'
import { platformAccounts } from '../schema'
import { accountNamed } from './penalties'
import { rulingsOf } from './reports'

type On = { db: Db; owner: Db; at?: Date }

/** An account of a platform's own that nothing was found about. */
export async function anAccount({ owner, at }: On, platform: Actor) {
  const row = { id: newId(), ...accountNamed(platform), operatorId: null, createdAt: at ?? new Date() }
  await owner.insert(platformAccounts).values(row)
  return row
}

type Told = { seenOn: string; rung?: string; parameter?: string | null; detail?: Record<string, unknown> }
/** What a platform found on this account and did about it, all in one act; gives the violations and the measures in order. */
export async function recorded(on: On, platform: Actor, bureau: Actor, account: { id: string; handle: string }, told: readonly Told[]) {
  const bureauId = bureau.organizationId!
  const record = async (act: Act, rows: readonly Told[]) => {
    const found = await recordViolations(
      act,
      rows.map(({ seenOn, detail }) => ({
        subject: { kind: 'account' as const, id: account.id, title: account.handle },
        bureauId,
        stage: 'after_airing' as const,
        seenOn: asDay(seenOn),
        items: ['V12-04'],
        episode: null,
        found: '推广已下架作品',
        links: [],
        episodeCount: null,
        totalSeconds: null,
        detail,
      })),
    )
    if (!found.ok) return found
    const measured = await recordPenalties(
      act,
      rows.map(({ seenOn, rung = 'P6', parameter = '7', detail }, at) => ({
        violationId: found.value[at]!.id,
        targetKind: 'account' as const,
        targetId: account.id,
        episode: null,
        targetName: account.handle,
        bureauId,
        clauses: ['V12-04'],
        seenOn: asDay(seenOn),
        rung,
        parameter,
        startsAt: startOf(asDay(seenOn)),
        endsAt: startOf(addDays(asDay(seenOn), 7)),
        episodeCount: null,
        totalSeconds: null,
        detail,
      })),
    )
    return measured.ok ? ok(rows.map((_, at) => ({ violationId: found.value[at]!.id, penaltyId: measured.value[at]!.id }))) : measured
  }
  const outcome = await perform(record, platform, told, { on: on.db, at: on.at })
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
  return outcome.value
}

/** The bureau takes up what was recorded, and upholds it. */
export async function takenUpAndUpheld({ db, owner, at }: On, reviewer: Actor, violationId: string) {
  const taken = await perform(takeUp, reviewer, { id: violationId, version: 1 }, { on: db, at })
  if (!taken.ok) throw new Error(`refused: ${taken.code}`)
  const rulings = await rulingsOf(owner, violationId)
  const upheld = await perform(upholdViolation, reviewer, { id: violationId, version: 2, rulings }, { on: db, at })
  if (!upheld.ok) throw new Error(`refused: ${upheld.code}`)
}
