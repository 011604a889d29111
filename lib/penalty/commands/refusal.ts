import { eq } from 'drizzle-orm'
import { type Act, hold } from '@/db/act'
import { miniPrograms, platformAccounts, rectifications, violationFilings } from '@/db/schema'
import { takeTurns } from '@/db/turns'
import { ok, type Refused, refuse } from '../../kernel/outcome'
import { keepDraft, openDraft } from '../../violation/commands/draft'
import type { Report } from '../input'
import type { TargetCase } from '../queries/occasion'
import { type AfterRefusal, afterRefusal, REFUSED, refusalsImposed, refusalsOn, refusalsReported, refusedOn } from '../queries/refusal'
import { recallDecisions, yieldDecisions } from './house'

/** Whoever asks what a platform did after a refusal waits for whoever asked first, so that the next row and the report never stand together. */
const turnOf = (rectificationId: string, platformId: string) => `${rectificationId} ${platformId}`

/** What a platform did after a refusal. */
async function followed(act: Act, rectificationId: string, platformId: string): Promise<AfterRefusal | null> {
  await takeTurns(act.tx, turnOf(rectificationId, platformId))
  return (await afterRefusal(act.tx, rectificationId, platformId))[0] ?? null
}

/** Is the refusal on which this platform decides reported already? Then nothing is imposed beside the report. */
export async function isReported(act: Act, { subjectId }: TargetCase, platformId: string): Promise<Refused | null> {
  const refusedId = await refusedOn(act.tx, subjectId)
  const after = refusedId && (await followed(act, refusedId, platformId))
  return after && after.by === 'report' ? refuse('report_follows', { params: { number: after.report!.number ?? '' } }) : null
}

/**
 * On which of these subjects nothing is left to report (V10-05), by the number of the refusal, since this platform has imposed the
 * next row after each; until the act ends nobody imposes it on the others.
 */
export async function holdRefusals(act: Act, platformId: string, targetIds: readonly string[]): Promise<Map<string, string>> {
  const refusals = await refusalsOn(act.tx, platformId, targetIds)
  await takeTurns(act.tx, ...refusals.map(({ id }) => turnOf(id, platformId)))
  return refusalsImposed(act.tx, platformId, targetIds)
}

type Rectification = typeof rectifications.$inferSelect
/** What the report is about, as its form spells it; an episode's refusal is its work's. */
async function subjectOf(act: Act, { targetKind, targetId, title }: Rectification): Promise<Record<string, unknown>> {
  if (targetKind === 'drama') return { work: targetId, title }
  if (targetKind === 'account') {
    const [account] = await act.tx.select().from(platformAccounts).where(eq(platformAccounts.id, targetId))
    const { platformId = '', accountId = '', handle = title } = account ?? {}
    return { work: 'none', account: { platformId, accountId, handle } }
  }
  const [program] = await act.tx.select().from(miniPrograms).where(eq(miniPrograms.id, targetId))
  const { platformId = '', appId = '', name = title } = program ?? {}
  return { work: 'none', miniProgram: { platformId, appId, name } }
}

/**
 * Drafts the report of a refusal (V10-05) for a platform that decides what comes after it; it may be filed instead of the guide's next
 * row and not beside it. A draft that is there already is gone on with. Refusals: not_found, stale, not_yours, not_refused,
 * penalty_follows, already_reported.
 */
export async function reportRefusal(act: Act, { id, version, description }: Report) {
  const held = await hold(act, rectifications, id, version)
  if (!held.ok) return held
  if (act.actor.kind !== 'platform') return refuse('not_found')
  if (held.value.state !== 'refused') return refuse('not_refused')
  const after = await followed(act, id, act.actor.organizationId!)
  if (!after) return refuse('not_found')
  if (after.by === 'penalty') return refuse('penalty_follows', { params: { number: held.value.number ?? '' } })
  if (after.by === 'report') return refuse('already_reported', { params: { number: after.report!.number ?? '' } })
  if (after.draftId) return ok({ id: after.draftId })
  const opened = await openDraft(act)
  if (!opened.ok) return opened
  const draft = { ...(await subjectOf(act, held.value)), items: REFUSED, description }
  const kept = await keepDraft(act, { id: opened.value.id, version: 1, do: 'keep', draft })
  if (!kept.ok) return kept
  await act.tx.update(violationFilings).set({ refusedId: id }).where(eq(violationFilings.violationId, opened.value.id))
  return ok({ id: opened.value.id })
}

/**
 * A report that cites V10-05 against what was refused to be mended stands in for the next row of its filer, from whichever form it
 * came: what is due gives way. Where that row stands imposed the report is not filed. It is about the refusal that it was drafted
 * from, else about the latest that nothing followed.
 */
export async function followByReport(act: Act, violationId: string): Promise<Refused | undefined> {
  const about = await refusalsReported(act.tx, violationId)
  await act.tx.update(violationFilings).set({ refusedId: null }).where(eq(violationFilings.violationId, violationId))
  let imposed: string | null = null
  for (const { id, number, platformId, isNamed } of about) {
    if ((await followed(act, id, platformId))?.by !== 'penalty') {
      await act.tx.update(violationFilings).set({ refusedId: id }).where(eq(violationFilings.violationId, violationId))
      await yieldDecisions(act, id, platformId)
      return
    }
    imposed ??= number
    if (isNamed) break
  }
  return imposed ? refuse('penalty_follows', { field: `items.${REFUSED}`, params: { number: imposed } }) : undefined
}

/**
 * A recorded finding that its bureau takes up stands in for what is still due, like one that is filed. It was recorded before any next
 * row that stands imposed by now, and so is not about that refusal.
 */
export async function followByRecord(act: Act, violationId: string) {
  await followByReport(act, violationId)
}

/** A report of a refusal is withdrawn or dismissed: where no other stands, what gave way to it is due again. */
export async function followNoMore(act: Act, violationId: string) {
  const [filing] = await act.tx
    .select({ refusedId: violationFilings.refusedId, filerId: violationFilings.filerId })
    .from(violationFilings)
    .where(eq(violationFilings.violationId, violationId))
  if (!filing?.refusedId) return
  const after = await followed(act, filing.refusedId, filing.filerId)
  if (after && after.by === null && !after.due) await recallDecisions(act, filing.refusedId, filing.filerId)
}
