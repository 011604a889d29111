import 'server-only'
import { randomBytes } from 'node:crypto'
import type { FormState, Typed } from './answer'

/** An answer that its form cannot show: what was said, and what had been typed, by the fields' names. */
export type Kept = { title: string; text?: string; typed: { label: string; text: string }[] }

const LIFE = 15 * 60_000
const MOST = 500
/** Anyone can send a form: characters kept of one answer, names and texts together. */
const ROOM = 50_000

/** Takes of each text as much as there is room for, from the first on; `full` once there is none. */
function taker() {
  let room = ROOM
  const take = (text: string) => {
    const taken = text.slice(0, Math.max(0, room))
    room -= taken.length
    return taken
  }
  return { take, full: () => room <= 0 }
}
function fitting(typed: Kept['typed']): Kept['typed'] {
  const { take, full } = taker()
  return typed.flatMap(({ label, text }) => (full() ? [] : { label: take(label), text: take(text) }))
}
function fittingIn(typed: Typed): Typed {
  const { take, full } = taker()
  const entries = Object.entries(typed).flatMap(([name, sent]) =>
    full() ? [] : [[take(name), Array.isArray(sent) ? sent.map(take) : take(sent)]],
  )
  return Object.fromEntries(entries)
}

type Shelved = { kept: Kept; until: number } | { state: FormState; until: number }
/** One for all of the server's bundles. */
const shelf = ((globalThis as { keptAnswers?: Map<string, Shelved> }).keptAnswers ??= new Map())

/** Puts it aside for a quarter of an hour; whoever holds the token reads it. */
function shelve(what: { kept: Kept } | { state: FormState }): string {
  const now = performance.now()
  for (const [token, { until }] of shelf) if (until < now || shelf.size >= MOST) shelf.delete(token)
  const token = randomBytes(16).toString('base64url')
  shelf.set(token, { ...what, until: now + LIFE })
  return token
}
function onShelf(token: string | null | undefined): Shelved | null {
  const found = token ? shelf.get(token) : undefined
  return found && found.until >= performance.now() ? found : null
}

export const keepAnswer = (kept: Kept) => shelve({ kept: { ...kept, typed: fitting(kept.typed) } })
export function keptAnswer(token: string | null): Kept | null {
  const found = onShelf(token)
  return found && 'kept' in found ? found.kept : null
}

/** The answer to a form that was sent beside its page, for the page to show in it. */
export const keepState = (state: FormState) => shelve({ state: 'typed' in state ? { ...state, typed: fittingIn(state.typed) } : state })
export function keptState(token: string | undefined): FormState | null {
  const found = onShelf(token)
  return found && 'state' in found ? found.state : null
}
