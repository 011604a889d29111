'use client'

import { Button } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { useRefused } from './action-form'
import type { Saving } from './use-autosave'

export type NotKeptWords = { overwrite: string; overwriteHint: string }

const STALE = 'draft_stale'

/** Beside a draft's buttons: that what was typed is not kept and why, and where another window was faster, the way to keep it all the same. */
export function NotKept({
  saving,
  notSaved,
  name,
  words,
  onOverwrite,
}: {
  saving: Saving
  notSaved: string
  /** The name of the draft's buttons. */
  name: string
  words: NotKeptWords
  onOverwrite: () => void
}) {
  const refused = useRefused()
  const why = saving.at === 'failed' ? saving.why : ''
  const isStale = saving.at === 'failed' ? saving.code === STALE : saving.at === 'idle' && refused === STALE
  if (!why && !isStale) return null
  return (
    <div className="mb-6">
      <Note
        tone="overdue"
        title={why ? `${notSaved}${why}` : undefined}
        action={
          isStale && (
            <Button
              type="submit"
              name={name}
              value="overwrite"
              onClick={(event) => {
                event.preventDefault()
                onOverwrite()
              }}
            >
              {words.overwrite}
            </Button>
          )
        }
      >
        {isStale && words.overwriteHint}
      </Note>
    </div>
  )
}
