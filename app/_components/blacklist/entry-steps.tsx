import type { ReactNode } from 'react'
import { called } from '@/app/_components/organization/called'
import { RemindSection } from '@/app/_components/takedown/remind-form'
import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { type Actor, holds } from '@/lib/kernel/actor'
import { isOverdue } from '@/lib/kernel/time'
import { awaitsAnswer } from '@/lib/takedown/rules'
import { ApprovePanel } from './approve-panel'
import type { FoundEntry } from './find-entry'
import { LiftSection, WithdrawSection } from './other-panels'
import { VerifyPanel } from './verify-panel'

const REMINDED_HERE = 3

/** The steps that are the reader's, then those that are not, why, and who can; last the hands. */
export async function EntrySteps({ found, actor, hands }: { found: FoundEntry; actor: Actor; hands: ReactNode }) {
  const [{ blacklist: w, takedown }, f, name] = [await words(), await format(), await called()]
  const { read, steps, preview, board, now, others } = found
  const { entry } = read
  const may = (step: (typeof steps)[number]) => steps.includes(step)
  const late = board?.lanes.filter(({ state, dueAt }) => awaitsAnswer(state) && dueAt && isOverdue(dueAt, now)) ?? []
  const reminds = entry.state === 'listed' && holds(actor, 'national.approver', 'national.reviewer') ? late.slice(0, REMINDED_HERE) : []
  const mine = board?.lanes.find(({ isMine, state }) => isMine && (awaitsAnswer(state) || state === 'objected'))
  const quiet: { title: string; why: string }[] = []
  if (entry.state === 'proposed' && !may('verify'))
    quiet.push({
      title: w.step.verify,
      why: w.notYours.byBureau(name(read.bureau)),
    })
  if (entry.state === 'verified' && !may('approve'))
    quiet.push({
      title: w.step.approve,
      why: notMine(w.notYours, holds(actor, 'national.approver'), others, f.list, [w.notYours.handled, w.notYours.handledNobody]),
    })
  if (entry.state === 'listed' && !may('lift') && actor.kind === 'national')
    quiet.push({
      title: w.step.lift,
      why: notMine(w.notYours, holds(actor, 'national.approver'), others, f.list, [w.notYours.another, w.notYours.anotherNobody]),
    })
  const hasPanel = reminds.length > 0 || mine || may('lift') || may('withdraw')
  return (
    <>
      {preview && may('verify') && <VerifyPanel entry={entry} preview={preview} beside={found.beside} hands={hands} />}
      {preview && may('approve') && <ApprovePanel entry={entry} preview={preview} dueIfNow={found.dueIfNow} hands={hands} now={now} />}
      {hasPanel && (
        <StepPanel title={w.page.forYou}>
          {mine && (
            <StepSection title={takedown.form.title} hint={mine.number}>
              <ButtonLink href={`/c/${mine.number}`} look="filled" size="main">
                {takedown.form.act}
              </ButtonLink>
            </StepSection>
          )}
          {reminds.map((lane, at) => (
            <RemindSection
              key={lane.id}
              order={{ ...lane, ...lane.followed! }}
              platform={name(lane.platform)}
              look={at === 0 ? 'filled' : 'outline'}
              now={now}
            />
          ))}
          {may('lift') && <LiftSection entry={entry} look={reminds.length ? 'outline' : 'filled'} />}
          {may('withdraw') && <WithdrawSection entry={entry} />}
        </StepPanel>
      )}
      {quiet.map(({ title, why }) => (
        <QuietPanel key={title} title={title}>
          {why}
        </QuietPanel>
      ))}
      {!(preview && (may('verify') || may('approve'))) && <QuietPanel title={w.hands.title}>{hands}</QuietPanel>}
    </>
  )
}

type NotYours = { byApprover: string; byApproverNamed: (names: string) => string }
/** Not one's duty, or one has had a hand in it: who else can, by name among one's own colleagues. */
function notMine(
  w: NotYours,
  isApprover: boolean,
  others: string[],
  list: (items: string[]) => string,
  [named, unnamed]: [(names: string) => string, string],
) {
  if (isApprover) return others.length ? named(list(others)) : unnamed
  return others.length ? w.byApproverNamed(list(others)) : w.byApprover
}
