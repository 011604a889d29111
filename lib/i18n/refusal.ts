import type { Params } from '../kernel/outcome'
import type { Words } from './catalogue'

type Said = { code?: string; message?: string; params?: Params; maximum?: unknown; minimum?: unknown }

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
