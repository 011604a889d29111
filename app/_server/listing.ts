import 'server-only'
import { choose, heads, line, type SaidColumn } from '@/app/_ui/said-column'
import type { Actor } from '@/lib/kernel/actor'
import type { Page } from '@/lib/kernel/page'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { disposition } from './attachment'
import { csvText, type Line } from './csv-text'
import { format, words } from './locale'
import { actorBehind, reader } from './session'

export type Tx = Parameters<Parameters<typeof look>[1]>[0]
/** An address's questions; of a name that stands several times, all. */
export type Asked = Record<string, string | string[] | undefined>

export type Query = Record<string, string | undefined>
/** A table, described once for its page and its file: what it is called, its columns, and its rows page after page. */
export type Listing<Row> = {
  name: string
  columns: SaidColumn<Row>[]
  read: (tx: Tx, after?: string, limit?: number) => Promise<Page<Row>>
}
/** The same as a file takes it. */
export type Sheet = { name: string; head: Line; read: (tx: Tx, after?: string, limit?: number) => Promise<Page<Line>> }

/** A table whose rows are all there at once. */
export const whole = <Row>(name: string, columns: SaidColumn<Row>[], rows: readonly Row[]): Listing<Row> => ({
  name,
  columns,
  read: async () => ({ rows: [...rows], next: null }),
})

/** What the address asks of a file, as its page reads it. */
export function askedOf({ url }: Request): Asked {
  const { searchParams } = new URL(url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())]
      .map((name) => [name, searchParams.getAll(name)])
      .map(([name, all]) => [name, all!.length > 1 ? all : all![0]]),
  )
}

const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

const CASE = /^[A-Z]{2}-\d{4}-\d{1,9}$/
const CASES_MOST = 50
/** The cases that were ticked in a list: as many as stand on one page. */
export const casesIn = ({ case: ticked }: Asked): string[] =>
  [...new Set([ticked].flat().filter((number): number is string => CASE.test(number ?? '')))].slice(0, CASES_MOST)

/** A table as its page: the columns that the address chooses, and the rows behind its place. */
export const pageOf = async <Row>(tx: Tx, listing: Listing<Row>, asked: Asked) => ({
  page: await listing.read(tx, one(asked.after)),
  table: choose(listing.columns, asked.columns),
})

/** A table as its file: the columns that the address chooses, and all rows. */
export function sheetOf<Row>({ name, columns, read }: Listing<Row>, asked: Asked): Sheet {
  const { shown } = choose(columns, asked.columns)
  return {
    name,
    head: heads(shown),
    read: async (tx, after, limit) => {
      const { rows, next } = await read(tx, after, limit)
      return { next, rows: rows.map((row) => line(shown, row)) }
    },
  }
}

const FIRST = 500
const powers = ({ kind, organizationId, memberId, duties }: Actor) => JSON.stringify([kind, organizationId, memberId, duties])

/**
 * A table as a file equal to its page, streamed: page after page is read by key, each in a transaction of its own under its reader,
 * whose session must live on and may no less than at first.
 */
export async function csvFile(actor: Actor, define: (tx: Tx, now: Date) => Promise<Sheet>): Promise<Response> {
  const { sid } = await reader()
  const [{ shell }, f] = [await words(), await format()]
  const { sheet, first, now } = await look(actor, async (tx, at) => {
    const defined = await define(tx, at)
    return { sheet: defined, first: await defined.read(tx, undefined, FIRST), now: at }
  })
  const read = async (after: string | undefined, limit: number) => {
    if (after === undefined) return first
    const still = actor.memberId ? await actorBehind(sid) : actor
    return powers(still) === powers(actor) ? look(actor, (tx) => sheet.read(tx, after, limit)) : null
  }
  const { full, late, left } = shell.list.end
  const ends = { full: (n: number) => full(f.count(n)), late: (n: number) => late(f.count(n)), left: (n: number) => left(f.count(n)) }
  const [text, encoder] = [csvText(sheet.head, read, ends), new TextEncoder()]
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { done, value } = await text.next()
      if (done) stream.close()
      else stream.enqueue(encoder.encode(value))
    },
    async cancel() {
      await text.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': disposition(`${sheet.name} ${f.day(dayOf(now))}.csv`),
      'cache-control': 'private, no-store',
    },
  })
}
