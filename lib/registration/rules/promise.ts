// Registered is not cleared: since 2026-09-01 a Class I or II work airs only after the review of its finished film (Order 16 art. 12, 13, 17).
import type { Day } from '../../kernel/time'
import type { RegistrationState } from '../workflow'

/**
 * What the public words may promise.
 * - `listed`: a blacklist entry hits the work, which outweighs everything else.
 * - `lifted`: filed nowhere; public because it was on the blacklist, from which it was taken off.
 * - `suspended`: the registration is stopped.
 * - `awaiting_platforms`: offered as Class III, no platform has numbered it yet.
 * - `passed_over`: offered as Class III, and every platform that it was offered to left it aside.
 * - `awaiting_licence`: the planning notice of a Class I work, which is no licence.
 * - `awaiting_film_review`: registered in Class II since 2026-09-01, not to be aired before film review.
 * - `registered`: registered in Class II under the earlier rules.
 * - `numbered`: reviewed and numbered by the platform that issued the number, for that platform alone.
 */
export type Promised =
  | 'listed'
  | 'lifted'
  | 'suspended'
  | 'awaiting_platforms'
  | 'passed_over'
  | 'awaiting_licence'
  | 'awaiting_film_review'
  | 'registered'
  | 'numbered'
export type Filed = { class: 1 | 2 | 3; state: RegistrationState; isUnderOrder16: boolean; listed: boolean } & Partial<Answers>
/** Of the platforms to which a Class III work was offered: how many have not answered, how many have numbered it. */
export type Answers = { pendingCount: number; recordedCount: number }

const ORDER_16 = '2026-09-01' as Day
/** By the day of its first submit. */
export const isUnderOrder16 = (filedOn: Day) => filedOn >= ORDER_16

const PUBLIC: readonly RegistrationState[] = ['offered', 'registered', 'published', 'suspended']
/** Drafts, submitted, returned, forwarded, refused and withdrawn filings are nobody else's business. */
export const isPublic = (state: RegistrationState) => PUBLIC.includes(state)

/** What may be said of a filing in public; null where nothing is public. */
export function promiseOf({ class: filedAs, state, isUnderOrder16, listed, pendingCount = 1, recordedCount = 0 }: Filed): Promised | null {
  if (listed) return 'listed'
  if (!isPublic(state)) return null
  if (state === 'suspended') return 'suspended'
  if (state === 'offered') return pendingCount > 0 ? 'awaiting_platforms' : recordedCount > 0 ? 'numbered' : 'passed_over'
  if (filedAs === 1) return 'awaiting_licence'
  if (filedAs === 3) return 'numbered'
  return isUnderOrder16 ? 'awaiting_film_review' : 'registered'
}
