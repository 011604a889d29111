// The items that a reader looks for: by name, code or article, in either language.
import type { Rulebook, ViolationItem } from './book'

export type ItemQuery = Partial<Record<'q' | 'severity' | 'target', string>>

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
