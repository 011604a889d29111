// 创作指导: what an item must say before another hand publishes it; every item names its source.
import type { Fault } from '../../kernel/outcome'
import { type Day, isDay } from '../../kernel/time'
import type { GuidanceKind } from '../workflow'

export type Work = { title: string; producer: string | null }
type Item = {
  kind: GuidanceKind
  title: string
  body: string
  batch: string | null
  closesOn: string | null
  issuedOn: string | null
  sourceName: string
}

const TITLE_MAX = 60
const WORKS_MAX = 500
const bare = (text: string) => text.trim().replace(/^《([^《》]*)》/, '$1')

/** One work a line, its producer behind a bar, a comma or a tab: `《恋恋茶园》，某影视公司`. */
export function worksOf(lines: string): Work[] {
  return lines
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, WORKS_MAX)
    .map((line) => {
      const [, quoted, after] = /^《([^《》]+)》[\s，,|｜\t]*(.*)$/.exec(line) ?? []
      const [title = '', producer = ''] = quoted ? [quoted, after] : line.split(/[|｜\t]/)
      return { title: bare(title).slice(0, TITLE_MAX), producer: producer.trim().slice(0, 100) || null }
    })
    .filter(({ title }) => title !== '')
}

/** The same works as the form shows them. */
export const linesOf = (works: readonly Work[]) =>
  works.map(({ title, producer }) => (producer ? `《${title}》，${producer}` : `《${title}》`)).join('\n')

/** What stands in the way of publishing, in the order of the form. */
export function lacks(item: Item, today: Day): Fault[] {
  const faults: Fault[] = []
  const need = (field: keyof Item, holds: boolean, code: string) => holds || faults.push({ field, code })
  need('title', item.title !== '', 'required')
  need('body', item.body !== '', 'required')
  need('issuedOn', item.issuedOn === null || (isDay(item.issuedOn) && item.issuedOn <= today), 'in_the_future')
  if (item.kind === 'call') need('closesOn', item.closesOn === null || item.closesOn >= today, 'closed_already')
  if (item.kind === 'recommendation') need('batch', item.batch !== null, 'required')
  need('sourceName', item.sourceName !== '', 'source_missing')
  return faults
}

/** How a call stands on a day: its last day counts as open. */
export type CallStanding = 'open' | 'closed' | 'undated'
export const callStanding = (closesOn: string | null, today: Day): CallStanding =>
  closesOn === null ? 'undated' : closesOn >= today ? 'open' : 'closed'
