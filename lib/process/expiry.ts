import { type Db, db } from '@/db/client'
import { clearUnusedFiles } from '../gateway/files'
import { clock } from '../kernel/actor'
import { clearExpired } from '../organization/commands/clear'
import { perform } from '../perform'
import { clearForgottenDrafts } from '../registration/commands/draft'
import { clearForgottenReports } from '../violation/commands/draft'

/** Clears away what nobody can use any more. */
export async function clearAway(on: Db = db()) {
  await perform(clearExpired, clock, null, { on })
  await perform(clearForgottenDrafts, clock, null, { on })
  await perform(clearForgottenReports, clock, null, { on })
  await perform(clearUnusedFiles, clock, {}, { on })
}
