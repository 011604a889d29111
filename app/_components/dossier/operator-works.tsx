import { WorkTitle } from '@/app/_components/drama/work-title'
import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { withQuery } from '@/app/_ui/filter-bar'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Official } from '@/app/_ui/words'
import type { WorkOf } from '@/lib/dossier/queries/operator'
import type { Page } from '@/lib/kernel/page'

type Props = { works: Page<WorkOf>; mayMake: boolean; path: string; query: Record<string, string | undefined> }

/** The works of an operator: which it makes, and which are shown in its mini-programs and on its accounts. */
export async function OperatorWorks({ works, mayMake, path, query }: Props) {
  const [{ dossier, shell }, f] = [await words(), await format()]
  const w = dossier.operator.works
  const to = (after: string | null | undefined) => `${withQuery(path, query, { works: after ?? undefined })}#works`
  return (
    <Section
      id="works"
      title={w.title}
      aside={mayMake ? w.asideShown : w.aside}
      actions={
        (works.next || query.works) && (
          <span className="inline-flex gap-4">
            {query.works && <Link href={to(null)}>{shell.list.first}</Link>}
            {works.next && <Link href={to(works.next)}>{shell.list.next}</Link>}
          </span>
        )
      }
    >
      {works.rows.length > 0 ? (
        <DataTable<WorkOf>
          caption={w.title}
          rows={works.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'work',
              head: w.column.work,
              rowHead: true,
              at: 'title',
              cell: ({ code, title }) => (
                <RowLink href={`/subject/work/${code}`}>
                  <WorkTitle title={title} />
                </RowLink>
              ),
            },
            { key: 'code', head: w.column.code, at: 'line', cell: ({ code }) => <Official>{code}</Official> },
            { key: 'made', head: w.column.tie, at: 'full', cell: ({ made, places }) => f.list(w.ties(made, places)) },
          ]}
        />
      ) : (
        <p className="text-ink-2">{mayMake ? w.noneShown : w.none}</p>
      )}
      {mayMake && <p className="mt-2 text-13 text-ink-2">{w.mayMake}</p>}
    </Section>
  )
}
