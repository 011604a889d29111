import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { cellWords } from '@/app/_components/penalty/cell-words'
import { DecisionAct, DecisionWatch } from '@/app/_components/penalty/decision'
import { DecisionFacts, nameIn } from '@/app/_components/penalty/decision-facts'
import { DecisionFields } from '@/app/_components/penalty/decision-fields'
import { DecisionPanel } from '@/app/_components/penalty/decision-panel'
import { GuideTable } from '@/app/_components/penalty/guide-table'
import { decisionWords } from '@/app/_components/penalty/measure-options'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, locale, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { CaseLayout } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { Zh } from '@/app/_ui/words'
import { decisionAt } from '@/lib/penalty/queries/decision'
import { look } from '@/lib/perform'
import { fail, impose } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).penalty.new.panel })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const one = (value: string | string[] | undefined) => [value].flat()[0]

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('platform.compliance')
  const sent = await searchParams
  const asked = { report: one(sent.case), accountId: one(sent.account), after: one(sent.after) }
  const loaded = await look(actor, async (tx, now) => ({
    now,
    decision: await decisionAt(tx, actor, asked, now),
    nameOf: await clauseName(tx),
  }))
  const { decision, now, nameOf } = loaded
  if (!decision) notFound()
  const [{ penalty: w, shell }, f, language] = [await words(), await format(), await locale()]
  const { found, failing, suggestion, whole, cell, ladder, guide, bureau } = decision
  const { account, violation, occasion } = found
  const guided = suggestion.now.length > 0 ? cellWords(w, { now: suggestion.now, waiting: [] }) : w.new.guidedNothing
  const said = cellWords(w, whole)
  const why = failing
    ? (decision.isStepped ? w.new.whyUnmet : w.new.whyWaited)(cell.severity, cell.occurrence, said)
    : w.new.why(occasion.severity, occasion.occurrence, said)
  const subject: Record<string, string | number> = failing
    ? { id: failing.id, version: failing.version }
    : { violationId: violation.id, accountId: account.id }
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: '/platform/penalty' }, { label: w.new.crumb }]}
        crumbsLabel={shell.location}
        title={<Zh>{w.new.title(account.handle)}</Zh>}
        state={
          <State tone={failing?.isDue ? 'overdue' : 'waiting'} pill>
            {failing ? (failing.isDue ? w.state.unmet : w.standing.mending) : w.new.waiting}
          </State>
        }
        line={
          failing
            ? w.new.unmet(w.measure(failing.rung, failing.parameter), f.instant(failing.endsAt!))
            : w.new.ruled(nameIn(bureau, language === 'en'), f.dayOfInstant(violation.decidedAt))
        }
        time={shell.beijing(f.instant(now))}
      />
      {failing && !failing.isDue ? (
        <Note
          title={w.new.notDue(f.inList(failing.endsAt!, now))}
          action={<ButtonLink href={`/c/${failing.number}`}>{failing.number}</ButtonLink>}
        />
      ) : (
        <ActionForm action={failing ? fail : impose} formKey={crypto.randomUUID()} hidden={subject}>
          <DecisionWatch
            ladder={ladder}
            suggestion={suggestion}
            now={now.toISOString()}
            locale={language}
            words={decisionWords(w, ladder, guided)}
          >
            <CaseLayout
              lead={
                <>
                  <DecisionFacts decision={decision} nameOf={nameOf} now={now} />
                  <Section id="guide" title={suggestion.now.length > 0 ? w.new.guide(guided) : w.new.guideNothing}>
                    <p className="mb-2">{why}</p>
                    <GuideTable guide={guide} own={cell} />
                    {decision.isTop && <p className="mt-2 text-13 text-ink-2">{w.new.beyond}</p>}
                  </Section>
                  <DecisionFields decision={decision} now={now} />
                </>
              }
              aside={<DecisionPanel decision={decision} now={now} />}
            />
            <StickyAct label={<DecisionAct />} />
          </DecisionWatch>
        </ActionForm>
      )}
    </>
  )
}
