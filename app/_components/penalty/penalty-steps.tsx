import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { withQuery } from '@/app/_ui/filter-bar'
import { Link } from '@/app/_ui/link'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { Official } from '@/app/_ui/words'
import { harden, lift, revoke, withdraw } from '@/app/(portal)/platform/penalty/actions'
import { acknowledge, conclude } from '@/app/(portal)/regulator/penalty/actions'
import { type Actor, holds } from '@/lib/kernel/actor'
import { dayOf, isOverdue } from '@/lib/kernel/time'
import type { WholePenalty } from '@/lib/penalty/queries/case'
import { endsByItself, GUIDANCE, isRevocable, lastsUntilMended, PROPOSAL, REFERRAL, SUSPEND, standsAs } from '@/lib/penalty/rules/measure'
import { ladderOn, type Rulebook } from '@/lib/rulebook/rules/book'
import { cellWords } from './cell-words'

type Props = { found: WholePenalty; actor: Actor; now: Date; book: Rulebook }

/** What the reader may do with a penalty now; else why not, and who can. */
export async function PenaltySteps(props: Props) {
  const { state, rung } = props.found.penalty
  if (state === 'due') return <DecisionDue {...props} />
  if (rung === REFERRAL && (state === 'active' || state === 'acknowledged')) return <Referral {...props} />
  if (state === 'active') return <Standing {...props} />
  return <Closed {...props} />
}

async function DecisionDue({ found: { penalty, guided, platform, steps }, now }: Props) {
  const [{ penalty: w, shell }, f, organization] = [await words(), await format(), await called()]
  const due = penalty.dueAt!
  const clock = (
    <Clock due={due.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(due, now)} subject={penalty.targetName} />
  )
  if (!steps.includes('impose'))
    return (
      <QuietPanel title={w.page.others}>
        <p>{w.page.decideOthers(organization(platform), f.inList(due, now))}</p>
        <p>{clock}</p>
      </QuietPanel>
    )
  const cell = cellWords(w, { now: guided.map((row) => ({ ...row, deadlineHours: 0 })), waiting: [] })
  return (
    <>
      <StepPanel title={w.page.decide}>
        <StepSection hint={cell ? w.page.decideHint(cell) : undefined}>
          <p className="mb-2">{clock}</p>
          <ButtonLink href={withQuery('/platform/penalty/new', { due: penalty.number ?? undefined })} look="filled" size="main" wide>
            {w.page.decideAct}
          </ButtonLink>
        </StepSection>
      </StepPanel>
      <StickyAct label={w.page.decide} />
    </>
  )
}

async function Referral({ found: { penalty, bureau, steps }, now }: Props) {
  const [{ penalty: w, shell }, f, organization] = [await words(), await format(), await called()]
  const { id, version, dueAt } = penalty
  const clock = dueAt && (
    <p className="mb-2">
      <Clock
        due={dueAt.toISOString()}
        now={now.toISOString()}
        words={shell.clock}
        when={f.inList(dueAt, now)}
        subject={penalty.targetName}
      />
    </p>
  )
  if (!steps.includes('acknowledge') && !steps.includes('conclude'))
    return (
      <QuietPanel title={w.page.others}>
        <p>{w.page.referralOthers(organization(bureau))}</p>
        {clock}
      </QuietPanel>
    )
  return (
    <>
      <StepPanel title={w.page.referralPanel}>
        {steps.includes('acknowledge') ? (
          <StepSection title={w.page.acknowledgeTitle} hint={w.page.acknowledgeHint}>
            {clock}
            <StepForm action={acknowledge} step="acknowledge" id={id} version={version} label={w.page.acknowledgeAct}>
              <FormTextarea name="note" label={w.page.acknowledgeNote} hint={w.page.acknowledgeNoteHint} limit={500} rows={2} />
            </StepForm>
          </StepSection>
        ) : (
          <StepSection title={w.page.concludeTitle}>
            {clock}
            <StepForm action={conclude} step="conclude" id={id} version={version} label={w.page.concludeAct}>
              <FormTextarea name="result" label={w.page.concludeResult} hint={w.page.concludeResultHint} limit={500} rows={3} />
            </StepForm>
          </StepSection>
        )}
      </StepPanel>
      <StickyAct label={w.page.referralPanel} />
    </>
  )
}

/** What can be done about a measure in force: it is lifted because it is mended, hardened, or taken back. */
async function Standing({ found, actor, now, book }: Props) {
  const [{ penalty: w }, f, organization] = [await words(), await format(), await called()]
  const { penalty, platform, steps } = found
  const { id, version, parameter, endsAt, startsAt, openedAt } = penalty
  const rung = penalty.rung!
  const law = ladderOn(book, dayOf(openedAt)).find(({ code }) => code === rung)
  const isOver = endsAt !== null && isOverdue(endsAt, now)
  const runsOut = law !== undefined && endsByItself(law)
  const revocable = law !== undefined && isRevocable(law)
  const mayRevoke = steps.includes('revoke') && revocable && !(runsOut && isOver)
  const mayLift = steps.includes('lift') && lastsUntilMended({ rung, parameter })
  const mayHarden = steps.includes('harden') && standsAs({ rung, parameter }) === standsAs(SUSPEND)
  const outlook = runsOut
    ? endsAt
      ? w.page.byItself(f.inList(endsAt, now))
      : startsAt === null
        ? w.page.afterReturn
        : null
    : rung === GUIDANCE || lastsUntilMended({ rung, parameter })
      ? null
      : w.page.lasting
  if (!mayRevoke) {
    const own = actor.organizationId === penalty.platformId
    const isOthers = revocable && !(own && holds(actor, 'platform.compliance'))
    const whose = isOthers ? (own ? w.page.byComplianceHere : w.page.liftedBy(organization(platform))) : null
    return (
      <QuietPanel title={whose ? w.page.others : rung === PROPOSAL ? w.page.facts.proposal : w.page.noMore}>
        {outlook && <p>{outlook}</p>}
        {whose && <p>{whose}</p>}
      </QuietPanel>
    )
  }
  return (
    <>
      <StepPanel title={mayLift ? w.page.panelMended : w.page.panelActive} sub={outlook ?? undefined}>
        {mayLift && (
          <StepSection title={w.page.liftTitle} hint={w.page.liftHint}>
            <StepForm action={lift} step="lift" id={id} version={version} label={w.page.liftAct(w.measure(rung, parameter))}>
              <FormTextarea name="shown" label={w.page.liftShown} hint={w.page.liftShownHint} limit={500} rows={2} />
            </StepForm>
          </StepSection>
        )}
        {mayHarden && (
          <StepSection title={w.page.hardenTitle} hint={w.page.hardenHint}>
            <StepForm action={harden} step="harden" id={id} version={version} label={w.page.hardenAct} look="outline">
              <FormTextarea name="reason" label={w.page.hardenReason} hint={w.new.reasonHint} limit={500} rows={2} />
            </StepForm>
          </StepSection>
        )}
        <StepSection title={mayLift ? w.page.revokeTitle : undefined} hint={w.page.revokeHint}>
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
      </StepPanel>
      {mayLift && <StickyAct label={w.page.liftTitle} />}
    </>
  )
}

async function Closed({ found: { penalty, followed, steps } }: Props) {
  const { penalty: w } = await words()
  const { id, version, state } = penalty
  if (state === 'recorded' && steps.includes('withdraw'))
    return (
      <StepPanel title={w.step.withdraw} sub={w.page.recordedPast}>
        <p className="text-13 text-ink-2">{w.page.withdrawAlone}</p>
        <StepForm action={withdraw} step="withdraw" id={id} version={version} label={w.step.withdraw} look="outline">
          <FormTextarea name="reason" label={w.page.withdrawReason} hint={w.page.revokeReasonHint} limit={500} rows={2} />
        </StepForm>
      </StepPanel>
    )
  return (
    <QuietPanel title={w.page.noMore}>
      <p>{state === 'recorded' ? w.page.recordedPast : w.page.over}</p>
      {followed.length > 0 && (
        <p>
          {w.page.unmetNext}
          {followed.map(({ number, rung, parameter, state: at }) => (
            <span key={number} className="block">
              <Link href={`/c/${number}`}>
                <Official>{number}</Official>
              </Link>{' '}
              {rung ? w.measure(rung, parameter) : w.state[at]}
            </span>
          ))}
        </p>
      )}
    </QuietPanel>
  )
}
