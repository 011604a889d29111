'use client'

import clsx from 'clsx'
import { Plus, X } from 'lucide-react'
import { type ClipboardEvent, useRef, useState } from 'react'
import { useAnswer } from '@/app/_components/form/action-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { Button } from '@/app/_ui/button'
import { controlClass, FieldError } from '@/app/_ui/field'
import { formatTimecode } from '@/lib/drama/rules/timecode'
import { type Place, parsePlaces } from '@/lib/violation/rules'
import { useFiling } from './filing-context'
import { type Draft, fill, keysAt, textAt } from './typed'

type Row = { key: string; episode: string; start: string; end: string; note: string }
const FIELDS = ['episode', 'start', 'end', 'note'] as const
const LEAST = 3

const blank = (key: string): Row => ({ key, episode: '', start: '', end: '', note: '' })
const isBlank = (row: Row) => FIELDS.every((field) => row[field].trim() === '')
const rowOf = (draft: Draft, key: string): Row => ({
  key,
  episode: textAt(draft, `places.rows.${key}.episode`),
  start: textAt(draft, `places.rows.${key}.start`),
  end: textAt(draft, `places.rows.${key}.end`),
  note: textAt(draft, `places.rows.${key}.note`),
})
const nextKey = (rows: readonly Row[]) => String(Math.max(-1, ...rows.map(({ key }) => Number(key))) + 1)
const withBlanks = (rows: Row[], count: number): Row[] => (count <= 0 ? rows : withBlanks([...rows, blank(nextKey(rows))], count - 1))
const written = (key: string, { episode, start, end, note }: Place): Row => ({
  key,
  episode: String(episode),
  start: start === null ? '' : formatTimecode(start),
  end: end === null ? '' : formatTimecode(end),
  note,
})

function PlaceRow({
  row,
  at,
  onChange,
  onRemove,
  onPaste,
}: {
  row: Row
  at: number
  onChange: (row: Row) => void
  onRemove: () => void
  onPaste: (text: string) => boolean
}) {
  const { words } = useFiling()
  const answers = {
    episode: useAnswer(`places.rows.${row.key}.episode`),
    start: useAnswer(`places.rows.${row.key}.start`),
    end: useAnswer(`places.rows.${row.key}.end`),
    note: useAnswer(`places.rows.${row.key}.note`),
  }
  const wrong = FIELDS.filter((field) => answers[field].error)
  const label = { episode: words.episode, start: words.start, end: words.end, note: words.noteHidden }
  const paste = (event: ClipboardEvent) => {
    if (onPaste(event.clipboardData.getData('text'))) event.preventDefault()
  }
  const input = (field: (typeof FIELDS)[number]) => (
    <input
      id={answers[field].id}
      name={`places.rows.${row.key}.${field}`}
      value={row[field]}
      onChange={(event) => onChange({ ...row, [field]: event.target.value })}
      onPaste={field === 'episode' ? paste : undefined}
      aria-label={fill(words.placeOf, { n: at + 1, field: label[field] })}
      aria-invalid={answers[field].error ? true : undefined}
      aria-describedby={answers[field].error ? `${answers[field].id}-error` : undefined}
      autoComplete="off"
      inputMode={field === 'note' ? undefined : 'text'}
      placeholder={field === 'start' || field === 'end' ? '00:00' : undefined}
      className={controlClass}
    />
  )
  return (
    <div className={clsx('border-b border-line py-1.5', wrong.length > 0 && 'border-l-4 border-l-overdue pl-3.5')}>
      {wrong.map((field) => (
        <FieldError key={field} id={`${answers[field].id}-error`}>
          {answers[field].error}
        </FieldError>
      ))}
      <div className="grid grid-cols-[72px_104px_20px_104px_minmax(0,1fr)_32px] items-center gap-2 max-desk:grid-cols-[64px_minmax(0,1fr)_16px_minmax(0,1fr)_44px]">
        {input('episode')}
        {input('start')}
        <span aria-hidden="true" className="text-center text-13 text-ink-2">
          {words.to}
        </span>
        {input('end')}
        <span className="max-desk:col-span-4 max-desk:row-start-2">{input('note')}</span>
        <button
          type="button"
          aria-label={fill(words.removeRow, { n: at + 1 })}
          onClick={onRemove}
          className="grid size-8 place-items-center rounded-ctl text-ink-2 hover:bg-sunken max-desk:size-11 noscript:invisible"
        >
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </button>
      </div>
    </div>
  )
}

/** Where in the work: rows to fill in, and lines that are pasted as they were noted down. */
export function PlaceRows() {
  const { draft, words } = useFiling()
  const pasted = useAnswer('places.text')
  const [rows, setRows] = useState(() => {
    const filled = keysAt(draft, 'places.rows')
      .map((key) => rowOf(draft, key))
      .filter((row) => !isBlank(row))
    return withBlanks(filled, Math.max(1, LEAST - filled.length))
  })
  const [wrong, setWrong] = useState('')
  const box = useRef<HTMLFieldSetElement>(null)
  /** Rows that come or go without a key being pressed are kept, too. */
  const change = (over: (all: Row[]) => Row[]) => {
    setRows(over)
    box.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }
  /** Lines become rows behind the ones that are filled; a single word stays what it is. */
  const take = (text: string): boolean => {
    if (!/[\r\n]|\s\d{1,3}:\d{2}/.test(text)) return false
    const read = parsePlaces(text)
    setWrong(read.ok ? '' : fill(words.pasteFailed, { line: read.errors[0]!.line, text: read.errors[0]!.text }))
    if (!read.ok) return false
    change((all) => {
      const filled = all.filter((row) => !isBlank(row))
      const from = Number(nextKey(filled))
      return [...filled, ...read.places.map((place, at) => written(String(from + at), place))]
    })
    return true
  }
  const pour = (button: HTMLButtonElement) => {
    const area = button.form?.elements.namedItem('places.text')
    if (area instanceof HTMLTextAreaElement && take(`${area.value}\n`)) area.value = ''
  }
  return (
    <fieldset ref={box} id="places" tabIndex={-1} className="grid gap-3">
      <legend className="sr-only">{words.field.places}</legend>
      <div>
        <div
          aria-hidden="true"
          className="grid grid-cols-[72px_104px_20px_104px_minmax(0,1fr)_32px] gap-2 border-y border-line py-1.5 text-13 text-ink-2 max-desk:hidden"
        >
          <span>{words.episode}</span>
          <span>{words.start}</span>
          <span />
          <span>{words.end}</span>
          <span>{words.note}</span>
        </div>
        {rows.map((row, at) => (
          <PlaceRow
            key={row.key}
            row={row}
            at={at}
            onPaste={take}
            onChange={(changed) => setRows((all) => all.map((one) => (one.key === row.key ? changed : one)))}
            onRemove={() => change((all) => (all.length > 1 ? all.filter((one) => one.key !== row.key) : [blank(nextKey(all))]))}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="noscript:hidden">
          <Button size="small" onClick={() => setRows((all) => [...all, blank(nextKey(all))])}>
            <Plus aria-hidden="true" size={14} strokeWidth={1.75} />
            {words.addRow}
          </Button>
        </span>
        <span className="hidden noscript:block">
          <Button type="submit" name="do" value="more" size="small">
            {words.moreRows}
          </Button>
        </span>
      </div>
      <details open={Boolean(pasted.error) || textAt(draft, 'places.text') !== ''}>
        <summary className="inline-block text-accent underline underline-offset-3">{words.paste}</summary>
        <div className="mt-2 grid gap-2">
          <FormTextarea
            name="places.text"
            label={words.paste}
            hideLabel
            hint={words.pasteHint}
            rows={4}
            defaultValue={textAt(draft, 'places.text')}
          />
          {wrong && (
            <p role="status" className="text-13 text-overdue">
              {wrong}
            </p>
          )}
          <span className="noscript:hidden">
            <Button size="small" onClick={(event) => pour(event.currentTarget)}>
              {words.pasteInto}
            </Button>
          </span>
        </div>
      </details>
    </fieldset>
  )
}
