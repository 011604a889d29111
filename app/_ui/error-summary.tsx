'use client'

import { useEffect, useRef } from 'react'
import { Shape } from './shape'

/** What stands in the way, first on the page and focused; each line leads to its field. */
export function ErrorSummary({
  title,
  errors,
  turn,
}: {
  title: string
  errors: { field: string; text: string }[] /** counts the answers: the same errors again take the focus again */
  turn?: number
}) {
  const box = useRef<HTMLDivElement>(null)
  const key = `${turn} ${errors.map(({ field, text }) => field + text).join()}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new set of errors takes the focus again
  useEffect(() => box.current?.focus(), [key])
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without script the page comes back anew, and this is what it has to say
    <div ref={box} tabIndex={-1} autoFocus role="alert" className="mb-6 rounded-ctl border-2 border-overdue px-4.5 py-3.5">
      <h2 className="flex items-center gap-2 text-overdue">
        <Shape tone="overdue" />
        {title}
      </h2>
      <ul className="mt-1.5 grid gap-1">
        {errors.map(({ field, text }) => (
          <li key={field + text}>
            <a href={`#${field}`} className="font-medium text-overdue underline underline-offset-3">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
