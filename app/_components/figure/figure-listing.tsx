import { WorkTitle } from '@/app/_components/drama/work-title'
import { clauseName } from '@/app/_components/register/clause-name'
import type { Listing, Tx } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Nothing, Official } from '@/app/_ui/words'
import { type FigureRow, rowsOfFigure } from '@/lib/figure/queries/figure'
import { figureWords } from './figure-words'
import type { readFigure } from './read-figure'

/** The records that make a figure, each with its case. */
export async function figureListing(
  tx: Tx,
  now: Date,
  { definition, at }: NonNullable<ReturnType<typeof readFigure>>,
): Promise<Listing<FigureRow>> {
  const [{ figure: w, penalty, shell }, f, clause] = [await words(), await format(), await clauseName(tx)]
  return {
    name: (await figureWords(tx, definition)).name,
    read: (of, after, limit) => rowsOfFigure(of, definition, { at, after, limit }),
    columns: [
      {
        key: 'at',
        head: w.column.at,
        at: 'line',
        fileHead: shell.list.inBeijing(w.column.at),
        text: ({ countsAt }) => f.instant(countsAt),
        cell: ({ countsAt }) => <span className="text-13 whitespace-nowrap text-ink-2">{f.inList(countsAt, now)}</span>,
      },
      {
        key: 'target',
        head: w.column.target,
        rowHead: true,
        at: 'title',
        text: ({ title }) => title || w.page.noTitle,
        cell: ({ title, targetKind, voided }) => (
          <>
            {title ? targetKind === 'drama' || targetKind === 'episode' ? <WorkTitle title={title} /> : title : w.page.noTitle}
            {voided && <span className="ml-2 text-13 text-ink-2">{w.page.voided}</span>}
          </>
        ),
      },
      { key: 'kind', head: w.column.kind, at: 'aside', text: ({ targetKind }) => w.target[targetKind] },
      {
        key: 'number',
        head: w.column.number,
        at: 'number',
        text: ({ caseNumber }) => caseNumber,
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
        text: ({ codes }) => f.list(codes.map((code) => `${code} ${clause(code)}`)),
        cell: ({ codes }) => (codes.length ? <span className="text-13">{f.list(codes.map(clause))}</span> : <Nothing />),
      },
      {
        key: 'rung',
        head: w.column.rung,
        at: 'hide',
        text: ({ rung }) => rung && penalty.rung(rung),
        cell: ({ rung }) => (rung ? penalty.rung(rung) : <Nothing />),
      },
      {
        key: 'episodes',
        head: w.column.episodes,
        align: 'end',
        at: 'hide',
        text: ({ episodes, targetKind }) => (targetKind !== 'drama' && targetKind !== 'episode' ? null : (episodes ?? w.page.unknown)),
        cell: ({ episodes, targetKind }) =>
          targetKind !== 'drama' && targetKind !== 'episode' ? <Nothing /> : episodes === null ? w.page.unknown : f.count(episodes),
      },

      { key: 'standing', extra: true, head: w.column.standing, at: 'hide', text: ({ standing }) => w.standing[standing] },
      {
        key: 'minutes',
        extra: true,
        head: w.column.minutes,
        align: 'end',
        at: 'hide',
        text: ({ seconds }) => (seconds === null ? null : Math.round(seconds / 60)),
      },
      { key: 'voided', extra: true, head: w.column.voided, at: 'hide', text: ({ voided }) => (voided ? w.yes : w.no) },
    ],
  }
}
