// Renamed works are pointed out with the reason, and a human decides: names only warn, they never block (V10-01; 同名不同作品).
import { normalNumber } from '../../registration/rules/number'
import { fold, soundOf, stemOf } from './fold'

/**
 * Why two names are near, strongest first.
 * - `number_equal`: one official number.
 * - `equal_folded`: the same title but for spaces, marks, case and script.
 * - `alias`: the same, where at least one of the two is an alias.
 * - `season_suffix`: the same but for season, edition or restart.
 * - `homophone`: other characters, the same sound.
 * - `one_edit`: one character more, less, other or swapped with its neighbour.
 * - `starts_with`: the one goes on where the other ends.
 */
export const NEAR_CODES = ['number_equal', 'equal_folded', 'alias', 'season_suffix', 'homophone', 'one_edit', 'starts_with'] as const
export type NearCode = (typeof NEAR_CODES)[number]
/** `mine` and `theirs` are the names as they stand, for display. */
export type NearReason = { code: NearCode; mine: string; theirs: string }
export type Named = { title: string; aliases?: readonly string[]; numbers?: readonly string[] }

/** Below this a single other character makes another title. */
const EDIT_MIN = 4
const PREFIX_MIN = 3

/** One insertion, deletion, substitution or swap of neighbours apart. */
function isOneEdit(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].toSorted((x, y) => x.length - y.length) as [string[], string[]]
  if (short.length < EDIT_MIN || long.length - short.length > 1) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head += 1
  const rest = (characters: string[], from: number) => characters.slice(from).join('')
  if (short.length < long.length) return rest(short, head) === rest(long, head + 1)
  const swapped = short[head] === long[head + 1] && short[head + 1] === long[head]
  return (
    head < short.length && (rest(short, head + 1) === rest(long, head + 1) || (swapped && rest(short, head + 2) === rest(long, head + 2)))
  )
}

function startsWith(a: string, b: string): boolean {
  const [short, long] = [a, b].toSorted((x, y) => x.length - y.length) as [string, string]
  return long.startsWith(short) && (short.length >= PREFIX_MIN || (short.length === 2 && long.length <= 4))
}

type Name = { text: string; folded: string; stem: string; isAlias: boolean }
const nameOf = (text: string, isAlias: boolean): Name => {
  const folded = fold(text)
  return { text, folded, stem: stemOf(folded), isAlias }
}
const namesOf = ({ title, aliases = [] }: Named) =>
  [nameOf(title, false), ...aliases.map((alias) => nameOf(alias, true))].filter(({ folded }) => folded !== '')

function nearness(a: Name, b: Name): NearCode | null {
  if (a.folded === b.folded) return a.isAlias || b.isAlias ? 'alias' : 'equal_folded'
  if (a.stem === b.stem) return 'season_suffix'
  if ([...a.stem].length > 1 && soundOf(a.stem) === soundOf(b.stem)) return 'homophone'
  if (isOneEdit(a.folded, b.folded) || isOneEdit(a.stem, b.stem)) return 'one_edit'
  return startsWith(a.folded, b.folded) || startsWith(a.stem, b.stem) ? 'starts_with' : null
}

const strength = ({ code }: NearReason) => NEAR_CODES.indexOf(code)

/** Why these two works may be one, each pair of names with its strongest reason, strongest first; null when nothing speaks for it. */
export function explainNear(mine: Named, theirs: Named): NearReason[] | null {
  const numbers = (mine.numbers ?? []).flatMap((a) =>
    (theirs.numbers ?? [])
      .filter((b) => normalNumber(a) === normalNumber(b))
      .map((b): NearReason => ({ code: 'number_equal', mine: a, theirs: b })),
  )
  const names = namesOf(mine).flatMap((a) =>
    namesOf(theirs).flatMap((b): NearReason[] => {
      const code = nearness(a, b)
      return code ? [{ code, mine: a.text, theirs: b.text }] : []
    }),
  )
  const reasons = [...numbers, ...names].toSorted((a, b) => strength(a) - strength(b))
  return reasons.length > 0 ? reasons : null
}
