import { notFound, redirect } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput, FormSelect } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { SubjectName } from '@/app/_components/violation/subject-name'
import { format, words } from '@/app/_server/locale'
import { FormActs, FormSection } from '@/app/_ui/form-layout'
import { PageHead } from '@/app/_ui/heads'
import { SubmitButton } from '@/app/_ui/submit-button'
import { formatSpan } from '@/lib/drama/rules/timecode'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { admittedPlatforms } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { rectificationsOfReport, upheldToMend } from '@/lib/rectification/queries/subject'
import type { RectificationSubject } from '@/lib/rectification/workflow'
import { rulebook } from '@/lib/rulebook/queries'
import { deadlineOn } from '@/lib/rulebook/rules/book'
import { order } from './actions'
import { type TaskRow, TaskRows } from './task-rows'

/** As many places of an item as are filled in beforehand. */
const PREPARED = 20

const find = (actor: Actor, report: string, kind: RectificationSubject) =>
  look(actor, async (tx, now) => {
    const subject = await upheldToMend(tx, report, kind)
    if (subject?.bureauId !== actor.organizationId) return null
    const standing =
      subject.standing && (await rectificationsOfReport(tx, subject.violationId)).find(({ id }) => id === subject.standing?.id)
    return {
      subject,
      standing: standing?.number ?? null,
      now,
      nameOf: await clauseName(tx),
      hours: deadlineOn(await rulebook(tx), 'rectification', dayOf(now)).amount,
      platforms: subject.ownerId === null && subject.platformId === null ? await admittedPlatforms(tx) : [],
    }
  })

/** The form by which a bureau orders what it upheld to be mended: its items and places stand filled in. */
export async function OrderPage({ actor, report, kind }: { actor: Actor; report: string; kind: RectificationSubject }) {
  const found = await find(actor, report, kind)
  if (!found) notFound()
  const { subject, standing, hours, platforms, nameOf, now } = found
  if (standing) redirect(`/c/${standing}`)
  const [{ rectification: w, form, shell }, f, name] = [await words(), await format(), await called()]
  const place = (code: string, at?: (typeof subject.places)[number]): TaskRow => ({
    code,
    what: w.order.suggestion,
    episode: at ? String(at.episode) : '',
    span: at?.startSecond == null ? '' : formatSpan({ start: at.startSecond, end: at.endSecond }),
  })
  const rows = subject.codes
    .flatMap((code) => (subject.places.length > 0 ? subject.places.map((at) => place(code, at)) : [place(code)]))
    .slice(0, PREPARED)
  return (
    <>
      <PageHead
        crumbs={[
          { label: w.title, href: '/regulator/rectification' },
          { label: report, href: `/c/${report}` },
        ]}
        crumbsLabel={shell.location}
        title={
          <>
            {w.order.title} <SubjectName kind={kind} name={subject.name} />
          </>
        }
        line={w.order.line(report)}
        time={shell.beijing(f.instant(now))}
      />
      <ActionForm action={order} formKey={crypto.randomUUID()} hidden={{ violationSubjectId: subject.violationSubjectId }}>
        <FormSection id="limit" title={w.order.hours} hint={w.order.hoursHint}>
          <FormInput name="hours" label={w.order.hours} inputMode="numeric" defaultValue={String(hours)} hideLabel className="max-w-40" />
          {platforms.length > 0 && (
            <FormSelect
              name="platformId"
              label={w.order.platform}
              hint={w.order.platformHint}
              empty={w.order.pick}
              options={platforms.map((platform) => ({ value: platform.id, label: name(platform) }))}
              className="max-w-80"
            />
          )}
        </FormSection>
        <FormSection id="tasks" title={w.order.tasks} hint={w.order.tasksHint}>
          <TaskRows
            rows={rows}
            codes={subject.codes.map((code) => ({ value: code, label: `${code} ${nameOf(code)}` }))}
            words={{
              row: w.order.row(0).replace('0', '{n}'),
              code: w.order.code,
              what: w.order.what,
              episode: w.order.episode,
              span: w.order.span,
              more: w.order.more,
            }}
            withPlaces={kind === 'drama'}
          />
        </FormSection>
        <FormActs>
          <SubmitButton busyLabel={form.busy}>{w.order.act}</SubmitButton>
        </FormActs>
      </ActionForm>
    </>
  )
}
