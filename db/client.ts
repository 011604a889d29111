import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '../lib/env'
import { stripFaultsAtTheirSource } from './fault'
import * as schema from './schema'

stripFaultsAtTheirSource()

export type Db = PostgresJsDatabase<typeof schema>
/** Only a transaction can be passed where a Tx is asked for; a Tx passes as a Db and nests as a savepoint. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** Seconds until a lost connection is tried again; the driver's own rule goes up to 20, long after the database is back. */
const backoff = (retries: number) => Math.min(2 ** retries / 20, 1)

export const open = (url: string, max = 10) => drizzle(postgres(url, { max, backoff, onnotice: () => {} }), { schema })

// Next loads a module once for each kind of route and anew at each edit; the pool is one for the process.
const kept = globalThis as { portalDatabase?: ReturnType<typeof open> }

/** The database as the app's role; opened on first use, because `next build` imports every module. */
export function db() {
  if (kept.portalDatabase) return kept.portalDatabase
  const { databaseUrl } = env()
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: start the program through its npm script, which finds the database')
  kept.portalDatabase = open(databaseUrl)
  return kept.portalDatabase
}
