import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import type { Actor } from '@/lib/kernel/actor'
import { endingSoon } from '@/lib/penalty/queries/lists'
import { look } from '@/lib/perform'

/** Measures on the platform's accounts that end by themselves within a week; nobody has to do anything about them. */
export async function EndingSoon({ actor }: { actor: Actor }) {
  const { rows, now, nameOf } = await look(actor, async (tx, at) => ({
    now: at,
    rows: await endingSoon(tx, actor, at),
    nameOf: await clauseName(tx),
  }))
  if (rows.length === 0) return null
  const [{ penalty: w, desk, shell }, f] = [await words(), await format()]
  const { column, ...bans } = desk.bans
  return (
    <Section
      id="ending-soon"
      title={bans.title}
      aside={bans.aside(new Set(rows.map(({ targetId }) => targetId)).size)}
      actions={<Link href="/platform/penalty?view=active">{bans.all}</Link>}
    >
      <DataTable
        caption={bans.caption}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'handle',
            head: column.handle,
            rowHead: true,
            at: 'title',
            cell: ({ targetKind, targetName, episode, number }) => (
              <RowLink href={`/c/${number}`}>
                <Zh>{w.named(targetKind, targetName, episode)}</Zh>
              </RowLink>
            ),
          },
          { key: 'rung', head: column.rung, at: 'line', cell: ({ rung, parameter }) => w.measure(rung, parameter) },
          {
            key: 'basis',
            head: column.basis,
            at: 'full',
            cell: ({ clauses }) => clauses.map((code) => `${code} ${nameOf(code)}`).join('; '),
          },
          { key: 'starts', head: column.starts, at: 'hide', cell: ({ startsAt }) => startsAt && f.inList(startsAt, now) },
          { key: 'ends', head: column.ends, at: 'aside', cell: ({ endsAt }) => f.inList(endsAt, now) },
          {
            key: 'left',
            head: column.left,
            at: 'clock',
            cell: ({ endsAt }) => <Clock due={endsAt.toISOString()} now={now.toISOString()} words={shell.clock} />,
          },
        ]}
      />
    </Section>
  )
}
