'use client'

import { createContext, type ReactNode, useActionState, useContext } from 'react'
import type { FormState, Found } from '@/app/_server/answer'
import { buttonClass } from '@/app/_ui/button'
import { useLanguage } from '@/app/_ui/chinese-here'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Note } from '@/app/_ui/note'
import { caseLinks } from './case-links'
import { EachAnswer, type EachWords } from './each-answer'

export type FormAnswer = {
  errors: Record<string, string>
  typed: Record<string, string | string[]> | null
  turn: number
  prefix: string
  shown: Record<string, string>
  refused?: string
  found: Found | null
}
const Answer = createContext<FormAnswer>({ errors: {}, typed: null, turn: 0, prefix: '', shown: {}, found: null })

/** What the last answer says of a field: its error, and what was typed into it. */
export function useAnswer(name: string) {
  const { errors, typed, prefix, turn } = useContext(Answer)
  const sent = typed?.[name]
  const error = errors[name]
  return { id: `${prefix}${name}`, error: error && caseLinks(error), sent, answered: typed !== null, turn }
}

/** All that was typed into a form that was not taken; nothing where there is nothing to give back. */
export const useTyped = () => useContext(Answer).typed

/** The names of all fields that the last answer complained of. */
export const useErrors = () => Object.keys(useContext(Answer).errors)

/** Why the last answer did nothing, where that was no field's; nothing where it did. */
export const useRefused = () => useContext(Answer).refused

/** What the form's own search found, as long as it is looked for. */
export const useFound = () => useContext(Answer).found

/** What the last answer shows once, as a one-time link; nothing before, and nothing after a repeat. */
export const useShown = () => useContext(Answer).shown

/**
 * The one form of the portal. It works without JavaScript, sends a key so that a repeat is answered once, shows what
 * stands in the way first and focused, and gives back what was typed.
 */
export function ActionForm({
  action,
  formKey,
  hidden = {},
  prefix = '',
  children,
  className,
  id,
  each,
  before = { status: 'idle', turn: 0 },
}: {
  action: (before: FormState, form: FormData) => Promise<FormState>
  /** New for each rendering: `crypto.randomUUID()` on the server. */
  formKey: string
  hidden?: Record<string, string | number>
  /** Sets the ids of this form's fields apart where a page holds several forms. */
  prefix?: string
  children: ReactNode
  className?: string
  id?: string
  /** Where one sending does many acts: how each is answered. */
  each?: EachWords
  /** What this form was answered elsewhere. */
  before?: FormState
}) {
  const [state, submit] = useActionState(action, before)
  const failed = state.status === 'invalid' || state.status === 'refused' || state.status === 'fault'
  const language = useLanguage()
  const said = failed ? state.said[language] : undefined
  const errors = said?.errors ?? []
  const answer: FormAnswer = {
    errors: Object.fromEntries(
      [...Map.groupBy(errors, ({ field }) => field)].map(([field, all]) => [field, all.map(({ text }) => text).join('\n')]),
    ),
    typed: failed || state.status === 'looked' ? state.typed : null,
    turn: state.turn,
    prefix,
    shown: state.status === 'done' ? state.shown : {},
    refused: failed ? state.code : undefined,
    found: failed || state.status === 'looked' ? (state.found ?? null) : null,
  }
  const moved = said?.moved
  const isFilled =
    failed &&
    Object.entries(state.typed).some(([name, value]) => name !== 'key' && !(name in hidden) && [value].flat().some((one) => one.trim()))
  return (
    <form action={submit} className={className} id={id} noValidate data-over={moved?.isOver || undefined}>
      {errors.length > 0 && said && (
        <ErrorSummary
          turn={state.turn}
          title={said.title}
          line={said.line}
          errors={errors.map((error) => ({ ...error, field: `${prefix}${error.field}` }))}
        />
      )}
      {said && errors.length === 0 && (
        <div className="mb-3">
          <Note tone={state.status === 'fault' ? 'overdue' : 'waiting'} title={said.title} live>
            {said.text && <p>{caseLinks(said.text)}</p>}
            {moved && isFilled && <p>{moved.kept}</p>}
            {moved && (
              <p className="mt-2">
                <a href={moved.address} data-button="" className={buttonClass({ look: 'outline' })}>
                  {moved.see}
                </a>
              </p>
            )}
          </Note>
        </div>
      )}
      {state.status === 'done' && Object.keys(state.shown).length === 0 && (
        <div className="mb-3">
          <Note tone="done" title={state.title[language]} live />
        </div>
      )}
      {state.status === 'each' && each && <EachAnswer title={state.title[language]} rows={state.rows} words={each} />}
      <input type="hidden" name="key" value={state.status === 'idle' || state.status === 'each' ? formKey : state.key} readOnly />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {state.status !== 'each' && <Answer value={answer}>{children}</Answer>}
    </form>
  )
}
