import { WorkTitle } from '@/app/_components/drama/work-title'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import { Nothing, Official } from '@/app/_ui/words'
import type { FigureRow } from '@/lib/figure/queries/figure'

/** The records that make a figure, each with its case. */
export async function FigureRows({ rows, now, clause }: { rows: FigureRow[]; now: Date; clause: (code: string) => string }) {
  const [{ figure: w, penalty }, f] = [await words(), await format()]
  const columns: Column<FigureRow>[] = [
    {
      key: 'at',
      head: w.column.at,
      at: 'line',
      cell: ({ countsAt }) => <span className="text-13 whitespace-nowrap text-ink-2">{f.inList(countsAt, now)}</span>,
    },
    {
      key: 'target',
      head: w.column.target,
      rowHead: true,
      at: 'title',
      cell: ({ title, targetKind, voided }) => (
        <>
          {title ? targetKind === 'drama' || targetKind === 'episode' ? <WorkTitle title={title} /> : title : w.page.noTitle}
          {voided && <span className="ml-2 text-13 text-ink-2">{w.page.voided}</span>}
        </>
      ),
    },
    { key: 'kind', head: w.column.kind, at: 'aside', cell: ({ targetKind }) => w.target[targetKind] },
    {
      key: 'number',
      head: w.column.number,
      at: 'number',
      cell: ({ caseNumber }) =>
        caseNumber ? (
          <Link href={`/c/${caseNumber}`}>
            <Official>{caseNumber}</Official>
          </Link>
        ) : (
          <Nothing />
        ),
    },
    {
      key: 'codes',
      head: w.column.codes,
      at: 'full',
      cell: ({ codes }) => (codes.length ? <span className="text-13">{f.list(codes.map(clause))}</span> : <Nothing />),
    },
    {
      key: 'rung',
      head: w.column.rung,
      at: 'hide',
      cell: ({ rung }) => (rung ? penalty.rung(rung) : <Nothing />),
    },
    {
      key: 'episodes',
      head: w.column.episodes,
      align: 'end',
      at: 'hide',
      cell: ({ episodes, targetKind }) =>
        targetKind !== 'drama' && targetKind !== 'episode' ? <Nothing /> : episodes === null ? w.page.unknown : f.count(episodes),
    },
  ]
  return <DataTable caption={w.page.caption} columns={columns} rowKey={({ id }) => id} rows={rows} />
}
