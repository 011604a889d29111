import type { Params } from '../kernel/outcome'
import type { Words } from './catalogue'

type Said = { code?: string; message?: string; params?: Params; maximum?: unknown; minimum?: unknown }

/** What a noun calls the field that was sent under this name, or the field that it is a part of; nothing where only the page knows. */
export function labelOf(words: Words, noun: keyof Words, field: string): string | undefined {
  const own = (words[noun] as { field?: unknown }).field
  if (typeof own !== 'object' || own === null) return undefined
  const said = (own as Record<string, unknown>)[field] ?? (own as Record<string, unknown>)[field.split('.')[0] ?? '']
  return typeof said === 'string' ? said : undefined
}

/** A refusal or a shape's complaint in words: the noun's own, else the forms' common ones. */
export function refusalOf(words: Words, noun: keyof Words, { code = 'invalid', message, params = {}, maximum, minimum }: Said): string {
  const own = (words[noun] as { refusal?: Words['form']['refusal'] }).refusal ?? {}
  const common = words.form.refusal
  const key =
    [message, code, code === 'invalid_type' ? 'required' : 'invalid'].find(
      (one) => one !== undefined && (Object.hasOwn(own, one) || Object.hasOwn(common, one)),
    ) ?? 'invalid'
  const said = own[key] ?? common[key] ?? ''
  const limits = { ...(maximum !== undefined && { maximum: String(maximum) }), ...(minimum !== undefined && { minimum: String(minimum) }) }
  return typeof said === 'function' ? said({ ...limits, ...params }) : said
}
