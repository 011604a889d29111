import clsx from 'clsx'
import { Check, ChevronDown, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { CarryTyped } from './carry-typed'
import { Disclosure } from './disclosure'
import { controlClass } from './field'
import { Link } from './link'

export type Filter = { name: string; label: string; value: string; options: { value: string; label: string }[] }

type FilterBarProps = {
  /** the page's own path */
  path: string
  /** what the address says now, without the page cursor; empty values are left out */
  query: Record<string, string | undefined>
  label: string
  search?: { name: string; label: string; placeholder?: string; submit: string }
  filters?: Filter[]
  end?: ReactNode
}

export function withQuery(path: string, query: Record<string, string | undefined>, change: Record<string, string | undefined> = {}) {
  const entries = Object.entries({ ...query, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = new URLSearchParams(entries).toString()
  return text ? `${path}?${text}` : path
}

/** Search and filters of a list. All of it is the address: a GET form and links, so it works without script. */
export function FilterBar({ path, query, label, search, filters = [], end }: FilterBarProps) {
  const kept = Object.entries(query).filter(([name, value]) => name !== search?.name && value)
  return (
    <search aria-label={label} data-screen="" className="flex flex-wrap items-center gap-2 py-3">
      <CarryTyped>
        {search && (
          <form action={path} className="relative w-65 max-desk:w-full">
            {kept.map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <input
              type="search"
              name={search.name}
              defaultValue={query[search.name]}
              key={query[search.name]}
              aria-label={search.label}
              placeholder={search.placeholder}
              data-search=""
              className={clsx(controlClass, 'min-h-8! py-1! pr-9 max-desk:min-h-11!')}
            />
            <button
              type="submit"
              aria-label={search.submit}
              className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-ctl text-ink-2 hover:text-ink"
            >
              <Search aria-hidden="true" size={16} strokeWidth={1.75} />
            </button>
          </form>
        )}
        {filters.map((filter) => (
          <FilterChip key={filter.name} filter={filter} href={(value) => withQuery(path, query, { [filter.name]: value })} />
        ))}
        {end && (
          <>
            <span className="flex-1" />
            {end}
          </>
        )}
      </CarryTyped>
    </search>
  )
}

function FilterChip({ filter: { label, value, options }, href }: { filter: Filter; href: (value: string) => string }) {
  const chosen = options.find((option) => option.value === value)
  return (
    <Disclosure className="group relative">
      <summary
        className={clsx(
          'inline-flex min-h-8 items-center gap-1.5 rounded-ctl border px-2.5 text-ink-2 hover:bg-sunken max-desk:min-h-11',
          value ? 'border-accent-line bg-accent-tint' : 'border-line bg-surface',
        )}
      >
        {label} <b className="font-medium text-ink">{chosen?.label}</b>
        <ChevronDown aria-hidden="true" size={16} strokeWidth={1.75} className="group-open:rotate-180" />
      </summary>
      <ul className="absolute top-full left-0 z-20 mt-1 max-h-80 min-w-full overflow-y-auto rounded-ctl bg-surface py-1 shadow-lift">
        {options.map((option) => (
          <li key={option.value}>
            <Link
              href={href(option.value)}
              aria-current={option.value === value ? 'true' : undefined}
              className="m-0! flex min-h-8 items-center gap-2 py-1! pr-4 pl-2.5 whitespace-nowrap text-ink hover:bg-sunken hover:no-underline aria-current:font-bold max-desk:min-h-11 -outline-offset-2!"
            >
              <Check aria-hidden="true" size={14} className={option.value === value ? undefined : 'invisible'} />
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
