import { notFound } from 'next/navigation'
import { FigureLink } from '@/app/_components/figure/figure-link'
import { figureWords } from '@/app/_components/figure/figure-words'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormDateTime, FormInput, FormSelect, FormTextarea } from '@/app/_components/form/fields'
import { Unfold } from '@/app/_components/form/unfold'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { FormActs, FormRow, FormSection } from '@/app/_ui/form-layout'
import { PageHead, Section } from '@/app/_ui/heads'
import { CaseLayout, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { announcementBy } from '@/lib/announcement/queries'
import { ANNOUNCED, loneNumbers } from '@/lib/announcement/rules'
import { announcementWorkflow } from '@/lib/announcement/workflow'
import type { Actor, MemberDuty } from '@/lib/kernel/actor'
import { dayOf, timeOf } from '@/lib/kernel/time'
import { mayAmend } from '@/lib/kernel/workflow'
import { colleaguesWith } from '@/lib/organization/queries/members'
import { look } from '@/lib/perform'
import { draft } from './actions'
import { LoneNumbers } from './lone-numbers'
import { AnnouncementText } from './text'

/** Does this draft belong here? */
export const isAnnouncementDraft = (actor: Actor, id: string) =>
  look(actor, async (tx) => (await announcementBy(tx, actor, { id }))?.announcement.state === 'draft')

/** The draft of an announcement: text on one side, figures from the record on the other. */
export async function AnnouncementDraft({ actor, id }: { actor: Actor; id: string }) {
  const found = await look(actor, async (tx, now) => {
    const held = await announcementBy(tx, actor, { id })
    if (!held) return null
    const named = new Map<string, string>()
    for (const { key, definition } of held.figures) named.set(key, (await figureWords(tx, definition)).name)
    const duty = announcementWorkflow.steps.approve.by.find((one): one is MemberDuty => one.startsWith(`${actor.kind}.`))
    const approvers = duty ? await colleaguesWith(actor, tx, duty, [...held.announcement.writtenBy, actor.memberId]) : []
    return { ...held, named, approvers, now }
  })
  if (!found || !mayAmend(announcementWorkflow, found.announcement, actor).ok) notFound()
  const [{ announcement: w, penalty, shell, form }, f] = [await words(), await format()]
  const { announcement, figures, earlier, last, isFirst, named, approvers, now } = found
  const { version, title, body, scheduledAt, number } = announcement
  const d = w.draft
  return (
    <>
      <PageHead
        title={title || d.title}
        line={earlier ? f.sentences(d.line, d.of(w.issue(f.count(earlier.issue ?? 0)))) : d.line}
        time={shell.beijing(f.instant(now))}
      />
      <ActionForm action={draft} formKey={crypto.randomUUID()} hidden={{ id, version }}>
        <CaseLayout
          lead={
            <>
              <FormSection id="text" title={d.text}>
                <FormInput name="title" label={d.name} hint={d.nameHint} defaultValue={title} maxLength={100} />
                <FormTextarea name="body" label={d.body} hint={d.bodyHint} limit={10_000} rows={14} defaultValue={body} />
                <FormDateTime
                  name="scheduledAt"
                  label={d.scheduledAt}
                  hint={d.scheduledHint}
                  optional={form.optional}
                  defaultValue={scheduledAt ? `${dayOf(scheduledAt)}T${timeOf(scheduledAt)}` : ''}
                />
              </FormSection>
              <FormActs>
                <SubmitButton name="do" value="save" look="outline" busyLabel={form.busy}>
                  {d.save}
                </SubmitButton>
                <span className="text-13 text-ink-2">{d.saveHint}</span>
              </FormActs>
            </>
          }
          aside={
            <>
              <StepPanel title={d.propose}>
                <StepSection hint={f.sentences(d.proposeHint, approvers.length > 0 ? d.approvers(f.list(approvers)) : d.approversNone)}>
                  {(title || body) && <LoneNumbers numbers={loneNumbers(title, body)} />}
                  {isFirst && (
                    <FormInput name="last" label={d.last} hint={d.lastHint} inputMode="numeric" defaultValue={last ?? undefined} />
                  )}
                  <SubmitButton name="do" value="propose" busyLabel={form.busy}>
                    {d.propose}
                  </SubmitButton>
                </StepSection>
              </StepPanel>
              <QuietPanel title={number ? d.withdraw : d.withdrawDraft}>
                {!number && <p className="mb-2">{d.withdrawHint}</p>}
                <SubmitButton name="do" value="withdraw" look="outline" busyLabel={form.busy}>
                  {number ? d.withdraw : d.withdrawDraft}
                </SubmitButton>
              </QuietPanel>
            </>
          }
        >
          <Section id="figures" title={d.figures} aside={d.figuresHint}>
            {figures.length > 0 ? (
              <DataTable
                caption={d.figures}
                rows={figures}
                rowKey={({ key }) => key}
                columns={[
                  { key: 'mark', head: d.mark, at: 'number', cell: ({ key }) => <code>{`{${key}}`}</code> },
                  { key: 'what', head: d.what, rowHead: true, at: 'title', cell: ({ key }) => named.get(key) },
                  {
                    key: 'value',
                    head: d.value,
                    align: 'end',
                    at: 'clock',
                    cell: ({ definition, figure }) => <FigureLink definition={definition} figure={figure} />,
                  },
                  {
                    key: 'drop',
                    head: d.drop,
                    align: 'end',
                    at: 'act',
                    cell: ({ key }) => (
                      <SubmitButton name="drop" value={key} look="link" busyLabel={d.drop}>
                        {d.drop}
                      </SubmitButton>
                    ),
                  },
                ]}
              />
            ) : (
              <p className="text-ink-2">{d.figuresEmpty}</p>
            )}
            <div className="mt-4">
              <Unfold summary={d.addTitle} field="toOn" open={figures.length === 0}>
                <FormRow>
                  <FormSelect name="figure" label={d.what} options={ANNOUNCED.map((one) => ({ value: one, label: w.figure[one] }))} />
                  <FormSelect
                    name="rung"
                    label={d.rung}
                    empty={d.anyRung}
                    options={['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'].map((code) => ({
                      value: code,
                      label: penalty.rung(code),
                    }))}
                  />
                </FormRow>
                <FormRow>
                  <FormDateTime name="fromOn" label={d.fromOn} withTime={false} optional={form.optional} />
                  <FormDateTime name="toOn" label={d.toOn} withTime={false} optional={form.optional} />
                </FormRow>
                <div>
                  <SubmitButton name="do" value="add" look="outline" busyLabel={form.busy}>
                    {d.add}
                  </SubmitButton>
                </div>
              </Unfold>
            </div>
          </Section>
          <Section id="preview" title={d.preview}>
            {body ? <AnnouncementText body={body} figures={figures} /> : <p className="text-ink-2">{d.previewEmpty}</p>}
          </Section>
        </CaseLayout>
      </ActionForm>
    </>
  )
}
