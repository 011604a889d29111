import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { Section } from '@/app/_ui/heads'
import { Severity } from '@/app/_ui/severity'
import { Nothing, Official } from '@/app/_ui/words'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { type UpheldRow, upheldAgainst } from '@/lib/violation/queries/creator'
import { SubjectName } from './subject-name'

const PATH = '/creator/case'

/** Violations upheld against a creator's own, without whoever reported them. */
export async function UpheldAgainst({ actor, after, now }: { actor: Actor; after: string | undefined; now: Date }) {
  const page = await look(actor, (tx) => upheldAgainst(tx, actor, after))
  const [{ violation: w, shell }, f] = [await words(), await format()]
  return (
    <Section id="violations" title={w.creator.section}>
      {page.rows.length === 0 ? (
        <EmptyState title={w.creator.empty}>{w.creator.emptyNext}</EmptyState>
      ) : (
        <>
          <DataTable<UpheldRow>
            caption={w.creator.caption}
            rowKey={({ id }) => id}
            rows={page.rows}
            middle
            columns={[
              {
                key: 'number',
                head: w.creator.column.number,
                width: '140px',
                at: 'number',
                cell: ({ number }) => <Official>{number}</Official>,
              },
              {
                key: 'title',
                head: w.creator.column.title,
                rowHead: true,
                at: 'title',
                cell: ({ number, kind, title }) => (
                  <RowLink href={`/c/${number}`}>
                    <SubjectName kind={kind} name={title} />
                  </RowLink>
                ),
              },
              {
                key: 'severity',
                head: w.creator.column.severity,
                width: '110px',
                at: 'clock',
                cell: ({ severity }) =>
                  severity ? <Severity level={severity as 1 | 2 | 3 | 4} label={shell.severity(severity)} /> : <Nothing />,
              },
              {
                key: 'decided',
                head: w.creator.column.decided,
                width: '180px',
                align: 'end',
                at: 'aside',
                cell: ({ decidedAt }) => f.inList(decidedAt, now),
              },
            ]}
          />
          <ListPager path={PATH} page={page} after={after} />
        </>
      )}
    </Section>
  )
}
