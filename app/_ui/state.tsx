import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Shape, type Tone, toneInk, toneTint } from './shape'

/** A state: shape, word, then colour. Only an overdue pill is filled. `wrap`: a sentence, which may take more than a line. */
export function State({ tone, pill, wrap, children }: { tone: Tone; pill?: boolean; wrap?: boolean; children: ReactNode }) {
  return (
    <span
      data-pill={pill ? '' : undefined}
      className={clsx(
        'inline-flex gap-1',
        wrap ? 'items-baseline' : 'items-center whitespace-nowrap',
        tone === 'overdue' && 'font-bold',
        pill ? 'h-6 rounded-tag pr-2 pl-1.5 text-13 font-medium' : '',
        pill && tone === 'overdue' ? 'bg-overdue-fill text-on-overdue' : toneInk[tone],
        pill && tone !== 'overdue' && toneTint[tone],
      )}
    >
      <Shape tone={tone} />
      <span>{children}</span>
    </span>
  )
}
