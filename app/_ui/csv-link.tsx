'use client'

import { Download } from 'lucide-react'
import { type MouseEvent, useRef, useState } from 'react'
import { grouped } from '@/lib/i18n/formats'
import { Button, buttonClass } from './button'

export type CsvWords = { begun: string; rows: string; rowsOf: string; done: string; failed: string; stop: string }
type CsvLinkProps = {
  href: string
  label: string
  words: CsvWords
  /** how many rows the file will hold, and the same in words, where it is long enough to be said */
  rows?: number | undefined
  of?: string | undefined
}
type Progress = { is: 'running' | 'done' | 'failed'; rows: number }

const [RETURN, NEWLINE] = [13, 10]
const nameIn = (answer: Response) =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'file.csv')

/** Takes a file in as it comes, and tells how many lines there are so far. */
async function take(answer: Response, tell: (lines: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let [lines, before] = [0, 0]
  for (const reader = answer.body!.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) return new Blob(parts, { type: 'text/csv' })
    parts.push(value)
    for (const byte of value) {
      if (before === RETURN && byte === NEWLINE) lines++
      before = byte
    }
    tell(lines)
  }
}

function save(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The list as a file, equal to the screen. A plain link that the browser saves; with script it says how far it has come. */
export function CsvLink({ href, label, words, rows: all, of }: CsvLinkProps) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const stopper = useRef<AbortController>(null)
  const isRunning = progress?.is === 'running'
  const bring = async (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (isRunning) return
    const stop = new AbortController()
    stopper.current = stop
    setProgress({ is: 'running', rows: 0 })
    try {
      const answer = await fetch(href, { signal: stop.signal })
      if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/csv')) throw new Error(String(answer.status))
      let rows = 0
      const file = await take(answer, (lines) => {
        rows = Math.max(0, lines - 1)
        setProgress({ is: 'running', rows })
      })
      save(file, nameIn(answer))
      setProgress({ is: 'done', rows })
    } catch {
      setProgress(stop.signal.aborted ? null : { is: 'failed', rows: 0 })
    }
  }
  const said = (text: string) => text.replace('{rows}', grouped(String(progress?.rows ?? 0))).replace('{all}', grouped(String(all ?? 0)))
  const text =
    progress &&
    (isRunning && progress.rows === 0 ? words.begun : said(isRunning ? (all ? words.rowsOf : words.rows) : words[progress.is as 'done']))
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <a href={href} download data-button="" className={buttonClass({ look: 'quiet' })} onClick={bring}>
        <Download aria-hidden="true" size={16} strokeWidth={1.75} />
        {label}
      </a>
      {of && !progress && <span className="text-13 text-ink-2">{of}</span>}
      <span role="status" className={progress?.is === 'failed' ? 'text-13 text-overdue' : 'text-13 text-ink-2 tabular-nums'}>
        {text}
      </span>
      {isRunning && (
        <Button look="link" size="small" onClick={() => stopper.current?.abort()}>
          {words.stop}
        </Button>
      )}
    </span>
  )
}
