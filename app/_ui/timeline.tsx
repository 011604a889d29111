import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Sealed } from './sealed'
import { Shape, type Tone, toneInk } from './shape'

export type TimelineItem = {
  key: string
  /** ISO instant, for machines */
  at: string
  /** the instant in words */
  when: string
  title: ReactNode
  detail?: ReactNode
  who?: ReactNode
  tone?: Tone | 'event'
  quote?: ReactNode
  sealed?: string
}

/** What happened, newest first; words are quoted as written. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="grid grid-cols-[auto_18px_minmax(0,1fr)] gap-x-3 border-t-[1.5px] border-rule pt-1 max-desk:grid-cols-[18px_minmax(0,1fr)]">
      {items.map(({ key, at, when, title, detail, who, tone = 'event', quote, sealed }) => (
        <li key={key} className="col-span-full grid grid-cols-subgrid px-2 pt-2 max-desk:px-0">
          <time dateTime={at} className="text-13 leading-5.5 whitespace-nowrap text-ink-2 max-desk:col-start-2 max-desk:row-start-1">
            {when}
          </time>
          <span
            className={clsx('relative flex justify-center max-desk:col-start-1 max-desk:row-span-2 max-desk:row-start-1', toneInk[tone])}
          >
            <span className="absolute top-[22px] -bottom-2 w-px bg-line [li:last-child>span>&]:hidden" />
            <Shape tone={tone} className="mt-1" />
          </span>
          <div className="max-desk:col-start-2">
            <b>{title}</b>
            {detail}
            {who && <span className="text-ink-2"> {who}</span>}
            {sealed && (
              <>
                {' '}
                <Sealed plain>{sealed}</Sealed>
              </>
            )}
            {quote && <blockquote className="mt-1 border-l-2 border-line px-3 py-1 whitespace-pre-line text-ink-2">{quote}</blockquote>}
          </div>
        </li>
      ))}
    </ol>
  )
}
