import { type Db, open } from '@/db/client'
import { ServedElsewhere } from '@/db/embedded/lock'
import { attach, serve } from '@/db/embedded/server'
import { migrate } from '@/db/migrate'
import { env, provide } from '@/lib/env'
import { check, checkRole } from './check'
import { enroll } from './seed'
import { reachAll } from './surroundings'

type Addresses = { appUrl: string; ownerUrl?: string | undefined }

const roleIn = (url: string) => decodeURIComponent(new URL(url).username)

/** Brings a database up to date, as its owner where there is one. The app's role is judged first: a grant to it takes from whom it is. */
export async function bringUpToDate(db: Db, { appUrl, ownerUrl }: Addresses) {
  await checkRole(db, ownerUrl && roleIn(ownerUrl))
  if (ownerUrl) await migrate(ownerUrl, roleIn(appUrl))
}

/** Brings a database up to date, and refuses one on which acts would not be safe. */
export async function makeFit(db: Db, addresses: Addresses) {
  await bringUpToDate(db, addresses)
  await check(db, env().demo)
  await enroll(db)
}

async function reach(): Promise<Addresses & { leave: () => Promise<void> }> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = env()
  await reachAll(env())
  if (databaseUrl) return { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl, leave: async () => {} }
  try {
    const server = await serve(dataDir)
    return { ...server, leave: server.stop }
  } catch (error) {
    const running = error instanceof ServedElsewhere ? await attach(dataDir) : undefined
    if (!running) throw error
    return { ...running, leave: async () => {} }
  }
}

/** Gives a command-line tool the portal's database: that of DATABASE_URL, the embedded one that runs already, or one started for the while. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const { appUrl, ownerUrl, leave } = await reach()
  if (!env().databaseUrl) provide({ DATABASE_URL: appUrl, DEMO: '1' })
  const db = open(appUrl, 4)
  try {
    await makeFit(db, { appUrl, ownerUrl })
    return await work(db)
  } finally {
    await db.$client.end({ timeout: 5 })
    await leave()
  }
}
