import { type Day, isDay } from './time'

/** One page of a keyset list: at most `size` rows, and the cursor behind the last one when more follow. */
export type Page<T> = { rows: T[]; next: string | null }

/** Cuts a list that was read with one row too many. */
export function cut<T>(rows: T[], size: number, cursor: (last: T) => string): Page<T> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? cursor(last) : null }
}

/** Behind which row the next page begins: its instant, and its id where instants are equal. */
export const cursorOf = (at: Date | string, id: string) => `${typeof at === 'string' ? at : at.toISOString()}~${id}`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/

/** Reads a cursor out of an address; what is none is the first page. `infinity` stands for no instant at all. */
export function readCursor(text: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = text?.split('~') ?? []
  // The year 0000 and a 30 February are instants to Date.parse, and a fault to the database.
  const isInstant = at === 'infinity' || (INSTANT.test(at) && isDay(at.slice(0, 10)) && !at.startsWith('0000'))
  return isInstant && UUID.test(id) ? { at, id } : null
}

/** Reads a cursor whose place is a day, `2026-11-24~id`; what is none is the first page. */
export function readDayCursor(text: string | undefined): { on: Day; id: string } | null {
  const [on = '', id = ''] = text?.split('~') ?? []
  return isDay(on) && !on.startsWith('0000') && UUID.test(id) ? { on, id } : null
}
