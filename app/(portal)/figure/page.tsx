import type { Metadata } from 'next'
import { FigureRows } from '@/app/_components/figure/figure-rows'
import { figureWords } from '@/app/_components/figure/figure-words'
import { readFigure, type Sent } from '@/app/_components/figure/read-figure'
import { clauseName } from '@/app/_components/register/clause-name'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { CsvLink } from '@/app/_ui/csv-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { Facts } from '@/app/_ui/facts'
import { Figures } from '@/app/_ui/figures'
import { withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { figure, rowsOfFigure } from '@/lib/figure/queries/figure'
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
    page: await rowsOfFigure(tx, definition, { at, after: sent.after }),
    said: await figureWords(tx, definition),
    clause: await clauseName(tx),
    now,
  }))
  const query = { d: sent.d!, ...(sent.at && { at: sent.at }) }
  const { value, page, said, clause, now } = found
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
        <CsvLink href={withQuery('/figure/csv', query)} label={shell.list.csv} />
      </div>
      {page.rows.length > 0 ? (
        <>
          <FigureRows rows={page.rows} now={now} clause={clause} />
          <ListPager path="/figure" query={query} page={page} after={sent.after} />
        </>
      ) : (
        <EmptyState title={w.page.empty}>{w.page.emptyNext}</EmptyState>
      )}
    </>
  )
}
