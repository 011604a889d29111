import type { Sql } from 'postgres'

/** Whose ids are given to what belongs together: a work, who reported it, what was decided, listed, ordered and mended. */
const CASES = [
  'dramas',
  'registrations',
  'violations',
  'violation_subjects',
  'blacklist_entries',
  'takedown_orders',
  'takedown_answers',
  'penalties',
  'rectifications',
  'mini_programs',
  'platform_accounts',
  'operators',
  'subject_statements',
  'batches',
  'placements',
  'violation_evidence',
]
/** People, organizations and what is made once for all of them, and what the clock draws by itself; none of it is copied. */
const ONCE =
  /^(organi[sz]ation|member|session|sign_in|password|invitation|mails|inspection|biweekly|campaign|announcement|guidance|consultation|takedown_sightings|form_keys|files|episodes|notices|access_log|demonstrations|heartbeats|.*_counters|test_clock)/
/** What only tells of a case holds nothing together. */
const TELLING = /^(events|event_|facts|waiting|notices)/

export type Column = { name: string; type: string; given: boolean }
export type Table = { name: string; columns: Column[] }
export type Story = { ids: string[]; kind: 'filed' | 'file' | 'reported'; dramas: number; violations: number; events: number }

/** Tables of the portal with their columns; `given`: the database fills it in by itself. */
export async function tablesOf(sql: Sql): Promise<Table[]> {
  const rows = await sql<{ table: string; name: string; type: string; given: boolean }[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      a.attidentity <> '' or a.attgenerated <> '' or a.atttypid = 'xid8'::regtype as given
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and (c.relrowsecurity or c.relname = 'register_names')
    order by c.relname, a.attnum`
  return [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    columns: columns.map(({ name: of, type, given }) => ({ name: of, type, given })),
  }))
}

export const isCopied = ({ name }: Table) => !ONCE.test(name) || name === 'notices'

/** What of the demonstration hangs together, each with what it holds. Only ids that cases give each other tie; whose they are does not. */
export async function storiesOf(sql: Sql, tables: readonly Table[]): Promise<Story[]> {
  const [kinds, above] = [new Map<string, string>(), new Map<string, string>()]
  for (const table of CASES)
    for (const { id } of await sql<{ id: string }[]>`select id::text from ${sql(table)}`) {
      kinds.set(id, table)
      above.set(id, id)
    }
  const first = (id: string): string => {
    const next = above.get(id)!
    if (next === id) return id
    const found = first(next)
    above.set(id, found)
    return found
  }
  for (const table of tables.filter((one) => isCopied(one) && !TELLING.test(one.name))) {
    const ids = table.columns.flatMap(({ name, type }) => (type === 'uuid' ? [name] : []))
    for (const row of await sql<Record<string, string>[]>`select distinct ${sql(ids)} from ${sql(table.name)}`) {
      const [one, ...others] = Object.values(row).filter((id) => id && kinds.has(id))
      for (const other of others) above.set(first(other), first(one!))
    }
  }
  const events = new Map(
    (await sql<{ id: string; n: number }[]>`select subject_id::text as id, count(*)::int as n from events group by 1`).map(({ id, n }) => [
      id,
      n,
    ]),
  )
  return [...Map.groupBy(kinds.keys(), first).values()].map((ids) => {
    const held = (table: string) => ids.filter((id) => kinds.get(id) === table).length
    const violations = held('violations')
    return {
      ids,
      kind: held('batches') ? ('file' as const) : violations ? ('reported' as const) : ('filed' as const),
      dramas: held('dramas'),
      violations,
      events: ids.reduce((sum, id) => sum + (events.get(id) ?? 0), 0),
    }
  })
}

export type Size = { violations: number; dramas: number; events: number }
/** The whole industry: what `bench:load` loads unless another size is asked for. */
export const NATIONAL: Size = { violations: 1_000_000, dramas: 430_000, events: 5_000_000 }
/** The same in small, by its reports. */
export const sizeOf = (violations: number): Size => ({
  violations,
  dramas: Math.round((violations * NATIONAL.dramas) / NATIONAL.violations),
  events: Math.round((violations * NATIONAL.events) / NATIONAL.violations),
})

const KINDS = ['file', 'reported', 'filed'] as const

/**
 * How often a story of each kind is told so that at least as many reports and works come out as asked for, and as near as can be to
 * so many events. Files carry most reports, as they do in the field.
 */
export function copiesOf(stories: readonly Story[], { violations, dramas, events }: Size): Record<Story['kind'], number> {
  const sum = (kind: Story['kind'], of: 'dramas' | 'violations' | 'events') =>
    stories.filter((story) => story.kind === kind).reduce((total, story) => total + story[of], 0)
  const told = (reported: number) => {
    const file = Math.max(1, Math.ceil((violations - reported * sum('reported', 'violations')) / sum('file', 'violations')))
    const filed = Math.max(
      1,
      Math.ceil((dramas - reported * sum('reported', 'dramas') - file * sum('file', 'dramas')) / sum('filed', 'dramas')),
    )
    return { file, reported, filed }
  }
  const most = Math.max(1, Math.floor(violations / sum('reported', 'violations')))
  const off = (copies: Record<Story['kind'], number>) =>
    Math.abs(KINDS.reduce((total, kind) => total + copies[kind] * sum(kind, 'events'), 0) - events)
  const tries = Array.from({ length: Math.min(most, 400) }, (_, i) => told(Math.max(1, Math.round(((i + 1) * most) / Math.min(most, 400)))))
  return tries.reduce((best, one) => (off(one) < off(best) ? one : best))
}
