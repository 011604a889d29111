import { open } from '@/db/client'
import { ServedElsewhere } from '@/db/embedded/lock'
import { serve } from '@/db/embedded/server'
import { env, provide, SettingsError } from '@/lib/env'
import { check } from './check'
import { bringUpToDate } from './database'
import { isServed, standingOf } from './demonstration/standing'
import { NotFit } from './not-fit'
import { onTerminal, remakeDemonstration } from './seed'
import { reachAll } from './surroundings'

const AGAIN = 'stop it first, then run npm run demo:reset again'
const say = (line: string) => console.log(line)

async function reach() {
  const { databaseUrl, databaseOwnerUrl, dataDir, demo } = env()
  if (!demo) throw new NotFit('this portal is no demonstration: only the embedded database, or one with DEMO=1, can be made anew')
  if (databaseUrl && !databaseOwnerUrl)
    throw new NotFit('DATABASE_OWNER_URL is missing: only the role that owns the tables can empty the database')
  await reachAll(env())
  if (databaseUrl) return { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl!, stop: async () => {} }
  const server = await serve(dataDir).catch((error: unknown) => {
    throw error instanceof ServedElsewhere ? new NotFit(`the portal is running on ${dataDir}: ${AGAIN}`) : error
  })
  provide({ DATABASE_URL: server.appUrl, DEMO: '1', DATA_DIR: dataDir })
  return server
}

/** Empties the demonstration's database and makes the demonstration anew; nothing that was done in it stays. */
async function reset() {
  const own = env().databaseUrl !== undefined
  const { appUrl, ownerUrl, stop } = await reach()
  const db = open(appUrl, 2)
  try {
    await bringUpToDate(db, { appUrl, ownerUrl })
    await check(db, true)
    if (own && (await standingOf(db)) === 'foreign')
      throw new NotFit('this database holds something else than the demonstration, and is left as it is')
    if (own && (await isServed(db))) throw new NotFit(`a portal is running on this database: ${AGAIN}`)
    const began = performance.now()
    await remakeDemonstration(db, ownerUrl, say, onTerminal)
    say(`The demonstration is as new, made in ${Math.round((performance.now() - began) / 1000)} s. Start the portal with npm start.`)
  } finally {
    await db.$client.end()
    await stop()
  }
}

await reset().catch((error: unknown) => {
  console.error(error instanceof NotFit || error instanceof SettingsError ? error.message : error)
  process.exitCode = 1
})
