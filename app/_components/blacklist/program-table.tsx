import { SubjectLink } from '@/app/_components/dossier/subject-link'
import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Official, Zh } from '@/app/_ui/words'
import type { ListedProgram } from '@/lib/blacklist/queries/preview'

/** The mini-programs of an entry: whose they are, and that their host alone takes them down. Whoever may know reads the credit code. */
export async function ProgramTable({ programs, listed }: { programs: ListedProgram[]; listed?: boolean }) {
  const [{ blacklist }, name] = [await words(), await called()]
  const w = blacklist.programs
  return (
    <DataTable<ListedProgram>
      reachable
      caption={w.caption}
      rows={programs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: w.column.name,
          rowHead: true,
          at: 'title',
          cell: (program) => (
            <>
              <SubjectLink kind="mini_program" id={program.id}>
                <b>
                  <Zh>{program.name}</Zh>
                </b>
              </SubjectLink>
              {!listed && <span className="block text-13 font-normal text-ink-2">{blacklist.preview.chosen[program.chosen]}</span>}
            </>
          ),
        },
        { key: 'appId', head: w.column.appId, at: 'number', cell: ({ appId }) => <Official>{appId}</Official> },
        {
          key: 'operator',
          head: w.column.operator,
          at: 'full',
          cell: ({ operator }) => (
            <>
              {operator ? <Zh>{operator.name}</Zh> : w.unknownOperator}
              {operator?.creditCode && (
                <span className="block text-13 text-ink-2">
                  <Official>{operator.creditCode}</Official>
                </span>
              )}
            </>
          ),
        },
        { key: 'host', head: w.column.host, at: 'line', cell: ({ platform }) => name(platform) },
        { key: 'effect', head: w.column.effect, at: 'aside', cell: () => (listed ? w.ordered : w.orders) },
      ]}
    />
  )
}
