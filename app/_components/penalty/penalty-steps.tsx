import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { format, locale, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { withQuery } from '@/app/_ui/filter-bar'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { meet, revoke } from '@/app/(portal)/platform/penalty/actions'
import { type Actor, holds } from '@/lib/kernel/actor'
import { dayOf, isOverdue } from '@/lib/kernel/time'
import type { WholePenalty } from '@/lib/penalty/queries/case'
import { suggestUnmet } from '@/lib/penalty/rules/guide'
import { endsByItself, GUIDANCE, isRevocable } from '@/lib/penalty/rules/measure'
import { guideOn, ladderOn, type Rulebook } from '@/lib/rulebook/rules/book'
import type { Severity } from '@/lib/violation/rules'
import { cellWords } from './cell-words'
import { nameIn } from './decision-facts'

/** What the reader may do with a penalty now; else why not, and who can. */
export async function PenaltySteps({ found, actor, now, book }: { found: WholePenalty; actor: Actor; now: Date; book: Rulebook }) {
  const [{ penalty: w }, f, english] = [await words(), await format(), (await locale()) === 'en']
  const { penalty, reasons, platform, steps } = found
  const { id, version, rung, parameter, state, endsAt, openedAt, number } = penalty
  const law = ladderOn(book, dayOf(openedAt)).find(({ code }) => code === rung)
  const isOver = endsAt !== null && isOverdue(endsAt, now)
  const isGuidance = rung === GUIDANCE
  const runsOut = law !== undefined && endsByItself(law)
  const mayRevoke = steps.includes('revoke') && law !== undefined && isRevocable(law) && !(runsOut && isOver)
  const mayMeet = steps.includes('meet') && isGuidance
  if (state !== 'active') return <QuietPanel title={w.page.noMore}>{w.page.over}</QuietPanel>
  const outlook = runsOut ? w.page.byItself(f.inList(endsAt!, now)) : isGuidance ? null : w.page.lasting
  if (!mayMeet && !mayRevoke) {
    const own = actor.organizationId === penalty.platformId
    const canBeDone = isGuidance || (law !== undefined && isRevocable(law))
    const others = (isGuidance ? w.page.checkedBy : w.page.liftedBy)(nameIn(platform, english))
    const whose = canBeDone && !(own && holds(actor, 'platform.compliance')) ? (own ? w.page.byComplianceHere : others) : null
    return (
      <QuietPanel title={whose ? w.page.others : w.page.noMore}>
        {outlook && <p>{outlook}</p>}
        {whose && <p>{whose}</p>}
      </QuietPanel>
    )
  }
  const next = isGuidance
    ? suggestUnmet({ severity: reasons.severity as Severity, occurrence: reasons.occurrence, target: 'account' }, guideOn(book, dayOf(now)))
    : null
  return (
    <>
      <StepPanel title={mayMeet ? w.page.panel : w.page.panelActive} sub={mayMeet ? undefined : outlook}>
        {mayMeet && (
          <StepSection title={w.page.meetTitle} hint={w.page.meetHint}>
            <StepForm action={meet} step="meet" id={id} version={version} label={w.page.meetAct} look={isOver ? 'outline' : 'filled'}>
              <FormTextarea name="note" label={w.page.note} hint={w.page.noteHint} limit={500} rows={2} />
            </StepForm>
          </StepSection>
        )}
        {mayMeet && (
          <StepSection title={w.page.failTitle} hint={next && w.page.failHint(cellWords(w, next))}>
            {isOver ? (
              <ButtonLink href={withQuery('/platform/penalty/new', { after: number ?? undefined })} look="filled" size="main" wide>
                {w.page.failAct}
              </ButtonLink>
            ) : (
              <p className="text-13 text-ink-2">{w.page.failLater(f.inList(endsAt!, now))}</p>
            )}
          </StepSection>
        )}
        {mayRevoke && (
          <StepSection title={mayMeet ? w.page.revokeTitle : undefined} hint={w.page.revokeHint}>
            <StepForm
              action={revoke}
              step="revoke"
              id={id}
              version={version}
              label={w.page.revokeAct(w.measure(rung, parameter))}
              look="outline"
              after={w.page.revokeAsk}
            >
              <FormTextarea name="reason" label={w.page.revokeReason} hint={w.page.revokeReasonHint} limit={500} rows={2} />
            </StepForm>
          </StepSection>
        )}
      </StepPanel>
      {mayMeet && <StickyAct label={w.page.panel} />}
    </>
  )
}
