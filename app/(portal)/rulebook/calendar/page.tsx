import type { Metadata } from 'next'
import { CHAPTERS, Chapters } from '@/app/_components/rulebook/chapters'
import { Months } from '@/app/_components/rulebook/months'
import { said, yearsOf } from '@/app/_components/rulebook/read'
import { dayColumns } from '@/app/_components/rulebook/time-columns'
import { CsvFile } from '@/app/_components/shell/csv-file'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { shown } from '@/app/_ui/said-column'
import { Tabs } from '@/app/_ui/tabs'
import { yearOf } from '@/lib/kernel/time'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rulebook.calendar.title })

/** A year's working days: twelve months at a glance, and the exceptions with their sources. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const reading = await said()
  const { w, book, today } = reading
  const c = w.rulebook.calendar
  const years = yearsOf(book)
  const asked = Number((await searchParams).year)
  const year = years.includes(asked) ? asked : years.includes(yearOf(today)) ? yearOf(today) : years.at(-1)!
  const rows = book.days.filter(({ date }) => yearOf(date) === year)
  const isOfficial = book.calendar.officialYears.has(year)
  return (
    <>
      <PageHead title={c.title} line={c.lead} large />
      <Chapters current="calendar" />
      <div className="pt-4">
        <Tabs
          label={c.year}
          items={years.map((one) => ({ href: `${CHAPTERS.calendar}?year=${one}`, label: String(one), current: one === year }))}
        />
      </div>
      <div className="py-4">
        <Note tone={isOfficial ? undefined : 'waiting'}>{isOfficial ? c.official(year) : c.provisional(year)}</Note>
      </div>
      <Section id="months" title={c.months}>
        <Months year={year} today={today} book={book} />
      </Section>
      <Section id="days" title={c.caption(year)} actions={<CsvFile href={`/rulebook/csv/calendar?year=${year}`} label={w.rulebook.csv} />}>
        <DataTable caption={c.caption(year)} columns={shown(dayColumns(reading))} rows={rows} rowKey={({ date }) => date} />
      </Section>
    </>
  )
}
