import type { ReactNode } from 'react'
import { StepForm } from '@/app/_components/case/step-form'
import { FormCheckbox, FormCheckboxGroup, FormInput, FormRadioGroup, FormSelect, FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import type { Named } from '@/lib/organization/queries/organizations'
import type { Report, Subject } from '@/lib/violation/queries/report'
import type { ViolationStep } from '@/lib/violation/workflow'
import { dismissReport, mergeReport, reassignReport, upholdReport } from './actions'
import { SubjectName } from './subject-name'

type Bureau = Named & { id: string }
type Props = {
  report: Report
  subjects: Subject[]
  steps: readonly ViolationStep[]
  bureaus: Bureau[]
  nameOf: (code: string) => string
  earlier: string | null
}

async function Ruling({ subject, nameOf }: { subject: Subject; nameOf: (code: string) => string }) {
  const { violation: w } = await words()
  const name = `rulings.${subject.id}`
  const codes = subject.clauses.map(({ code }) => code)
  const items = (
    <FormCheckboxGroup
      name={`${name}.items`}
      label={w.case.upheldItems}
      options={codes.map((code) => ({ value: code, label: `${code} ${nameOf(code)}` }))}
      defaultValue={codes}
    />
  )
  return (
    <div className="grid gap-3">
      <FormRadioGroup
        name={`${name}.outcome`}
        label={
          <>
            {w.subject[subject.kind]} <SubjectName kind={subject.kind} name={subject.name} />
          </>
        }
        options={[
          { value: 'upheld', label: w.outcome.upheld, more: items },
          { value: 'dismissed', label: w.outcome.dismissed },
        ]}
      />
      <FormTextarea name={`${name}.reason`} label={w.case.reason} hint={w.case.reasonHint} rows={3} limit={1000} />
    </div>
  )
}

function More({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <details className="px-4 py-3">
      <summary className="font-bold text-accent">{title}</summary>
      <div className="grid gap-3 pt-2">
        <p className="text-13 text-ink-2">{hint}</p>
        {children}
      </div>
    </details>
  )
}

/** What the bureau's reviewer can do with a report: rule on it, find nothing in it, merge it, or send it where it belongs. */
export async function ReviewPanel({ report, subjects, steps, bureaus, nameOf, earlier }: Props) {
  const [{ violation: w }, name] = [await words(), await called()]
  const at = { id: report.id, version: report.version }
  return (
    <StepPanel title={w.case.yours}>
      {steps.includes('uphold') && (
        <StepSection title={w.case.uphold} hint={subjects.length > 1 ? w.case.upholdHint : undefined}>
          <StepForm action={upholdReport} step="uphold" {...at} label={w.case.upholdAct} after={w.case.upholdAfter}>
            {subjects.map((subject) => (
              <Ruling key={subject.id} subject={subject} nameOf={nameOf} />
            ))}
          </StepForm>
        </StepSection>
      )}
      {steps.includes('dismiss') && (
        <More title={w.step.dismiss} hint={w.case.dismissHint}>
          <StepForm action={dismissReport} step="dismiss" {...at} look="outline" label={w.case.dismissAct}>
            <FormTextarea name="reason" label={w.case.reason} rows={3} limit={1000} />
          </StepForm>
        </More>
      )}
      {steps.includes('merge') && subjects.length === 1 && (
        <More title={w.step.merge} hint={w.case.mergeHint}>
          <StepForm action={mergeReport} step="merge" {...at} look="outline" label={w.case.mergeAct}>
            <FormInput name="into" label={w.case.mergeInto} defaultValue={earlier ?? ''} placeholder="JB-2026-0418" />
            {subjects[0]?.kind === 'drama' && subjects[0].origin === 'reported' && (
              <FormCheckbox name="sameWork" label={w.case.sameWork} hint={w.case.sameWorkHint} />
            )}
          </StepForm>
        </More>
      )}
      {steps.includes('reassign') && (
        <More title={w.step.reassign} hint={w.case.reassignHint}>
          <StepForm action={reassignReport} step="reassign" {...at} look="outline" label={w.case.reassignAct}>
            <FormSelect
              name="bureauId"
              label={w.case.reassignTo}
              empty={w.draft.choose}
              options={bureaus.filter(({ id }) => id !== report.bureauId).map((bureau) => ({ value: bureau.id, label: name(bureau) }))}
            />
            <FormTextarea name="reason" label={w.case.reassignReason} rows={2} limit={500} />
          </StepForm>
        </More>
      )}
    </StepPanel>
  )
}
