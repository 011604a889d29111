import type { Metadata } from 'next'
import { CHAPTERS, Chapters } from '@/app/_components/rulebook/chapters'
import { Guide } from '@/app/_components/rulebook/guide'
import { rungColumns } from '@/app/_components/rulebook/measure-columns'
import { said } from '@/app/_components/rulebook/read'
import { CsvFile } from '@/app/_components/shell/csv-file'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { PageHead, Section } from '@/app/_ui/heads'
import { shown } from '@/app/_ui/said-column'
import { Tabs } from '@/app/_ui/tabs'
import { TARGETS } from '@/lib/rulebook/input'
import { guideOn } from '@/lib/rulebook/rules/book'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rulebook.measure.title })

/** The rungs from light to grave, and what is suggested in which case. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const reading = await said()
  const { w, book, today } = reading
  const c = w.rulebook.measure
  const about = (await searchParams).about
  const target = TARGETS.find((one) => one === about) ?? 'drama'
  return (
    <>
      <PageHead title={c.title} line={c.lead} large />
      <Chapters current="measure" />
      <div className="pt-6">
        <Section id="ladder" title={c.ladder} actions={<CsvFile href="/rulebook/csv/ladder" label={w.rulebook.csv} />}>
          <DataTable caption={c.ladder} columns={shown(rungColumns(reading))} rows={book.ladder} rowKey={({ code }) => code} />
        </Section>
        <Section id="guide" title={c.guide} aside={c.guideLead} actions={<CsvFile href="/rulebook/csv/guide" label={w.rulebook.csv} />}>
          <Tabs
            label={c.about}
            items={TARGETS.map((one) => ({
              href: `${CHAPTERS.measure}?about=${one}#guide`,
              label: w.rulebook.target[one],
              current: one === target,
            }))}
          />
          <Guide target={target} rows={guideOn(book, today)} book={book} />
          <p className="pt-2 text-13 text-ink-2">{c.proposal}</p>
        </Section>
      </div>
    </>
  )
}
