import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Name, Nothing } from '@/app/_ui/words'
import type { PlaceOfWork } from '@/lib/dossier/queries/work'

/** Where a work was seen on the platforms. */
export async function WorkPlaces({ places }: { places: PlaceOfWork[] }) {
  const [{ dossier: w }, f, name] = [await words(), await format(), await called()]
  const { column } = w.subject
  if (places.length === 0) return null
  return (
    <Section id="places" title={w.work.shown} aside={w.subject.shownAside}>
      <DataTable<PlaceOfWork>
        caption={w.work.shown}
        rows={places}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'address',
            head: column.address,
            rowHead: true,
            at: 'title',
            cell: ({ address }) => <span className="font-normal wrap-anywhere">{address}</span>,
          },
          { key: 'platform', head: w.work.column.platform, at: 'aside', cell: ({ platform }) => <Name>{name(platform)}</Name> },
          {
            key: 'place',
            head: w.work.column.place,
            at: 'line',
            cell: ({ subject }) =>
              subject ? (
                <Link href={`/subject/${subject.id}`}>
                  <Name>{subject.name}</Name>
                </Link>
              ) : (
                <Nothing />
              ),
          },
          { key: 'seen', head: column.seen, at: 'clock', cell: ({ seenAt }) => f.dayOfInstant(seenAt) },
        ]}
      />
    </Section>
  )
}
