import { WorkTitle } from '@/app/_components/drama/work-title'
import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import type { Shown } from '@/lib/dossier/queries/subject'

/** Which works were seen in a mini-program or on an account, and at which address. */
export async function ShownWorks({ shown }: { shown: Shown[] }) {
  const [{ dossier: w }, f] = [await words(), await format()]
  const { column } = w.subject
  return (
    <Section id="shown" title={w.subject.shown} aside={shown.length > 0 ? w.subject.shownAside : undefined}>
      {shown.length > 0 ? (
        <DataTable<Shown>
          caption={w.subject.shown}
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'work',
              head: column.work,
              rowHead: true,
              at: 'title',
              cell: ({ code, title }) => (
                <RowLink href={`/w/${code}`}>
                  <WorkTitle title={title} />
                </RowLink>
              ),
            },
            { key: 'address', head: column.address, at: 'full', cell: ({ address }) => <span className="wrap-anywhere">{address}</span> },
            { key: 'seen', head: column.seen, at: 'clock', cell: ({ seenAt }) => f.dayOfInstant(seenAt) },
          ]}
        />
      ) : (
        <p className="text-ink-2">{w.subject.shownNone}</p>
      )}
    </Section>
  )
}
