import 'server-only'
import type { Words } from '@/lib/i18n/catalogue'
import { labelOf, refusalOf, rowOf } from '@/lib/i18n/refusal'
import type { Refused } from '@/lib/kernel/outcome'

export type Typed = { [name: string]: string | string[] }
/** What a search inside a form found: boxes to be ticked, and what is said of it. */
export type Found = { said: string; choices: { value: string; title: string; hint: string; disabled: boolean }[] }
/** What became of one case among many: done, or why it was refused. */
export type Row = { named: string; refused: string | null }
/** `turn` counts the answers, so that fields are set up anew with what was typed. */
export type FormState =
  | { status: 'idle'; turn: number }
  | { status: 'done'; turn: number; title: string; key: string; shown: Record<string, string> }
  | { status: 'each'; turn: number; title: string; rows: Row[] }
  | { status: 'looked'; turn: number; typed: Typed; key: string; found: Found }
  | {
      status: 'invalid' | 'refused' | 'fault'
      turn: number
      found?: Found
      title: string
      text?: string
      /** What was refused, where it was no field's. */
      code?: string
      errors: { field: string; label?: string; row?: string; text: string }[]
      /** How a field and what is wrong with it are said, with {label} and {text}. */
      line: string
      typed: Typed
      key: string
      /** The case moved while the form was open. `isOver`: the form can no longer be sent. */
      moved?: { kept: string; see: string; address: string; isOver: boolean }
    }

export type Complaint = { field: string; text: string }
type Told = Extract<FormState, { status: 'invalid' | 'refused' | 'fault' }>
/** One sending of a form: in which noun's words it is answered, the how manieth it was, and what was typed and found. */
type Sending = {
  noun: keyof Words
  called: Record<string, string>
  /** What a field is called that only its own key names. */
  named?: ((field: string) => string | undefined) | undefined
  turn: number
  typed: Typed
  found?: Found | undefined
}

/** How a sending is answered, in the words of its noun and with what was typed; `fresh` is the key of the form that is shown then. */
export function answersTo(sending: Sending, w: Words) {
  const { noun, called, turn, typed } = sending
  const fresh: string = crypto.randomUUID()
  const say = (status: Told['status'], title: string, text?: string, complaints: Complaint[] = [], key = fresh): Told => {
    const errors = complaints.map(({ field, text: wrong }) => {
      const at = rowOf(field, Object.keys(typed))
      return {
        field,
        label: sending.named?.(field) ?? labelOf(w, noun, field, called),
        row: at === undefined ? undefined : w.form.row(at),
        text: wrong,
      }
    })
    return { status, turn, title, text, errors, line: w.form.line, typed, key, found: sending.found }
  }
  const invalid = (complaints: Complaint[]) => say('invalid', w.form.notSent(complaints.length), undefined, complaints)
  const refused = ({ code, params, field, faults = field ? [{ field, code, params }] : [] }: Refused): Told =>
    faults.length > 0
      ? invalid(faults.map((fault) => ({ field: fault.field, text: refusalOf(w, noun, fault) })))
      : { ...say('refused', w.form.notDone, refusalOf(w, noun, { code, params })), code }
  return { fresh, say, invalid, refused }
}
