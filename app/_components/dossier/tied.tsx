import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Name, Nothing } from '@/app/_ui/words'
import type { SubjectRow } from '@/lib/dossier/queries/subjects'
import { MOST_TIED, type Tied } from '@/lib/dossier/queries/tied'
import type { Actor } from '@/lib/kernel/actor'
import { TiedDrawing } from './tied-drawing'

/** Subjects that stand together by credit code, payee or telephone number: drawn, and as a table. */
export async function TiedSubjects({ tied, selfId, actor }: { tied: Tied; selfId: string; actor: Actor }) {
  const [{ dossier: w }, f, name] = [await words(), await format(), await called()]
  const tiesOf = ({ id }: SubjectRow) =>
    tied.knots.filter(({ subjectIds }) => subjectIds.includes(id)).map(({ tie, nth }) => w.tied.knot(tie, nth))
  const { column } = w.tied
  return (
    <Section id="tied" title={w.tied.title} aside={actor.kind === 'association' ? w.tied.asideOpen : w.tied.aside}>
      {tied.knots.length === 0 ? (
        <p className="text-ink-2">{w.tied.alone}</p>
      ) : (
        <div className="@container">
          <div className="grid items-start gap-x-8 gap-y-4 @min-[900px]:grid-cols-[400px_minmax(0,1fr)]">
            <TiedDrawing tied={tied} selfId={selfId} />
            <div className="min-w-0">
              <DataTable<SubjectRow>
                caption={w.tied.caption}
                rows={tied.subjects}
                rowKey={({ id }) => id}
                current={({ id }) => id === selfId}
                columns={[
                  {
                    key: 'name',
                    head: column.name,
                    rowHead: true,
                    at: 'title',
                    cell: (row) =>
                      row.id === selfId ? (
                        <>
                          <Name>{row.name}</Name> <span className="text-13 font-normal text-ink-2">{w.tied.self}</span>
                        </>
                      ) : (
                        <RowLink href={`/subject/${row.id}`}>
                          <Name>{row.name}</Name>
                        </RowLink>
                      ),
                  },
                  { key: 'platform', head: column.platform, at: 'aside', cell: (row) => w.line(row.kind, name(row.platform)) },
                  {
                    key: 'operator',
                    head: column.operator,
                    at: 'full',
                    cardLabel: column.operator,
                    cell: ({ operator }) =>
                      operator ? (
                        <Link href={`/operator/${operator.creditCode}`}>
                          <Name>{operator.name}</Name>
                        </Link>
                      ) : (
                        <Nothing />
                      ),
                  },
                  { key: 'ties', head: column.ties, at: 'line', cell: (row) => f.list(tiesOf(row)) },
                ]}
              />
              {tied.isCut && <p className="mt-2 text-13 text-ink-2">{w.tied.cut(MOST_TIED)}</p>}
            </div>
          </div>
        </div>
      )}
    </Section>
  )
}
