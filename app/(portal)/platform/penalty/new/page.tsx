import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { called as organizationCalled } from '@/app/_components/organization/called'
import { BlockedNote } from '@/app/_components/penalty/blocked-note'
import { cellWords } from '@/app/_components/penalty/cell-words'
import { DecisionAct, DecisionWatch } from '@/app/_components/penalty/decision'
import { DecisionFacts } from '@/app/_components/penalty/decision-facts'
import { DecisionFields } from '@/app/_components/penalty/decision-fields'
import { DecisionPanel } from '@/app/_components/penalty/decision-panel'
import { DecisionScope } from '@/app/_components/penalty/decision-scope'
import { GuideTable } from '@/app/_components/penalty/guide-table'
import { decisionWords } from '@/app/_components/penalty/measure-options'
import { SparePanel } from '@/app/_components/penalty/spare-panel'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, locale, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { withQuery } from '@/app/_ui/filter-bar'
import { PageHead, Section } from '@/app/_ui/heads'
import { State } from '@/app/_ui/state'
import { CaseLayout } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { Zh } from '@/app/_ui/words'
import { toPropose } from '@/lib/blacklist/queries/imposed'
import { caseNumber } from '@/lib/kernel/number'
import { blockedOperators } from '@/lib/penalty/queries/blocked'
import { decisionAt } from '@/lib/penalty/queries/decision'
import type { TargetNamed } from '@/lib/penalty/queries/occasion'
import { look } from '@/lib/perform'
import { impose } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).penalty.new.panel })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
/** What P10 would propose, where it can be imposed. */
const proposalOf = async (tx: Parameters<typeof toPropose>[0], { kind, id }: TargetNamed) =>
  kind === 'drama' || kind === 'mini_program' ? toPropose(tx, kind, id) : null
const one = (value: string | string[] | undefined) => [value].flat()[0]

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('platform.compliance')
  const sent = await searchParams
  const asked = { due: one(sent.due), report: one(sent.case), target: one(sent.target), episodes: one(sent.scope) === 'episodes' }
  const loaded = await look(actor, async (tx, now) => {
    const decision = await decisionAt(tx, actor, asked, now)
    return {
      now,
      decision,
      nameOf: await clauseName(tx),
      proposal: decision ? await proposalOf(tx, decision.found.target) : null,
      blocked: decision ? await blockedOperators(tx, [decision.found.target]) : [],
    }
  })
  const { decision, proposal, now, nameOf, blocked } = loaded
  const due = caseNumber(asked.due ?? '')
  // Decided in the meantime, it says so on its own page, with what was typed here.
  if (!decision && due) redirect(withQuery(`/c/${due}`, { kept: one(sent.kept) }))
  if (!decision) notFound()
  const [{ penalty: w, shell }, f, language, name] = [await words(), await format(), await locale(), await organizationCalled()]
  const { found, suggestion, whole, cell, ladder, guide, bureau, called, isUnmet } = decision
  const { target, violation } = found
  const guided = suggestion.now.length > 0 ? cellWords(w, { now: suggestion.now, waiting: [] }) : w.new.guidedNothing
  const said = cellWords(w, whole)
  const why = isUnmet ? (decision.isStepped ? w.new.whyUnmet : w.new.whyWaited) : w.new.why
  const hidden = {
    violationId: violation.id,
    targetKind: target.kind,
    targetId: target.id,
    dueId: called?.id ?? '',
    sight: decision.imposing,
  }
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: '/platform/penalty' }, { label: called?.number ?? w.new.crumb }]}
        crumbsLabel={shell.location}
        title={<Zh>{w.new.title(target.kind, target.name)}</Zh>}
        state={
          <State tone="waiting" pill>
            {w.new.waiting}
          </State>
        }
        line={w.new.ruled(name(bureau), f.dayOfInstant(violation.decidedAt))}
        time={shell.beijing(f.instant(now))}
      />
      <BlockedNote blocked={blocked} />
      <DecisionScope decision={decision} asked={asked} />
      <ActionForm action={impose} formKey={crypto.randomUUID()} hidden={hidden}>
        <DecisionWatch
          ladder={ladder}
          suggestion={suggestion}
          target={target.kind}
          cell={cell}
          isStepped={isUnmet}
          isRemoved={decision.isRemoved}
          now={now.toISOString()}
          locale={language}
          words={decisionWords(w, ladder, guided)}
        >
          <CaseLayout
            lead={
              <>
                <DecisionFacts decision={decision} nameOf={nameOf} now={now} />
                <Section id="guide" title={suggestion.now.length > 0 ? w.new.guide(guided) : w.new.guideNothing}>
                  <p className="mb-2">{why(cell.severity, cell.occurrence, said)}</p>
                  <GuideTable guide={guide} own={cell} />
                  {isUnmet && suggestion.now.length === 0 && <p className="mt-2">{w.new.guideEnds}</p>}
                  {decision.mending === 'met' && suggestion.now.length === 0 && <p className="mt-2">{w.new.guideMet}</p>}
                  {decision.isTop && <p className="mt-2 text-13 text-ink-2">{w.new.beyond}</p>}
                </Section>
                <DecisionFields decision={decision} proposal={proposal} now={now} />
              </>
            }
            aside={<DecisionPanel decision={decision} now={now} />}
          />
          <StickyAct label={<DecisionAct />} />
        </DecisionWatch>
      </ActionForm>
      {called && <SparePanel called={called} sight={decision.sight} nothingLeft={suggestion.now.length === 0} />}
    </>
  )
}
