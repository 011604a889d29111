import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { type Actor, holds } from '@/lib/kernel/actor'
import { addHours } from '@/lib/kernel/time'
import { isUnmet } from '@/lib/rectification/rules'
import { extend, report } from './actions'
import type { FoundRectification } from './find-rectification'
import { HandInPanel } from './hand-in-panel'
import { RulePanel } from './rule-panel'

const EXTENSION_HOURS = 72

/** What the reader can do now, and what waits for somebody else. */
export async function CaseSteps({
  found,
  actor,
  query,
}: {
  found: FoundRectification
  actor: Actor
  query: Record<string, string | undefined>
}) {
  const [{ rectification: w }, f] = [await words(), await format()]
  const { steps, dueAt, extendedAt, now } = found
  const inTime = !isUnmet(found, now)
  return (
    <>
      {steps.includes('hand_in') && inTime && (
        <>
          <HandInPanel found={found} query={query} />
          <StickyAct label={found.byPlatform ? w.handIn.actFor : w.handIn.act} />
        </>
      )}
      {steps.includes('accept') && (
        <>
          <RulePanel found={found} />
          <StickyAct label={w.rule.title} />
        </>
      )}
      {steps.includes('extend') && inTime && !extendedAt && dueAt && (
        <StepPanel id="extend" title={w.extend.title} sub={found.number}>
          <StepSection hint={w.extend.hint(f.inList(addHours(dueAt, EXTENSION_HOURS), now))}>
            <StepForm action={extend} step="extend" id={found.id} version={found.version} label={w.extend.act} look="outline">
              <FormTextarea name="reason" label={w.extend.reason} rows={3} />
            </StepForm>
          </StepSection>
        </StepPanel>
      )}
      <AfterRefusal found={found} actor={actor} />
      <NotYours found={found} actor={actor} />
    </>
  )
}

/** Instead of the guide's next row its refusal may be reported. */
async function AfterRefusal({ found, actor }: { found: FoundRectification; actor: Actor }) {
  const { rectification: w } = await words()
  const { after, number, title, targetKind } = found
  const own = after.find(({ platformId }) => platformId === actor.organizationId)
  if (!own || own.by === 'penalty' || !holds(actor, 'platform.moderator')) return null
  const { report: filed, draftId } = own
  const description = targetKind === 'drama' ? w.report.description(number!, title) : w.report.descriptionOf(number!, title)
  return (
    <StepPanel id="report" title={w.report.title} sub={number}>
      <StepSection hint={filed?.number ? undefined : w.report.hint}>
        {filed?.number ? (
          <ButtonLink href={`/c/${filed.number}`}>{w.report.filed(filed.number)}</ButtonLink>
        ) : draftId ? (
          <ButtonLink href={`/draft/${draftId}`}>{w.report.draft}</ButtonLink>
        ) : (
          <StepForm
            action={report}
            step="report"
            id={found.id}
            version={found.version}
            hidden={{ description }}
            label={w.report.act}
            look="outline"
          />
        )}
      </StepSection>
    </StepPanel>
  )
}

/** What waits and is not the reader's: why, and who can. */
async function NotYours({ found, actor }: { found: FoundRectification; actor: Actor }) {
  const [{ rectification: w }, f, name] = [await words(), await format(), await called()]
  const { state, steps, byPlatform, platform, producer, opener, others, hands } = found
  if ((state === 'ordered' || state === 'returned') && !steps.includes('hand_in')) {
    const who = name(byPlatform ? platform : producer) || w.page.somebody
    const by = byPlatform
      ? w.notYours.handInByPlatform(who)
      : hands && actor.kind === 'creator'
        ? w.notYours.handInByCreator
        : w.notYours.handInBy(who)
    return <QuietPanel title={w.notYours.handIn}>{by}</QuietPanel>
  }
  if (state === 'handed_in' && !steps.includes('accept'))
    return (
      <QuietPanel title={w.notYours.accept}>
        {others === null
          ? w.notYours.acceptBy(name(opener) || w.page.somebody)
          : others.length > 0
            ? w.notYours.acceptByOther(f.list(others))
            : String(w.refusal.nobody_apart)}
      </QuietPanel>
    )
  return null
}
