import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Link } from './link'

type PageHeadProps = {
  crumbs?: { label: string; href?: string }[]
  crumbsLabel?: string
  title: ReactNode
  state?: ReactNode
  /** who and when, one line */
  line?: ReactNode
  /** the page's own instant, with the zone said once */
  time?: ReactNode
  actions?: ReactNode
  large?: boolean
}

export function PageHead({ crumbs, crumbsLabel, title, state, line, time, actions, large }: PageHeadProps) {
  return (
    <div className="mb-4">
      {crumbs && <Crumbs items={crumbs} label={crumbsLabel} />}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-0.5">
        <div className="min-w-0 flex-1 max-desk:basis-full">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className={clsx('wrap-anywhere', large && 'desk:text-26')}>{title}</h1>
            {state}
          </div>
          {line && <p className="mt-0.5 text-ink-2">{line}</p>}
        </div>
        {time && <p className="text-13 text-ink-2">{time}</p>}
        {actions}
      </div>
    </div>
  )
}

function Crumbs({ items, label }: { items: { label: string; href?: string }[]; label?: string }) {
  return (
    <nav aria-label={label} data-screen="" className="mb-1.5 flex flex-wrap gap-1.5 text-13 text-ink-3">
      {items.map(({ label: text, href }, index) => (
        <span key={text} className="inline-flex min-h-6 items-center gap-1.5">
          {index > 0 && <span aria-hidden="true">/</span>}
          {href ? (
            <Link href={href} className="text-ink-2">
              {text}
            </Link>
          ) : (
            <span aria-current="page" className="official">
              {text}
            </span>
          )}
        </span>
      ))}
    </nav>
  )
}

/** The head of a section; `aside` beside the title, `actions` at the end of the line. */
function SectionHead({ id, title, aside, actions }: { id?: string; title: ReactNode; aside?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <h2 id={id}>{title}</h2>
      {aside && <span className="text-13 text-ink-2 max-desk:order-1 max-desk:basis-full">{aside}</span>}
      <span className="flex-1" />
      {actions && <span className="inline-flex items-baseline gap-3 text-13">{actions}</span>}
    </div>
  )
}

export function Section({
  id,
  title,
  aside,
  actions,
  children,
}: {
  id: string
  title: ReactNode
  aside?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mt-8 first:mt-0">
      <SectionHead id={id} title={title} aside={aside} actions={actions} />
      {children}
    </section>
  )
}
