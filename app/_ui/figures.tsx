import type { ReactNode } from 'react'

/** Key figures in one line; `after` is the unit or the base of the figure. */
export function Figures({ items }: { items: { label: string; value: ReactNode; after?: ReactNode }[] }) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-0.5 pt-2.5 pb-3">
      {items.map(({ label, value, after }) => (
        <div key={label} className="flex items-baseline gap-2">
          <dt className="text-13 text-ink-2">{label}</dt>
          <dd className="text-16 font-bold">
            {value}
            {after && <small className="ml-1 text-13 font-normal text-ink-2">{after}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
