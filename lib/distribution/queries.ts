import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { miniPrograms, platformAccounts } from '@/db/schema'

const wanted = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]

/** Mini-programs by id, as far as the reader may know of them. */
export async function miniProgramsOf(tx: Tx, ids: (string | null)[]) {
  const some = wanted(ids)
  const rows = some.length ? await tx.select().from(miniPrograms).where(inArray(miniPrograms.id, some)) : []
  return new Map(rows.map((row) => [row.id, row]))
}

/** Accounts by id, as far as the reader may know of them. */
export async function accountsOf(tx: Tx, ids: (string | null)[]) {
  const some = wanted(ids)
  const rows = some.length ? await tx.select().from(platformAccounts).where(inArray(platformAccounts.id, some)) : []
  return new Map(rows.map((row) => [row.id, row]))
}
