import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './link'

/** The foot of a list: how many, and links by key to the pages before and after. */
export function Pager({
  summary,
  label,
  prev,
  next,
  children,
}: {
  summary: ReactNode
  label?: string
  prev?: { href: string; label: string }
  next?: { href: string; label: string }
  children?: ReactNode
}) {
  return (
    <div data-screen="" className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-3 text-13 text-ink-2">
      <p>{summary}</p>
      {(prev || next) && (
        <nav aria-label={label} className="inline-flex gap-4">
          {prev && (
            <Link href={prev.href} rel="prev" className="inline-flex items-center gap-0.5 max-desk:min-h-11">
              <ChevronLeft aria-hidden="true" size={16} strokeWidth={1.75} />
              {prev.label}
            </Link>
          )}
          {next && (
            <Link href={next.href} rel="next" className="inline-flex items-center gap-0.5 max-desk:min-h-11">
              {next.label}
              <ChevronRight aria-hidden="true" size={16} strokeWidth={1.75} />
            </Link>
          )}
        </nav>
      )}
      <span className="flex-1" />
      {children}
    </div>
  )
}
