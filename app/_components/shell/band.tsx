import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Link } from '@/app/_ui/link'
import { Name } from '@/app/_ui/words'
import type { Words } from '@/lib/i18n/catalogue'

/** The official band: seal, product and, inside, the organization. */
export function Band({
  home,
  organization,
  demo,
  words,
  narrow,
  children,
}: {
  home: string
  organization?: string
  demo?: boolean
  words: Words['shell']
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <div className="on-bar bg-bar text-bar-ink print:hidden">
      <div
        className={clsx(
          'mx-auto flex h-12 items-center gap-4 pr-4 pl-5 max-desk:gap-2 max-desk:pr-1 max-desk:pl-3',
          narrow && 'max-w-none',
        )}
      >
        <Link
          href={home}
          className="flex min-h-11 min-w-0 items-center gap-2.5 text-14 font-bold whitespace-nowrap text-bar-ink hover:no-underline desk:text-16"
        >
          <span
            aria-hidden="true"
            lang="zh-CN"
            className="grid size-[22px] flex-none place-items-center rounded-tag border-[1.5px] border-current text-13 leading-none"
          >
            {words.seal}
          </span>
          <span className="truncate">{words.product}</span>
        </Link>
        {organization && (
          <span className="min-w-0 truncate border-l border-bar-line pl-4 text-13 text-bar-ink-2 max-desk:hidden">
            <Name>{organization}</Name>
          </span>
        )}
        {demo && <span className="rounded-tag border border-bar-line px-1.5 text-12 whitespace-nowrap text-bar-ink-2">{words.demo}</span>}
        <span className="flex-1" />
        {children}
      </div>
    </div>
  )
}

export function SkipLink({ words }: { words: Words['shell'] }) {
  return (
    <a href="#main" className="absolute top-1 left-2 z-50 -translate-y-16 rounded-ctl bg-surface px-4 py-2 shadow-lift focus:translate-y-0">
      {words.skip}
    </a>
  )
}
