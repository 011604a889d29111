import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Sealed } from './sealed'
import { Shape, toneInk } from './shape'

export type Hand = { step: string; who: ReactNode; when?: string; tone?: 'done' | 'waiting' | 'draft'; sealed?: string }

/** Who did which step: different people, each named. */
export function Hands({ items }: { items: Hand[] }) {
  return (
    <ul className="grid grid-cols-[14px_auto_minmax(0,1fr)] gap-x-2 gap-y-0.5 text-13 text-ink">
      {items.map(({ step, who, when, tone = 'done', sealed }) => (
        <li key={step} className="col-span-3 grid grid-cols-subgrid items-baseline leading-5.5">
          <span className={clsx('self-start pt-1', toneInk[tone])}>
            <Shape tone={tone} />
          </span>
          <span className="min-w-10 text-ink-2">{step}</span>
          <span className={tone === 'waiting' ? 'font-bold' : undefined}>
            {who}
            {when && <span className="ml-3 whitespace-nowrap">{when}</span>}
            {sealed && (
              <span className="block">
                <Sealed plain>{sealed}</Sealed>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
