import type { Metadata } from 'next'
import { figureListing } from '@/app/_components/figure/figure-listing'
import { figureWords } from '@/app/_components/figure/figure-words'
import { readFigure, type Sent } from '@/app/_components/figure/read-figure'
import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
import { pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { Facts } from '@/app/_ui/facts'
import { Figures } from '@/app/_ui/figures'
import { PageHead } from '@/app/_ui/heads'
import { shown } from '@/app/_ui/said-column'
import { figure } from '@/lib/figure/queries/figure'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).figure.page.title })

export default async function Page({ searchParams }: { searchParams: Promise<Sent> }) {
  const [actor, sent] = [await currentActor(), await searchParams]
  const [{ figure: w, shell }, f] = [await words(), await format()]
  const asked = readFigure(sent)
  if (!asked) return <EmptyState title={w.page.bad}>{w.page.badNext}</EmptyState>
  const { definition, at } = asked
  const found = await look(actor, async (tx, now) => ({
    value: await figure(tx, definition, at),
    ...(await pageOf(tx, await figureListing(tx, now, asked), sent)),
    said: await figureWords(tx, definition),
    now,
  }))
  const { value, page, table, said, now } = found
  const query: Query = { d: sent.d, at: sent.at, columns: table.columns }
  return (
    <>
      <PageHead
        title={said.name}
        line={w.page.line}
        time={at ? w.page.frozen(f.count(at.seq)) : w.page.asOf(shell.beijing(f.instant(now)))}
      />
      <Figures
        items={[
          {
            label: w.measure[definition.measure],
            value: f.count(value.value),
            after: w.unit(definition.measure, definition.targetKinds, value.value),
          },
          { label: w.page.title, value: w.page.rows(f.count(value.rows)) },
        ]}
      />
      {value.unknown > 0 && <p className="mb-3 text-13 text-ink-2">{w.unknown(f.count(value.unknown), definition.measure)}</p>}
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <Facts items={said.conditions} />
        </div>
        <ListTools path="/figure" query={query} table={table} />
      </div>
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={w.page.caption} columns={shown(table.shown)} rowKey={({ id }) => id} rows={page.rows} />
          <ListPager path="/figure" query={query} page={page} after={sent.after} />
        </>
      ) : (
        <EmptyState title={w.page.empty}>{w.page.emptyNext}</EmptyState>
      )}
    </>
  )
}
