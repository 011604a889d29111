import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Shape, type Tone, toneInk } from './shape'

const top: Partial<Record<Tone, string>> = {
  refused: 'border-t-refused',
  done: 'border-t-done',
  waiting: 'border-t-waiting',
  progress: 'border-t-progress',
  overdue: 'border-t-overdue',
}

/** The answer to a public question, in words first. */
export function Verdict({ tone, title, children }: { tone: Tone; title: string; children?: ReactNode }) {
  return (
    <div className={clsx('grid gap-1.5 border border-t-[3px] border-line px-5 py-4', top[tone] ?? 'border-t-control')}>
      <p className={clsx('flex items-center gap-2.5 text-20 font-bold', toneInk[tone])}>
        <Shape tone={tone} size={20} />
        {title}
      </p>
      {children}
    </div>
  )
}
