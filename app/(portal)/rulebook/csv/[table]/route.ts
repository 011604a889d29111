import { notFound } from 'next/navigation'
import { itemColumns } from '@/app/_components/rulebook/item-columns'
import { guideColumns, rungColumns } from '@/app/_components/rulebook/measure-columns'
import { readItemQuery, said } from '@/app/_components/rulebook/read'
import type { Said } from '@/app/_components/rulebook/said'
import { sourceColumns } from '@/app/_components/rulebook/source-columns'
import { tierColumns } from '@/app/_components/rulebook/tier-columns'
import { dayColumns, deadlineColumns } from '@/app/_components/rulebook/time-columns'
import { type Asked, askedOf, csvFile, type Sheet, sheetOf, whole } from '@/app/_server/listing'
import { reader } from '@/app/_server/session'
import type { SaidColumn } from '@/app/_ui/said-column'
import { yearOf } from '@/lib/kernel/time'
import { guideOn } from '@/lib/rulebook/rules/book'
import { itemsFitting } from '@/lib/rulebook/rules/search'

/** A table of the rulebook by its name, equal to its page. */
function tableOf(table: string, reading: Said, asked: Asked): Sheet {
  const { w, book, today } = reading
  const c = w.rulebook
  const of = <Row>(name: string, columns: SaidColumn<Row>[], rows: readonly Row[]) => sheetOf(whole(name, columns, rows), asked)
  switch (table) {
    case 'item':
      return of(
        c.item.title,
        itemColumns(reading),
        itemsFitting(book, readItemQuery(asked)).flatMap(({ items }) => items),
      )
    case 'tier':
      return of(c.tier.title, tierColumns(reading), book.tiers)
    case 'ladder':
      return of(c.measure.ladder, rungColumns(reading), book.ladder)
    case 'guide':
      return of(c.measure.guide, guideColumns(reading), guideOn(book, today))
    case 'deadline':
      return of(c.deadline.title, deadlineColumns(reading), book.deadlines)
    case 'calendar': {
      const days = asked.year ? book.days.filter(({ date }) => yearOf(date) === Number(asked.year)) : book.days
      return of(c.calendar.title, dayColumns(reading), days)
    }
    case 'source':
      return of(c.sources.title, sourceColumns(reading), book.sources)
    default:
      notFound()
  }
}

export async function GET(request: Request, { params }: { params: Promise<{ table: string }> }) {
  const [{ actor }, reading, { table }] = [await reader(), await said(), await params]
  return csvFile(actor, async () => tableOf(table, reading, askedOf(request)))
}
