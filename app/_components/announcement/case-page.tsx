import { notFound } from 'next/navigation'
import { amountOf } from '@/app/_components/figure/amount'
import { figureWords } from '@/app/_components/figure/figure-words'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckbox, FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { PrintButton } from '@/app/_ui/print-button'
import { State } from '@/app/_ui/state'
import { CaseLayout, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Timeline } from '@/app/_ui/timeline'
import { Official, Zh } from '@/app/_ui/words'
import { announcementBy } from '@/lib/announcement/queries'
import { loneNumbers } from '@/lib/announcement/rules'
import { announcementWorkflow } from '@/lib/announcement/workflow'
import { holds } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { approve, openDraft, sendBack, withdraw } from './actions'
import { announcementTone } from './list-page'
import { LoneNumbers } from './lone-numbers'
import { AnnouncementText } from './text'

/** An announcement: to its issuer the case with its steps, to everybody else what was published. */
export async function AnnouncementCase({ number }: { number: string }) {
  const { actor } = await reader()
  const found = await look(actor, async (tx, now) => {
    const held = await announcementBy(tx, actor, { number })
    if (!held) return null
    const named = new Map<string, string>()
    for (const { key, definition } of held.figures) named.set(key, (await figureWords(tx, definition)).name)
    return { ...held, named, now }
  })
  if (!found) notFound()
  const [{ announcement: w, figure, shell, form }, f, name] = [await words(), await format(), await called()]
  const { announcement, issuer, figures, earlier, later, history, steps, named, now, last, isFirst } = found
  const { id, version, state, title, body, issue, publishedAt, scheduledAt } = announcement
  const p = w.page
  const isOwn = announcement.issuerId === actor.organizationId
  const lone = loneNumbers(title, body)
  const taken = figures.reduce((sum, { takenBack }) => sum + takenBack, 0)
  const issueOf = (one: { issue: number | null }) => w.issue(f.count(one.issue ?? 0))
  const hidden = { id, version }
  const asks = isOwn && (steps.length > 0 || state === 'proposed' || state === 'published')
  const aside = (
    <>
      {steps.includes('approve') && (
        <StepPanel title={p.approve}>
          <StepSection hint={p.approveHint}>
            <LoneNumbers numbers={lone} />
            <ActionForm action={approve} formKey={crypto.randomUUID()} hidden={hidden} prefix="approve-" className="grid gap-3">
              {lone.length > 0 && <FormCheckbox name="checked" label={p.checked} />}
              <SubmitButton busyLabel={form.busy}>{p.approve}</SubmitButton>
            </ActionForm>
          </StepSection>
          <StepSection>
            <ActionForm action={sendBack} formKey={crypto.randomUUID()} hidden={hidden} prefix="return-" className="grid gap-3">
              <FormTextarea name="reason" label={p.reason} limit={500} rows={2} />
              <SubmitButton look="outline" busyLabel={form.busy}>
                {p.return}
              </SubmitButton>
            </ActionForm>
          </StepSection>
        </StepPanel>
      )}
      {state === 'proposed' && !steps.includes('approve') && <QuietPanel title={p.approve}>{p.other}</QuietPanel>}
      {steps.includes('withdraw') && (
        <QuietPanel title={w.step.withdraw}>
          <ActionForm action={withdraw} formKey={crypto.randomUUID()} hidden={hidden} prefix="withdraw-">
            <SubmitButton look="outline" busyLabel={form.busy}>
              {w.step.withdraw}
            </SubmitButton>
          </ActionForm>
        </QuietPanel>
      )}
      {state === 'published' &&
        holds(actor, ...announcementWorkflow.openings.open.by) &&
        (['correction', 'retraction'] as const).map((kind) => (
          <QuietPanel key={kind} title={w.kind[kind]}>
            <ActionForm action={openDraft} formKey={crypto.randomUUID()} hidden={{ kind, ofId: id }} prefix={`${kind}-`}>
              <SubmitButton look="outline" busyLabel={form.busy}>
                {kind === 'correction' ? p.correct : p.retract}
              </SubmitButton>
            </ActionForm>
          </QuietPanel>
        ))}
    </>
  )
  const rest = (
    <>
      {later.map((one) => (
        <div key={one.id} className="mb-4">
          <Note tone={one.kind === 'retraction' ? 'refused' : 'waiting'} title={one.kind === 'retraction' ? p.retracted : p.corrected}>
            <Link href={`/c/${one.number}`}>{p.see(issueOf(one))}</Link>
          </Note>
        </div>
      ))}
      {taken > 0 && (
        <div className="mb-4">
          <Note tone="waiting">{p.takenBack(f.count(taken))}</Note>
        </div>
      )}
      {earlier && (
        <p className="mb-4">
          <Link href={`/c/${earlier.number}`}>{p.of(issueOf(earlier))}</Link>
        </p>
      )}
      <AnnouncementText body={body} figures={figures} number={state === 'published' ? number : null} />
      {state === 'published' && figures.length > 0 && (
        <Section id="figures" title={p.figures} aside={p.figuresLine}>
          <DataTable
            caption={p.figures}
            rows={figures}
            rowKey={({ key }) => key}
            columns={[
              { key: 'figure', head: p.column.figure, rowHead: true, at: 'title', cell: ({ key }) => named.get(key) },
              {
                key: 'value',
                head: p.column.value,
                align: 'end',
                at: 'clock',
                cell: ({ key, definition, figure: value }) => (
                  <Link href={`/announcement/${number}/${key}`} className="whitespace-nowrap">
                    {amountOf(value, definition, figure, f)}
                  </Link>
                ),
              },
              { key: 'sha', head: p.column.sha, at: 'full', cell: ({ sha256 }) => <Official>{sha256?.slice(0, 16)}…</Official> },
            ]}
          />
        </Section>
      )}
      {isOwn && (
        <Section id="history" title={p.history}>
          <Timeline
            items={history.map(({ id: key, name: event, at, hand, words: said }) => ({
              key,
              at: at.toISOString(),
              when: f.inList(at, now),
              title: w.event[event as keyof typeof w.event],
              who: hand?.memberName && <Zh>{hand.memberName}</Zh>,
              quote: said.reason && <Zh>{said.reason}</Zh>,
            }))}
          />
        </Section>
      )}
    </>
  )
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: '/announcement' }, { label: number }]}
        crumbsLabel={shell.location}
        title={
          <>
            <Zh>{title}</Zh>
            {issue !== null && <span className="ml-3 text-16 font-normal text-ink-2">{w.issue(f.count(issue))}</span>}
          </>
        }
        state={isOwn && <State tone={announcementTone[state]}>{w.state[state]}</State>}
        line={
          publishedAt
            ? p.by(name(issuer), f.instant(publishedAt))
            : state === 'scheduled' && scheduledAt
              ? p.scheduled(f.instant(scheduledAt))
              : isOwn && isFirst && last !== null && state === 'proposed'
                ? f.sentences(p.firstIssue(f.count(last), f.count(last + 1)))
                : name(issuer)
        }
        time={shell.beijing(f.instant(now))}
        actions={<PrintButton label={shell.print} />}
      />
      {asks ? <CaseLayout aside={aside}>{rest}</CaseLayout> : rest}
    </>
  )
}
