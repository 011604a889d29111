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

/** Reads a cursor out of an address; what is none is the first page. `infinity` stands for no instant at all. */
export function readCursor(text: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = text?.split('~') ?? []
  const isInstant = at === 'infinity' || (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)))
  return isInstant && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { at, id } : null
}
