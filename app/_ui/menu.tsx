import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Disclosure } from './disclosure'
import { Link } from './link'

/** A button that opens a short list of links and acts; works without script. */
export function DropdownMenu({
  label,
  summary,
  align = 'start',
  side = 'bottom',
  look,
  children,
}: {
  label?: string
  summary: ReactNode
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  look?: string
  children: ReactNode
}) {
  return (
    <Disclosure className="group relative">
      <summary
        aria-label={label}
        className={
          look ??
          'inline-flex min-h-8 items-center gap-1.5 rounded-ctl border border-control bg-surface px-3 font-medium hover:bg-sunken max-desk:min-h-11'
        }
      >
        {summary}
        <ChevronDown aria-hidden="true" size={16} strokeWidth={1.75} className="group-open:rotate-180" />
      </summary>
      <div
        className={clsx(
          'absolute z-30 my-1 grid min-w-40 rounded-ctl bg-surface py-1 text-14 text-ink shadow-lift',
          side === 'top' ? 'bottom-full' : 'top-full',
          align === 'end' ? 'right-0' : 'left-0',
        )}
      >
        {children}
      </div>
    </Disclosure>
  )
}

const item =
  'm-0! flex min-h-9 w-full items-center gap-2 px-4 py-1.5! text-left whitespace-nowrap text-ink hover:bg-sunken hover:no-underline max-desk:min-h-11 -outline-offset-2!'

export function MenuLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={clsx(item, className)} />
}

export function MenuButton({ className, type = 'submit', ...rest }: ComponentProps<'button'>) {
  return <button {...rest} type={type} className={clsx(item, className)} />
}
