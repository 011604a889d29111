/** One page of a keyset list: at most `size` rows, and the cursor behind the last one when more follow. */
export type Page<T> = { rows: T[]; next: string | null }

/** Cuts a list that was read with one row too many. */
export function cut<T>(rows: T[], size: number, cursor: (last: T) => string): Page<T> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? cursor(last) : null }
}
