import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { inspectionFrames, inspectionItems, inspectionPlans, inspectionSheets } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cut, type Page, readDayCursor } from '../../kernel/page'
import { organizationNames } from '../../organization/queries/organizations'

const PAGE = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
type Plan = typeof inspectionPlans.$inferSelect
type Name = { shortName: string; nameEn: string | null }
export type PlanRow = Plan & { platform: Name | null }

/** All plans, drafts first, then the newest; there are few. */
export async function plansOf(tx: Tx): Promise<PlanRow[]> {
  const rows = await tx
    .select()
    .from(inspectionPlans)
    .orderBy(
      sql`array_position(array['draft', 'active', 'ended'], ${inspectionPlans.state})`,
      desc(inspectionPlans.openedAt),
      desc(inspectionPlans.id),
    )
    .limit(200)
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  return rows.map((plan) => ({ ...plan, platform: plan.platformId ? (names.get(plan.platformId) ?? null) : null }))
}

export async function planDraft(tx: Tx, actor: Actor, id: string): Promise<Plan | null> {
  const [plan] = await tx
    .select()
    .from(inspectionPlans)
    .where(and(eq(inspectionPlans.id, id), eq(inspectionPlans.state, 'draft'), eq(inspectionPlans.organizationId, actor.organizationId!)))
  return plan ?? null
}

const published = {
  id: inspectionFrames.id,
  planNumber: inspectionFrames.planNumber,
  day: inspectionFrames.day,
  itemCount: inspectionFrames.itemCount,
  sampleSize: inspectionFrames.sampleSize,
  sha256: inspectionFrames.sha256,
  seedSha256: inspectionFrames.seedSha256,
  seed: inspectionFrames.seed,
  frozenAt: inspectionFrames.frozenAt,
  revealedAt: inspectionFrames.revealedAt,
}
export type PublishedFrame = Pick<typeof inspectionFrames.$inferSelect, keyof typeof published>

/** Published days, of one plan or of all, the latest first, 50 a page. */
export async function framesOf(
  tx: Tx,
  { planId, after, limit = PAGE }: { planId?: string; after?: string; limit?: number },
): Promise<Page<PublishedFrame>> {
  const from = readDayCursor(after)
  const rows = await tx
    .select(published)
    .from(inspectionFrames)
    .where(
      and(
        planId ? eq(inspectionFrames.planId, planId) : undefined,
        from ? sql`(${inspectionFrames.day}, ${inspectionFrames.id}) < (${from.on}::date, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(inspectionFrames.day), desc(inspectionFrames.id))
    .limit(limit + 1)
  return cut(rows, limit, (last) => `${last.day}~${last.id}`)
}

/** One published day; `drawn`: the ids of its sheets, in the order in which they are drawn again, once the seed is out. */
export async function publishedFrame(tx: Tx, id: string): Promise<(PublishedFrame & { drawn: string[] }) | null> {
  if (!UUID.test(id)) return null
  const [frame] = await tx.select(published).from(inspectionFrames).where(eq(inspectionFrames.id, id))
  if (!frame) return null
  const drawn = await tx.execute<{ id: string }>(sql`select drawn_in as id from drawn_in(${id})`)
  return { ...frame, drawn: drawn.map((one) => one.id) }
}

/** A frame as it is downloaded. */
export async function frameById(tx: Tx, id: string) {
  const [frame] = await tx
    .select({ planNumber: inspectionFrames.planNumber, day: inspectionFrames.day, content: inspectionFrames.content })
    .from(inspectionFrames)
    .where(eq(inspectionFrames.id, id))
  return frame ?? null
}

/** What the days of a plan came to: how many sheets, done, with a finding. */
async function sheetsByFrame(tx: Tx, planId: string) {
  const rows = await tx
    .select({
      frameId: inspectionSheets.frameId,
      drawn: count(),
      done: sql<number>`count(*) filter (where ${inspectionSheets.state} in ('clean', 'found', 'referred'))::int`,
      missed: sql<number>`count(*) filter (where ${inspectionSheets.state} = 'missed')::int`,
      found: sql<number>`count(*) filter (where ${inspectionSheets.state} in ('found', 'referred'))::int`,
    })
    .from(inspectionSheets)
    .where(eq(inspectionSheets.planId, planId))
    .groupBy(inspectionSheets.frameId)
  return new Map(rows.map((row) => [row.frameId, row]))
}

/** A plan under its number with its latest days. */
export async function planByNumber(tx: Tx, number: string, after?: string) {
  const [plan] = await tx.select().from(inspectionPlans).where(eq(inspectionPlans.number, number))
  if (!plan) return null
  const names = await organizationNames(tx, [plan.platformId])
  return {
    plan,
    platform: plan.platformId ? (names.get(plan.platformId) ?? null) : null,
    frames: await framesOf(tx, { planId: plan.id, after }),
    sheets: await sheetsByFrame(tx, plan.id),
  }
}

/** What opaque ids stood for, where the reader may know it: CNSA and 总局 all, a platform its own once the seed is out. */
export async function revealedItems(tx: Tx, actor: Actor, { after }: { after?: string }) {
  const from = readDayCursor(after)
  const rows = await tx
    .select({
      opaqueId: inspectionItems.opaqueId,
      title: inspectionItems.title,
      kind: inspectionItems.kind,
      day: inspectionFrames.day,
      planNumber: inspectionFrames.planNumber,
    })
    .from(inspectionItems)
    .innerJoin(inspectionFrames, eq(inspectionFrames.id, inspectionItems.frameId))
    .where(
      and(
        eq(inspectionItems.platformId, actor.organizationId!),
        isNotNull(inspectionFrames.seed),
        from ? sql`(${inspectionFrames.day}, ${inspectionItems.opaqueId}) < (${from.on}::date, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(inspectionFrames.day), desc(inspectionItems.opaqueId))
    .limit(PAGE + 1)
  return cut(rows, PAGE, (last) => `${last.day}~${last.opaqueId}`)
}
