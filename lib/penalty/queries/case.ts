import { and, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { penalties, penaltyOutlines, penaltyReasons, rectifications, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { openSteps } from '../../kernel/workflow'
import { type Happened, historyOf } from '../../ledger/queries'
import { organizationNames } from '../../organization/queries/organizations'
import { unspell } from '../rules/measure'
import { type PenaltyStep, penaltyWorkflow } from '../workflow'
import { type BlockedOperator, blockedOperators } from './blocked'
import { type Outline, outline } from './lists'
import { type Earlier, earlierToRecord, nameOf, targetCase } from './occasion'
import { type StandingRemoval, standingRemovals } from './removal'

type Name = { shortName: string; nameEn: string | null }
type Beside = Pick<typeof penalties.$inferSelect, 'number' | 'rung' | 'parameter' | 'episode' | 'state'>
export type WholePenalty = {
  reads: 'whole'
  penalty: typeof penalties.$inferSelect
  reasons: typeof penaltyReasons.$inferSelect
  guided: ReturnType<typeof unspell>[]
  /** What people know the target by: the account's id, the app's, the work's code. */
  targetCode: string
  /** Of the highest upheld item that applies to the target; the guide's cell may have stepped up. */
  severity: number
  platform: Name
  bureau: Name
  violation: { number: string | null; decidedAt: Date | null } | null
  earlier: Earlier[]
  /** The other measures of the same decision, and the guidance that it followed. */
  siblings: Beside[]
  after: Beside | null
  /** What followed from it, where it was guidance that was not met. */
  followed: Beside[]
  /** When its platform said what it did; of one that is due, when it was called for. */
  decidedAt: Date
  /** The number of what P1 asked to be mended, or of what was refused before this. */
  rectification: string | null
  blocked: BlockedOperator[]
  /** The removals for whose sake a limit of traffic still waits for the work's return. */
  waitsFor: StandingRemoval[]
  history: Happened[]
  steps: PenaltyStep[]
}
export type PartPenalty = { reads: 'outline'; penalty: Outline }

const part = {
  number: penalties.number,
  rung: penalties.rung,
  parameter: penalties.parameter,
  episode: penalties.episode,
  state: penalties.state,
}

/**
 * One penalty, as whole as its reader may have it: its platform and its regulators read why and how it came about; other
 * platforms, CNSA and the account's holder read the handle, the items, the measure and its dates, and nothing else is fetched.
 */
export async function penaltyByNumber(tx: Tx, actor: Actor, number: string, now: Date): Promise<WholePenalty | PartPenalty | null> {
  const isOwn = actor.kind === 'platform' ? eq(penalties.platformId, actor.organizationId!) : undefined
  const readsWhole = actor.kind === 'national' || actor.kind === 'province' || actor.kind === 'platform'
  const [penalty] = readsWhole
    ? await tx
        .select()
        .from(penalties)
        .where(and(eq(penalties.number, number), isOwn))
    : []
  if (!penalty) return outlineOf(tx, number)
  const [reasons] = await tx.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, penalty.id))
  if (!reasons) return null
  const target = { kind: penalty.targetKind, id: penalty.targetId }
  const [violation] = await tx
    .select({
      number: violations.number,
      decidedAt: sql<Date | null>`case when ${violations.outcome} = 'upheld' then ${violations.decidedAt} end`.mapWith(
        violations.decidedAt,
      ),
    })
    .from(violations)
    .where(eq(violations.id, penalty.violationId))
  const names = await organizationNames(tx, [penalty.platformId, penalty.bureauId])
  const unknown: Name = { shortName: '', nameEn: null }
  const found = await targetCase(tx, penalty.violationId, target)
  const isRecord = penalty.rung !== null && reasons.decision === null
  const siblings = await tx
    .select(part)
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(
      and(
        eq(penalties.violationId, penalty.violationId),
        eq(penalties.targetId, penalty.targetId),
        eq(penalties.platformId, penalty.platformId),
        isNotNull(penalties.rung),
        sql`${penaltyReasons.refusedId} is not distinct from ${reasons.refusedId}`,
        ne(penalties.id, penalty.id),
      ),
    )
    .orderBy(penalties.number)
  const [after] = reasons.afterId ? await tx.select(part).from(penalties).where(eq(penalties.id, reasons.afterId)) : []
  const followed =
    penalty.state === 'unmet'
      ? await tx
          .select(part)
          .from(penalties)
          .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
          .where(eq(penaltyReasons.afterId, penalty.id))
          .orderBy(penalties.number)
      : []
  const mendingId = penalty.rectificationId ?? reasons.refusedId
  const [mending] = mendingId
    ? await tx.select({ number: rectifications.number }).from(rectifications).where(eq(rectifications.id, mendingId))
    : []
  const history = await historyOf(tx, [{ noun: 'penalty', id: penalty.id }])
  const decided = history.find(({ name }) => ['penalty.imposed', 'penalty.spared', 'penalty.recorded'].includes(name))
  return {
    reads: 'whole',
    penalty,
    reasons,
    guided: reasons.guided.split(' ').filter(Boolean).map(unspell),
    targetCode: (await nameOf(tx, target))?.code ?? '',
    platform: names.get(penalty.platformId) ?? unknown,
    bureau: names.get(penalty.bureauId) ?? unknown,
    violation: violation ?? null,
    severity: found?.occasion.severity ?? reasons.severity,
    earlier: isRecord ? await earlierToRecord(tx, penalty.violationId, penalty.targetId) : (found?.earlier ?? []),
    siblings,
    after: after ?? null,
    followed,
    history,
    decidedAt: decided?.at ?? penalty.openedAt,
    rectification: mending?.number ?? null,
    blocked: await blockedOperators(tx, [target]),
    waitsFor: penalty.state === 'active' && !penalty.startsAt && !penalty.endsAt ? await standingRemovals(tx, penalty, now) : [],
    steps: openSteps(penaltyWorkflow, penalty, actor),
  }
}

async function outlineOf(tx: Tx, number: string): Promise<PartPenalty | null> {
  const [penalty] = await tx.select(outline).from(penaltyOutlines).where(eq(penaltyOutlines.number, number))
  return penalty ? { reads: 'outline', penalty } : null
}
