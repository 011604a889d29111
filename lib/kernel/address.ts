/** The questions whose name may stand several times in an address: choices of which any number may be ticked. */
const SEVERAL: Record<string, readonly string[]> = {
  '/guidance/class': ['subject'],
  '/platform/takedown/absent': ['case'],
  '/regulator/violation/duplicates': ['case'],
}
/** The columns of a table, on whatever page. */
const ANYWHERE: readonly string[] = ['columns']

/** Can this path be read at all? One with half a character or a NUL in it leads nowhere. */
export function isPath(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/**
 * What an address asks as every page and file reads it: each name once, the first time it stands, and no NUL, which the
 * database takes for none. `null` where it already asks so.
 */
export function askedOnce(path: string, asked: URLSearchParams): URLSearchParams | null {
  const kept = new URLSearchParams()
  let isAsSent = true
  for (const [name, value] of asked) {
    const isAgain = kept.has(name) && !ANYWHERE.includes(name) && !SEVERAL[path]?.includes(name)
    const text = value.replaceAll('\0', '')
    isAsSent &&= !isAgain && text === value
    if (!isAgain) kept.append(name, text)
  }
  return isAsSent ? null : kept
}
