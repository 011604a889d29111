import type { Act, ActEvent } from '@/db/act'
import { markTakenBack } from './announcement/reactions'
import { releaseWithdrawn } from './batch/reactions'
import { supersedePrevious } from './biweekly/reactions'
import { proposePenalized, proposeWithout, undoImpositions } from './blacklist/reactions'
import { countLifted, countListed } from './drama/reactions'
import { keepFacts } from './figure/reactions'
import type { Refused } from './kernel/outcome'
import { nameFiled, nameListed } from './matching/reactions'
import { tellHolders } from './notice/reactions'
import { endSessions, tellAdministrators } from './organization/reactions'
import {
  concludeAccepted,
  followRefused,
  layDecisions,
  layMissing,
  limitReturned,
  moveWithMending,
  recallFromReport,
  withdrawDismissed,
  withdrawMending,
  yieldToRecord,
  yieldToReport,
  yieldToTakenUp,
} from './penalty/reactions'
import { noteRecord, restoreFreed, suspendHit } from './registration/reactions'
import { issueMissingOrders, issueOrders, withdrawOrders } from './takedown/reactions'
import { concludeMerged } from './violation/reactions'

/** What follows may refuse, and then the act itself is not done. */
type Consequence = (act: Act, event: ActEvent) => Promise<void> | Promise<Refused | undefined>

/** What follows from what, inside the same transaction; what leaves the house is enqueued there and sent after it. */
export const consequences: Partial<Record<string, readonly Consequence[]>> = {
  'registration.submitted': [nameFiled],
  'registration.offered': [nameFiled],
  'registration.approved': [nameFiled],
  'registration.published': [nameFiled],
  'registration.recorded': [noteRecord, nameFiled],
  'registration.withdrawn': [nameFiled],
  'violation.filed': [yieldToReport],
  'violation.recorded': [yieldToRecord],
  'violation.taken_up': [yieldToTakenUp],
  'violation.withdrawn': [recallFromReport],
  'violation.upheld': [concludeMerged, layDecisions],
  'violation.dismissed': [concludeMerged, withdrawDismissed, recallFromReport],
  'violation.concluded': [recallFromReport],
  'violation.merged': [concludeMerged, layDecisions],
  'rectification.extended': [moveWithMending],
  'rectification.returned': [moveWithMending],
  'rectification.accepted': [concludeAccepted],
  'rectification.refused': [followRefused],
  'penalty.imposed': [proposePenalized],
  'penalty.revoked': [withdrawMending, limitReturned],
  'penalty.lifted': [limitReturned],
  'penalty.withdrawn': [limitReturned],
  'penalty.dismissed': [limitReturned],
  'blacklist.withdrawn': [proposeWithout],
  'blacklist.dismissed': [undoImpositions],
  'blacklist.declined': [undoImpositions],
  'blacklist.approved': [countListed, suspendHit, nameListed, issueOrders],
  'blacklist.lifted': [countLifted, restoreFreed, nameListed, withdrawOrders],
  'biweekly.signed': [supersedePrevious],
  'organization.accepted': [tellAdministrators],
  'organization.admitted': [issueMissingOrders, layMissing, tellAdministrators],
  'organization.refused': [tellAdministrators],
  'organization.turned_down': [tellAdministrators],
  'organization.suspended': [tellAdministrators],
  'organization.barred': [tellAdministrators],
  'organization.reinstated': [tellAdministrators],
  'organization.readmitted': [issueMissingOrders, layMissing, tellAdministrators],
  'member.removed': [endSessions],
}

/** What follows from an act as a whole, once all its events are known. */
export const atTheEnd: readonly ((act: Act) => Promise<void>)[] = [releaseWithdrawn, keepFacts, markTakenBack, tellHolders]
