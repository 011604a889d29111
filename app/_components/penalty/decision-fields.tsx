import { FormCheckboxGroup, FormDateTime, FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { FormRow } from '@/app/_ui/form-layout'
import type { ToPropose } from '@/lib/blacklist/queries/imposed'
import { dayOf, timeOf } from '@/lib/kernel/time'
import type { DecisionCase } from '@/lib/penalty/queries/decision'
import { DecisionAgainst, DecisionEnds } from './decision'
import { MeasureFields } from './measure-fields'
import { measureOptions } from './measure-options'

const local = (at: Date) => `${dayOf(at)}T${timeOf(at)}`

/** What a platform chooses: measures, their start, and why where it is not as the guide has it. */
export async function DecisionFields({ decision, proposal, now }: { decision: DecisionCase; proposal: ToPropose | null; now: Date }) {
  const { ladder, suggestion, found, narrows } = decision
  const [{ penalty: w }, name] = [await words(), await called()]
  const proposes =
    proposal &&
    w.new.proposes({
      orders: proposal.orders.length,
      host: found.target.kind === 'mini_program' ? name(proposal.orders[0] ?? decision.platform) : null,
      suspended: proposal.suspended,
      joins: proposal.joins,
    })
  return (
    <div className="mt-8 grid gap-6">
      {found.target.kind === 'episode' && (
        <FormCheckboxGroup
          name="episodes"
          label={w.new.episodes}
          hint={w.new.episodesHint}
          defaultValue={narrows.map(String)}
          options={narrows.map((episode) => ({ value: String(episode), label: w.episode(episode) }))}
        />
      )}
      <MeasureFields
        label={<h2 className="contents">{w.new.measures}</h2>}
        hint={w.new.measuresHint}
        options={measureOptions(w, ladder, suggestion, found.target.kind, decision, proposes ?? undefined)}
      />
      <section aria-labelledby="span">
        <h2 id="span" className="mb-2">
          {w.new.span}
        </h2>
        <FormRow>
          <FormDateTime name="startsAt" label={w.field.startsAt} hint={w.new.startHint} min={local(now)} />
          <div>
            <p id="ends" className="font-bold">
              {w.new.ends}
            </p>
            <p className="mb-1.5 text-13 text-ink-2">{w.new.endsHint}</p>
            <output
              aria-labelledby="ends"
              htmlFor="startsAt rungs"
              className="block min-h-9 rounded-ctl border border-line bg-sunken px-2.5 py-1.5"
            >
              <DecisionEnds />
            </output>
          </div>
        </FormRow>
      </section>
      <DecisionAgainst />
      <FormTextarea name="reason" label={w.field.reason} hint={w.new.reasonHint} limit={500} rows={3} />
    </div>
  )
}
