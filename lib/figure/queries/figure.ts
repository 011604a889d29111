import { and, arrayOverlaps, desc, eq, gte, inArray, isNull, lt, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { dramas, facts, miniPrograms, platformAccounts } from '@/db/schema'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { digestOf, type Figure, type FigureDefinition, type Frozen, type Position } from '../rules'
import type { Standing, TargetKind } from '../workflow'

const some = <T, V extends readonly T[]>(held: V | undefined, clause: (held: V) => SQL) => (held?.length ? clause(held) : undefined)

const seenIn = (column: SQLWrapper, { snapshot }: Position) => sql`pg_visible_in_snapshot(${column}, ${snapshot}::pg_snapshot)`

/**
 * The subject stands on one of these platforms: its mini-program, its account, or a work that the platform found or took a measure on.
 * Placements say nothing here: they carry no position, and a frozen figure must come out again.
 */
function standsOn(platforms: string[], at?: Position): SQL {
  const theirs = alias(facts, 'theirs')
  const measuredThere = and(
    inArray(theirs.ownerId, platforms),
    eq(theirs.what, 'measured'),
    inArray(theirs.targetKind, ['drama', 'episode']),
    at ? seenIn(theirs.writtenIn, at) : undefined,
    at ? sql`(${theirs.voidedIn} is null or not ${seenIn(theirs.voidedIn, at)})` : isNull(theirs.voidedIn),
  )
  const among = (table: typeof miniPrograms | typeof platformAccounts) =>
    sql`${facts.targetId} in (select ${table.id} from ${table} where ${inArray(table.platformId, platforms)})`
  return or(
    and(inArray(facts.targetKind, ['drama', 'episode']), inArray(facts.ownerId, platforms)),
    among(miniPrograms),
    among(platformAccounts),
    sql`${facts.targetId} in (select ${theirs.targetId} from ${facts} as "theirs" where ${measuredThere})`,
  )!
}

/** The facts that a definition means, as they stood at a position or as they stand now. */
function meant(d: FigureDefinition, at?: Position): SQL {
  return and(
    d.orMeasured
      ? or(eq(facts.what, d.what), and(eq(facts.what, 'measured'), ne(facts.source, 'self_inspection')))
      : eq(facts.what, d.what),
    some(d.targetKinds, (kinds) => inArray(facts.targetKind, [...kinds])),
    some(d.rungs, (rungs) => inArray(facts.rung, [...rungs])),
    d.stage ? eq(facts.stage, d.stage) : undefined,
    some(d.groups, (groups) => arrayOverlaps(facts.groups, [...groups])),
    some(d.codes, (codes) => arrayOverlaps(facts.codes, [...codes])),
    some(d.sources, (sources) => inArray(facts.source, [...sources])),
    some(d.standings, (standings) => inArray(facts.standing, [...standings])),
    some(d.ownerIds, (owners) => inArray(facts.ownerId, [...owners])),
    some(d.standsOn, (platforms) => standsOn([...platforms], at)),
    some(d.platformIds, (platforms) => inArray(facts.platformId, [...platforms])),
    some(d.bureauIds, (bureaus) => inArray(facts.bureauId, [...bureaus])),
    d.batchId ? eq(facts.batchId, d.batchId) : undefined,
    d.from ? gte(facts.countsAt, new Date(d.from)) : undefined,
    d.to ? lt(facts.countsAt, new Date(d.to)) : undefined,
    at ? seenIn(facts.writtenIn, at) : undefined,
    at ? sql`(${facts.voidedIn} is null or not ${seenIn(facts.voidedIn, at)})` : sql`${facts.voidedIn} is null`,
  )!
}

/** An episode counts for its work, so both are one target. */
const kind = sql<string>`case when ${facts.targetKind} = 'episode' then 'drama' else ${facts.targetKind} end`

/**
 * How large a work is by the facts that count: as a whole where a fact says so, else its episodes together, each once. Nothing where
 * no fact knows.
 */
const together = (size: SQLWrapper, episode: SQLWrapper) =>
  sql<number | null>`greatest(max(${size}) filter (where ${episode} is null), sum(${size}) filter (where ${episode} is not null))`

/**
 * A figure from the record, as far as its reader may read the rows that make it. Works, mini-programs and accounts count once
 * each; episodes and minutes are those of each work and each episode once, and `unknown` says of how many works they are not known.
 */
export async function figure(tx: Tx, definition: FigureDefinition, at?: Position): Promise<Figure> {
  const piece = tx
    .select({
      kind: kind.as('kind'),
      targetId: facts.targetId,
      episode: facts.episode,
      rows: sql<number>`count(*)`.as('rows'),
      episodes: sql<number | null>`max(${facts.episodes})`.as('episodes'),
      seconds: sql<number | null>`max(${facts.seconds})`.as('seconds'),
    })
    .from(facts)
    .where(meant(definition, at))
    .groupBy(kind, facts.targetId, facts.episode)
    .as('piece')
  const each = tx
    .select({
      rows: sql<number>`sum(${piece.rows})`.as('rows'),
      work: sql<boolean>`${piece.kind} = 'drama'`.as('work'),
      episodes: together(piece.episodes, piece.episode).as('episodes'),
      seconds: together(piece.seconds, piece.episode).as('seconds'),
    })
    .from(piece)
    .groupBy(piece.kind, piece.targetId)
    .as('each')
  const quantity = { episodes: sql`${each.episodes}`, minutes: sql`${each.seconds}` }
  const { measure } = definition
  if (measure === 'targets') {
    const [row] = await tx.select({ value: sql<number>`count(*)::int`, rows: sql<number>`coalesce(sum(${each.rows}), 0)::int` }).from(each)
    return { value: row!.value, unknown: 0, rows: row!.rows }
  }
  if (measure === 'cases') {
    const [row] = await tx
      .select({ value: sql<number>`count(distinct ${facts.caseId})::int`, rows: sql<number>`count(*)::int` })
      .from(facts)
      .where(meant(definition, at))
    return { value: row!.value, unknown: 0, rows: row!.rows }
  }
  const [row] = await tx
    .select({
      value: sql<number>`coalesce(sum(${quantity[measure]}), 0)::bigint`.mapWith(Number),
      unknown: sql<number>`(count(*) filter (where ${quantity[measure]} is null))::int`,
      rows: sql<number>`coalesce(sum(${each.rows}), 0)::int`,
    })
    .from(each)
    .where(eq(each.work, true))
  return { value: measure === 'minutes' ? Math.round(row!.value / 60) : row!.value, unknown: row!.unknown, rows: row!.rows }
}

const KEYS = {
  owner: sql<string>`${facts.ownerId}::text`,
  bureau: sql<string>`${facts.bureauId}::text`,
  platform: sql<string>`${facts.platformId}::text`,
  source: sql<string>`${facts.source}`,
  stage: sql<string>`${facts.stage}`,
  rung: sql<string>`${facts.rung}`,
  group: sql<string>`unnest(${facts.groups})`,
  code: sql<string>`unnest(${facts.codes})`,
}
export type FigureKey = keyof typeof KEYS

/** The parts of a figure: targets, or their episodes or seconds together, and of how many works those are not known. */
const amountIn = (measure: FigureDefinition['measure'], quantity: SQL) => ({
  value: sql<number>`${measure === 'targets' ? sql`count(*)` : sql`coalesce(sum(${quantity}), 0)`}::bigint`.mapWith(Number),
  unknown: measure === 'targets' ? sql<number>`0` : sql<number>`(count(*) filter (where ${quantity} is null))::int`,
})
const roundedIn = (measure: FigureDefinition['measure'], { value, ...rest }: Figure): Figure => ({
  value: measure === 'minutes' ? Math.round(value / 60) : value,
  ...rest,
})

/**
 * A figure of one unit, told apart by whose it is, by group and so on. What belongs to two of them counts in both, so the parts may
 * add up to more than the whole. Only for `targets`, `episodes` and `minutes`.
 */
export async function figureBy(tx: Tx, definition: FigureDefinition, key: FigureKey, at?: Position): Promise<Map<string, Figure>> {
  const split = tx
    .select({
      key: KEYS[key].as('key'),
      kind: kind.as('kind'),
      targetId: facts.targetId,
      episode: facts.episode,
      episodes: facts.episodes,
      seconds: facts.seconds,
    })
    .from(facts)
    .where(meant(definition, at))
    .as('split')
  const piece = tx
    .select({
      key: split.key,
      kind: split.kind,
      targetId: split.targetId,
      episode: split.episode,
      rows: sql<number>`count(*)`.as('rows'),
      episodes: sql<number | null>`max(${split.episodes})`.as('episodes'),
      seconds: sql<number | null>`max(${split.seconds})`.as('seconds'),
    })
    .from(split)
    .groupBy(split.key, split.kind, split.targetId, split.episode)
    .as('piece')
  const each = tx
    .select({
      key: piece.key,
      work: sql<boolean>`${piece.kind} = 'drama'`.as('work'),
      rows: sql<number>`sum(${piece.rows})`.as('rows'),
      episodes: together(piece.episodes, piece.episode).as('episodes'),
      seconds: together(piece.seconds, piece.episode).as('seconds'),
    })
    .from(piece)
    .groupBy(piece.key, piece.kind, piece.targetId)
    .as('each')
  const { measure } = definition
  const quantity = measure === 'minutes' ? sql`${each.seconds}` : sql`${each.episodes}`
  const rows = await tx
    .select({ key: each.key, ...amountIn(measure, quantity), rows: sql<number>`sum(${each.rows})::int` })
    .from(each)
    .where(measure === 'targets' ? undefined : eq(each.work, true))
    .groupBy(each.key)
  return new Map(rows.filter((row) => row.key !== null).map(({ key: of, ...row }) => [of, roundedIn(measure, row)]))
}

/**
 * A figure by the Beijing day on which each work, mini-program or account came in for the first time, its episodes and minutes with it;
 * the days add up to the figure, but for minutes, which are rounded for each. Only for `targets`, `episodes` and `minutes`.
 */
export async function figureByDay(tx: Tx, definition: FigureDefinition, at?: Position): Promise<Map<string, Figure>> {
  const piece = tx
    .select({
      kind: kind.as('kind'),
      targetId: facts.targetId,
      episode: facts.episode,
      at: sql<Date>`min(${facts.countsAt})`.as('at'),
      rows: sql<number>`count(*)`.as('rows'),
      episodes: sql<number | null>`max(${facts.episodes})`.as('episodes'),
      seconds: sql<number | null>`max(${facts.seconds})`.as('seconds'),
    })
    .from(facts)
    .where(meant(definition, at))
    .groupBy(kind, facts.targetId, facts.episode)
    .as('piece')
  const each = tx
    .select({
      day: sql<string>`to_char(min(${piece.at}) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`.as('day'),
      work: sql<boolean>`${piece.kind} = 'drama'`.as('work'),
      rows: sql<number>`sum(${piece.rows})`.as('rows'),
      episodes: together(piece.episodes, piece.episode).as('episodes'),
      seconds: together(piece.seconds, piece.episode).as('seconds'),
    })
    .from(piece)
    .groupBy(piece.kind, piece.targetId)
    .as('each')
  const { measure } = definition
  const quantity = measure === 'minutes' ? sql`${each.seconds}` : sql`${each.episodes}`
  const rows = await tx
    .select({ day: each.day, ...amountIn(measure, quantity), rows: sql<number>`sum(${each.rows})::int` })
    .from(each)
    .where(measure === 'targets' ? undefined : eq(each.work, true))
    .groupBy(each.day)
    .orderBy(each.day)
  return new Map(rows.map(({ day, ...row }) => [day, roundedIn(measure, row)]))
}

/** Where the record stands now, in the order of commits. */
export async function positionNow(tx: Tx): Promise<Position> {
  const [row] = await tx.execute<{ seq: number; snapshot: string }>(
    sql`select coalesce(max(seq), 0)::int as seq, pg_current_snapshot()::text as snapshot from events`,
  )
  return { seq: row!.seq, snapshot: row!.snapshot }
}

/** A figure as it stands, with the rows that make it, for what is published or closed. A reader who sees part of them freezes that part. */
export async function freeze(tx: Tx, definition: FigureDefinition, at?: Position): Promise<Frozen> {
  const position = at ?? (await positionNow(tx))
  const value = await figure(tx, definition, position)
  const rows = await tx
    .select({ id: sql<string>`${facts.eventId} || ':' || ${facts.n}` })
    .from(facts)
    .where(meant(definition, position))
  const rowIds = rows.map(({ id }) => id).sort()
  const frozen = { definition, figure: value, position, rowIds }
  return { ...frozen, sha256: digestOf(frozen) }
}

export type FigureRow = {
  id: string
  what: (typeof facts.$inferSelect)['what']
  targetKind: TargetKind
  targetId: string
  /** Title, name or handle; empty where the reader may not read it. */
  title: string
  caseNoun: string
  caseId: string
  caseNumber: string | null
  rung: string | null
  codes: string[]
  /** The one episode that it is about. */
  episode: number | null
  episodes: number | null
  seconds: number | null
  standing: Standing
  countsAt: Date
  /** Taken back since; in a frozen figure it stays and is marked. */
  voided: boolean
}

const titled = (tx: Tx) =>
  tx
    .select({
      fact: facts,
      title: sql<string | null>`coalesce(${dramas.title}, ${miniPrograms.name}, ${platformAccounts.handle})`,
    })
    .from(facts)
    .leftJoin(dramas, eq(dramas.id, facts.targetId))
    .leftJoin(miniPrograms, eq(miniPrograms.id, facts.targetId))
    .leftJoin(platformAccounts, eq(platformAccounts.id, facts.targetId))

const PAGE = 50
const NUMBERED = ['violation', 'penalty', 'rectification', 'blacklist', 'takedown', 'sheet'] as const
const TABLES: Record<(typeof NUMBERED)[number], string> = {
  violation: 'violations',
  penalty: 'penalties',
  rectification: 'rectifications',
  blacklist: 'blacklist_entries',
  takedown: 'takedown_orders',
  sheet: 'inspection_sheets',
}

async function numbersOf(tx: Tx, rows: readonly { caseNoun: string; caseId: string }[]) {
  const numbers = new Map<string, string>()
  for (const noun of NUMBERED) {
    const ids = [...new Set(rows.filter((row) => row.caseNoun === noun).map(({ caseId }) => caseId))]
    if (ids.length === 0) continue
    const found = await tx.execute<{ id: string; number: string }>(
      sql`select id, number from ${sql.identifier(TABLES[noun])} where id = any(${sql.param(ids)}::uuid[]) and number is not null`,
    )
    for (const { id, number } of found) numbers.set(id, number)
  }
  return numbers
}

/** What kept rows of figures are about, by their ids, as far as the reader reads them; a title is empty where that is sealed. */
export async function rowsById(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Pick<FigureRow, 'title' | 'rung' | 'codes' | 'countsAt'>>> {
  const events = [...new Set(ids.map((id) => id.split(':')[0]!))]
  if (events.length === 0) return new Map()
  const rows = await titled(tx).where(inArray(facts.eventId, events))
  return new Map(rows.map(({ fact, title }) => [`${fact.eventId}:${fact.n}`, { ...fact, title: title ?? '' }]))
}

/** The rows that a figure is made of, newest first, 50 a page; `limit` raises the page for a file. */
export async function rowsOfFigure(
  tx: Tx,
  definition: FigureDefinition,
  { at, after, limit = PAGE }: { at?: Position; after?: string; limit?: number } = {},
): Promise<Page<FigureRow>> {
  const from = readCursor(after?.replace(/#\d+$/, ''))
  const n = Number(/#(\d+)$/.exec(after ?? '')?.[1] ?? 0)
  const rows = await titled(tx)
    .where(
      and(
        meant(definition, at),
        from ? sql`(${facts.countsAt}, ${facts.eventId}, ${facts.n}) < (${from.at}::timestamptz, ${from.id}::uuid, ${n})` : undefined,
      ),
    )
    .orderBy(desc(facts.countsAt), desc(facts.eventId), desc(facts.n))
    .limit(limit + 1)
  const numbers = await numbersOf(
    tx,
    rows.map(({ fact }) => fact),
  )
  const page = cut(rows, limit, ({ fact }) => `${cursorOf(fact.countsAt, fact.eventId)}#${fact.n}`)
  return {
    next: page.next,
    rows: page.rows.map(({ fact, title }) => ({
      ...fact,
      id: `${fact.eventId}:${fact.n}`,
      title: title ?? '',
      caseNumber: numbers.get(fact.caseId) ?? null,
      voided: fact.voidedBy !== null,
    })),
  }
}
