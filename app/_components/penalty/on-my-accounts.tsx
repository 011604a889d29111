import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { withQuery } from '@/app/_ui/filter-bar'
import { Section } from '@/app/_ui/heads'
import { Pager } from '@/app/_ui/pager'
import type { Actor } from '@/lib/kernel/actor'
import { shown } from './columns'
import { sharedList } from './lists'

const PATH = '/creator/case'

/** What platforms imposed on a creator's accounts: items, measure and dates. Nothing where there is nothing. */
export async function OnMyAccounts({ actor, after }: { actor: Actor; after: string | undefined }) {
  const { rows, next, columns } = await sharedList(actor, { after })
  if (rows.length === 0 && !after) return null
  const { penalty: w, shell } = await words()
  return (
    <Section id="penalties" title={w.holder.title} aside={w.holder.aside}>
      <DataTable caption={w.holder.caption} rows={rows} columns={shown(columns)} rowKey={({ id }) => id} />
      <Pager
        summary={next || after ? shell.list.shown(rows.length) : shell.list.shownAll(rows.length)}
        label={w.holder.caption}
        prev={after ? { href: `${PATH}#penalties`, label: shell.list.first } : undefined}
        next={next ? { href: `${withQuery(PATH, { penalties: next })}#penalties`, label: shell.list.next } : undefined}
      />
    </Section>
  )
}
