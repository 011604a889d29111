'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Shape } from './shape'

/** `label`: what the field is called where the page cannot be asked, as without script. `row`: which of several it is, with {label}. */
type Complaint = { field: string; label?: string; row?: string; text: string }

/** What a field is called on the page: by its own name, its label or its legend, without the marks beside it. */
function labelOnPage(field: string): string | undefined {
  const at = document.getElementById(field)
  const own = at?.getAttribute('aria-label')
  if (own) return own
  const label = at && 'labels' in at ? (at.labels as NodeListOf<Element>)[0] : at?.querySelector(':scope > legend')
  const copy = label?.cloneNode(true) as Element | undefined
  for (const mark of copy?.querySelectorAll('[data-mark]') ?? []) mark.remove()
  return copy?.textContent?.trim() || undefined
}

/** Chooses the answers that a field belongs to, so that it can be seen. */
function reveal(field: string) {
  for (let at = document.getElementById(field)?.closest('.choice'); at; at = at.parentElement?.closest('.choice')) {
    const answer = at.querySelector<HTMLInputElement>(':scope > label > input[type=radio]')
    if (answer && !answer.checked) answer.click()
  }
}

/** What stands in the way, first on the page and focused; each line names its field and leads to it. */
export function ErrorSummary({
  title,
  line,
  errors,
  turn,
}: {
  title: string
  /** How a field and what is wrong with it are said, with {label} and {text}. */
  line: string
  errors: Complaint[]
  /** counts the answers: the same errors again take the focus again */
  turn?: number
}) {
  const box = useRef<HTMLDivElement>(null)
  const [found, setFound] = useState<Record<string, string | undefined>>({})
  const named = errors.map(({ field, text }) => field + text).join()
  const key = `${turn} ${errors.map(({ field }) => field).join()}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new set of errors is named anew
  useLayoutEffect(() => setFound(Object.fromEntries(errors.map(({ field }) => [field, labelOnPage(field)]))), [turn, named])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new set of errors takes the focus again
  useEffect(() => box.current?.focus(), [key])
  if (errors.length === 0) return null
  const said = ({ field, label = '', row, text }: Complaint) => {
    const own = found[field] ?? label
    // A label that numbers its row itself is left as it is.
    const name = row && own && !/\p{N}/u.test(own) ? row.replace('{label}', () => own) : own
    return name ? line.replace('{label}', () => name).replace('{text}', () => text) : text
  }
  return (
    // biome-ignore lint/a11y/noAutofocus: without script the page comes back anew, and this is what it has to say
    <div ref={box} tabIndex={-1} autoFocus role="alert" className="mb-6 rounded-ctl border-2 border-overdue px-4.5 py-3.5">
      <h2 className="flex items-center gap-2 text-overdue">
        <Shape tone="overdue" />
        {title}
      </h2>
      <ul className="mt-1.5 grid gap-1">
        {errors.map((error) => (
          <li key={error.field + error.text}>
            <a
              href={`#${error.field}`}
              onClick={() => reveal(error.field)}
              className="font-medium text-overdue underline underline-offset-3"
            >
              {said(error)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
