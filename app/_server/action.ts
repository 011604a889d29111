import 'server-only'
import { randomBytes } from 'node:crypto'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type * as z from 'zod'
import type { Words } from '@/lib/i18n/catalogue'
import { labelOf, refusalOf } from '@/lib/i18n/refusal'
import { type Actor, type Duty, holds, visitor } from '@/lib/kernel/actor'
import { readForm } from '@/lib/kernel/form'
import { type Fault, type Refused, refuse } from '@/lib/kernel/outcome'
import { type Command, perform } from '@/lib/perform'
import { signInPath } from './back'
import { keepAnswer } from './kept'
import { words } from './locale'
import { logFault } from './log'
import { movedBy } from './moved'
import { isOurOrigin } from './origin'
import { PATH_HEADER, reader } from './session'

export type Typed = { [name: string]: string | string[] }
/** What a search inside a form found: boxes to be ticked, and what is said of it. */
export type Found = { said: string; choices: { value: string; title: string; hint: string; disabled: boolean }[] }
export type Looks = (actor: Actor, sent: Record<string, unknown>) => Promise<Found>
/** `turn` counts the answers, so that fields are set up anew with what was typed. */
export type FormState =
  | { status: 'idle'; turn: number }
  | { status: 'done'; turn: number; title: string; key: string; shown: Record<string, string> }
  | { status: 'looked'; turn: number; typed: Typed; key: string; found: Found }
  | {
      status: 'invalid' | 'refused' | 'fault'
      turn: number
      found?: Found
      title: string
      text?: string
      /** What was refused, where it was no field's. */
      code?: string
      errors: { field: string; label?: string; text: string }[]
      /** How a field and what is wrong with it are said, with {label} and {text}. */
      line: string
      typed: Typed
      key: string
      /** The case moved while the form was open. `isOver`: the form can no longer be sent. */
      moved?: { kept: string; see: string; address: string; isOver: boolean }
    }

type Plan<S extends z.ZodType, T, C extends string> = {
  /** Who may send it; none: whoever has signed in. */
  as?: readonly Duty[] | 'visitor'
  /** The catalogue whose `field` and `refusal` put the answer into words. */
  noun: keyof Words
  /** Fields that the form calls by another name of the catalogue than their own. */
  called?: Record<string, string>
  input: S
  /** Whose one-time link was sent, where that counts instead of the session; nobody's if it is closed. */
  bearer?: (input: z.output<S>) => Promise<Actor | null>
  run: Command<z.output<S>, T, C>
  /** What the rules say of the fields that fit, where the shape of others does not: all is said at once. */
  also?: (act: Parameters<Command<null, never, string>>[0], sent: Record<string, unknown>) => Promise<Fault[]>
  /** Where to go after it is done, or why not after all; without it the form stays and says so. */
  then?: (value: T, input: z.output<S>) => string | undefined | Refused | Promise<string | undefined | Refused>
  /** Sendings that each count anew, as saving a draft does; all others are done once for each form. */
  anew?: (input: z.output<S>) => boolean
  /** Refusals after which the page shows anew what it stands on, with what was typed left in the form. */
  rereads?: readonly NoInfer<C>[]
  /** What the form's own search, the button `look` beside the field `find`, answers; it does nothing else. */
  looks?: Looks
  /** What the form shows once of what was done, as a one-time link. */
  shown?: (value: T, input: z.output<S>) => Record<string, string> | Promise<Record<string, string>>
}

const typedOf = (form: FormData): Typed => {
  const typed: Typed = {}
  for (const [name, value] of form) {
    if (name.startsWith('$ACTION') || typeof value !== 'string' || /password/i.test(name)) continue
    const before = typed[name]
    typed[name] = before === undefined ? value : [before, value].flat()
  }
  return typed
}

/** After these the page may have no form left that could say them. */
const GONE: readonly string[] = ['stale', 'wrong_state', 'not_found', 'not_yours']
/** Of a field without a name only what a person wrote is given back, not the form's own codes. */
const WRITTEN = /[^\x20-\x7e]/
const UNSAID = /^(key|id|version|do)$|Id$/

/** Whoever is not asked to sign in acts as a visitor, signed in or not. */
const who = (as: readonly Duty[] | 'visitor' | undefined, actor: Actor): Actor => (as === 'visitor' ? visitor : actor)

/**
 * A form's way to a command: origin, session, duty, shape, act, words. It has no body of its own, so every form in the
 * portal is refused, kept and answered alike. What was typed comes back with every refusal; a repeat gets the first answer.
 */
export function formAction<S extends z.ZodType, T, C extends string>({
  as,
  noun,
  called = {},
  input,
  bearer,
  run,
  also,
  then,
  anew,
  rereads,
  looks,
  shown,
}: Plan<S, T, C>) {
  return async (before: FormState, form: FormData): Promise<FormState> => {
    const turn = before.turn + 1
    const w = await words()
    const typed = typedOf(form)
    const fresh = crypto.randomUUID()
    let found: Found | undefined
    const say = (
      status: 'invalid' | 'refused' | 'fault',
      title: string,
      text?: string,
      complaints: { field: string; text: string }[] = [],
      key = fresh,
    ): FormState => {
      const errors = complaints.map(({ field, text: wrong }) => ({ field, label: labelOf(w, noun, called[field] ?? field), text: wrong }))
      return { status, turn, title, text, errors, line: w.form.line, typed, key, found }
    }
    const asked = await headers()
    /** Without script the whole page is made anew; what its form can no longer say is said at the head of the page that is there instead. */
    const leave = (title: string, text: string | undefined, path: string): never => {
      const kept = Object.entries(typed).flatMap(([field, sent]) => {
        const [label, text] = [labelOf(w, noun, called[field] ?? field) ?? '', [sent].flat().join('\n')]
        return !UNSAID.test(field) && text && (label || WRITTEN.test(text)) ? { label, text } : []
      })
      redirect(`${path}${path.includes('?') ? '&' : '?'}kept=${keepAnswer({ title, text, typed: kept })}`)
    }
    const gone = (title: string, text?: string, path?: string) => {
      if (asked.has('next-action')) return say('refused', title, text)
      const { pathname, searchParams } = new URL(path ?? asked.get(PATH_HEADER) ?? '/', 'http://portal.invalid')
      searchParams.delete('kept')
      return leave(title, text, searchParams.size ? `${pathname}?${searchParams}` : pathname)
    }
    if (!isOurOrigin(asked.get('origin'))) return say('refused', w.form.foreign, w.form.foreignNext)
    let went: string | undefined
    try {
      const { actor, member } = await reader()
      if (as !== 'visitor' && !member) return gone(w.form.signedOut, w.form.signedOutNext, signInPath(asked.get(PATH_HEADER)))
      if (as !== 'visitor' && as && !holds(actor, ...as)) return gone(w.form.noDuty, w.form.noDutyNext)
      const { key, ...all } = readForm(form)
      const { find, look, ...rest } = all
      const sent = looks ? rest : all
      if (looks && find) found = await looks(actor, all)
      if (looks && look) return { status: 'looked', turn, typed, key: fresh, found: found ?? { said: '', choices: [] } }
      const parsed = await input.safeParseAsync(sent)
      if (!parsed.success) {
        const errors = parsed.error.issues.map((issue) => ({ field: issue.path.join('.') || 'form', text: refusalOf(w, noun, issue) }))
        const judged =
          also &&
          (await perform(async (act, fields: typeof sent) => refuse('invalid', { faults: await also(act, fields) }), who(as, actor), sent))
        for (const fault of (judged && !judged.ok && judged.faults) || [])
          if (errors.every(({ field }) => field !== fault.field)) errors.push({ field: fault.field, text: refusalOf(w, noun, fault) })
        return say('invalid', w.form.notSent(errors.length), undefined, errors)
      }
      const manner = typeof key === 'string' && /^[0-9a-f-]{36}$/.test(key) && !anew?.(parsed.data) ? { key } : {}
      const refused = ({ code, params, field, faults = field ? [{ field, code, params }] : [] }: Refused) => {
        const errors = faults.map((fault) => ({ field: fault.field, text: refusalOf(w, noun, fault) }))
        return errors.length > 0
          ? say('invalid', w.form.notSent(errors.length), undefined, errors)
          : { ...say('refused', w.form.notDone, refusalOf(w, noun, { code, params })), code }
      }
      const acting = bearer ? await bearer(parsed.data) : who(as, actor)
      if (!acting) return refused(refuse('link_closed'))
      const outcome = await perform(run, acting, parsed.data, manner)
      if (!outcome.ok) {
        const isPlain = !asked.has('next-action') && !outcome.field && !outcome.faults
        const hasMoved = outcome.code === 'stale' || outcome.code === 'wrong_state'
        const by = hasMoved ? await movedBy(w, typed.id, acting) : undefined
        if (isPlain && GONE.includes(outcome.code)) return gone(by ?? w.form.notDone, by ? undefined : refusalOf(w, noun, outcome))
        if (rereads?.includes(outcome.code)) refresh()
        const answer = refused(outcome)
        if (!hasMoved || answer.status !== 'refused') return answer
        const moved = { kept: w.form.movedKept, see: w.form.movedSee, address: asked.get(PATH_HEADER) ?? '/', isOver: by !== undefined }
        return { ...answer, ...(by && { title: by, text: undefined }), moved }
      }
      const next = await then?.(outcome.value, parsed.data)
      if (typeof next === 'object') return refused(next)
      went = next
      if (!went) {
        refresh()
        return { status: 'done', turn, title: w.form.done, key: fresh, shown: (await shown?.(outcome.value, parsed.data)) ?? {} }
      }
    } catch (error) {
      unstable_rethrow(error)
      const reference = randomBytes(4).toString('hex').toUpperCase()
      logFault(reference, error)
      // The key stays: whether the act landed is unknown, and sending it again must not do it twice.
      return say('fault', w.form.fault, w.form.faultNext(reference), [], typeof typed.key === 'string' ? typed.key : fresh)
    }
    redirect(went)
  }
}
