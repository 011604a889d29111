import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type * as z from 'zod'
import type { Words } from '@/lib/i18n/catalogue'
import { labelOf, rowOf } from '@/lib/i18n/refusal'
import { chosenIn, withoutKeys } from '@/lib/kernel/form'
import type { Typed } from './answer'
import { type Kept, keepAnswer } from './kept'
import { askedPath } from './session'

/** After these the page may have no form left that could say them. */
const GONE: readonly string[] = ['stale', 'wrong_state', 'not_found', 'not_yours']
/** Of a field without a name only what a person wrote is given back, not the form's own codes. */
const WRITTEN = /[^\x20-\x7e]/
const UNSAID = /^(key|id|version|do)$|Id$/

/** Whether the form's own page may be without the form once it has been refused so. */
export const mayBeGone = (code: string) => GONE.includes(code)

type Asking = {
  noun: keyof Words
  called?: Record<string, string>
  input: z.ZodType
  written?: (typed: Typed, w: Words) => Typed
}

/** What a person typed, by the names under which the form asked for it; what was chosen from a list is not given back as its code. */
export function writtenIn(
  typed: Typed,
  w: Words,
  { noun, called = {}, input, written = (all) => all }: Asking,
  named?: (field: string, typed: Typed) => string | undefined,
): Kept['typed'] {
  const chosen = chosenIn(input)
  return Object.entries(written(typed, w)).flatMap(([field, sent]) => {
    const own = named?.(field, typed)
    const [name, at] = [labelOf(w, noun, field, called), rowOf(field, Object.keys(typed))]
    const label = own ?? (name && at ? w.form.row(at).replace('{label}', () => name) : (name ?? ''))
    const text = [sent].flat().join('\n')
    if (UNSAID.test(field) || chosen.includes(withoutKeys(field)) || !text) return []
    return label || WRITTEN.test(text) ? [{ label, text }] : []
  })
}

/**
 * Without script the whole page is made anew, and its form may be gone: what it can no longer say is said at the head of the page
 * that is there instead. Returns where a script reads the answer in the form itself.
 */
export async function leaveFor(answer: Kept, path?: string): Promise<void> {
  const asked = await headers()
  if (asked.has('next-action')) return
  const { pathname, searchParams } = new URL(path ?? (await askedPath()), 'http://portal.invalid')
  searchParams.set('kept', keepAnswer(answer))
  redirect(`${pathname}?${searchParams}`)
}
