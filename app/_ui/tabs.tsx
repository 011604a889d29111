import clsx from 'clsx'
import { Link } from './link'

/** Views of one list, each with its own address. */
export function Tabs({ label, items }: { label: string; items: { href: string; label: string; count?: number; current?: boolean }[] }) {
  return (
    <nav
      aria-label={label}
      data-screen=""
      className="flex gap-6 overflow-x-auto border-b border-line max-desk:-mx-4 max-desk:gap-5 max-desk:px-4"
    >
      {items.map(({ href, label: text, count, current }) => (
        <Link
          key={href}
          href={href}
          data-place=""
          aria-current={current ? 'page' : undefined}
          className={clsx(
            'm-0! border-b-2 py-[7px]! whitespace-nowrap hover:no-underline max-desk:py-[11px]! -outline-offset-2!',
            current ? 'border-accent font-bold text-ink' : 'border-transparent text-ink-2 hover:text-ink',
          )}
        >
          {text}
          {count !== undefined && <span className="ml-1 font-normal text-ink-3">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
