import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Shape } from './shape'

/** Lock and words: from whom it is kept. `plain` is the form inside a sentence. */
export function Sealed({ plain, children }: { plain?: boolean; children: ReactNode }) {
  return (
    <span
      className={clsx('inline-flex items-baseline text-13 text-sealed', plain ? 'gap-1' : 'gap-1.5 rounded-tag bg-sealed-tint px-2 py-px')}
    >
      <Shape tone="sealed" className="self-start mt-[3px]" />
      <span>{children}</span>
    </span>
  )
}
