import { format, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { TARGETS } from '@/lib/rulebook/input'
import { rulebook } from '@/lib/rulebook/queries'
import type { Rulebook, ViolationItem } from '@/lib/rulebook/rules/book'
import type { Said } from './tables'

/** The rulebook, and what its tables are said with. */
export async function said(): Promise<Said & { now: Date }> {
  const [w, f, now, { actor }] = await Promise.all([words(), format(), instant(), reader()])
  return { w, f, now, today: dayOf(now), book: await look(actor, (tx) => rulebook(tx)) }
}

export type ItemQuery = Partial<Record<'q' | 'severity' | 'target', string>>

/** The filters of the items as the address has them; what it has otherwise counts as none. */
export function readItemQuery({ q, severity, target }: Record<string, string | undefined>): ItemQuery {
  return {
    q: q?.trim().slice(0, 60) || undefined,
    severity: /^[1-4]$/.test(severity ?? '') ? severity : undefined,
    target: TARGETS.find((one) => one === target),
  }
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** The items that fit, each under its group; a search reads names, codes and articles in both languages. */
export function itemsFitting(book: Pick<Rulebook, 'taxonomy'>, { q, severity, target }: ItemQuery) {
  const sought = q && folded(q).replace(/^第|[条條]$/g, '')
  const fits = (item: ViolationItem, group: ViolationItem) =>
    (!severity || item.defaultSeverity === Number(severity)) &&
    (!target || item.appliesTo.some((one) => one === target)) &&
    (!sought ||
      [item.code, item.zh, item.en, group.zh, group.en, item.otherBasisZh, item.otherBasisEn, ...item.order16Articles].some(
        (text) => text && folded(text).includes(sought),
      ))
  return book.taxonomy
    .filter(({ parent }) => !parent)
    .map((group) => ({ ...group, items: book.taxonomy.filter((item) => item.parent === group.code && fits(item, group)) }))
    .filter(({ items }) => items.length > 0)
}

/** The years for which the calendar knows a day off. */
export const yearsOf = (book: Pick<Rulebook, 'days'>) => [...new Set(book.days.map(({ date }) => Number(date.slice(0, 4))))].toSorted()
