import type { Act, ActEvent } from '@/db/act'
import { countLifted, countListed } from './drama/reactions'
import { nameFiled, nameListed } from './matching/reactions'
import { noteRecord, restoreFreed, suspendHit } from './registration/reactions'

type Consequence = (act: Act, event: ActEvent) => Promise<void>

/** What follows from what, inside the same transaction; what leaves the house is enqueued there and sent after it. */
export const consequences: Partial<Record<string, readonly Consequence[]>> = {
  'registration.submitted': [nameFiled],
  'registration.offered': [nameFiled],
  'registration.approved': [nameFiled],
  'registration.published': [nameFiled],
  'registration.recorded': [noteRecord, nameFiled],
  'registration.withdrawn': [nameFiled],
  'blacklist.approved': [countListed, suspendHit, nameListed],
  'blacklist.lifted': [countLifted, restoreFreed, nameListed],
}
