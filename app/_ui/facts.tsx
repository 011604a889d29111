import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode; wide?: boolean }

/** Label and value in two columns between two rules. */
export function Facts({ items, labelWidth = 'normal' }: { items: (Fact | false | null | undefined)[]; labelWidth?: 'normal' | 'long' }) {
  return (
    <div className="@container">
      <dl className="grid gap-x-8 overflow-clip border-y-[1.5px] border-rule @min-[600px]:grid-cols-2">
        {items
          .filter((item): item is Fact => Boolean(item))
          .map(({ label, value, wide }, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list; a case may have two facts of one name
              key={`${at} ${label}`}
              className={clsx(
                '-mb-px grid items-baseline gap-3 border-b border-line p-2',
                labelWidth === 'long'
                  ? 'grid-cols-[128px_minmax(0,1fr)]'
                  : 'grid-cols-[96px_minmax(0,1fr)] max-desk:grid-cols-[84px_minmax(0,1fr)]',
                wide && '@min-[600px]:col-span-2',
              )}
            >
              <dt className="text-13 leading-5.5 text-ink-2">{label}</dt>
              <dd className="min-w-0 [&_.official]:break-keep [&_.official]:whitespace-normal">{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

/** Second line under a value. */
export function Aside({ children }: { children: ReactNode }) {
  return <span className="block text-13 text-ink-2">{children}</span>
}
