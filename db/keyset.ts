import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm'

type Place = { at: string; id: string } | null

/** The order of a list that is read by key, the newest first or the oldest, and what is behind a place in it: the same index either way. */
export function keyset(at: AnyColumn, id: AnyColumn, from: Place, oldest = false): { behind: SQL | undefined; order: SQL[] } {
  const [way, than] = oldest ? [asc, sql`>`] : [desc, sql`<`]
  return {
    behind:
      from && from.at !== 'infinity'
        ? sql`(${at}, ${id}) ${than} (${from.at}::${sql.raw(at.getSQLType() === 'date' ? 'date' : 'timestamptz')}, ${from.id}::uuid)`
        : undefined,
    order: [way(at), way(id)],
  }
}
