import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { migrationsBehind } from '@/db/migrate'
import { DEMONSTRATION_PASSWORD } from '@/db/seed/people'
import { isPassword } from '@/lib/kernel/secret'
import { NotFit } from './not-fit'

type Power = { role: string; superuser: boolean; bypasses: boolean; owns: string | null; acts: boolean }

/** A superuser, an owner and BYPASSRLS pass by row-level security, so none of them may be the app's role, nor lend it theirs. */
async function powers(db: Db, owner?: string): Promise<string[]> {
  const [{ role, superuser, bypasses, owns, acts }] = (await db.execute<Power>(sql`
    select current_user as role,
      (select bool_or(rolsuper) from pg_roles where pg_has_role(current_user, oid, 'member')) as superuser,
      (select bool_or(rolbypassrls) from pg_roles where pg_has_role(current_user, oid, 'member')) as bypasses,
      (select min(relname) from pg_class where pg_has_role(current_user, relowner, 'member') and relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace = 'public'::regnamespace) as owns,
      exists (select from pg_database where datname = current_database() and pg_has_role(current_user, datdba, 'member'))
        or exists (select from pg_roles where rolname = ${owner ?? ''} and pg_has_role(current_user, oid, 'member')) as acts`)) as unknown as [
    Power,
  ]
  const instead = 'Let DATABASE_URL name a plain role that owns nothing, and DATABASE_OWNER_URL the owner.'
  return [
    ...(superuser ? [`The role ${role} is a superuser or may become one. ${instead}`] : []),
    ...(bypasses && !superuser ? [`The role ${role} has BYPASSRLS or may take it. ${instead}`] : []),
    ...(owns && !superuser ? [`The role ${role} owns the table ${owns} or may act for its owner. ${instead}`] : []),
    ...(acts && !owns && !superuser ? [`The role ${role} owns the database or may act for its owner. ${instead}`] : []),
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

type Remains = { organization: string | null; organizations: number; member: string | null; members: number; made: boolean; moved: boolean }

const remains = sql`
  select (select min(name) from organizations where demonstration) as organization,
    (select count(*)::int from organizations where demonstration) as organizations,
    (select min(m.email) from member_secrets s join members m on m.id = s.member_id where s.demonstration) as member,
    (select count(*)::int from member_secrets where demonstration) as members,
    exists (select from demonstrations) as made, exists (select from test_clock) as moved`

/** Addresses that can belong to nobody but people of a demonstration (RFC 2606), whatever their rows say. */
const invented = sql`
  select m.email, s.password_hash as "hash" from members m join member_secrets s on s.member_id = m.id
  where m.state = 'active' and not s.demonstration and m.email like '%.example' order by m.email limit 100`

async function demonstrationIn(tx: Tx, { organization, organizations, member, members, made }: Remains): Promise<string[]> {
  const unmarked: string[] = []
  for (const { email, hash } of await tx.execute<{ email: string; hash: string }>(invented))
    if (await isPassword(hash, DEMONSTRATION_PASSWORD)) unmarked.push(email)
  const signIn = members + unmarked.length
  const found = [
    ...(organizations ? [`${organizations} organizations of the demonstration, such as ${organization}`] : []),
    ...(signIn ? [`${signIn} members with the demonstration’s password, such as ${member ?? unmarked[0]}`] : []),
    ...(made ? ['the note in the table demonstrations that it was made here'] : []),
  ]
  const instead = 'Use an empty database, or set DEMO=1 if this is a demonstration.'
  return found.length ? [`The database holds demonstration data: ${found.join('; ')}. ${instead}`] : []
}

async function contents(db: Db, demo: boolean): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.kind', 'house', true)`)
    const [found] = await tx.execute<Remains>(remains)
    return [
      ...(demo ? [] : await demonstrationIn(tx, found!)),
      ...(found?.moved ? ['The database’s clock is moved for tests. Delete the row of the table test_clock.'] : []),
    ]
  })
}

const refuseWith = (faults: readonly string[]) => {
  if (faults.length) throw new NotFit(faults.join('\n'))
}

/** Refuses a role that row-level security would not bind, before anything is granted to it; `owner` is the role that migrates. */
export const checkRole = async (db: Db, owner?: string) => refuseWith(await powers(db, owner))

/** Refuses a database on which acts would not be safe. */
export async function check(db: Db, demo: boolean) {
  const behind = await currency(db)
  const faults = [...(await powers(db)), ...(await durability(db)), ...behind, ...(behind.length ? [] : await contents(db, demo))]
  refuseWith(faults)
}
