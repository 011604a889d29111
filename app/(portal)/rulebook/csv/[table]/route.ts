import { notFound } from 'next/navigation'
import { itemColumns } from '@/app/_components/rulebook/item-columns'
import { guideColumns, rungColumns } from '@/app/_components/rulebook/measure-columns'
import { readItemQuery, said } from '@/app/_components/rulebook/read'
import { sourceColumns } from '@/app/_components/rulebook/source-columns'
import { tierColumns } from '@/app/_components/rulebook/tier-columns'
import { dayColumns, deadlineColumns } from '@/app/_components/rulebook/time-columns'
import { csvFile } from '@/app/_server/csv'
import { lines } from '@/app/_ui/said-column'
import { yearOf } from '@/lib/kernel/time'
import { guideOn } from '@/lib/rulebook/rules/book'
import { itemsFitting } from '@/lib/rulebook/rules/search'

/** A table of the rulebook as it stands on the screen, as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ table: string }> }) {
  const [reading, { table }] = [await said(), await params]
  const { w, book, today } = reading
  const c = w.rulebook
  const query = Object.fromEntries(new URL(request.url).searchParams)
  switch (table) {
    case 'item':
      return csvFile(
        c.item.title,
        ...lines(
          itemColumns(reading),
          itemsFitting(book, readItemQuery(query)).flatMap(({ items }) => items),
        ),
      )
    case 'tier':
      return csvFile(c.tier.title, ...lines(tierColumns(reading), book.tiers))
    case 'ladder':
      return csvFile(c.measure.ladder, ...lines(rungColumns(reading), book.ladder))
    case 'guide':
      return csvFile(c.measure.guide, ...lines(guideColumns(reading), guideOn(book, today)))
    case 'deadline':
      return csvFile(c.deadline.title, ...lines(deadlineColumns(reading), book.deadlines))
    case 'calendar': {
      const days = query.year ? book.days.filter(({ date }) => yearOf(date) === Number(query.year)) : book.days
      return csvFile(c.calendar.title, ...lines(dayColumns(reading), days))
    }
    case 'source':
      return csvFile(c.sources.title, ...lines(sourceColumns(reading), book.sources))
    default:
      notFound()
  }
}
