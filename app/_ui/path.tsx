import clsx from 'clsx'
import { Shape } from './shape'

export type Stage = { name: string; detail?: string; at: 'done' | 'current' | 'ahead' | 'refused' }

/** The stages of a work, the current one tinted. */
export function Path({ label, stages }: { label: string; stages: Stage[] }) {
  return (
    <ol aria-label={label} className="flex border-t-[1.5px] border-b border-rule border-b-line max-wide:flex-col">
      {stages.map(({ name, detail, at }) => (
        <li
          key={name}
          aria-current={at === 'current' ? 'step' : undefined}
          className={clsx(
            'grid flex-1 content-start gap-0.5 border-line px-3 py-3 first:pl-2 not-first:border-l max-wide:pl-2 max-wide:not-first:border-t max-wide:not-first:border-l-0',
            at === 'current' && 'bg-waiting-tint shadow-[inset_0_3px_0_var(--color-waiting)]',
            at === 'refused' && 'bg-refused-tint shadow-[inset_0_3px_0_var(--color-refused)]',
          )}
        >
          <span
            className={clsx(
              'flex items-center gap-1.5 font-medium',
              { done: 'text-ink', current: 'font-bold text-waiting', refused: 'font-bold text-refused', ahead: 'text-ink-2' }[at],
            )}
          >
            <Shape
              tone={({ done: 'done', current: 'waiting', refused: 'refused', ahead: 'draft' } as const)[at]}
              className={at === 'done' ? 'text-done' : undefined}
            />
            {name}
          </span>
          {detail && <span className="text-13 text-ink-2">{detail}</span>}
        </li>
      ))}
    </ol>
  )
}
