import type { Metadata } from 'next'
import { Chapters } from '@/app/_components/rulebook/chapters'
import { said } from '@/app/_components/rulebook/read'
import { sourceColumns } from '@/app/_components/rulebook/source-columns'
import { CsvFile } from '@/app/_components/shell/csv-file'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { PageHead, Section } from '@/app/_ui/heads'
import { shown } from '@/app/_ui/said-column'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rulebook.sources.title })

/** Where the rules come from, how sure each source makes them, and what rests on it. */
export default async function Page() {
  const reading = await said()
  const c = reading.w.rulebook
  return (
    <>
      <PageHead title={c.sources.title} line={c.sources.lead} large />
      <Chapters current="source" />
      <div className="pt-6">
        <Section id="all" title={c.sources.caption} actions={<CsvFile href="/rulebook/csv/source" label={c.csv} />}>
          <DataTable
            caption={c.sources.caption}
            columns={shown(sourceColumns(reading))}
            rows={reading.book.sources}
            rowKey={({ key }) => key}
          />
        </Section>
      </div>
    </>
  )
}
