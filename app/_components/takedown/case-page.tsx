import { notFound } from 'next/navigation'
import { ListedTitle } from '@/app/_components/blacklist/listed-title'
import { called } from '@/app/_components/organization/called'
import { workplaceOf } from '@/app/_server/home'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { Clock, StoppedClock } from '@/app/_ui/clock'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { PrintButton } from '@/app/_ui/print-button'
import { CaseLayout, StepPanel } from '@/app/_ui/step-panel'
import type { Kind } from '@/lib/kernel/actor'
import { isOverdue } from '@/lib/kernel/time'
import { askedBy, awaitsAnswer, readsOrders } from '@/lib/takedown/rules'
import { AnswerPanel } from './answer-panel'
import { Answers } from './answers'
import { findOrder } from './find-order'
import { OrderFacts } from './order-facts'
import { OrderHistory } from './order-history'
import { OrderLetter } from './order-letter'
import { OrderState } from './order-state'
import { QuietSteps } from './quiet-steps'
import { RemindSection } from './remind-form'
import { RulePanel } from './rule-panel'
import { Sightings } from './sightings'

/** A takedown order under its number: whole for its platform and its regulators, state and time for the others. */
export async function TakedownCase({ number }: { number: string }) {
  const { actor } = await reader()
  if (!readsOrders(actor)) notFound()
  const found = await findOrder(actor, number)
  if (!found) notFound()
  const { order, followed, now, isMine, reads, steps, platform } = found
  const [{ takedown: w, shell }, f, name] = [await words(), await format(), await called()]
  const isObjected = order.state === 'objected'
  const late = awaitsAnswer(order.state) && order.dueAt && isOverdue(order.dueAt, now)
  const by = late && order.dueAt ? f.span(now.getTime() - order.dueAt.getTime()) : ''
  const clock = (due: Date) => <Clock due={due.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(due, now)} />
  const stands = isObjected && order.severity !== 4
  const list = actor.kind === 'association' ? '/association/blacklist' : `/${workplaceOf(actor.kind as Kind)}/takedown`
  const aside = (
    <>
      {isMine && followed && <AnswerPanel order={followed} steps={steps} now={now} programsOnly={found.works.length === 0} />}
      {followed && steps.includes('overrule') && <RulePanel order={followed} platform={name(platform)} now={now} />}
      {followed && steps.includes('remind') && (
        <StepPanel title={w.step.remind} sub={order.number}>
          <RemindSection order={followed} platform={name(platform)} look={late ? 'filled' : 'outline'} now={now} />
        </StepPanel>
      )}
      <QuietSteps found={found} actor={actor} />
    </>
  )
  return (
    <>
      <div data-screen={reads ? '' : undefined}>
        <PageHead
          crumbs={[{ label: w.title, href: list }, { label: number }]}
          crumbsLabel={shell.location}
          title={
            <>
              <ListedTitle title={order.title} kind={order.titleKind} /> {name(platform)}
            </>
          }
          state={<OrderState order={order} now={now} pill />}
          line={
            <>
              {w.page.line(f.inList(order.openedAt, now))}{' '}
              {stands && <StoppedClock text={w.page.left(f.span((order.clockLeft ?? 0) * 1000))} reason={w.page.stands} />}
              {awaitsAnswer(order.state) && order.dueAt && clock(order.dueAt)}
              {isObjected && !stands && (
                <>
                  {clock(askedBy(order))} <span className="text-13">{w.page.standsNot}</span>
                </>
              )}
              {isObjected && order.dueAt && (
                <span className="block">
                  {w.page.ruling} {clock(order.dueAt)}
                </span>
              )}
            </>
          }
          time={shell.beijing(f.instant(now))}
        />
        {late && (
          <div className="mb-4">
            <Note tone="overdue" title={isMine ? w.page.overdueMine(by) : w.page.overdue(name(platform), by)}>
              {!isMine && followed?.escalatedAt ? w.page.escalated(f.inList(followed.escalatedAt, now)) : null}
            </Note>
          </div>
        )}
        {order.state === 'reappeared' && !late && (
          <div className="mb-4">
            <Note tone="refused" title={w.page.reappeared(f.inList(order.reappearedAt!, now))}>
              {isMine ? w.page.reappearedMine : w.page.reappearedNext(name(platform))}
            </Note>
          </div>
        )}
        <CaseLayout
          lead={
            <Section id="facts" title={found.works.length > 0 ? w.page.facts.works : w.page.facts.programs}>
              <OrderFacts found={found} />
            </Section>
          }
          aside={aside}
        >
          {order.reappearedAt && (
            <Section id="sightings" title={w.page.sightings} aside={w.page.sightingsAside}>
              <Sightings found={found} />
            </Section>
          )}
          <Section id="answers" title={w.page.answers} aside={w.page.answersAside}>
            {reads ? <Answers answers={found.answers} now={now} /> : <p className="text-ink-2">{w.page.sealedAnswers}</p>}
          </Section>
          <Section id="history" title={w.page.history} aside={w.page.newestFirst} actions={<PrintButton label={w.print.act} />}>
            <OrderHistory found={found} />
          </Section>
        </CaseLayout>
      </div>
      {reads && <OrderLetter found={found} />}
    </>
  )
}
