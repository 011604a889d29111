import { shown } from '@/app/_components/penalty/columns'
import { dueList } from '@/app/_components/penalty/lists'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { type Actor, holds } from '@/lib/kernel/actor'

const SHOWN = 10

/** The decisions that are due before the platform. */
export async function ToDecide({ actor }: { actor: Actor }) {
  if (!holds(actor, 'platform.compliance')) return null
  const { rows, columns, next } = await dueList(actor, {}, SHOWN)
  if (!rows.length) return null
  const { decide: w } = (await words()).desk
  return (
    <Section
      id="to-decide"
      title={w.title}
      aside={next ? w.more(SHOWN) : w.aside(rows.length)}
      actions={<Link href="/platform/penalty?view=due">{w.all}</Link>}
    >
      <DataTable caption={w.title} rows={rows} columns={shown(columns)} rowKey={({ id }) => id} />
    </Section>
  )
}
