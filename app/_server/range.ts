export type Part = { start: number; end: number }

/**
 * The part of a file that a request asks for (RFC 9110, 14.2): null for the whole, `unsatisfiable` for one that lies behind
 * its end. Several parts at once are answered with the whole, as the rule allows; so is a header that is none.
 */
export function partOf(header: string | null, size: number): Part | null | 'unsatisfiable' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '')
  const [from, to] = [asked?.[1] ?? '', asked?.[2] ?? '']
  if (from === '' && to === '') return null
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last > 0 ? { start: size - last, end: size - 1 } : 'unsatisfiable'
  }
  const [start, end] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)]
  if (to !== '' && Number(to) < start) return null
  return start < size ? { start, end } : 'unsatisfiable'
}
