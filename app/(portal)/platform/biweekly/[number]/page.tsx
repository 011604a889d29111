import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { tongueOf } from '@/app/_components/biweekly/tongue'
import { AddedFields, FigureFields } from '@/app/_components/biweekly/write-fields'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { FormActs, FormSection } from '@/app/_ui/form-layout'
import { PageHead } from '@/app/_ui/heads'
import { SubmitButton } from '@/app/_ui/submit-button'
import { figuresToWrite, periodOfReport, reportByNumber } from '@/lib/biweekly/queries/reports'
import { lastDayOf } from '@/lib/biweekly/rules/period'
import { biweeklyWorkflow } from '@/lib/biweekly/workflow'
import { dayOf } from '@/lib/kernel/time'
import { judge, judgeOpening } from '@/lib/kernel/workflow'
import { colleaguesWith } from '@/lib/organization/queries/members'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { taxonomyOn } from '@/lib/rulebook/rules/book'
import { amend, write } from '../actions'

type Props = { params: Promise<{ number: string }> }
const numberIn = async ({ params }: Props) => /^SZ-\d{4}-\d{1,9}$/.exec(decodeURIComponent((await params).number))?.[0]

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: (await numberIn(props)) ?? (await words()).shell.notFound.title,
})

/** Where a platform writes its report, or the amendment of one that it has signed. */
export default async function Page(props: Props) {
  const actor = await currentActor('platform.moderator', 'platform.compliance')
  const number = await numberIn(props)
  if (!number) notFound()
  const found = await look(actor, async (tx, now) => {
    const held = await reportByNumber(tx, actor, number)
    if (!held) return null
    const { report, next } = held
    const writes = judge(biweeklyWorkflow, 'write', report, actor).ok
    const amends = report.state === 'signed' && !next && judgeOpening(biweeklyWorkflow, 'amend', report, actor).ok
    if (!writes && !amends) return null
    return {
      now,
      report,
      amends,
      remark: held.contents?.remark ?? null,
      figures: await figuresToWrite(tx, report),
      tongue: await tongueOf(tx),
      groups: taxonomyOn(await rulebook(tx), dayOf(now)),
      signers: await colleaguesWith(actor, tx, 'platform.compliance', [actor.memberId]),
    }
  })
  if (!found) notFound()
  const { report, amends, figures, tongue, groups, signers, remark, now } = found
  const [{ biweekly, shell, form }, f] = [await words(), await format()]
  const w = biweekly.write
  const last = lastDayOf(periodOfReport(report))
  return (
    <>
      <PageHead
        crumbs={[
          { label: biweekly.title, href: '/platform/biweekly' },
          { label: number, href: `/c/${number}` },
          { label: amends ? w.crumbAmend : w.crumb },
        ]}
        crumbsLabel={shell.location}
        title={amends ? w.titleAmend(number) : w.title(report.periodFrom, last)}
        line={w.line}
        time={shell.beijing(f.instant(now))}
      />
      <ActionForm
        action={amends ? amend : write}
        formKey={crypto.randomUUID()}
        hidden={{ id: report.id, version: report.version }}
        prefix="write-"
        className="max-w-220"
      >
        <FormSection id="figures" number={1} title={w.figures} hint={w.figuresHint}>
          <FigureFields figures={figures} tongue={tongue} />
        </FormSection>
        <FormSection id="added" number={2} title={w.more} hint={w.moreHint}>
          <AddedFields groups={groups} tongue={tongue} />
        </FormSection>
        <FormSection id="said" number={3} title={w.said}>
          {amends && <FormTextarea name="why" label={biweekly.field.why} hint={w.whyHint} limit={500} rows={3} />}
          <FormTextarea
            name="remark"
            label={biweekly.field.remark}
            optional={shell.form.optional}
            hint={w.remarkHint}
            limit={1000}
            rows={3}
            defaultValue={remark ?? undefined}
          />
        </FormSection>
        <FormActs>
          <SubmitButton busyLabel={form.busy}>{amends ? w.actAmend : w.act}</SubmitButton>
          <p className="text-13 text-ink-2">{f.sentences(w.after, signers.length > 0 ? w.signers(f.list(signers)) : w.nobody)}</p>
        </FormActs>
      </ActionForm>
    </>
  )
}
