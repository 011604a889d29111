import { env, SettingsError } from '@/lib/env'
import { withDatabase } from './database'
import { inviteFirstAdministrator } from './founder'
import { NotFit } from './not-fit'

/** `npm run invite -- EMAIL`: the first administrator of an empty portal. */
async function invite() {
  if (env().demo)
    throw new NotFit(
      'This is the demonstration, which has its members: npm start prints their sign-ins. Set DATABASE_URL to the database of the portal.',
    )
  const link = await withDatabase((db) => inviteFirstAdministrator(db, process.argv[2]))
  console.log(`Open this link within 7 days to become the first administrator of 总局; it works once:\n\n  ${link}\n`)
}

await invite().catch((error: unknown) => {
  console.error(error instanceof NotFit || error instanceof SettingsError ? error.message : error)
  process.exitCode = 1
})
