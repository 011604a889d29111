import { StepForm } from '@/app/_components/case/step-form'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput, FormTextarea } from '@/app/_components/form/fields'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { answer, supplement } from '@/app/(portal)/platform/takedown/actions'
import type { TakedownStep } from '@/lib/takedown/workflow'
import { AnswerFields } from './answer-fields'

type Order = { id: string; version: number; number: string | null; ruled: boolean; dueAt: Date | null; state: string }

/** How a platform answers its order, and what it may still add when it has. */
export async function AnswerPanel({
  order,
  steps,
  now,
  programsOnly,
}: {
  order: Order
  steps: TakedownStep[]
  now: Date
  programsOnly: boolean
}) {
  const [{ takedown, form, shell }, f] = [await words(), await format()]
  const w = takedown.form
  if (steps.includes('supplement'))
    return (
      <StepPanel title={programsOnly ? w.program.supplement : w.supplement} sub={order.number}>
        <StepSection hint={w.supplementHint}>
          <StepForm action={supplement} step="supplement" id={order.id} version={order.version} label={w.supplementAct} look="outline">
            {programsOnly ? (
              <input type="hidden" name="episodeCount" value="0" />
            ) : (
              <FormInput name="episodeCount" label={w.moreEpisodes} inputMode="numeric" defaultValue="0" className="max-w-40" />
            )}
            <FormTextarea name="links" label={programsOnly ? w.program.links : w.links} hint={w.linksHint} rows={4} />
          </StepForm>
        </StepSection>
      </StepPanel>
    )
  const kinds = [
    steps.includes('remove') && ('removed' as const),
    steps.includes('find_absent') && ('absent' as const),
    steps.includes('object') && ('objection' as const),
  ].filter((kind) => kind !== false)
  if (!kinds.length) return null
  const said = {
    which: w.which,
    optional: form.optional,
    busy: form.busy,
    option: {
      removed: { label: w.removed, hint: programsOnly ? w.program.removedHint : w.removedHint },
      absent: { label: w.absent, hint: programsOnly ? w.program.absentHint : w.absentHint },
      objection: { label: w.objection, hint: w.objectionHint },
    },
    episodeCount: programsOnly ? null : w.episodeCount,
    links: programsOnly ? w.program.links : w.links,
    linksHint: w.linksHint,
    counted: w.counted,
    note: w.note,
    reason: w.reason,
    reasonHint: programsOnly ? w.program.reasonHint : w.reasonHint,
    act: w.act,
    actWith: w.actWith,
  }
  const again = order.state === 'reappeared'
  const isRunning = (order.state === 'issued' || again) && order.dueAt
  return (
    <>
      <StepPanel
        title={kinds.length === 1 ? w.alsoRemoved : again ? w.again : w.title}
        sub={
          <>
            {order.number}{' '}
            {isRunning && (
              <Clock
                due={order.dueAt!.toISOString()}
                now={now.toISOString()}
                words={shell.clock}
                when={takedown.page.before(f.inList(order.dueAt!, now))}
              />
            )}
          </>
        }
      >
        <StepSection>
          <ActionForm
            action={answer}
            formKey={crypto.randomUUID()}
            hidden={{ id: order.id, version: order.version }}
            prefix="answer-"
            className="grid gap-3"
          >
            <AnswerFields words={said} kinds={kinds} {...(order.ruled && { closed: w.objectionRuled })} />
          </ActionForm>
          <p className="text-13 text-ink-2">{again ? w.afterAgain : w.after}</p>
        </StepSection>
      </StepPanel>
      <StickyAct label={w.act} />
    </>
  )
}
