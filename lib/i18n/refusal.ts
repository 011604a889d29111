import { withoutKeys } from '../kernel/form'
import type { Params } from '../kernel/outcome'
import type { Words } from './catalogue'

type Said = { code?: string; message?: string; params?: Params; maximum?: unknown; minimum?: unknown; origin?: unknown; format?: unknown }

const textAt = (words: unknown, path: readonly string[]): string | undefined => {
  const said = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? at[name as never] : undefined),
    words,
  )
  return typeof said === 'string' ? said : undefined
}

/**
 * What a noun calls the field that was sent under this name, or the field that it is a part of; nothing where only the page knows.
 * `called` gives it another of the noun's fields, or with dots the place in the noun's words where its name stands. Keys of rows do not count.
 */
export function labelOf(words: Words, noun: keyof Words, field: string, called: Record<string, string> = {}): string | undefined {
  const path = withoutKeys(field).split('.')
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join('.')
    const place = Object.hasOwn(called, name) ? called[name]! : name
    const said = textAt(words[noun], place !== name && place.includes('.') ? place.split('.') : ['field', place])
    if (said) return said
  }
  return undefined
}

/** The how manieth row of those that were sent together a field stands in, from 1; nothing where it stands in none. */
export function rowOf(field: string, sent: readonly string[]): number | undefined {
  const [, rows, key] = /^(.+?\.)(\d+)(?:\.|$)/.exec(field) ?? []
  if (!rows || !key) return undefined
  const keys = [...new Set(sent.flatMap((name) => (name.startsWith(rows) ? (/^\d+/.exec(name.slice(rows.length)) ?? []) : [])))]
  const at = keys.sort((a, b) => Number(a) - Number(b)).indexOf(key)
  return at < 0 ? Number(key) + 1 : at + 1
}

/** What is wrong with what was chosen from a list, not with what was typed: a value of none, an answer of none, too few ticked. */
const isChoice = ({ code, origin, format }: Said) =>
  code === 'invalid_value' || code === 'invalid_union' || (code === 'too_small' && origin === 'array') || format === 'uuid'

/** A refusal or a shape's complaint in words: the noun's own, else the forms' common ones. What was not chosen is to be chosen, not filled in. */
export function refusalOf(words: Words, noun: keyof Words, said: Said): string {
  const { code = 'invalid', params = {}, maximum, minimum } = said
  const message = said.message === 'required' && isChoice(said) ? 'choose' : said.message
  const own = (words[noun] as { refusal?: Words['form']['refusal'] }).refusal ?? {}
  const common = words.form.refusal
  const key =
    [message, code, code === 'invalid_type' ? 'required' : 'invalid'].find(
      (one) => one !== undefined && (Object.hasOwn(own, one) || Object.hasOwn(common, one)),
    ) ?? 'invalid'
  const sentence = own[key] ?? common[key] ?? ''
  const limits = { ...(maximum !== undefined && { maximum: String(maximum) }), ...(minimum !== undefined && { minimum: String(minimum) }) }
  return typeof sentence === 'function' ? sentence({ ...limits, ...params }) : sentence
}
