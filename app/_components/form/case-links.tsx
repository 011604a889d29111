import type { ReactNode } from 'react'

const NUMBER = /\b([A-Z]{2}-\d{4}-\d{4,})\b/

/** A case that an answer names is a way to it. */
export function caseLinks(text: string): ReactNode {
  if (!NUMBER.test(text)) return text
  return text.split(NUMBER).map((part, at) =>
    at % 2 ? (
      <a key={part} href={`/c/${part}`} className="whitespace-nowrap underline underline-offset-3">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
