'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '@/app/_components/form/action-form'
import { FormInput, FormSelect } from '@/app/_components/form/fields'
import { fill } from '@/app/_components/violation/typed'
import { Button } from '@/app/_ui/button'
import { FieldError } from '@/app/_ui/field'

export type TaskRow = { code: string; what: string; episode: string; span: string }
type Words = { row: string; code: string; what: string; episode: string; span: string; more: string }

/** Blank rows stand below, so that more can be written where no script runs. */
const SPARE = 3
const blank: TaskRow = { code: '', what: '', episode: '', span: '' }

/** What to change: a row for each item and place. */
export function TaskRows({
  rows,
  codes,
  words,
  withPlaces,
}: {
  rows: TaskRow[]
  codes: { value: string; label: string }[]
  words: Words
  withPlaces: boolean
}) {
  const [count, setCount] = useState(rows.length + SPARE)
  const { id, error } = useAnswer('tasks')
  return (
    <div id={id} className="grid gap-4">
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {Array.from({ length: count }, (_, at) => {
        const row = rows[at] ?? blank
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their places
            key={at}
            className="grid items-end gap-3 border-b border-line pb-4 desk:grid-cols-[200px_minmax(0,1fr)_72px_140px]"
          >
            <legend className="text-13 text-ink-2">{fill(words.row, { n: at + 1 })}</legend>
            <FormSelect name={`tasks.${at}.code`} label={words.code} options={codes} defaultValue={row.code || codes[0]?.value} />
            <FormInput name={`tasks.${at}.what`} label={words.what} defaultValue={row.what} />
            {withPlaces && (
              <>
                <FormInput name={`tasks.${at}.episode`} label={words.episode} inputMode="numeric" defaultValue={row.episode} />
                <FormInput name={`tasks.${at}.span`} label={words.span} placeholder="00:38-01:02" defaultValue={row.span} />
              </>
            )}
          </fieldset>
        )
      })}
      <span className="noscript:hidden">
        <Button size="small" onClick={() => setCount(count + 1)}>
          <Plus aria-hidden="true" size={14} strokeWidth={1.75} />
          {words.more}
        </Button>
      </span>
    </div>
  )
}
