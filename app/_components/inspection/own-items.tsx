import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Official } from '@/app/_ui/words'
import { revealedItems } from '@/lib/inspection/queries/plans'
import type { Actor } from '@/lib/kernel/actor'
import { asDay } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { ItemName } from './item-name'

/** Which ids of the published lists were a platform's own works, once the seed is out. */
export async function OwnItems({ actor, after }: { actor: Actor; after?: string }) {
  const page = await look(actor, (tx) => revealedItems(tx, actor, { after }))
  const [{ inspection }, f] = [await words(), await format()]
  const w = inspection.own
  return (
    <>
      <PageHead title={w.title} line={w.line} actions={<Link href="/inspection">{inspection.proof.title}</Link>} />
      {page.rows.length === 0 ? (
        <EmptyState title={w.empty} link={<Link href="/inspection">{inspection.proof.title}</Link>}>
          {w.emptyNext}
        </EmptyState>
      ) : (
        <>
          <DataTable<(typeof page.rows)[number]>
            caption={w.caption}
            rows={page.rows}
            rowKey={({ opaqueId }) => opaqueId}
            columns={[
              { key: 'day', head: w.column.day, at: 'clock', cell: ({ day }) => f.day(asDay(day)) },
              { key: 'plan', head: w.column.plan, at: 'number', cell: ({ planNumber }) => <Official>{planNumber}</Official> },
              {
                key: 'title',
                head: w.column.title,
                rowHead: true,
                at: 'title',
                cell: ({ kind, title }) => <ItemName kind={kind} title={title} />,
              },
              {
                key: 'id',
                head: w.column.id,
                at: 'full',
                cell: ({ opaqueId }) => <span className="official text-13 break-all">{opaqueId}</span>,
              },
            ]}
          />
          <ListPager path="/platform/inspection" page={page} after={after} />
        </>
      )}
    </>
  )
}
