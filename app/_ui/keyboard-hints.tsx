import { Fragment } from 'react'
import { Key } from './keys'

/** The few keys of a page, at the foot of its list. */
export function KeyboardHints({ items }: { items: { keys: string[]; text: string }[] }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 max-desk:hidden noscript:hidden">
      {items.map(({ keys, text }) => (
        <span key={text} className="inline-flex items-center gap-1">
          {keys.map((key) => (
            <Fragment key={key}>
              <Key>{key}</Key>
            </Fragment>
          ))}
          {text}
        </span>
      ))}
    </p>
  )
}
