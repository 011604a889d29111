import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormDateTime, FormTextarea } from '@/app/_components/form/fields'
import { cellWords } from '@/app/_components/penalty/cell-words'
import { DecisionAct, DecisionAgainst, DecisionEffects, DecisionEnds, DecisionWatch } from '@/app/_components/penalty/decision'
import { DecisionFacts, nameIn } from '@/app/_components/penalty/decision-facts'
import { GuideTable } from '@/app/_components/penalty/guide-table'
import { MeasureFields } from '@/app/_components/penalty/measure-fields'
import { decisionWords, measureOptions } from '@/app/_components/penalty/measure-options'
import { Readers } from '@/app/_components/penalty/readers'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, locale, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { ButtonLink } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { FormRow } from '@/app/_ui/form-layout'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { CaseLayout, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Zh } from '@/app/_ui/words'
import { dayOf, timeOf } from '@/lib/kernel/time'
import { decisionAt } from '@/lib/penalty/queries/decision'
import { proposedStart } from '@/lib/penalty/rules/measure'
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
  const [{ penalty: w, shell, form }, f, language] = [await words(), await format(), await locale()]
  const { found, failing, suggestion, whole, cell, ladder, guide, imposed, dueAt, bureau, again } = decision
  const { account, violation, occasion } = found
  const guided = suggestion.now.length > 0 ? cellWords(w, { now: suggestion.now, waiting: [] }) : w.new.guidedNothing
  const start = proposedStart(now)
  const why = failing
    ? w.new.whyUnmet(cell.severity, cell.occurrence, cellWords(w, whole))
    : w.new.why(occasion.severity, occasion.occurrence, cellWords(w, whole))
  const subject: Record<string, string | number> = failing
    ? { id: failing.id, version: failing.version }
    : { violationId: violation.id, accountId: account.id }
  const head = (
    <PageHead
      crumbs={[{ label: w.title, href: '/platform/penalty' }, { label: w.new.crumb }]}
      crumbsLabel={shell.location}
      title={<Zh>{w.new.title(account.handle)}</Zh>}
      state={
        <State tone={failing ? 'overdue' : 'waiting'} pill>
          {failing ? w.state.unmet : w.new.waiting}
        </State>
      }
      line={
        failing
          ? w.new.unmet(w.measure(failing.rung, failing.parameter), f.instant(failing.endsAt!))
          : w.new.ruled(nameIn(bureau, language === 'en'), f.dayOfInstant(violation.decidedAt))
      }
      time={shell.beijing(f.instant(now))}
    />
  )
  if (failing && !failing.isDue)
    return (
      <>
        {head}
        <Note
          title={w.new.notDue(f.inList(failing.endsAt!, now))}
          action={<ButtonLink href={`/c/${failing.number}`}>{failing.number}</ButtonLink>}
        />
      </>
    )
  return (
    <>
      {head}
      <ActionForm action={failing ? fail : impose} formKey={crypto.randomUUID()} hidden={subject}>
        <DecisionWatch
          ladder={ladder}
          suggestion={suggestion}
          now={now.toISOString()}
          locale={language}
          words={decisionWords(w, ladder, guided)}
        >
          <CaseLayout
            lead={<DecisionFacts decision={decision} nameOf={nameOf} now={now} />}
            aside={
              <StepPanel title={failing ? w.new.panelUnmet : w.new.panel}>
                {!failing && imposed.length === 0 && (
                  <StepSection>
                    <p>
                      {w.new.due}{' '}
                      <Clock
                        due={dueAt.toISOString()}
                        now={now.toISOString()}
                        words={shell.clock}
                        when={f.inList(dueAt, now)}
                        subject={account.handle}
                      />
                    </p>
                  </StepSection>
                )}
                <StepSection title={w.new.then}>
                  <DecisionEffects>
                    {failing && <li>{w.new.endsUnmet}</li>}
                    <li>{w.new.again(cellWords(w, again))}</li>
                  </DecisionEffects>
                </StepSection>
                <StepSection title={w.new.readers}>
                  <Readers />
                </StepSection>
                <StepSection>
                  <SubmitButton busyLabel={form.busy} wide>
                    <DecisionAct />
                  </SubmitButton>
                  {failing && (
                    <ButtonLink href={`/c/${failing.number}`} size="main" wide>
                      {w.new.meetInstead}
                    </ButtonLink>
                  )}
                  <p className="text-13 text-ink-2">{w.new.after}</p>
                </StepSection>
              </StepPanel>
            }
          >
            <Section id="guide" title={suggestion.now.length > 0 ? w.new.guide(guided) : w.new.guideNothing}>
              <p className="mb-2">{why}</p>
              <GuideTable guide={guide} own={cell} />
              {decision.isTop && <p className="mt-2 text-13 text-ink-2">{w.new.beyond}</p>}
            </Section>
            <div className="mt-8 grid gap-6">
              <MeasureFields
                label={<h2 className="contents">{w.new.measures}</h2>}
                hint={w.new.measuresHint}
                options={measureOptions(
                  w,
                  ladder,
                  suggestion,
                  imposed.map(({ rung }) => rung),
                )}
              />
              <section aria-labelledby="span">
                <h2 id="span" className="mb-2">
                  {w.new.span}
                </h2>
                <FormRow>
                  <FormDateTime
                    name="startsAt"
                    label={w.field.startsAt}
                    hint={w.new.startHint}
                    defaultValue={`${dayOf(start)}T${timeOf(start)}`}
                    min={`${dayOf(now)}T${timeOf(now)}`}
                  />
                  <div>
                    <p className="font-bold">{w.new.ends}</p>
                    <p className="mb-1.5 text-13 text-ink-2">{w.new.endsHint}</p>
                    <output htmlFor="startsAt rungs" className="block min-h-9 rounded-ctl border border-line bg-sunken px-2.5 py-1.5">
                      <DecisionEnds />
                    </output>
                  </div>
                </FormRow>
              </section>
              <DecisionAgainst />
              <FormTextarea name="reason" label={w.field.reason} hint={w.new.reasonHint} limit={500} rows={3} />
            </div>
          </CaseLayout>
        </DecisionWatch>
      </ActionForm>
      <StickyAct label={failing ? w.new.panelUnmet : w.new.panel} />
    </>
  )
}
