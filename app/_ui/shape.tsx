import type { ReactNode } from 'react'

export type Tone = 'waiting' | 'progress' | 'done' | 'refused' | 'overdue' | 'sealed' | 'neutral' | 'draft'

const ring = <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />

const shapes: Record<Tone | 'event', ReactNode> = {
  waiting: ring,
  progress: (
    <>
      {ring}
      <path d="M7 3.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
    </>
  ),
  done: <path fill="currentColor" fillRule="evenodd" d="M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1zm2.5 3.7L6.2 8 4.6 6.4l-1 1L6.2 10l4.3-4.3z" />,
  refused: (
    <>
      {ring}
      <path d="m5 5 4 4m0-4-4 4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  overdue: <path fill="currentColor" fillRule="evenodd" d="M7 .9 13.6 13H.4zm-.8 4.3v3.6h1.6V5.2zm0 4.6v1.5h1.6V9.8z" />,
  sealed: <path fill="none" stroke="currentColor" strokeWidth="1.5" d="M2.75 6.25h8.5v6h-8.5zM4.5 6V4.25a2.5 2.5 0 0 1 5 0V6" />,
  neutral: (
    <>
      {ring}
      <path d="M4.2 7h5.6" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  draft: <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2.1" />,
  event: <circle cx="7" cy="7" r="3" fill="currentColor" />,
}

export const toneInk: Record<Tone | 'event', string> = {
  waiting: 'text-waiting',
  progress: 'text-progress',
  done: 'text-done',
  refused: 'text-refused',
  overdue: 'text-overdue',
  sealed: 'text-sealed',
  neutral: 'text-ink-2',
  draft: 'text-ink-2',
  event: 'text-ink-3',
}

export const toneTint: Record<Tone, string> = {
  waiting: 'bg-waiting-tint',
  progress: 'bg-progress-tint',
  done: 'bg-done-tint',
  refused: 'bg-refused-tint',
  overdue: 'bg-overdue-tint',
  sealed: 'bg-sealed-tint',
  neutral: 'bg-sunken',
  draft: 'bg-sunken',
}

/** The mark of a state, readable without its colour; always beside a word. */
export function Shape({ tone, size = 14, className }: { tone: Tone | 'event'; size?: number; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 14 14" width={size} height={size} className={`flex-none ${className ?? ''}`}>
      {shapes[tone]}
    </svg>
  )
}
