import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { Severity } from '@/app/_ui/severity'
import { State } from '@/app/_ui/state'
import { Name, Official } from '@/app/_ui/words'
import type { Earlier, mergedWith, openingsOf } from '@/lib/violation/queries/report'
import { toneOf } from './tone'

/** Reports of the same subject before this one, and what was merged with it. */
export async function EarlierReports({
  earlier,
  merged: { root, merged },
  now,
}: {
  earlier: Earlier[]
  merged: Awaited<ReturnType<typeof mergedWith>>
  now: Date
}) {
  const [{ violation: w, shell }, f] = [await words(), await format()]
  return (
    <div className="grid gap-3">
      {(root || merged.length > 0) && (
        <p>
          {root ? w.case.root : w.case.merged}{' '}
          {(root ? [root] : merged).map((number) => (
            <a key={number} href={`/c/${number}`} className="mr-3">
              {number}
            </a>
          ))}
        </p>
      )}
      {earlier.length === 0 ? (
        <p className="text-ink-2">{w.case.earlierNone}</p>
      ) : (
        <DataTable<Earlier>
          caption={w.case.earlier}
          rowKey={({ id }) => id}
          rows={earlier}
          middle
          columns={[
            {
              key: 'number',
              head: w.list.column.number,
              rowHead: true,
              at: 'title',
              cell: ({ number }) => (
                <RowLink href={`/c/${number}`}>
                  <Official>{number}</Official>
                </RowLink>
              ),
            },
            { key: 'title', head: w.list.column.title, at: 'line', cell: ({ title }) => <Name>{title}</Name> },
            {
              key: 'severity',
              head: w.list.column.severity,
              at: 'aside',
              cell: ({ severity }) => severity && <Severity level={severity as 1 | 2 | 3 | 4} label={shell.severity(severity)} />,
            },
            {
              key: 'state',
              head: w.list.column.state,
              at: 'clock',
              cell: ({ state }) => <State tone={toneOf[state]}>{w.state[state]}</State>,
            },
            { key: 'filed', head: w.list.column.filed, at: 'number', align: 'end', cell: ({ filedAt }) => f.inList(filedAt, now) },
          ]}
        />
      )}
    </div>
  )
}

type Opening = Awaited<ReturnType<typeof openingsOf>>[number]

/** Who opened which file of evidence, and when. */
export async function Openings({ openings, now }: { openings: Opening[]; now: Date }) {
  const [{ violation: w }, f] = [await words(), await format()]
  if (openings.length === 0) return <p className="text-ink-2">{w.case.openingsNone}</p>
  return (
    <DataTable<Opening>
      caption={w.case.openings}
      rowKey={({ id }) => id}
      rows={openings}
      middle
      columns={[
        { key: 'who', head: w.case.who, rowHead: true, at: 'title', cell: ({ memberName }) => <Name>{memberName}</Name> },
        { key: 'file', head: w.case.file, at: 'line', cell: ({ file }) => <span className="official break-all">{file}</span> },
        { key: 'when', head: w.case.when, at: 'clock', align: 'end', cell: ({ at }) => f.inList(at, now) },
      ]}
    />
  )
}
