import { ManyPage } from '@/app/_components/case/many-page'
import { FormTextarea } from '@/app/_components/form/fields'
import { type Asked, casesIn } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { findAbsentInMany } from '@/app/(portal)/platform/takedown/actions'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { ordersOf } from '@/lib/takedown/queries/orders'
import { orderListing } from './order-listing'

const KEYS = ['number', 'title', 'severity', 'state', 'due']

/** "Not found" for many orders. */
export async function AbsentPage({ actor, asked }: { actor: Actor; asked: Asked }) {
  const numbers = casesIn(asked)
  const { rows, columns } = await look(actor, async (tx, now) => ({
    rows: numbers.length > 0 ? (await ordersOf(tx, actor, { view: 'all', numbers }, now)).rows : [],
    columns: (await orderListing(actor, { view: 'all' }, now)).columns,
  }))
  const { takedown: w, form } = await words()
  return (
    <ManyPage
      list="/platform/takedown"
      action={findAbsentInMany}
      words={w.many}
      columns={columns.filter(({ key }) => KEYS.includes(key))}
      rows={rows}
      open={rows.filter(({ state }) => state === 'issued')}
      chosen={rows.length}
    >
      <FormTextarea name="note" label={w.form.note} hint={w.many.noteHint} optional={form.optional} rows={3} />
    </ManyPage>
  )
}
