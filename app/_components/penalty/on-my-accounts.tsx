import { CsvFile } from '@/app/_components/shell/csv-file'
import { ListPager } from '@/app/_components/shell/list-pager'
import { pageOf } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { shown } from '@/app/_ui/said-column'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { penaltyListing, readList } from './lists'

const PATH = '/creator/case'

/** What platforms imposed on a creator's accounts: items, measure and dates. Nothing where there is nothing. */
export async function OnMyAccounts({ actor, after }: { actor: Actor; after: string | undefined }) {
  const { page, table } = await look(actor, async (tx, now) => {
    const listing = await penaltyListing(tx, now, actor, readList(actor, {}))
    return pageOf(tx, listing, { after })
  })
  if (page.rows.length === 0 && !after) return null
  const { penalty: w } = await words()
  return (
    <Section id="penalties" title={w.holder.title} aside={w.holder.aside} actions={<CsvFile href={`${PATH}/penalty/csv`} />}>
      <DataTable caption={w.holder.caption} rows={page.rows} columns={shown(table.shown)} rowKey={({ id }) => id} />
      <ListPager path={PATH} page={page} after={after} name="penalties" anchor="penalties" label={w.holder.caption} />
    </Section>
  )
}
