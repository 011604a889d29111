import 'server-only'
import { catalogues, type Words } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/formats'
import { labelOf, refusalOf, rowOf } from '@/lib/i18n/refusal'
import type { Refused } from '@/lib/kernel/outcome'

export type Typed = { [name: string]: string | string[] }
/** What a search inside a form found: boxes to be ticked, and what is said of it. */
export type Found = { said: string; choices: { value: string; title: string; hint: string; disabled: boolean }[] }
/** In every language, so that an answer is read in the language that its page is in when it is read. */
export type Spoken<T> = Record<Locale, T>
/** What became of one case among many: done, or why it was refused. */
export type Row = { named: string; refused: Spoken<string> | null }
/** What stands in the way. */
export type Said = {
  title: string
  text?: string
  errors: { field: string; label?: string; row?: string; text: string }[]
  /** How a field and what is wrong with it are said, with {label} and {text}. */
  line: string
  /** The case moved while the form was open. `isOver`: the form can no longer be sent. */
  moved?: { kept: string; see: string; address: string; isOver: boolean }
}
/** `turn` counts the answers, so that fields are set up anew with what was typed. */
export type FormState =
  | { status: 'idle'; turn: number }
  | { status: 'done'; turn: number; title: Spoken<string>; key: string; shown: Record<string, string> }
  | { status: 'each'; turn: number; title: Spoken<string>; rows: Row[] }
  | { status: 'looked'; turn: number; typed: Typed; key: string; found: Found }
  | {
      status: 'invalid' | 'refused' | 'fault'
      turn: number
      found?: Found
      said: Spoken<Said>
      /** What was refused, where it was no field's. */
      code?: string
      typed: Typed
      key: string
    }

/** A field and what is wrong with it, as a refusal or a shape has it. */
export type Complaint = { field: string; wrong: Parameters<typeof refusalOf>[2] }
export type Told = Extract<FormState, { status: 'invalid' | 'refused' | 'fault' }>
/** One sending of a form: in which noun's words it is answered, the how manieth it was, and what was typed and found. */
type Sending = {
  noun: keyof Words
  called: Record<string, string>
  /** What a field is called that only its own key names. */
  named?: ((field: string, language: Locale) => string | undefined) | undefined
  turn: number
  typed: Typed
  found?: Found | undefined
}

export const inEach = <T>(say: (w: Words, language: Locale) => T): Spoken<T> => ({
  'zh-CN': say(catalogues['zh-CN'], 'zh-CN'),
  en: say(catalogues.en, 'en'),
})

/** How a sending is answered, in the words of its noun and with what was typed; `fresh` is the key of the form that is shown then. */
export function answersTo(sending: Sending) {
  const { noun, called, turn, typed } = sending
  const fresh: string = crypto.randomUUID()
  const say = (
    status: Told['status'],
    speak: (w: Words, language: Locale) => Pick<Said, 'title' | 'text' | 'moved'>,
    complaints: Complaint[] = [],
    key = fresh,
  ): Told => {
    const said = inEach((w, language) => {
      const errors = complaints.map(({ field, wrong }) => {
        const at = rowOf(field, Object.keys(typed))
        return {
          field,
          label: sending.named?.(field, language) ?? labelOf(w, noun, field, called),
          row: at === undefined ? undefined : w.form.row(at),
          text: refusalOf(w, noun, wrong),
        }
      })
      return { ...speak(w, language), errors, line: w.form.line }
    })
    return { status, turn, said, typed, key, found: sending.found }
  }
  const invalid = (complaints: Complaint[]) => say('invalid', (w) => ({ title: w.form.notSent(complaints.length) }), complaints)
  /** `more`: what is said besides, or instead. */
  const refused = (
    { code, params, field, faults = field ? [{ field, code, params }] : [] }: Refused,
    more?: (w: Words, language: Locale) => Partial<Said>,
  ): Told =>
    faults.length > 0
      ? invalid(faults.map((wrong) => ({ field: wrong.field, wrong })))
      : {
          ...say('refused', (w, language) => ({
            title: w.form.notDone,
            text: refusalOf(w, noun, { code, params }),
            ...more?.(w, language),
          })),
          code,
        }
  return { fresh, say, invalid, refused }
}
