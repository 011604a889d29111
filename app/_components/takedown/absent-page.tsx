import { ActionForm } from '@/app/_components/form/action-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { type Asked, casesIn } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { shown } from '@/app/_ui/said-column'
import { SubmitButton } from '@/app/_ui/submit-button'
import { findAbsentInMany } from '@/app/(portal)/platform/takedown/actions'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { ordersOf } from '@/lib/takedown/queries/orders'
import { orderListing } from './order-listing'

const LIST = '/platform/takedown'
const KEYS = ['number', 'title', 'severity', 'state', 'due']

/** "Not found" for many orders: what will happen, to which, and afterwards what became of each. */
export async function AbsentPage({ actor, asked }: { actor: Actor; asked: Asked }) {
  const numbers = casesIn(asked)
  const { rows, columns } = await look(actor, async (tx, now) => ({
    rows: numbers.length > 0 ? (await ordersOf(tx, actor, { view: 'all', numbers }, now)).rows : [],
    columns: (await orderListing(actor, { view: 'all' }, now)).columns,
  }))
  const [{ takedown: w, form }, open] = [await words(), rows.filter(({ state }) => state === 'issued')]
  const back = <Link href={LIST}>{w.many.back}</Link>
  return (
    <>
      <PageHead title={w.many.title} line={back} />
      <ActionForm
        action={findAbsentInMany}
        formKey={crypto.randomUUID()}
        className="grid max-w-220 gap-4"
        each={{ done: w.many.done, refused: w.many.refused, caption: w.many.results }}
        hidden={Object.fromEntries(
          open.flatMap(({ id, version, number }, at) => [
            [`rows.${at}.id`, id],
            [`rows.${at}.version`, version],
            [`rows.${at}.number`, number ?? ''],
          ]),
        )}
      >
        {rows.length === 0 ? (
          <EmptyState title={w.many.none} link={back}>
            {w.many.noneNext}
          </EmptyState>
        ) : (
          <>
            <Note tone="info" title={w.many.will(open.length)}>
              <p>{w.many.willNext}</p>
              {open.length < rows.length && <p>{w.many.leftOut(rows.length - open.length)}</p>}
            </Note>
            <DataTable
              caption={w.many.rows}
              columns={shown(columns.filter(({ key }) => KEYS.includes(key)))}
              rows={rows}
              rowKey={({ id }) => id}
              middle
            />
            {open.length > 0 && (
              <>
                <FormTextarea name="note" label={w.form.note} hint={w.many.noteHint} optional={form.optional} rows={3} />
                <div>
                  <SubmitButton busyLabel={form.busy}>{w.many.act(open.length)}</SubmitButton>
                </div>
              </>
            )}
          </>
        )}
      </ActionForm>
    </>
  )
}
