'use client'

import { type FormEvent, type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { ActionForm } from '@/app/_components/form/action-form'
import type { FormState } from '@/app/_server/action'
import { Button } from '@/app/_ui/button'
import { FormActs } from '@/app/_ui/form-layout'
import { State } from '@/app/_ui/state'
import { keep } from '@/app/(portal)/creator/drama/actions'
import { DraftFields, type DraftWords } from './draft-fields'

type SaveWords = { saving: string; unsaved: string; notSaved: string; offline: string; save: string; busy: string }
type Saving = { at: 'kept' | 'typed' | 'saving' } | { at: 'failed'; why: string }
type Fields = Omit<Parameters<typeof DraftFields>[0], 'words' | 'changed'>

const AFTER = 700
const AGAIN = 8_000

/** Saves the form by itself, one saving after the other; each answer's version goes into the form, so that a submit is never stale by one's own hand. */
function useSaving(version: number, offline: string) {
  const box = useRef<HTMLDivElement>(null)
  const held = useRef(version)
  const dirty = useRef(false)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef(Promise.resolve())
  const [saving, setSaving] = useState<Saving>({ at: 'kept' })
  const [current, setCurrent] = useState(version)

  const keepVersion = (form: HTMLFormElement, saved: number) => {
    held.current = saved
    const field = form.elements.namedItem('version')
    if (field instanceof HTMLInputElement) field.value = String(saved)
    setCurrent(saved)
  }
  const send = async () => {
    const form = box.current?.querySelector('form')
    if (!form || !dirty.current) return
    dirty.current = false
    busy.current = true
    const data = new FormData(form)
    data.delete('key')
    data.set('intent', 'autosave')
    data.set('version', String(held.current))
    setSaving({ at: 'saving' })
    const answer = await new Promise<FormState | undefined>((settle) => {
      startTransition(async () => settle(await keep({ status: 'idle', turn: 0 }, data).catch(() => undefined)))
    })
    busy.current = false
    if (answer?.status === 'done') keepVersion(form, Number(answer.shown.version))
    if (answer?.status === 'done' || answer?.status === 'idle') return setSaving({ at: dirty.current ? 'typed' : 'kept' })
    setSaving({ at: 'failed', why: answer?.errors[0]?.text ?? answer?.text ?? offline })
    if (!answer) later(AGAIN)
  }
  const save = () => {
    clearTimeout(timer.current)
    running.current = running.current.then(send)
    return running.current
  }
  const later = (wait = AFTER) => {
    dirty.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), wait)
  }
  const changed = () => {
    setSaving({ at: 'typed' })
    later()
  }
  useEffect(() => {
    held.current = Math.max(held.current, version)
  }, [version])
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (saving.at === 'kept') return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [saving.at])
  return { box, saving, version: Math.max(current, version), save, changed, isKept: () => !dirty.current && !busy.current }
}

/** The one form of a draft: kept as it is typed where there is script, by its button where there is none. */
export function DraftForm({
  id,
  version,
  formKey,
  savedText,
  words,
  acts,
  progress,
  aside,
  ...fields
}: Fields & {
  id: string
  version: number
  formKey: string
  savedText: string
  words: DraftWords & SaveWords
  acts: ReactNode
  /** beside the form; above it on narrow screens */
  progress: ReactNode
  /** beside the form; below it on narrow screens */
  aside: ReactNode
}) {
  const { box, saving, version: current, save, changed, isKept } = useSaving(version, words.offline)
  const saved = useRef(false)
  // What is typed is saved first, once, so that a refusal loses nothing and the version is the newest.
  const submit = (event: FormEvent<HTMLDivElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    const form = event.target as HTMLFormElement
    const isSave = !button || button.value === 'save'
    if (!isSave && (saved.current || isKept())) {
      saved.current = false
      return
    }
    event.preventDefault()
    void save().then(() => {
      if (isSave) return
      // A second press meanwhile has sent the form already; its button is busy and submits nothing.
      if (button?.type !== 'submit') return
      saved.current = true
      form.requestSubmit(button)
    })
  }
  const tone = { kept: 'done', typed: 'waiting', saving: 'progress', failed: 'overdue' } as const
  const text = {
    kept: savedText,
    typed: words.unsaved,
    saving: words.saving,
    failed: saving.at === 'failed' ? `${words.notSaved}${saving.why}` : '',
  }[saving.at]
  return (
    <div className="grid items-start gap-x-12 wide:grid-cols-[minmax(0,1fr)_264px]">
      <div ref={box} className="min-w-0" onInput={changed} onSubmitCapture={submit}>
        <ActionForm action={keep} formKey={formKey} hidden={{ id, version: current }}>
          <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
            {words.save}
          </button>
          <DraftFields {...fields} words={words} changed={changed} />
          <FormActs>
            {acts}
            <Button type="submit" name="intent" value="save" size="main">
              {words.save}
            </Button>
          </FormActs>
        </ActionForm>
      </div>
      <div className="sticky top-4 grid gap-6 max-wide:contents">
        <div className="grid gap-6 max-wide:order-first max-wide:mb-6">
          <p role="status" className="text-13">
            <State tone={tone[saving.at]}>{text}</State>
          </p>
          {progress}
        </div>
        <div className="grid gap-6 max-wide:order-last max-wide:mt-8">{aside}</div>
      </div>
    </div>
  )
}
