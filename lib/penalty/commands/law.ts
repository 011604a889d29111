import { eq } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { penaltyReasons } from '@/db/schema'
import { dayOf } from '../../kernel/time'
import { rulebook } from '../../rulebook/queries'
import { guideOn, ladderOn } from '../../rulebook/rules/book'
import type { Severity } from '../../violation/rules'
import { type Occasion, type Suggestion, stepUp, suggestUnmet } from '../rules/guide'
import type { TargetKind } from '../workflow'

/** Guide and ladder of this day, and by which versions what is decided now is decided. */
export async function lawOf(act: Act) {
  const book = await rulebook(act.tx)
  const on = dayOf(act.now)
  const versions = { guideVersion: book.versions.penalty_guide, ladderVersion: book.versions.penalty_ladder }
  return { guide: guideOn(book, on), ladder: ladderOn(book, on), versions }
}
export type Law = Awaited<ReturnType<typeof lawOf>>

/** What the guide says here, and the cell that it says it in. */
export type Guidance = { cell: Occasion; suggestion: Suggestion; versions: Law['versions']; afterId: string | null }

/** What follows when this guidance was not met: the guide one step up from the cell that it was weighed in. */
export async function guidanceAfter(act: Act, afterId: string, target: TargetKind, { guide, versions }: Law): Promise<Guidance> {
  const [was] = await act.tx.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, afterId))
  const before: Occasion = { severity: was!.severity as Severity, occurrence: was!.occurrence, target }
  return { cell: stepUp(before, guide), suggestion: suggestUnmet(before, guide), versions, afterId }
}
