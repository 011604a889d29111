import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Shape, type Tone, toneInk } from './shape'

const edge: Record<'waiting' | 'done' | 'refused' | 'overdue' | 'info', string> = {
  waiting: 'border-waiting bg-waiting-tint',
  done: 'border-done bg-done-tint',
  refused: 'border-refused bg-refused-tint',
  overdue: 'border-overdue bg-overdue-tint',
  info: 'border-control bg-page',
}

/** What happened, why, what next. `live` speaks it when it appears. */
export function Note({
  tone = 'info',
  title,
  icon,
  children,
  live,
  action,
  id,
}: {
  tone?: keyof typeof edge
  title?: ReactNode
  icon?: ReactNode
  children?: ReactNode
  live?: boolean
  action?: ReactNode
  id?: string
}) {
  const shape: Tone = tone === 'info' ? 'neutral' : tone
  return (
    <div
      id={id}
      role={live ? (tone === 'overdue' || tone === 'refused' ? 'alert' : 'status') : undefined}
      className={clsx('flex flex-wrap gap-x-2.5 gap-y-1 border-l-[3px] px-3 py-2.5', edge[tone])}
    >
      <span aria-hidden="true" className={clsx('mt-1', toneInk[shape])}>
        {icon ?? <Shape tone={shape} />}
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="font-bold">{title}</p>}
        {children}
      </div>
      {action && <div className="max-desk:basis-full max-desk:pl-6">{action}</div>}
    </div>
  )
}
