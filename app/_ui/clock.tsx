'use client'

import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import { type SpanWords, spanText } from '@/lib/i18n/span'
import { useClockText, useServerWatch } from './now'

export type ClockWords = {
  span: SpanWords
  /** with {span}, as 剩 {span} */
  left: string
  overdue: string
}

const MINUTE = 60_000
const SOON = 4 * 60 * MINUTE
const SPOKEN = [60 * MINUTE, 10 * MINUTE, 0]

const said = (left: number, words: ClockWords) =>
  (left > 0 ? words.left : words.overdue).replace('{span}', spanText(Math.abs(left), words.span))

/**
 * What is left until a deadline, changing in place; `when` is the instant in words.
 * Given a `subject`, the page's polite region says it at one hour, ten minutes and when it is overdue.
 */
export function Clock({
  due,
  now,
  words,
  when,
  subject,
  lang,
}: {
  due: string
  now: string
  words: ClockWords
  when?: string
  subject?: string
  lang?: string
}) {
  const dueAt = Date.parse(due)
  const text = useClockText((at) => said(dueAt - at, words), Date.parse(now))
  const look = useClockText((at) => (dueAt <= at ? 'late' : dueAt - at <= SOON ? 'soon' : 'far'), Date.parse(now))
  const reached = Number(useClockText((at) => String(SPOKEN.filter((limit) => dueAt - at <= limit).length), Date.parse(now)))
  const before = useRef(reached)
  useEffect(() => {
    if (subject && reached > before.current) document.getElementById('clock-voice')?.replaceChildren(`${subject} ${text}`)
    before.current = reached
  }, [reached, subject, text])
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <time
        dateTime={due}
        lang={lang}
        className={clsx('whitespace-nowrap', { 'font-bold text-overdue': look === 'late', 'font-medium text-waiting': look === 'soon' })}
      >
        {text}
      </time>
      {when && <span className="text-13 whitespace-nowrap text-ink-2">{when}</span>}
    </span>
  )
}

/** A clock that stands still, and why. */
export function StoppedClock({ text, reason }: { text: string; reason: string }) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span className="whitespace-nowrap">{text}</span>
      <span className="text-13 text-ink-2">{reason}</span>
    </span>
  )
}

/** Sets the clocks by the server and holds the region that speaks for them; once, in the root layout. */
export function ClockVoice({ now }: { now: number }) {
  useServerWatch(now)
  return <p id="clock-voice" aria-live="polite" className="sr-only" />
}
