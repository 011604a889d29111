import { sql } from 'drizzle-orm'
import type { Tx } from './client'

/**
 * Whoever takes a turn at one of these words waits until the act of whoever took it before is done; several are taken in one order,
 * so that two who want the same ones never wait for each other.
 */
export async function takeTurns(tx: Tx, ...words: string[]) {
  for (const word of [...new Set(words)].sort()) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${word}, 0))`)
}
