import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { Unfold } from '@/app/_components/form/unfold'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { Link } from '@/app/_ui/link'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { giveBack, sign } from '@/app/(portal)/platform/biweekly/actions'
import { waive } from '@/app/(portal)/regulator/biweekly/actions'
import { type Actor, holds } from '@/lib/kernel/actor'
import { type FoundReport, handOf } from './find-report'

/** The steps that the reader may take on a report, and whose the others are. */
export async function ReportSteps({ found, actor }: { found: FoundReport; actor: Actor }) {
  const { page: w } = (await words()).biweekly
  const { report, steps, mayAmend } = found
  const { id, version, number } = report
  const isAmendment = report.edition > 1
  const path = `/platform/biweekly/${number}`
  return (
    <>
      {(steps.length > 0 || mayAmend) && (
        <StepPanel title={w.panel} sub={number}>
          {steps.includes('write') && (
            <StepSection title={w.writeTitle} hint={w.writeHint}>
              <ButtonLink href={path} look="filled" size="main">
                {w.writeAct}
              </ButtonLink>
            </StepSection>
          )}
          {steps.includes('sign') && (
            <StepSection title={w.signTitle} hint={w.signHint(handOf(found, 'biweekly.written', 'biweekly.amended') ?? '')}>
              <StepForm action={sign} step="sign" id={id} version={version} label={isAmendment ? w.signAmendment : w.signAct} />
            </StepSection>
          )}
          {steps.includes('return') && (
            <StepSection>
              <Unfold summary={isAmendment ? w.returnTitleAmendment : w.returnTitle}>
                <StepForm action={giveBack} step="return" id={id} version={version} look="outline" label={w.returnAct}>
                  <FormTextarea name="reason" label={w.returnReason} limit={500} rows={3} />
                </StepForm>
              </Unfold>
            </StepSection>
          )}
          {steps.includes('waive') && (
            <StepSection title={w.waiveTitle} hint={w.waiveHint}>
              <StepForm action={waive} step="waive" id={id} version={version} look="outline" label={w.waiveAct}>
                <FormTextarea name="reason" label={w.waiveReason} limit={500} rows={3} />
              </StepForm>
            </StepSection>
          )}
          {mayAmend && (
            <StepSection title={w.amendTitle} hint={w.amendHint}>
              <ButtonLink href={path} look="outline" size="main">
                {w.amendAct}
              </ButtonLink>
            </StepSection>
          )}
        </StepPanel>
      )}
      <Others found={found} actor={actor} />
    </>
  )
}

/** What waits and is not the reader's: why, and who can; where nobody can, who must be invited. */
async function Others({ found, actor }: { found: FoundReport; actor: Actor }) {
  const [{ biweekly }, f, name] = [await words(), await format(), await called()]
  const w = biweekly.page
  const { report, steps, isMine, filer, signers } = found
  if (report.state === 'due' && !steps.includes('write')) return <QuietPanel title={w.quiet}>{w.writeBy(name(filer))}</QuietPanel>
  if (report.state !== 'written' || steps.includes('sign')) return null
  if (!isMine) return <QuietPanel title={w.quiet}>{w.signBy(name(filer))}</QuietPanel>
  return (
    <QuietPanel title={w.quiet}>
      {signers.length > 0 ? (
        w.signByNamed(f.list(signers))
      ) : (
        <>
          {w.signByNobody}{' '}
          {holds(actor, 'admin') && (
            <Link href="/member" className="underline">
              {w.invite}
            </Link>
          )}
        </>
      )}
      {!holds(actor, 'platform.compliance') && <span className="block">{w.signByCompliance}</span>}
    </QuietPanel>
  )
}
