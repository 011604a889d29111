import { sql } from 'drizzle-orm'
import type { Db } from '../client'

/** Whoever asks with raw SQL: the settings that row-level security goes by. */
type Reader = { kind: string; organizationId: string | null; memberId: string | null }
/** A case that does not tell one of its organizations: what names the one, and what names the other. */
type Sealed = { case: string; tokens: string[]; organizationId: string; hands: string[] }
type Row = { table: string; tokens: Set<string> }

/** Ways from a case to its sealed platform that are told, with why they say nothing. */
export const WAYS_TOLD: readonly string[] = [
  // An order names its platform: on a work every platform has one, on a mini-program its host has, whoever proposed the entry.
  'takedown_orders',
  'takedown_orders > takedown_orders',
  'takedown_outlines',
  'takedown_outlines > takedown_outlines',
]

const TOKEN = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b(?:HM|JB|ZG|CF)-\d+(?:-\d+)?\b/g

/** Every case that has a filer, a proposer, an orderer or an imposer to hide, with the ids and numbers of both sides. */
export async function sealedCases(owner: Db): Promise<Sealed[]> {
  const rows = await owner.execute<{ case: string; tokens: string[]; organizationId: string; hands: string[] }>(sql`
    select c.number as case, array[c.id::text, c.number] as tokens, o.id as "organizationId", array(select m.id::text from members m where m.organization_id = o.id) as hands
    from (
      select v.id, v.number, f.filer_id as sealed from violations v join violation_filings f on f.violation_id = v.id
      union select e.id, e.number, p.proposer_id from blacklist_entries e join blacklist_proposals p on p.entry_id = e.id
      union select r.id, r.number, unnest(array[o.opener_id, o.platform_id]) from rectifications r join rectification_orders o on o.rectification_id = r.id
      union select p.id, p.number, p.platform_id from penalties p
    ) c join organizations o on o.id = c.sealed and o.kind = 'platform' where c.number is not null order by 1, 3`)
  return [...rows]
}

async function readableRows(db: Db, { kind, organizationId, memberId }: Reader): Promise<Row[]> {
  return db.transaction(
    async (tx) => {
      await tx.execute(
        sql`select set_config('app.kind', ${kind}, true), set_config('app.organization', ${organizationId ?? ''}, true), set_config('app.member', ${memberId ?? ''}, true)`,
      )
      const tables = await tx.execute<{ name: string }>(
        sql`select relname as name from pg_class where relkind in ('r', 'v', 'm') and relnamespace = 'public'::regnamespace order by 1`,
      )
      const rows: Row[] = []
      for (const { name } of tables)
        for (const { text } of await tx.execute<{ text: string }>(sql`select to_jsonb(t)::text as text from ${sql.identifier(name)} t`))
          rows.push({ table: name, tokens: new Set(text.match(TOKEN)) })
      const ids = [...new Set(rows.flatMap(({ tokens }) => [...tokens]))].filter((token) => token.length === 36)
      // What passes by the policies answers of every id that was read; the question and its answer are one row.
      const functions = await tx.execute<{ name: string; takes: string }>(sql`
        select proname as name, pg_get_function_identity_arguments(oid) as takes from pg_proc
        where prosecdef and pronamespace = 'public'::regnamespace and has_function_privilege(oid, 'execute') and prorettype not in ('boolean'::regtype, 'void'::regtype)
          and pg_get_function_identity_arguments(oid) ~ '^\\w+ uuid(\\[\\])?$' order by 1`)
      for (const { name, takes } of functions)
        for (const { asked, text } of await tx.execute<{ asked: string; text: string }>(sql`
          select i.asked::text, to_jsonb(r)::text as text from unnest(array[${sql.join(ids, sql`, `)}]::uuid[]) i (asked),
            lateral ${sql.identifier(name)}(${takes.endsWith('[]') ? sql`array[i.asked]` : sql`i.asked`}) r where r is not null`))
          rows.push({ table: name, tokens: new Set([asked, ...(text.match(TOKEN) ?? [])]) })
      return rows
    },
    { accessMode: 'read only' },
  )
}

/**
 * The ways by which this reader comes from a case to the organization that the case does not tell: one row that names both (or a
 * member of it), or two rows with something in common. Whatever is `known` is no link: organizations and what a case is about, of
 * which everybody may know where it stands. As `table` or `table > table`, each with a case for which it holds.
 */
export async function waysTo(db: Db, owner: Db, cases: readonly Sealed[], reader: Reader): Promise<Map<string, string>> {
  const rows = await readableRows(db, reader)
  const known = new Set(
    (
      await owner.execute<{ id: string }>(
        sql`select id from organizations union select id from dramas union select id from mini_programs union select id from platform_accounts`,
      )
    ).map(({ id }) => id),
  )
  const naming = new Map<string, Row[]>()
  for (const row of rows)
    for (const token of row.tokens) {
      if (!naming.has(token)) naming.set(token, [])
      naming.get(token)!.push(row)
    }
  const ways = new Map<string, string>()
  for (const { case: number, tokens, organizationId, hands } of cases) {
    if (organizationId === reader.organizationId) continue
    const tells = ({ tokens: told }: Row) => told.has(organizationId) || hands.some((hand) => told.has(hand))
    for (const row of tokens.flatMap((token) => naming.get(token) ?? [])) {
      if (tells(row)) ways.set(row.table, number)
      else
        for (const link of row.tokens)
          if (!known.has(link) && !tokens.includes(link))
            for (const next of naming.get(link)!) if (next !== row && tells(next)) ways.set(`${row.table} > ${next.table}`, number)
    }
  }
  return ways
}
