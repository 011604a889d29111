import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput, FormRadioGroup, FormTextarea } from '@/app/_components/form/fields'
import { clauseName } from '@/app/_components/register/clause-name'
import { type Asked, casesIn } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { shown } from '@/app/_ui/said-column'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { reportsOf } from '@/lib/violation/queries/reports'
import { settleDuplicates } from './actions'
import { mayRule, reportColumns } from './report-table'

const LIST = '/regulator/violation'
const KEYS = ['number', 'title', 'items', 'filer', 'filed']

/** Duplicates merged or dismissed together: what will happen, to which, and afterwards what became of each. */
export async function DuplicatesPage({ actor, asked }: { actor: Actor; asked: Asked }) {
  const numbers = casesIn(asked)
  const { rows, columns } = await look(actor, async (tx, now) => ({
    rows: numbers.length > 0 ? (await reportsOf(tx, actor, { view: 'filed', numbers })).rows.filter((row) => mayRule(actor, row)) : [],
    columns: await reportColumns({ workplace: 'regulator', view: 'upheld', actor, nameOf: await clauseName(tx), now }),
  }))
  const { violation: w, form } = await words()
  const back = <Link href={LIST}>{w.many.back}</Link>
  return (
    <>
      <PageHead title={w.many.title} line={back} />
      <ActionForm
        action={settleDuplicates}
        formKey={crypto.randomUUID()}
        className="grid max-w-220 gap-4"
        each={{ done: w.many.done, refused: w.many.refused, caption: w.many.results }}
        hidden={Object.fromEntries(
          rows.flatMap(({ id, version, number }, at) => [
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
            <Note tone="info" title={w.many.will(rows.length)}>
              <p>{w.many.willNext}</p>
              {rows.length < numbers.length && <p>{w.many.leftOut(numbers.length - rows.length)}</p>}
            </Note>
            <DataTable
              caption={w.many.rows}
              columns={shown(columns.filter(({ key }) => KEYS.includes(key)))}
              rows={rows}
              rowKey={({ id }) => id}
              middle
            />
            <FormRadioGroup
              name="how"
              label={w.many.how}
              options={[
                { value: 'merge', label: w.many.merge, hint: w.many.mergeHint },
                { value: 'dismiss', label: w.many.dismiss, hint: w.many.dismissHint },
              ]}
            />
            <FormInput name="into" label={w.case.mergeInto} hint={w.many.intoHint} placeholder="JB-2026-0001" className="max-w-60" />
            <FormTextarea name="reason" label={w.case.reason} hint={w.many.reasonHint} rows={3} />
            <div>
              <SubmitButton busyLabel={form.busy}>{w.many.act(rows.length)}</SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
    </>
  )
}
