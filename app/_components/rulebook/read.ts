import type { Asked } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { TARGETS } from '@/lib/rulebook/input'
import { rulebook } from '@/lib/rulebook/queries'
import type { Rulebook } from '@/lib/rulebook/rules/book'
import type { ItemQuery } from '@/lib/rulebook/rules/search'
import type { Said } from './said'

/** The rulebook, and what its tables are said with. */
export async function said(): Promise<Said & { now: Date }> {
  const [w, f, now, { actor }] = await Promise.all([words(), format(), instant(), reader()])
  return { w, f, now, today: dayOf(now), book: await look(actor, (tx) => rulebook(tx)) }
}

/** The filters of the items as the address has them; what it has otherwise counts as none. */
export function readItemQuery(asked: Asked): ItemQuery {
  const [q, severity, target] = [asked.q, asked.severity, asked.target].map((value) => [value].flat()[0])
  return {
    q: q?.trim().slice(0, 60) || undefined,
    severity: /^[1-4]$/.test(severity ?? '') ? severity : undefined,
    target: TARGETS.find((one) => one === target),
  }
}

/** The years for which the calendar knows a day off. */
export const yearsOf = (book: Pick<Rulebook, 'days'>) => [...new Set(book.days.map(({ date }) => Number(date.slice(0, 4))))].toSorted()
