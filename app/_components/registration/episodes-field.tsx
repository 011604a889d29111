'use client'

import { Plus, X } from 'lucide-react'
import { memo, useState } from 'react'
import { useAnswer, useTyped } from '@/app/_components/form/action-form'
import { Button } from '@/app/_ui/button'
import { controlClass, Field, FieldError, fieldWiring } from '@/app/_ui/field'
import { type EpisodeError, type EpisodeFault, parseEpisodes, UNREAD_SHOWN } from '@/lib/drama/rules/episodes'
import { parseLength } from '@/lib/drama/rules/timecode'
import { type EpisodeRow, withLinesAsRows } from '@/lib/registration/rules/content'

export type EpisodeWords = {
  row: Record<keyof EpisodeRow, string>
  rowLabel: string
  removeRow: string
  addRow: string
  lines: string
  linesHint: string
  fill: string
  rowsNone: string
  rowsTotal: string
  rowsShown: string
  /** Why a pasted line cannot be read, with {line} and {text}. */
  unread: Record<EpisodeFault, string>
}

const CELLS = ['number', 'title', 'length'] as const
const FEW = 12
const BLANK: EpisodeRow = { number: '', title: '', length: '' }
const grid = 'grid grid-cols-[72px_minmax(0,1fr)_96px_36px] gap-2'

let made = 0
type Kept = EpisodeRow & { key: number }
const keyed = (rows: EpisodeRow[]): Kept[] => rows.map((row) => ({ ...row, key: made++ }))
const said = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** What was typed into the rows of a form that was not taken. */
function typedRows(typed: Record<string, string | string[]> | null): EpisodeRow[] | undefined {
  if (!typed) return undefined
  const rows: EpisodeRow[] = []
  for (const [name, value] of Object.entries(typed)) {
    const [, at, cell] = /^episodes\.(\d+)\.(number|title|length)$/.exec(name) ?? []
    if (at && cell) rows[Number(at)] = { ...(rows[Number(at)] ?? BLANK), [cell]: String(value) }
  }
  return rows.filter(Boolean)
}

const Row = memo(function Row({
  row,
  at,
  words,
  change,
  remove,
}: {
  row: Kept
  at: number
  words: EpisodeWords
  change: (key: number, cell: keyof EpisodeRow, text: string) => void
  remove: (key: number) => void
}) {
  const number = useAnswer(`episodes.${at}.number`)
  const length = useAnswer(`episodes.${at}.length`)
  const error = number.error ?? length.error
  return (
    <li className={error ? 'border-l-4 border-overdue py-1.5 pl-3' : 'py-1'}>
      {error && <FieldError id={`episodes.${at}-error`}>{error}</FieldError>}
      <div className={grid}>
        {CELLS.map((cell) => (
          <input
            key={cell}
            id={`episodes.${at}.${cell}`}
            name={`episodes.${at}.${cell}`}
            value={row[cell]}
            onChange={(event) => change(row.key, cell, event.target.value)}
            aria-label={said(words.rowLabel, { number: at + 1, row: words.row[cell] })}
            aria-invalid={(cell === 'number' ? number.error : cell === 'length' ? length.error : undefined) ? true : undefined}
            aria-describedby={error ? `episodes.${at}-error` : undefined}
            autoComplete="off"
            className={controlClass}
          />
        ))}
        <button
          type="button"
          onClick={() => remove(row.key)}
          aria-label={said(words.removeRow, { number: at + 1 })}
          className="grid min-h-9 place-items-center rounded-ctl text-ink-2 hover:bg-sunken hover:text-ink noscript:hidden max-desk:min-h-11"
        >
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </button>
      </div>
    </li>
  )
})

/** What cannot be read, line by line; as many lines as the portal's own answer names. */
const unreadLines = (errors: readonly EpisodeError[], unread: EpisodeWords['unread']) =>
  errors
    .slice(0, UNREAD_SHOWN)
    .map(({ code, line, text }) => said(unread[code], { line, text }))
    .join('\n')

/** Episodes as rows; pasted lines and `80 × 90 s` become rows by a button, and by themselves when one leaves them and they can be read. */
export function EpisodesField({
  rows: start,
  lines: startLines,
  words,
  changed,
}: {
  rows: EpisodeRow[]
  lines: string
  words: EpisodeWords
  changed: () => void
}) {
  const typed = useTyped()
  const whole = useAnswer('episodes')
  const pasted = useAnswer('episodeLines')
  const [rows, setRows] = useState<Kept[]>(() => keyed([...(typedRows(typed) ?? start), BLANK]))
  const [lines, setLines] = useState(() => (typed ? String(typed.episodeLines ?? '') : startLines))
  const [wrong, setWrong] = useState('')
  const filled = rows.filter((row) => row.number || row.title || row.length)
  const seconds = filled.reduce((sum, { length }) => sum + (parseLength(length) ?? 0), 0)

  const change = (key: number, cell: keyof EpisodeRow, text: string) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, [cell]: text } : row)))
  const remove = (key: number) => {
    setRows((before) => before.filter((row) => row.key !== key))
    changed()
  }
  /** Pressed, it says what it cannot read; leaving the text does not, since what it says would move the button that is about to be pressed. */
  const fill = (asked = false) => {
    const pasting = parseEpisodes(lines)
    if (!pasting.ok && asked) setWrong(unreadLines(pasting.errors, words.unread))
    const read = withLinesAsRows({ episodes: filled, episodeLines: lines })
    if (read.episodeLines === lines) return
    setRows(keyed(read.episodes))
    setLines('')
    setWrong('')
    changed()
  }
  const error = wrong || pasted.error
  const list = (
    <ol className="max-h-110 overflow-y-auto border-y border-line py-1">
      <li aria-hidden="true" className={`${grid} py-1 text-13 text-ink-2`}>
        {CELLS.map((cell) => (
          <span key={cell}>{words.row[cell]}</span>
        ))}
      </li>
      {rows.map((row, at) => (
        <Row key={row.key} row={row} at={at} words={words} change={change} remove={remove} />
      ))}
    </ol>
  )
  return (
    <div className="grid gap-4">
      <div id="episodes" tabIndex={-1} className={whole.error ? 'border-l-4 border-overdue pl-3.5' : undefined}>
        {whole.error && <FieldError>{whole.error}</FieldError>}
        <p className="mb-1.5 font-bold">
          {filled.length === 0 ? words.rowsNone : said(words.rowsTotal, { count: filled.length, minutes: Math.ceil(seconds / 60) })}
        </p>
        {filled.length > FEW ? (
          <details open={pasted.answered || undefined}>
            <summary className="mb-1.5 w-fit text-accent underline underline-offset-3">
              {said(words.rowsShown, { count: filled.length })}
            </summary>
            {list}
          </details>
        ) : (
          list
        )}
        <Button
          size="small"
          look="outline"
          type="button"
          className="mt-2 noscript:hidden"
          onClick={() =>
            setRows((before) => [
              ...before,
              ...keyed([{ ...BLANK, number: String(Math.max(0, ...before.map(({ number }) => Number(number) || 0)) + 1) }]),
            ])
          }
        >
          <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
          {words.addRow}
        </Button>
      </div>
      <Field id="episodeLines" label={words.lines} hint={words.linesHint} error={error}>
        <textarea
          name="episodeLines"
          rows={3}
          value={lines}
          onChange={(event) => {
            setLines(event.target.value)
            setWrong('')
          }}
          onBlur={() => fill()}
          {...fieldWiring('episodeLines', { hint: words.linesHint, error })}
          className={`${controlClass} resize-y`}
        />
        <Button
          size="small"
          look="outline"
          type="submit"
          name="intent"
          value="save"
          className="mt-2"
          onClick={(event) => {
            event.preventDefault()
            fill(true)
          }}
        >
          {words.fill}
        </Button>
      </Field>
    </div>
  )
}
