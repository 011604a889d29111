import type { Act, ActEvent } from '@/db/act'
import { countListing } from './commands'

/** The works that an event of the blacklist names. */
const dramaIdsOf = ({ detail }: ActEvent) => (detail.dramaIds ?? []) as string[]

/** A work carries how many listed entries hit it: one lift does not clear what another entry hits. */
export const countListed = (act: Act, event: ActEvent) => countListing(act, dramaIdsOf(event), 1)
export const countLifted = (act: Act, event: ActEvent) => countListing(act, dramaIdsOf(event), -1)
