import { notFound } from 'next/navigation'
import { StepForm } from '@/app/_components/case/step-form'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckbox, FormCheckboxGroup, FormInput, FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, locale, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { Clock } from '@/app/_ui/clock'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { State } from '@/app/_ui/state'
import { CaseLayout, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { Timeline } from '@/app/_ui/timeline'
import { Zh } from '@/app/_ui/words'
import { withdraw } from '@/app/(portal)/creator/consultation/actions'
import { answer, publish } from '@/app/(portal)/regulator/consultation/actions'
import { type PublicAnswer, type Question, questionByNumber } from '@/lib/consultation/queries'
import { type ConsultationStep, consultationWorkflow } from '@/lib/consultation/workflow'
import { dayOf } from '@/lib/kernel/time'
import { openSteps } from '@/lib/kernel/workflow'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { taxonomyOn } from '@/lib/rulebook/rules/book'
import { questionTones } from './question-table'

type Taxonomy = ReturnType<typeof taxonomyOn>

const Said = ({ text }: { text: string }) => (
  <blockquote className="max-w-[46em] border-l-2 border-line px-3 py-1 whitespace-pre-line">
    <Zh>{text}</Zh>
  </blockquote>
)

async function PublicText({ publication, clause, level }: { publication: PublicAnswer; clause: (code: string) => string; level?: 'page' }) {
  const { consultation: w } = await words()
  return (
    <>
      <Section
        id={level ? 'question' : 'public'}
        title={level ? w.page.question : w.page.publicText}
        aside={level ? undefined : w.page.publicAside}
      >
        {!level && (
          <p className="pb-1 font-bold">
            <Zh>{publication.title}</Zh>
          </p>
        )}
        <Said text={publication.question} />
      </Section>
      <Section id="public-answer" title={level ? w.page.answer : w.publish.field.answer}>
        <Said text={publication.answer} />
        {publication.clauses.length > 0 && (
          <p className="pt-2 text-13 text-ink-2">
            {w.page.clauses} {publication.clauses.map((code) => `${code} ${clause(code)}`).join(' · ')}
          </p>
        )}
      </Section>
    </>
  )
}

async function Steps({
  question,
  steps,
  taxonomy,
  bureau,
}: {
  question: Question
  steps: ConsultationStep[]
  taxonomy: Taxonomy
  bureau: string
}) {
  const [w, language] = [await words(), await locale()]
  const c = w.consultation
  const of = { id: question.id, version: question.version }
  if (steps.includes('answer'))
    return (
      <StepPanel title={c.answer.title} sub={c.answer.hint}>
        <StepSection>
          <StepForm action={answer} step="answer" {...of} label={c.answer.act}>
            <FormTextarea name="answer" label={c.answer.field} hint={c.answer.fieldHint} limit={5000} rows={8} />
          </StepForm>
        </StepSection>
      </StepPanel>
    )
  if (steps.includes('publish'))
    return (
      <StepPanel title={c.publish.title} sub={c.publish.hint}>
        <StepSection>
          <StepForm action={publish} step="publish" {...of} label={c.publish.act} look="outline" after={c.publish.skip}>
            <FormInput name="title" label={c.publish.field.title} maxLength={60} />
            <FormTextarea name="question" label={c.publish.field.question} limit={3000} rows={5} />
            <FormTextarea name="answer" label={c.publish.field.answer} limit={5000} rows={6} />
            <details>
              <summary className="w-fit text-accent underline underline-offset-3">{c.publish.field.clauses}</summary>
              <p className="pt-1 text-13 text-ink-2">{c.publish.clausesHint}</p>
              <div className="max-h-80 overflow-y-auto py-2">
                <FormCheckboxGroup
                  name="clauses"
                  label={c.publish.field.clauses}
                  hideLabel
                  options={taxonomy.flatMap(({ items }) =>
                    items.map(({ code, zh, en }) => ({ value: code, label: `${code} ${language === 'en' ? en : zh}` })),
                  )}
                />
              </div>
            </details>
            <FormCheckbox name="checked" label={c.publish.field.checked} />
          </StepForm>
        </StepSection>
      </StepPanel>
    )
  if (steps.includes('withdraw'))
    return (
      <QuietPanel title={c.page.notYours(bureau)}>
        <p className="pb-2">{c.page.notYoursText}</p>
        <ActionForm action={withdraw} formKey={crypto.randomUUID()} hidden={of} prefix="withdraw-">
          <ConfirmSubmit
            label={c.step.withdraw}
            title={c.withdraw.title}
            confirm={c.withdraw.confirm}
            cancel={c.withdraw.keep}
            busyLabel={w.form.busy}
            look="outline"
          >
            {c.withdraw.text}
          </ConfirmSubmit>
        </ActionForm>
      </QuietPanel>
    )
  const waits = question.state === 'asked'
  return (
    <QuietPanel title={waits ? c.page.notYours(bureau) : c.page.over}>
      <p>{waits ? c.page.notYoursText : c.page.overText}</p>
    </QuietPanel>
  )
}

/** A question under its number: whole for whoever asked, its bureau and 总局; to everybody else what was published of it. */
export async function ConsultationCase({ number }: { number: string }) {
  const [{ actor }, now] = [await reader(), await instant()]
  const found = await look(actor, async (tx) => {
    const one = await questionByNumber(tx, actor, number)
    return one && { one, clause: await clauseName(tx), taxonomy: taxonomyOn(await rulebook(tx), dayOf(now)) }
  })
  if (!found) notFound()
  const { one, clause, taxonomy } = found
  const [w, f, name] = [await words(), await format(), await called()]
  const c = w.consultation
  if (!one.question) {
    const { publication } = one
    return (
      <>
        <PageHead
          crumbs={[{ label: c.page.crumb.public, href: '/guidance/question' }, { label: number }]}
          crumbsLabel={w.shell.location}
          title={<Zh>{publication.title}</Zh>}
          line={c.page.linePublic(name(publication.bureau), f.dayOfInstant(publication.publishedAt))}
          large
        />
        <PublicText publication={publication} clause={clause} level="page" />
        <p className="pt-6">
          <Link href="/guidance/question">{c.page.more}</Link>
        </p>
      </>
    )
  }
  const { question, publication, asker, bureau, history } = one
  const isCreator = actor.kind === 'creator'
  const whose = isCreator ? 'creator' : 'regulator'
  const steps = openSteps(consultationWorkflow, question, actor)
  return (
    <>
      <PageHead
        crumbs={[{ label: c.page.crumb[whose], href: `/${whose}/consultation` }, { label: number }]}
        crumbsLabel={w.shell.location}
        title={<Zh>{question.title}</Zh>}
        state={
          <State tone={questionTones[question.state]} pill>
            {c.state[question.state]}
          </State>
        }
        line={c.page.line(asker?.name ?? '', f.inList(question.openedAt, now))}
        time={w.shell.beijing(f.instant(now))}
      />
      <CaseLayout
        lead={
          <>
            <Facts
              items={[
                { label: c.page.topic, value: c.topic[question.topic] },
                { label: c.page.bureau, value: name(bureau) },
                question.workTitle !== null && {
                  label: c.page.workTitle,
                  value: (
                    <>
                      <Zh>{w.drama.title(question.workTitle)}</Zh> <span className="text-13 text-ink-2">{c.page.workTitleAside}</span>
                    </>
                  ),
                },
                question.state === 'asked' &&
                  question.dueAt && {
                    label: c.page.due,
                    value: (
                      <Clock
                        due={question.dueAt.toISOString()}
                        now={now.toISOString()}
                        words={w.shell.clock}
                        when={f.inList(question.dueAt, now)}
                        subject={number}
                      />
                    ),
                  },
              ]}
            />
            <Section id="question" title={c.page.question}>
              <Said text={question.question} />
            </Section>
          </>
        }
        aside={<Steps question={question} steps={steps} taxonomy={taxonomy} bureau={name(bureau)} />}
      >
        {question.answer && question.answeredAt && (
          <Section id="answer" title={c.page.answer} aside={c.page.answerAside(name(bureau), f.inList(question.answeredAt, now))}>
            <Said text={question.answer} />
          </Section>
        )}
        {publication && <PublicText publication={publication} clause={clause} />}
        <Section id="history" title={c.page.history} aside={w.shell.list.newestFirst}>
          <Timeline
            items={history.map(({ id, name: event, at, hand }) => ({
              key: id,
              at: at.toISOString(),
              when: f.inList(at, now),
              title: c.event[event] ?? event,
              who: hand?.organization ? <Hand of={hand} /> : undefined,
            }))}
          />
        </Section>
      </CaseLayout>
    </>
  )
}
