import { ManyPage } from '@/app/_components/case/many-page'
import { FormInput, FormRadioGroup, FormTextarea } from '@/app/_components/form/fields'
import { clauseName } from '@/app/_components/register/clause-name'
import { type Asked, casesIn } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { reportsOf } from '@/lib/violation/queries/reports'
import { settleDuplicates } from './actions'
import { mayRule, reportColumns } from './report-table'

const KEYS = ['number', 'title', 'items', 'filer', 'filed']

/** Duplicates merged or dismissed together. */
export async function DuplicatesPage({ actor, asked }: { actor: Actor; asked: Asked }) {
  const numbers = casesIn(asked)
  const { rows, columns } = await look(actor, async (tx, now) => ({
    rows: numbers.length > 0 ? (await reportsOf(tx, actor, { view: 'filed', numbers })).rows.filter((row) => mayRule(actor, row)) : [],
    columns: await reportColumns({ workplace: 'regulator', view: 'upheld', actor, nameOf: await clauseName(tx), now }),
  }))
  const { violation: w } = await words()
  return (
    <ManyPage
      list="/regulator/violation"
      action={settleDuplicates}
      words={w.many}
      columns={columns.filter(({ key }) => KEYS.includes(key))}
      rows={rows}
      open={rows}
      chosen={numbers.length}
    >
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
    </ManyPage>
  )
}
