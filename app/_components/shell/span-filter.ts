import type { Filter } from '@/app/_ui/filter-bar'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'
import { readSpan, writeSpan } from '@/lib/kernel/time'
import { mondaysOf, spanOf, WEEKS } from '@/lib/overview/rules'

/** The days of a list: all, the last weeks, or whichever days its address says. */
export function spanFilter(
  name: string,
  value: string | undefined,
  label: string,
  { list }: Words['shell'],
  f: Formats,
  now: Date,
): Filter {
  const options = [
    { value: '', label: list.all },
    ...WEEKS.map((weeks) => ({ value: writeSpan(spanOf(mondaysOf(now, weeks))), label: list.weeks(weeks) })),
  ]
  const asked = readSpan(value)
  const isOther = asked && !options.some((option) => option.value === value)
  return {
    name,
    label,
    value: value ?? '',
    options: isOther ? [...options, { value: value!, label: list.span(f.day(asked.from), f.day(asked.to)) }] : options,
  }
}
