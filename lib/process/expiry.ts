import { type Db, db } from '@/db/client'
import { clock } from '../kernel/actor'
import { clearExpired } from '../organization/commands/clear'
import { perform } from '../perform'

/** Clears away what nobody can use any more. */
export async function clearAway(on: Db = db()) {
  await perform(clearExpired, clock, null, { on })
}
