// Class III: each platform that a work is offered to reviews and numbers it by itself (Order 16 art. 33).
import type { RegistrationState } from '../workflow'

/**
 * How one of the planned platforms stands to an offer.
 * - `recorded`, `suspended`: it gave a number, which stands, or was stopped by a listing.
 * - `waiting`: it has not answered. Where nothing is asked of it any more: `stopped` by a listing, `withdrawn` with the offer.
 * - `passed`: it left the work aside.
 */
export type PlatformAnswer = 'recorded' | 'suspended' | 'waiting' | 'stopped' | 'withdrawn' | 'passed'
export type Offer = { state: RegistrationState; pendingPlatformIds: readonly string[] }

export function answerOf({ state, pendingPlatformIds }: Offer, platformId: string, own?: { state: RegistrationState }): PlatformAnswer {
  if (own) return own.state === 'suspended' ? 'suspended' : 'recorded'
  if (!pendingPlatformIds.includes(platformId)) return 'passed'
  return state === 'suspended' ? 'stopped' : state === 'withdrawn' ? 'withdrawn' : 'waiting'
}
