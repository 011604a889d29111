import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { State } from '@/app/_ui/state'
import { Name, Official, Zh } from '@/app/_ui/words'
import type { NearListed, Pointed } from '@/lib/matching/queries'
import type { NearReason } from '@/lib/matching/rules/near'

type Row = { key: string; href: string; title: string; number: string; producer: string | null; reasons: NearReason[]; listed: boolean }

/** Works and listed entries of near names, each with the reason; they point and never decide. */
export async function NearWorks({ works, listed }: { works: (Pointed & { reasons: NearReason[] })[]; listed: NearListed[] }) {
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
    })),
    ...works.map(({ id, code, title, producerName, reasons, listed: isListed }) => ({
      key: id,
      href: `/w/${code}`,
      title,
      number: code,
      producer: producerName,
      reasons,
      listed: isListed,
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
          cell: ({ href, title, producer }) => (
            <RowLink href={href} sub={producer && <Name>{producer}</Name>}>
              <Zh>{drama.title(title)}</Zh>
            </RowLink>
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
