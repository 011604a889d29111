import type { Act } from '@/db/act'
import { dayOf } from '../../kernel/time'
import { rulebook } from '../../rulebook/queries'
import { guideOn, ladderOn } from '../../rulebook/rules/book'

/** Guide and ladder of this day, and by which versions what is decided now is decided. */
export async function lawOf(act: Act) {
  const book = await rulebook(act.tx)
  const on = dayOf(act.now)
  const versions = { guideVersion: book.versions.penalty_guide, ladderVersion: book.versions.penalty_ladder }
  return { guide: guideOn(book, on), ladder: ladderOn(book, on), versions }
}
export type Law = Awaited<ReturnType<typeof lawOf>>
