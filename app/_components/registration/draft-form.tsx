'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/form/action-form'
import { NotKept, type NotKeptWords } from '@/app/_components/form/not-kept'
import { useAutosave } from '@/app/_components/form/use-autosave'
import { Button } from '@/app/_ui/button'
import { FormActs } from '@/app/_ui/form-layout'
import { State } from '@/app/_ui/state'
import { keep } from '@/app/(portal)/creator/drama/actions'
import { DraftFields, type DraftWords } from './draft-fields'

type SaveWords = { saving: string; unsaved: string; notSaved: string; offline: string; save: string; busy: string }
type Fields = Omit<Parameters<typeof DraftFields>[0], 'words' | 'changed'>

const isSave = (button: HTMLButtonElement | null) => !button || button.value === 'save'

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
  words: DraftWords & SaveWords & NotKeptWords
  acts: ReactNode
  /** beside the form; above it on narrow screens */
  progress: ReactNode
  /** beside the form; below it on narrow screens */
  aside: ReactNode
}) {
  const {
    box,
    saving,
    version: current,
    save,
    changed,
  } = useAutosave({
    action: keep,
    version,
    as: { name: 'intent', value: 'autosave' },
    offline: words.offline,
    isSave,
  })
  const tone = { idle: 'done', saved: 'done', typed: 'waiting', saving: 'progress', failed: 'overdue' } as const
  const text = {
    idle: savedText,
    saved: savedText,
    typed: words.unsaved,
    saving: words.saving,
    failed: saving.at === 'failed' ? `${words.notSaved}${saving.why}` : '',
  }[saving.at]
  return (
    <div className="grid items-start gap-x-12 wide:grid-cols-[minmax(0,1fr)_264px]">
      <div ref={box} className="min-w-0" onInput={changed}>
        <ActionForm action={keep} formKey={formKey} hidden={{ id, version: current }}>
          <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
            {words.save}
          </button>
          <DraftFields {...fields} words={words} changed={changed} />
          <NotKept
            saving={saving}
            notSaved={words.notSaved}
            name="intent"
            words={words}
            onOverwrite={() => void save({ intent: 'overwrite' })}
          />
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
            <State tone={tone[saving.at]} wrap>
              {text}
            </State>
          </p>
          {progress}
        </div>
        <div className="grid gap-6 max-wide:order-last max-wide:mt-8">{aside}</div>
      </div>
    </div>
  )
}
