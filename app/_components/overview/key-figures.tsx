import type { ReactNode } from 'react'
import { Link } from '@/app/_ui/link'

export type KeyFigure = {
  label: string
  /** null: nothing is known, which is not 0 */
  value: ReactNode | null
  unit?: string
  href?: string
  below?: ReactNode
}

/** The figures that are read first, side by side between two rules; each opens its rows. */
export function KeyFigures({ label, items }: { label: string; items: KeyFigure[] }) {
  return (
    <dl
      aria-label={label}
      className="grid grid-cols-2 border-y border-line border-t-rule desk:grid-cols-4 desk:divide-x desk:divide-line max-desk:gap-x-4"
    >
      {items.map(({ label: name, value, unit, href, below }) => (
        <div key={name} className="py-3 desk:px-4 desk:first:pl-0">
          <dt className="text-13 text-ink-2">{name}</dt>
          <dd className="text-26 leading-9 font-bold">
            {value === null ? (
              <span className="text-ink-2">—</span>
            ) : href ? (
              <Link
                href={href}
                className="text-ink tabular-nums"
                aria-label={`${name}: ${typeof value === 'string' ? value : ''} ${unit ?? ''}`.trim()}
              >
                {value}
              </Link>
            ) : (
              value
            )}
            {unit && value !== null && <small className="ml-1 text-13 font-normal text-ink-2">{unit}</small>}
          </dd>
          {below && <dd className="text-13 text-ink-2">{below}</dd>}
        </div>
      ))}
    </dl>
  )
}
