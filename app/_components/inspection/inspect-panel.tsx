import { StepForm } from '@/app/_components/case/step-form'
import { FormGroupedCheckboxes, FormInput, FormTextarea } from '@/app/_components/form/fields'
import { Unfold } from '@/app/_components/form/unfold'
import { keptState } from '@/app/_server/kept'
import { format, locale, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { clean, find } from '@/app/(portal)/association/inspection/actions'
import type { FoundSheet } from './find-sheet'
import { PictureField } from './picture-field'

/** What came of looking: clean with one press, or a finding with its place, item and words. */
export async function InspectPanel({ found, query }: { found: FoundSheet; query: Record<string, string | undefined> }) {
  const { sheet, now, taxonomy, pictures } = found
  const [{ inspection, violation, form, shell }, f, language] = [await words(), await format(), await locale()]
  const w = inspection.sheet
  const listed = sheet.orderId !== null
  const items = taxonomy.flatMap((group) => {
    const options = group.items
      .filter((item) => item.appliesTo.includes(sheet.kind))
      .map((item) => ({ value: item.code, label: `${item.code} ${language === 'en' ? item.en : item.zh}` }))
    return options.length ? [{ label: `${group.code} ${language === 'en' ? group.en : group.zh}`, options }] : []
  })
  return (
    <>
      <StepPanel
        title={w.title}
        sub={
          sheet.state === 'drawn' && sheet.dueAt ? (
            <Clock due={sheet.dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={w.ends(f.inList(sheet.dueAt, now))} />
          ) : (
            w.missed
          )
        }
      >
        <StepSection>
          <div data-key="c">
            <StepForm action={clean} step="clean" id={sheet.id} version={sheet.version} label={listed ? w.cleanListed : w.clean} />
          </div>
        </StepSection>
        <StepSection hint={listed ? w.findListedAfter : sheet.kind === 'drama' ? w.findHint : w.findProgramHint}>
          <div data-key="f">
            <StepForm
              action={find}
              step="find"
              id={sheet.id}
              version={sheet.version}
              label={listed ? w.findListed : w.find}
              look="outline"
              plain={`/api/sheet/${sheet.id}?step=find`}
              before={keptState(query.answer)}
            >
              <Unfold summary={listed ? w.unfoldListed : w.unfold}>
                <FormInput
                  name="address"
                  label={w.address}
                  hint={w.addressHint}
                  inputMode="url"
                  optional={listed ? undefined : form.optional}
                  defaultValue={listed ? undefined : sheet.addresses[0]}
                />
                {sheet.kind === 'drama' && (
                  <div className="flex flex-wrap gap-3">
                    <FormInput name="episode" label={w.episode} inputMode="numeric" className="max-w-24" />
                    <FormInput name="start" label={w.start} placeholder="00:41" className="max-w-28" />
                    <FormInput name="end" label={w.end} placeholder="01:08" optional={form.optional} className="max-w-28" />
                  </div>
                )}
                <FormGroupedCheckboxes
                  name="items"
                  label={w.items}
                  hint={w.itemsHint}
                  groups={items}
                  optional={listed ? form.optional : undefined}
                />
                <FormTextarea name="note" label={w.note} hint={w.noteHint} limit={1000} rows={3} />
                <PictureField
                  address={`/api/sheet/${sheet.id}`}
                  arrived={pictures.map(({ id }) => id)}
                  label={w.pictures}
                  hint={w.choose}
                  words={violation.draft}
                />
              </Unfold>
            </StepForm>
          </div>
        </StepSection>
      </StepPanel>
      <StickyAct label={w.title} />
    </>
  )
}
