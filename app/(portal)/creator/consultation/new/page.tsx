import { notFound } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput, FormSelect, FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { FormActs, FormLayout, FormSection } from '@/app/_ui/form-layout'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Consequences, QuietPanel } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { bureauOf } from '@/lib/consultation/queries'
import { TOPICS } from '@/lib/consultation/workflow'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { deadlineOn } from '@/lib/rulebook/rules/book'
import { ask } from '../actions'

export async function generateMetadata() {
  return { title: (await words()).consultation.ask.title }
}

/** A question to the bureau, before anything is filmed. */
export default async function Page() {
  const actor = await currentActor('creator.editor')
  if (actor.kind !== 'creator') notFound()
  const [w, name] = [await words(), await called()]
  const { ask: c, topic: topics, own } = w.consultation
  const { bureau, amount } = await look(actor, async (tx, now) => ({
    bureau: await bureauOf(tx, actor),
    amount: deadlineOn(await rulebook(tx), 'consultation', dayOf(now)).amount,
  }))
  return (
    <>
      <PageHead
        crumbs={[{ label: own.title, href: '/creator/consultation' }, { label: own.ask }]}
        crumbsLabel={w.shell.location}
        title={c.title}
        line={c.line(name(bureau), amount)}
      />
      <FormLayout
        aside={
          <>
            <QuietPanel title={c.who}>
              <Consequences items={c.whoItems} />
            </QuietPanel>
            <QuietPanel title={c.before}>
              <ul className="grid gap-1">
                <li>
                  <Link href="/guidance/question">{w.guidance.nav.question}</Link>
                </li>
                <li>
                  <Link href="/guidance/class">{w.guidance.nav.class}</Link>
                </li>
                <li>
                  <Link href="/guidance/library?kind=notice">{w.guidance.kind.notice}</Link>
                </li>
              </ul>
            </QuietPanel>
          </>
        }
      >
        <ActionForm action={ask} formKey={crypto.randomUUID()}>
          <FormSection id="section-question" title={own.column.title}>
            <FormSelect
              name="topic"
              label={c.field.topic}
              empty={w.consultation.refusal.choose as string}
              options={TOPICS.map((value) => ({ value, label: topics[value] }))}
            />
            <FormInput name="title" label={c.field.title} hint={c.field.titleHint} maxLength={60} />
            <FormTextarea name="question" label={c.field.question} hint={c.field.questionHint} limit={3000} rows={8} />
            <FormInput name="workTitle" label={c.field.workTitle} hint={c.field.workTitleHint} optional={w.form.optional} maxLength={60} />
          </FormSection>
          <FormActs>
            <SubmitButton busyLabel={w.form.busy}>{c.submit}</SubmitButton>
          </FormActs>
        </ActionForm>
      </FormLayout>
    </>
  )
}
