'use client'

import { type FormEvent, type RefObject, startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/app/_server/answer'
import { useLanguage } from '@/app/_ui/chinese-here'

type Action = (before: FormState, form: FormData) => Promise<FormState>
export type Saving = { at: 'idle' | 'typed' | 'saving' | 'saved' } | { at: 'failed'; why: string; code?: string }

const AFTER = 800
const AGAIN = 8_000

const formIn = (box: RefObject<HTMLElement | null>) => box.current?.querySelector('form') ?? null
const isSubmit = (button: HTMLElement | null): button is HTMLButtonElement =>
  button instanceof HTMLButtonElement && button.type === 'submit'

/**
 * Keeps the form in `box` as it is typed, a moment after the last key, one saving after the other; each answer's version goes into the
 * form, so that a submit is never stale by one's own hand. What is typed is saved before it is submitted, once, so that a refusal
 * loses nothing. `as` is what makes a sending a saving; a button that `isSave` only saves.
 */
export function useAutosave({
  action,
  version,
  as,
  offline,
  isSave,
}: {
  action: Action
  version: number
  as: { name: string; value: string }
  offline: string
  isSave?: (button: HTMLButtonElement | null) => boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  const held = useRef(version)
  const dirty = useRef(false)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef(Promise.resolve())
  const [saving, setSaving] = useState<Saving>({ at: 'idle' })
  const [kept, setKept] = useState(version)
  const language = useLanguage()
  const plan = useRef({ action, as, offline, isSave, language })
  plan.current = { action, as, offline, isSave, language }

  const save = useCallback((more: Record<string, string> = {}): Promise<void> => {
    const asked = Object.entries(more)
    const send = async () => {
      const form = formIn(box)
      if (!form || (!dirty.current && asked.length === 0)) return
      const { action: act, as: mark, offline: unanswered, language: speaks } = plan.current
      dirty.current = false
      busy.current = true
      const data = new FormData(form)
      data.delete('key')
      for (const [name, value] of [[mark.name, mark.value], ['version', String(held.current)], ...asked] as const) data.set(name, value)
      setSaving({ at: 'saving' })
      const answer = await new Promise<FormState | undefined>((settle) => {
        startTransition(async () => settle(await act({ status: 'idle', turn: 0 }, data).catch(() => undefined)))
      })
      busy.current = false
      if (answer?.status === 'done') {
        held.current = Number(answer.shown.version)
        const field = form.elements.namedItem('version')
        if (field instanceof HTMLInputElement) field.value = String(held.current)
        setKept(held.current)
        return setSaving({ at: dirty.current ? 'typed' : 'saved' })
      }
      const said = answer && 'said' in answer ? answer.said[speaks] : undefined
      const why = said ? (said.errors[0]?.text ?? said.text ?? said.title) : unanswered
      setSaving({ at: 'failed', why, code: answer && 'code' in answer ? answer.code : undefined })
      if (answer) return
      dirty.current = true
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        running.current = running.current.then(send)
      }, AGAIN)
    }
    clearTimeout(timer.current)
    running.current = running.current.then(send)
    return running.current
  }, [])
  /** For the event around the fields, or for a change that is none. What belongs to another form is not this one's. */
  const changed = (event?: FormEvent) => {
    const at = event?.target
    if (at instanceof HTMLInputElement && (at.type === 'file' || at.form !== formIn(box))) return
    dirty.current = true
    setSaving({ at: 'typed' })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), AFTER)
  }

  useEffect(() => {
    held.current = Math.max(held.current, version)
  }, [version])
  useEffect(() => {
    if (saving.at === 'idle' || saving.at === 'saved') return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [saving.at])
  useEffect(() => {
    const form = formIn(box)
    if (!form) return
    let waiting = false
    let passing = false
    const submitted = (event: SubmitEvent) => {
      const button = event.submitter as HTMLButtonElement | null
      const only = plan.current.isSave?.(button) ?? false
      if (passing || (!only && !dirty.current && !busy.current)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      // A second press meanwhile is the first one's.
      if (only) return void save()
      if (waiting) return
      waiting = true
      void save().then(() => {
        waiting = false
        if (!form.isConnected || (button && !isSubmit(button)) || (button && button.form !== form)) return
        passing = true
        form.requestSubmit(button)
        passing = false
      })
    }
    // React empties a form after each answer; what was typed stays.
    const stay = (event: Event) => event.preventDefault()
    form.addEventListener('submit', submitted)
    form.addEventListener('reset', stay)
    return () => {
      clearTimeout(timer.current)
      form.removeEventListener('submit', submitted)
      form.removeEventListener('reset', stay)
    }
  }, [save])

  return { box, saving, version: Math.max(kept, version), save, changed }
}
