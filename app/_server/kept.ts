import 'server-only'
import { randomBytes } from 'node:crypto'

/** An answer that its form cannot show: what was said, and what had been typed, by the fields' names. */
export type Kept = { title: string; text?: string; typed: { label: string; text: string }[] }

const LIFE = 15 * 60_000
const MOST = 500
/** Anyone can send a form: characters kept of one answer, names and texts together. */
const ROOM = 50_000

/** As much of what was typed as there is room for, from the first field on. */
function fitting(typed: Kept['typed']): Kept['typed'] {
  let room = ROOM
  const take = (text: string) => {
    const taken = text.slice(0, Math.max(0, room))
    room -= taken.length
    return taken
  }
  return typed.flatMap(({ label, text }) => (room > 0 ? { label: take(label), text: take(text) } : []))
}

/** One for all of the server's bundles. */
const shelf = ((globalThis as { keptAnswers?: Map<string, Kept & { until: number }> }).keptAnswers ??= new Map())

/** Puts an answer aside for a quarter of an hour; whoever holds the token reads it. */
export function keepAnswer(kept: Kept): string {
  const now = performance.now()
  for (const [token, { until }] of shelf) if (until < now || shelf.size >= MOST) shelf.delete(token)
  const token = randomBytes(16).toString('base64url')
  shelf.set(token, { ...kept, typed: fitting(kept.typed), until: now + LIFE })
  return token
}

export function keptAnswer(token: string | null): Kept | null {
  const kept = token ? shelf.get(token) : undefined
  return kept && kept.until >= performance.now() ? kept : null
}
