import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type * as z from 'zod'
import type { Words } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/formats'
import { refusalOf } from '@/lib/i18n/refusal'
import { type Actor, type Duty, holds, visitor } from '@/lib/kernel/actor'
import { readForm } from '@/lib/kernel/form'
import { isId } from '@/lib/kernel/id'
import { type Fault, type Refused, refuse } from '@/lib/kernel/outcome'
import { type Command, perform } from '@/lib/perform'
import { answersTo, type Complaint, type FormState, type Found, inEach, type Row, type Typed } from './answer'
import { signInPath } from './back'
import { leaveFor, mayBeGone, writtenIn } from './gone'
import { locale, words } from './locale'
import { logFault } from './log'
import { movedSince } from './moved'
import { isOurOrigin } from './origin'
import { askedPath, reader } from './session'

export type Looks = (actor: Actor, sent: Record<string, unknown>) => Promise<Found>

/** `id`: the case's; `named`: what it is called by in the answer. */
export type Part<I> = { id: string; named: string; input: I }

type Plan<S extends z.ZodType, T, C extends string> = {
  /** Who may send it; none: whoever has signed in. */
  as?: readonly Duty[] | 'visitor'
  /** The catalogue whose `field` and `refusal` put the answer into words. */
  noun: keyof Words
  /** Fields that the form calls by another name than the catalogue's `field` has for them: another of its names, or with dots the place of one. */
  called?: Record<string, string>
  /** What fields are called of which a form has many, each told by its key or by what was chosen beside it. */
  names?: (language: Locale) => Promise<(field: string, typed: Typed) => string | undefined>
  /** Of what was sent, what a person chose or wrote, as they would read it. */
  written?: (typed: Typed, w: Words) => Typed
  input: S
  /** Whose one-time link was sent, where that counts instead of the session; nobody's if it is closed. */
  bearer?: (input: z.output<S>) => Promise<Actor | null>
  run: Command<z.output<S>, T, C>
  /** One sending for many cases, cut into one for each, each an act of its own: what is refused of one takes none of the others back. */
  each?: (input: z.output<S>) => readonly Part<z.output<S>>[]
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

export const typedOf = (form: FormData): Typed => {
  const typed: Typed = {}
  for (const [name, value] of form) {
    if (name.startsWith('$ACTION') || typeof value !== 'string' || /password/i.test(name)) continue
    const before = typed[name]
    typed[name] = before === undefined ? value : [before, value].flat()
  }
  return typed
}

/** The key of one act among those of a sending: always the same for the same sending and case. */
function keyOf(key: string, id: string) {
  const digits = createHash('sha256').update(`${key} ${id}`).digest('hex')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

/** Whoever is not asked to sign in acts as a visitor, signed in or not. */
const who = (as: readonly Duty[] | 'visitor' | undefined, actor: Actor): Actor => (as === 'visitor' ? visitor : actor)

/** What the shape finds wrong, and beside it what the rules say of the fields that fit. */
async function faultsIn<S extends z.ZodType>(
  { as, also }: Pick<Plan<S, never, never>, 'as' | 'also'>,
  { issues, sent, actor }: { issues: z.core.$ZodIssue[]; sent: Record<string, unknown>; actor: Actor },
): Promise<Complaint[]> {
  const found = issues.map((issue): Complaint => ({ field: issue.path.join('.') || 'form', wrong: issue }))
  if (!also) return found
  const judged = await perform(
    async (act, fields: typeof sent) => refuse('invalid', { faults: await also(act, fields) }),
    who(as, actor),
    sent,
  )
  for (const fault of (!judged.ok && judged.faults) || [])
    if (found.every(({ field }) => field !== fault.field)) found.push({ field: fault.field, wrong: fault })
  return found
}

/**
 * A form's way to a command: origin, session, duty, shape, act, words. It has no body of its own, so every form in the
 * portal is refused, kept and answered alike. What was typed comes back with every refusal; a repeat gets the first answer.
 */
export function formAction<S extends z.ZodType, T, C extends string>(plan: Plan<S, T, C>) {
  const { as, noun, called = {}, names, input, bearer, run, each, then, anew, rereads, looks, shown } = plan
  return async (before: FormState, form: FormData): Promise<FormState> => {
    const [w, asked, typed, turn] = [await words(), await headers(), typedOf(form), before.turn + 1]
    const sending: Parameters<typeof answersTo>[0] = { noun, called, turn, typed }
    const { fresh, say, invalid, refused } = answersTo(sending)
    const leave = async (title: string, text: string | undefined, path?: string) =>
      leaveFor({ title, text, typed: writtenIn(typed, w, plan, named?.[await locale()]) }, path)
    if (!isOurOrigin(asked.get('origin'))) return say('refused', ({ form: f }) => ({ title: f.foreign, text: f.foreignNext }))
    let went: string | undefined
    let named: Record<Locale, (field: string, typed: Typed) => string | undefined> | undefined
    try {
      if (names) {
        const tell = { 'zh-CN': await names('zh-CN'), en: await names('en') }
        named = tell
        sending.named = (field, language) => tell[language](field, typed)
      }
      const { actor, member } = await reader()
      if (as !== 'visitor' && !member) {
        await leave(w.form.signedOut, w.form.signedOutKept, signInPath(await askedPath()))
        return say('refused', ({ form: f }) => ({ title: f.signedOut, text: f.signedOutNext }))
      }
      if (as !== 'visitor' && as && !holds(actor, ...as)) {
        await leave(w.form.noDuty, w.form.noDutyNext)
        return say('refused', ({ form: f }) => ({ title: f.noDuty, text: f.noDutyNext }))
      }
      const { key, ...all } = readForm(form)
      const { find, look, ...rest } = all
      const sent = looks ? rest : all
      if (looks && find) sending.found = await looks(actor, all)
      if (looks && look) return { status: 'looked', turn, typed, key: fresh, found: sending.found ?? { said: '', choices: [] } }
      const parsed = await input.safeParseAsync(sent)
      if (!parsed.success) return invalid(await faultsIn(plan, { issues: parsed.error.issues, sent, actor }))
      const acting = bearer ? await bearer(parsed.data) : who(as, actor)
      if (!acting) return refused(refuse('link_closed'))
      const isOnce = typeof key === 'string' && isId(key) && !anew?.(parsed.data)
      if (each) {
        const rows: Row[] = []
        for (const { id, named, input: part } of each(parsed.data)) {
          const outcome = await perform(run, acting, part, isOnce ? { key: keyOf(key, id) } : {})
          rows.push({ named, refused: outcome.ok ? null : inEach((one) => refusalOf(one, noun, outcome.faults?.[0] ?? outcome)) })
        }
        refresh()
        const done = rows.filter(({ refused: why }) => !why).length
        // The same key stands under the answer, so that the very same sending is answered the same again.
        return { status: 'each', turn, title: inEach(({ form: f }) => f.each(done, rows.length)), rows }
      }
      const outcome = await perform(run, acting, parsed.data, isOnce ? { key } : {})
      if (!outcome.ok) {
        const answer = refused(outcome, await movedSince(outcome, typed.id, acting))
        const { title, text } = answer.said[await locale()]
        if (answer.status === 'refused' && mayBeGone(outcome.code)) await leave(title, text)
        if (rereads?.includes(outcome.code)) refresh()
        return answer
      }
      const next = await then?.(outcome.value, parsed.data)
      if (typeof next === 'object') return refused(next)
      went = next
      if (!went) {
        refresh()
        return {
          status: 'done',
          turn,
          title: inEach(({ form: f }) => f.done),
          key: fresh,
          shown: (await shown?.(outcome.value, parsed.data)) ?? {},
        }
      }
    } catch (error) {
      unstable_rethrow(error)
      const reference = randomBytes(4).toString('hex').toUpperCase()
      logFault(reference, error)
      // The key stays: whether the act landed is unknown, and sending it again must not do it twice.
      return say(
        'fault',
        ({ form: f }) => ({ title: f.fault, text: f.faultNext(reference) }),
        [],
        typeof typed.key === 'string' ? typed.key : fresh,
      )
    }
    redirect(went)
  }
}
