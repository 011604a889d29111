import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { open } from './client'
import * as schema from './schema'
import * as law from './schema/rulebook'

const namesIn = (tables: object) => Object.values(tables).flatMap((one: unknown) => (is(one, PgTable) ? [getTableName(one)] : []))

/** Takes out everything that anybody wrote, as the owner and at once or not at all; the law and the schema stay, numbers begin anew. */
export async function empty(ownerUrl: string) {
  const db = open(ownerUrl, 1)
  const kept = new Set(namesIn(law))
  const written = namesIn(schema).filter((name) => !kept.has(name))
  try {
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`truncate ${sql.join(
          written.map((name) => sql.identifier(name)),
          sql`, `,
        )} restart identity`,
      )
      for (const sequence of ['violation_numbers', 'drama_codes']) await tx.execute(sql`alter sequence ${sql.identifier(sequence)} restart`)
    })
  } finally {
    await db.$client.end()
  }
}
