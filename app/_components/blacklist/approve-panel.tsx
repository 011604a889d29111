import type { ReactNode } from 'react'
import { StepForm } from '@/app/_components/case/step-form'
import { FormCheckbox, FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Consequences, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { approve, decline } from '@/app/(portal)/regulator/blacklist/actions'
import { type Preview, totalsIn } from '@/lib/blacklist/queries/preview'

type Entry = { id: string; version: number; severity: number }

/** What happens at once, the three persons, the remark that all will read, the check, and the act. */
export async function ApprovePanel({
  entry,
  preview,
  dueIfNow,
  hands,
  now,
}: {
  entry: Entry
  preview: Preview
  dueIfNow: Date
  hands: ReactNode
  now: Date
}) {
  const [{ blacklist }, f, name] = [await words(), await format(), await called()]
  const w = blacklist.approve
  const { totals } = preview
  const hosts = [...new Set(preview.programs.map(({ platform }) => name(platform)))]
  const act = w.act(totals.orders)
  return (
    <>
      <StepPanel title={w.title}>
        <StepSection title={w.now}>
          <Consequences
            items={[
              <>
                {w.orders(totals.orders, entry.severity === 4 ? 2 : 24)}
                {w.before(f.inList(dueIfNow, now))}
              </>,
              ...(totals.works > 0 ? [w.hits(totals.works, totals.episodes, totals.unknown, totals.links)] : []),
              ...(totals.programs > 0 ? [w.programs(totals.programs, f.list(hosts))] : []),
              ...(totals.works > 0
                ? [totals.suspended + totals.stopped > 0 ? w.suspends(totals.suspended, totals.stopped) : w.suspendsNone]
                : []),
              ...(totals.miniPrograms > 0 ? [w.miniPrograms(totals.miniPrograms)] : []),
              totals.works > 0 ? w.told : w.toldPrograms,
            ]}
          />
        </StepSection>
        <StepSection title={w.hands}>{hands}</StepSection>
        <StepSection>
          <StepForm
            action={approve}
            step="approve"
            id={entry.id}
            version={entry.version}
            hidden={{ scope: preview.digest, shown: totalsIn(preview) }}
            label={act}
            after={w.after}
          >
            <FormTextarea name="remark" label={w.remark} hint={w.remarkHint} limit={500} rows={3} />
            <FormCheckbox name="checked" label={w.checked} />
          </StepForm>
        </StepSection>
        <StepSection>
          <StepForm
            action={decline}
            step="decline"
            id={entry.id}
            version={entry.version}
            label={w.declineAct}
            look="outline"
            fold={`${w.decline}…`}
          >
            <FormTextarea name="reason" label={w.declineReason} hint={w.declineHint} limit={1000} rows={3} />
          </StepForm>
        </StepSection>
      </StepPanel>
      <StickyAct label={act} />
    </>
  )
}
