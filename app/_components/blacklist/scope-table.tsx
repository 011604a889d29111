import { WorkTitle } from '@/app/_components/drama/work-title'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { State } from '@/app/_ui/state'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { type Filing, type Hit, isOffered, isValid, type Preview, type ScopeWork, type Spared } from '@/lib/blacklist/queries/preview'

type Row = (Hit & { near?: undefined }) | (Spared & { chosen?: undefined })

/** An offer is numbered by others alone; what is filed has its number from its bureau or its platform. */
const kindOf = ({ class: filedAs, number }: Filing) => (filedAs !== 3 ? 'filed' : number ? 'record' : 'offer')

type Props = {
  preview: Pick<Preview, 'hits'> & Partial<Preview>
  listed?: boolean /** Where works are shown is for the regulators. */
  places?: boolean
}

/** What an entry hits and what it spares, with totals; once listed, the works that it stands for. */
export async function ScopeTable({ preview, listed, places = true }: Props) {
  const [{ blacklist, drama }, f, name] = [await words(), await format(), await called()]
  const w = blacklist.preview
  const { hits, spared = [] } = preview
  const total = (pick: (work: ScopeWork) => number | null) => hits.reduce((sum, work) => sum + (pick(work) ?? 0), 0)

  const filing = (one: Filing, hit: boolean) => {
    if (isOffered(one)) return hit ? <State tone="waiting">{w.offeredStops}</State> : <State tone="progress">{w.offered}</State>
    if (!isValid(one)) return <State tone="refused">{kindOf(one) === 'offer' ? w.stopped : w.suspended}</State>
    return hit ? <State tone="waiting">{w.suspends}</State> : <State tone="done">{w.standsStill}</State>
  }
  const placed: Column<Row>[] = [
    {
      key: 'platforms',
      head: w.column.platforms,
      at: 'aside',
      cell: ({ platforms }) => (platforms.length ? f.list(platforms.map(name)) : <Nothing />),
    },
    {
      key: 'links',
      head: w.column.links,
      align: 'end',
      at: 'number',
      cardLabel: w.column.links,
      cell: ({ linkCount }) => f.count(linkCount),
    },
  ]
  const columns: Column<Row>[] = [
    {
      key: 'work',
      head: w.column.work,
      rowHead: true,
      at: 'title',
      cell: (row) => (
        <>
          <b>
            <WorkTitle title={row.title} />
          </b>
          <span className="block text-13 font-normal text-ink-2">{row.chosen ? w.chosen[row.chosen] : w.near[row.near]}</span>
          {row.aliases.length > 0 && (
            <span className="block text-13 font-normal text-ink-2">
              {w.aliases(f.list(row.aliases.map((alias) => drama.title(alias))))}
            </span>
          )}
          {!places && row.miniPrograms.length > 0 && (
            <span className="block text-13 font-normal text-ink-2">{w.miniPrograms(f.list(row.miniPrograms))}</span>
          )}
          {!listed && row.listedAs && <State tone="refused">{w.listedAs(row.listedAs)}</State>}
        </>
      ),
    },
    {
      key: 'producer',
      head: w.column.producer,
      at: 'line',
      cell: ({ producerName, filings, code }) => (
        <>
          {producerName ? <Zh>{producerName}</Zh> : blacklist.page.unknownProducer}
          <span className="block text-13 text-ink-2">
            {filings.some((one) => one.number) ? (
              filings.flatMap((one) => (one.number ? [<Official key={one.id}>{one.number} </Official>] : []))
            ) : (
              <>
                {blacklist.page.noNumber} <Official>{code}</Official>
              </>
            )}
          </span>
        </>
      ),
    },
    {
      key: 'episodes',
      head: w.column.episodes,
      align: 'end',
      at: 'clock',
      cardLabel: w.column.episodes,
      cell: ({ episodeCount }) => (episodeCount === null ? <Nothing /> : f.count(episodeCount)),
    },
    ...(places ? placed : []),
    {
      key: 'filing',
      head: w.column.filing,
      cell: (row) =>
        row.filings.length ? (
          row.filings.map((one) => (
            <span key={one.id} className="block">
              <span className="text-13 text-ink-2">
                {w.filing[kindOf(one)]} {one.caseNumber && <Official>{one.caseNumber}</Official>}
              </span>{' '}
              {filing(one, row.chosen !== undefined && !listed)}
            </span>
          ))
        ) : (
          <State tone="neutral">{w.unfiled}</State>
        ),
    },
  ]
  const groups = [
    { key: 'hits', title: listed ? w.standing : w.hit, count: hits.length, rows: hits as Row[] },
    ...(spared.length ? [{ key: 'spared', title: w.spared, count: spared.length, rows: spared as Row[] }] : []),
  ]
  const platforms = new Set(hits.flatMap((work) => work.platforms.map(({ id }) => id))).size
  return (
    <>
      <DataTable
        reachable
        caption={blacklist.page.scope}
        columns={columns}
        rowKey={({ id }) => id}
        groups={groups}
        foot={
          <tr>
            <th scope="row" colSpan={2}>
              {listed ? w.totalStanding : w.total}
            </th>
            <td data-align="end" data-label={w.column.episodes}>
              {hits.every(({ episodeCount }) => episodeCount === null) ? <Nothing /> : f.count(total((work) => work.episodeCount))}
            </td>
            {places && (
              <>
                <td data-label={w.column.platforms}>{w.platforms(platforms)}</td>
                <td data-align="end" data-label={w.column.links}>
                  {f.count(total((work) => work.linkCount))}
                </td>
              </>
            )}
            <td />
          </tr>
        }
      />
      {!listed && preview.spared?.length === 0 && <p className="mt-2 text-13 text-ink-2">{w.nothingSpared}</p>}
    </>
  )
}
