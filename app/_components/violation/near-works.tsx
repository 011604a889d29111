import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import { State } from '@/app/_ui/state'
import { Name, Official, Zh } from '@/app/_ui/words'
import type { NearListed, Pointed } from '@/lib/matching/queries'
import type { NearReason } from '@/lib/matching/rules/near'
import type { ReportOn } from '@/lib/violation/queries/report'

type Row = {
  key: string
  /** None where the work has no page that this reader can open. */
  href: string | null
  title: string
  number: string
  producer: string | null
  reasons: NearReason[]
  listed: boolean
  reports: ReportOn[]
}

type Props = { works: (Pointed & { reasons: NearReason[] })[]; listed: NearListed[]; reports: ReportOn[] }

/** Works and listed entries of near names, each with the reason and the reports of it; they point and never decide. */
export async function NearWorks({ works, listed, reports }: Props) {
  const [{ violation: w, drama }, f] = [await words(), await format()]
  const rows: Row[] = [
    ...listed.map(({ entryId, number, title, reasons }) => ({
      key: entryId,
      href: `/c/${number}`,
      title,
      number,
      producer: null,
      reasons,
      listed: true,
      reports: [],
    })),
    ...works.map(({ id, code, title, producerName, reasons, listed: isListed, isPublic }) => ({
      key: id,
      href: isPublic ? `/w/${code}` : null,
      title,
      number: code,
      producer: producerName,
      reasons,
      listed: isListed,
      reports: reports.filter(({ dramaId }) => dramaId === id),
    })),
  ]
  if (rows.length === 0) return <p className="text-ink-2">{w.case.nearNone}</p>
  return (
    <DataTable<Row>
      caption={w.case.near}
      rowKey={({ key }) => key}
      rows={rows}
      columns={[
        {
          key: 'title',
          head: w.case.work,
          rowHead: true,
          at: 'title',
          cell: ({ href, title, producer }) =>
            href ? (
              <RowLink href={href} sub={producer && <Name>{producer}</Name>}>
                <Zh>{drama.title(title)}</Zh>
              </RowLink>
            ) : (
              <>
                <Zh>{drama.title(title)}</Zh>
                <span className="block text-13 font-normal text-ink-2">{producer ? <Name>{producer}</Name> : w.case.onlyReported}</span>
              </>
            ),
        },
        {
          key: 'why',
          head: w.case.reason,
          at: 'line',
          cell: ({ reasons }) => (
            <span className="text-13 text-ink-2">
              {f.list(reasons.slice(0, 2).map(({ code, mine, theirs }) => w.near[code]({ mine, theirs })))}
            </span>
          ),
        },
        {
          key: 'reports',
          head: w.case.reportsOn,
          at: 'aside',
          cell: ({ reports: on }) =>
            on.map(({ number, state }) => (
              <p key={number} className="whitespace-nowrap text-13">
                <Link href={`/c/${number}`}>{number}</Link> {w.state[state]}
              </p>
            )),
        },
        { key: 'number', head: w.list.column.number, width: '150px', at: 'number', cell: ({ number }) => <Official>{number}</Official> },
        {
          key: 'listed',
          head: w.list.column.state,
          width: '130px',
          at: 'clock',
          cell: ({ listed: isListed }) => isListed && <State tone="refused">{w.draft.workListed}</State>,
        },
      ]}
    />
  )
}
