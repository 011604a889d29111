import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { type Db, open } from './client'
import { loadReference } from './seed/reference'

const MIGRATIONS = 'db/migrations'
/** Whoever migrates holds this lock; any number that nobody else uses. */
const LOCK = 4_046_052

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** An owner that lost rights on its own tables, for instance when it was named as the app's role once, has them back. */
const KEEP_OWN = sql`do $$
declare name text;
begin
  for name in select oid::regclass from pg_class where relowner = current_user::regrole and relkind in ('r', 'v')
    and relnamespace in (select oid from pg_namespace where nspname in ('public', 'drizzle')) loop
    execute format('grant all on %s to current_user', name);
  end loop;
end $$`

/** What the app's role may do: work with every row that policies show it, change no event and no rule of law, own nothing, ask no function that answers others alone. */
function grantTo(db: Db, role: string) {
  const to = quoted(role)
  return db.execute(
    sql.raw(`
    grant usage on schema public, drizzle to ${to};
    grant select, insert, update, delete on all tables in schema public to ${to};
    grant usage, select on all sequences in schema public to ${to};
    grant execute on all functions in schema public to ${to};
    do $$
    declare name text;
    begin
      for name in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and obj_description(oid, 'pg_proc') = 'within' loop
        execute format('revoke execute on function %s from %I', name, '${role.replaceAll("'", "''")}');
      end loop;
    end $$;
    grant select on all tables in schema drizzle to ${to};
    revoke update, delete, truncate on events from ${to};
    revoke insert, update, delete, truncate on penalty_outlines, registration_faces, takedown_outlines, mail_envelopes from ${to};
    revoke insert, update, delete, truncate on tier_rules, violation_items, penalty_ladder, penalty_guide, deadlines, working_days, regulators, platform_names, papers, sources, published_campaigns, published_notices, rulebook_versions, test_clock from ${to};
  `),
  )
}

/** Brings the schema, the grants and the reference data up to date, as their owner; one at a time, whoever else tries. */
export async function migrate(ownerUrl: string, appRole = 'portal_app') {
  const db = open(ownerUrl, 1)
  try {
    await db.execute(sql`select pg_advisory_lock(${LOCK})`)
    await db.execute(KEEP_OWN)
    await applyMigrations(db, { migrationsFolder: MIGRATIONS })
    await grantTo(db, appRole)
    await loadReference(db)
  } finally {
    await db.$client.end()
  }
}

/** How many migrations a database lacks, asked as the app's role. */
export async function migrationsBehind(db: Db): Promise<number> {
  const { entries } = JSON.parse(readFileSync(`${MIGRATIONS}/meta/_journal.json`, 'utf8')) as { entries: { when: number }[] }
  const [known] = await db.execute<{ there: boolean }>(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`)
  if (!known?.there) return entries.length
  const [applied] = await db.execute<{ last: string }>(sql`select coalesce(max(created_at), 0) as last from drizzle.__drizzle_migrations`)
  return entries.filter(({ when }) => when > Number(applied?.last)).length
}
