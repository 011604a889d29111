import { ChevronDown } from 'lucide-react'
import { Button } from './button'
import { Disclosure } from './disclosure'
import { Link } from './link'

export type ColumnWords = { label: string; title: string; show: string; usual: string }
type ColumnPickerProps = {
  path: string
  query: Record<string, string | undefined>
  /** what names a row: sent along, so that ticking nothing is a choice too */
  naming: string | undefined
  choices: { key: string; head: string; stands: boolean }[]
  words: ColumnWords
  /** the address of the usual choice, where another is made */
  usual?: string
}

/** Which columns of a table stand: a form whose answer is an address. */
export function ColumnPicker({ path, query, naming, choices, words, usual }: ColumnPickerProps) {
  const kept = Object.entries(query).filter(([name, value]) => name !== 'columns' && value)
  return (
    <Disclosure className="group relative">
      <summary className="inline-flex min-h-8 items-center gap-1.5 rounded-ctl border border-line bg-surface px-2.5 text-ink-2 hover:bg-sunken max-desk:min-h-11">
        {words.label}
        {usual && (
          <b className="font-medium text-ink">
            {choices.filter(({ stands }) => stands).length}/{choices.length}
          </b>
        )}
        <ChevronDown aria-hidden="true" size={16} strokeWidth={1.75} className="group-open:rotate-180" />
      </summary>
      <form
        action={path}
        className="absolute top-full right-0 z-20 mt-1 min-w-56 rounded-ctl bg-surface p-3 shadow-lift max-desk:right-auto max-desk:left-0"
      >
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {naming && <input type="hidden" name="columns" value={naming} />}
        <fieldset>
          <legend className="mb-1 text-13 text-ink-2">{words.title}</legend>
          {choices.map(({ key, head, stands }) => (
            <label key={`${key} ${stands}`} className="flex min-h-8 items-center gap-2.5 max-desk:min-h-11">
              <input
                type="checkbox"
                name="columns"
                value={key}
                defaultChecked={stands}
                className="size-[18px] flex-none accent-accent-fill max-desk:size-[22px]"
              />
              {head}
            </label>
          ))}
        </fieldset>
        <div className="mt-2 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
          <Button type="submit">{words.show}</Button>
          {usual && <Link href={usual}>{words.usual}</Link>}
        </div>
      </form>
    </Disclosure>
  )
}
