import { EntryState } from '@/app/_components/blacklist/entry-state'
import { ListedTitle } from '@/app/_components/blacklist/listed-title'
import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Severity } from '@/app/_ui/severity'
import { Official } from '@/app/_ui/words'
import { type EntryAgainst, entriesAgainst } from '@/lib/dossier/queries/followed'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'

/** Blacklist entries about a creator's works, from their verification on. Nothing where there is nothing. */
export async function EntriesAgainst({ actor, now }: { actor: Actor; now: Date }) {
  const rows = await look(actor, (tx) => entriesAgainst(tx, actor))
  if (rows.length === 0) return null
  const [{ violation: w, shell }, f] = [await words(), await format()]
  const { number, title, severity, state, since } = w.creator.entryColumn
  return (
    <Section id="blacklist" title={w.creator.entries}>
      <DataTable<EntryAgainst>
        caption={w.creator.entriesCaption}
        rowKey={({ id }) => id}
        rows={rows}
        middle
        columns={[
          { key: 'number', head: number, width: '140px', at: 'number', cell: (row) => <Official>{row.number}</Official> },
          {
            key: 'title',
            head: title,
            rowHead: true,
            at: 'title',
            cell: (row) => (
              <RowLink href={`/c/${row.number}`}>
                <ListedTitle title={row.title} kind={row.titleKind} />
              </RowLink>
            ),
          },
          {
            key: 'severity',
            head: severity,
            width: '110px',
            at: 'line',
            cell: (row) => <Severity level={row.severity as 1 | 2 | 3 | 4} label={shell.severity(row.severity)} />,
          },
          { key: 'state', head: state, width: '150px', at: 'clock', cell: (row) => <EntryState state={row.state} /> },
          { key: 'since', head: since, width: '180px', align: 'end', at: 'aside', cell: (row) => f.inList(row.verifiedAt, now) },
        ]}
      />
    </Section>
  )
}
