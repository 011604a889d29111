import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '../lib/env'
import { stripFaultsAtTheirSource } from './fault'
import * as schema from './schema'

stripFaultsAtTheirSource()

export type Db = PostgresJsDatabase<typeof schema>
/** Only a transaction can be passed where a Tx is asked for; a Tx passes as a Db and nests as a savepoint. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

export const open = (url: string, max = 10) => drizzle(postgres(url, { max, onnotice: () => {} }), { schema })

let opened: ReturnType<typeof open> | undefined

/** The database as the app's role; opened on first use, because `next build` imports every module. */
export function db() {
  const { databaseUrl } = env()
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: start the program through its npm script, which finds the database')
  return (opened ??= open(databaseUrl))
}
