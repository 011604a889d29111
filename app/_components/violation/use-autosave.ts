'use client'

import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/app/_server/action'

type Action = (before: FormState, form: FormData) => Promise<FormState>
export type Saving = { state: 'idle' | 'unsaved' | 'saving' | 'saved' } | { state: 'failed'; text: string }

const PAUSE = 1200

/**
 * Keeps a draft as it is typed, a moment after the last key. The version that comes back goes into the form, and a submit waits
 * for a saving that is under way, so that one's own submit is never stale.
 */
export function useAutosave(inside: RefObject<HTMLElement | null>, action: Action, version: number, onVersion: (version: number) => void) {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const held = useRef(version)
  const running = useRef<Promise<void> | null>(null)
  const timer = useRef<number | undefined>(undefined)
  const dirty = useRef(false)

  const save = useCallback(
    async (more: Record<string, string> = {}): Promise<void> => {
      window.clearTimeout(timer.current)
      const form = inside.current?.closest('form')
      if (!form) return
      if (running.current) await running.current
      const run = async () => {
        setSaving({ state: 'saving' })
        dirty.current = false
        const sent = new FormData(form)
        for (const [name, value] of Object.entries({ do: 'keep', version: String(held.current), ...more })) sent.set(name, value)
        const answer = await action({ status: 'idle', turn: 0 }, sent).catch((): null => null)
        if (answer?.status !== 'done')
          return setSaving({
            state: 'failed',
            text: answer && 'title' in answer ? `${answer.title} ${'text' in answer ? (answer.text ?? '') : ''}` : '',
          })
        held.current = Number(answer.shown.version)
        const field = form.elements.namedItem('version')
        if (field instanceof HTMLInputElement) field.value = String(held.current)
        onVersion(held.current)
        setSaving({ state: 'saved' })
      }
      running.current = run()
      await running.current
      running.current = null
    },
    [inside, action, onVersion],
  )

  useEffect(() => {
    if (saving.state !== 'unsaved' && saving.state !== 'saving') return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [saving.state])

  /** For the React event around the fields: a listener of the form's own would render between the key and the field's handler. */
  const changed = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && (target.type === 'file' || target.form !== inside.current?.closest('form'))) return
    dirty.current = true
    setSaving({ state: 'unsaved' })
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(save, PAUSE)
  }

  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form) return
    const submitted = (event: SubmitEvent) => {
      window.clearTimeout(timer.current)
      if (!dirty.current && !running.current) return
      event.preventDefault()
      event.stopPropagation()
      const submitter = event.submitter as HTMLButtonElement | null
      // What is typed is saved first, so that a refusal loses nothing; a second press meanwhile finds the button busy.
      void (dirty.current ? save() : running.current)?.then(() => {
        if (!submitter || submitter.type === 'submit') form.requestSubmit(submitter)
      })
    }
    // React empties a form after each answer; what was typed stays.
    const kept = (event: Event) => event.preventDefault()
    form.addEventListener('submit', submitted)
    form.addEventListener('reset', kept)
    return () => {
      window.clearTimeout(timer.current)
      form.removeEventListener('submit', submitted)
      form.removeEventListener('reset', kept)
    }
  }, [inside, save])

  return { saving, save, changed }
}
