import type { Metadata } from 'next'
import { CHAPTERS, Chapters } from '@/app/_components/rulebook/chapters'
import { itemColumns } from '@/app/_components/rulebook/item-columns'
import { readItemQuery, said } from '@/app/_components/rulebook/read'
import { CsvFile } from '@/app/_components/shell/csv-file'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { shown } from '@/app/_ui/said-column'
import { TARGETS } from '@/lib/rulebook/input'
import { itemsFitting } from '@/lib/rulebook/rules/search'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rulebook.item.title })

/** The items that everything cites, group by group, with search. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const reading = await said()
  const { w, f, book } = reading
  const { rulebook: c } = w
  const query = readItemQuery(await searchParams)
  const groups = itemsFitting(book, query)
  const all = { value: '', label: c.all }
  return (
    <>
      <PageHead title={c.item.title} line={c.item.lead} large />
      <Chapters current="item" />
      <FilterBar
        path={CHAPTERS.item}
        query={query}
        label={c.filter}
        search={{ name: 'q', label: c.search, placeholder: c.search, submit: c.find }}
        filters={[
          {
            name: 'severity',
            label: c.item.severity,
            value: query.severity ?? '',
            options: [all, ...[1, 2, 3, 4].map((level) => ({ value: String(level), label: c.level(level) }))],
          },
          {
            name: 'target',
            label: c.item.appliesTo,
            value: query.target ?? '',
            options: [all, ...TARGETS.map((target) => ({ value: target, label: c.target[target] }))],
          },
        ]}
        end={
          <>
            <span className="text-13 text-ink-2">{c.item.count(groups.reduce((sum, { items }) => sum + items.length, 0))}</span>
            <CsvFile href={withQuery('/rulebook/csv/item', query)} label={c.csv} />
          </>
        }
      />
      {groups.length > 0 ? (
        <DataTable
          caption={c.item.caption}
          columns={shown(itemColumns(reading))}
          rowKey={({ code }) => code}
          groups={groups.map(({ code, zh, en, items }) => ({
            key: code,
            title: `${code} ${f.locale === 'en' ? en : zh}`,
            count: items.length,
            rows: items,
          }))}
        />
      ) : (
        <EmptyState title={c.item.nothing} link={<Link href={CHAPTERS.item}>{c.item.reset}</Link>} />
      )}
    </>
  )
}
