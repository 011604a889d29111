import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { migrationsBehind } from '@/db/migrate'

/** The portal does not start like this; the message says why and what to do. */
export class NotFit extends Error {}

type Power = { role: string; superuser: boolean; bypasses: boolean; owns: string | null }

/** A superuser, an owner and BYPASSRLS pass by row-level security, so none of them may be the app's role, nor lend it theirs. */
async function powers(db: Db): Promise<string[]> {
  const [{ role, superuser, bypasses, owns }] = (await db.execute<Power>(sql`
    select current_user as role,
      (select bool_or(rolsuper) from pg_roles where pg_has_role(current_user, oid, 'member')) as superuser,
      (select bool_or(rolbypassrls) from pg_roles where pg_has_role(current_user, oid, 'member')) as bypasses,
      (select min(relname) from pg_class where pg_has_role(current_user, relowner, 'member') and relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace = 'public'::regnamespace) as owns`)) as unknown as [
    Power,
  ]
  const instead = 'Let DATABASE_URL name a plain role that owns nothing, and DATABASE_OWNER_URL the owner.'
  return [
    ...(superuser ? [`The role ${role} is a superuser or may become one. ${instead}`] : []),
    ...(bypasses && !superuser ? [`The role ${role} has BYPASSRLS or may take it. ${instead}`] : []),
    ...(owns && !superuser ? [`The role ${role} owns the table ${owns} or may act for its owner. ${instead}`] : []),
  ]
}

async function durability(db: Db): Promise<string[]> {
  const off = await db.execute<{ name: string }>(
    sql`select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
  )
  return off.map(({ name }) => `${name} is off, so that a crash would lose acts. Set ${name} = on in the database's configuration.`)
}

async function currency(db: Db): Promise<string[]> {
  const behind = await migrationsBehind(db)
  return behind ? [`The database lacks ${behind} migrations. Set DATABASE_OWNER_URL to the role that owns the tables and start again.`] : []
}

async function contents(db: Db, demo: boolean): Promise<string[]> {
  const [found] = await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.kind', 'house', true)`)
    return tx.execute<{ demonstration: boolean; moved: boolean }>(
      sql`select exists (select from organizations where demonstration) as demonstration, exists (select from test_clock) as moved`,
    )
  })
  return [
    ...(found?.demonstration && !demo
      ? ['The database holds demonstration data. Use an empty database, or set DEMO=1 if this is a demonstration.']
      : []),
    ...(found?.moved ? ['The database’s clock is moved for tests. Delete the row of the table test_clock.'] : []),
  ]
}

/** Refuses a database on which acts would not be safe. */
export async function check(db: Db, demo: boolean) {
  const behind = await currency(db)
  const faults = [...(await powers(db)), ...(await durability(db)), ...behind, ...(behind.length ? [] : await contents(db, demo))]
  if (faults.length) throw new NotFit(faults.join('\n'))
}
