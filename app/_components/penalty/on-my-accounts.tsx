import { ListPager } from '@/app/_components/shell/list-pager'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { shown } from '@/app/_ui/said-column'
import type { Actor } from '@/lib/kernel/actor'
import { sharedList } from './lists'

const PATH = '/creator/case'

/** What platforms imposed on a creator's accounts: items, measure and dates. Nothing where there is nothing. */
export async function OnMyAccounts({ actor, after }: { actor: Actor; after: string | undefined }) {
  const { rows, next, columns } = await sharedList(actor, { after })
  if (rows.length === 0 && !after) return null
  const { penalty: w } = await words()
  return (
    <Section id="penalties" title={w.holder.title} aside={w.holder.aside}>
      <DataTable caption={w.holder.caption} rows={rows} columns={shown(columns)} rowKey={({ id }) => id} />
      <ListPager path={PATH} page={{ rows, next }} after={after} name="penalties" anchor="penalties" label={w.holder.caption} />
    </Section>
  )
}
