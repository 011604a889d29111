export type Piece = { kind: 'same' | 'removed' | 'added'; text: string }

const tokens = (text: string) =>
  text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu)?.flatMap((word) => (/\p{Script=Han}/u.test(word) ? [...word] : [word])) ?? []

const LARGEST = 4_000_000

/** The difference of two texts: a Han character, a word or a mark at a time; texts too long for that are shown as replaced. */
export function compareTexts(before: string, after: string): Piece[] {
  const old = tokens(before)
  const now = tokens(after)
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  const middle = between(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  return join([...old.slice(0, head).map(same), ...middle, ...old.slice(old.length - tail).map(same)])
}

const same = (text: string): Piece => ({ kind: 'same', text })
const removed = (text: string): Piece => ({ kind: 'removed', text })
const added = (text: string): Piece => ({ kind: 'added', text })

function between(old: string[], now: string[]): Piece[] {
  if (old.length * now.length > LARGEST) return [...old.map(removed), ...now.map(added)]
  const width = now.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const was = old[i]
    const is = now[j]
    if (was !== undefined && was === is) {
      pieces.push(same(was))
      i++
      j++
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push(removed(was))
      i++
    } else if (is !== undefined) {
      pieces.push(added(is))
      j++
    }
  }
  return pieces
}

function join(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else joined.push({ ...piece })
  }
  return joined
}
