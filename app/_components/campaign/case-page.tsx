import { notFound } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { State } from '@/app/_ui/state'
import { CaseLayout, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Timeline } from '@/app/_ui/timeline'
import { Official, Zh } from '@/app/_ui/words'
import { askToClose, close, resume } from '@/app/(portal)/regulator/campaign/actions'
import { campaignByNumber } from '@/lib/campaign/queries'
import { holds } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { CampaignBoard } from './board'
import { campaignTone } from './list-page'

/** A campaign: what it is about, its board, and who may close it. */
export async function CampaignCase({ number, query }: { number: string; query: Record<string, string | undefined> }) {
  const { actor } = await reader()
  const found = await look(actor, async (tx, now) => {
    const campaign = await campaignByNumber(tx, actor, number)
    return campaign && { ...campaign, clause: await clauseName(tx), now }
  })
  if (!found) notFound()
  const [{ campaign: w, shell, form }, f, name] = [await words(), await format(), await called()]
  const { campaign, scope, board, names, history, steps, now, clause } = found
  const isNational = actor.kind === 'national'
  const isVisitor = actor.kind === 'visitor'
  const { id, version, state } = campaign
  const unnamed = { shortName: '', nameEn: null }
  const organs = (ids: readonly string[]) => (ids.length ? f.list(ids.map((one) => name(names.get(one) ?? unnamed))) : w.page.all)
  const p = w.page
  const closed = campaign.closedAt && p.lines.closed(f.instant(campaign.closedAt))
  const asks = state === 'closing' || steps.includes('propose_close')
  const lead = (
    <Facts
      items={[
        { label: p.facts.basis, value: <Zh>{campaign.basis}</Zh>, wide: true },
        { label: p.facts.window, value: `${f.day(campaign.fromOn)} – ${f.day(campaign.toOn)}` },
        { label: p.facts.kinds, value: f.list(campaign.targetKinds.map((kind) => w.kind[kind as keyof typeof w.kind])) },
        { label: p.facts.platforms, value: organs(campaign.platformIds) },
        { label: p.facts.bureaus, value: organs(campaign.bureauIds) },
        {
          label: p.facts.labels,
          wide: true,
          value: scope.labels.length
            ? scope.labels.map(({ label, codes }) => (
                <span key={label} className="block">
                  <Zh>{label}</Zh>
                  <span className="ml-2 text-13 text-ink-2">{f.list(codes.map(clause))}</span>
                </span>
              ))
            : p.every,
        },
        board?.position && { label: p.facts.frozen, wide: true, value: p.frozenAt(f.count(board.position.seq)) },
      ]}
    />
  )
  const aside = (
    <>
      {steps.includes('propose_close') && (
        <StepPanel title={w.steps.proposeClose}>
          <StepSection hint={w.steps.proposeCloseHint}>
            <ActionForm action={askToClose} formKey={crypto.randomUUID()} hidden={{ id, version }} prefix="ask-" className="grid gap-3">
              <FormTextarea name="reason" label={w.steps.reason} limit={500} rows={3} />
              <SubmitButton busyLabel={form.busy}>{w.steps.proposeClose}</SubmitButton>
            </ActionForm>
          </StepSection>
        </StepPanel>
      )}
      {steps.includes('close') && (
        <StepPanel title={w.steps.close}>
          <StepSection hint={w.steps.closeHint}>
            <ActionForm action={close} formKey={crypto.randomUUID()} hidden={{ id, version }} prefix="close-" className="grid gap-3">
              <FormTextarea name="remark" label={w.steps.remark} limit={500} rows={3} />
              <SubmitButton busyLabel={form.busy}>{w.steps.close}</SubmitButton>
            </ActionForm>
          </StepSection>
          <StepSection>
            <ActionForm action={resume} formKey={crypto.randomUUID()} hidden={{ id, version }} prefix="resume-" className="grid gap-3">
              <FormTextarea name="reason" label={w.steps.reason} limit={500} rows={2} />
              <SubmitButton look="outline" busyLabel={form.busy}>
                {w.steps.resume}
              </SubmitButton>
            </ActionForm>
          </StepSection>
        </StepPanel>
      )}
      {state === 'closing' && !steps.includes('close') && holds(actor, 'national.approver', 'national.reviewer') && (
        <QuietPanel title={w.steps.close}>{w.steps.other}</QuietPanel>
      )}
    </>
  )
  const rest = board ? (
    <>
      {!isNational && !isVisitor && <p className="mb-4 text-ink-2">{board.position ? p.partOfFrozen : p.part}</p>}
      <CampaignBoard board={board} names={names} isNational={isNational} isVisitor={isVisitor} path={`/c/${number}`} byDay={query.day} />
      {isNational && (
        <Section id="history" title={p.history}>
          <Timeline
            items={history.map(({ id: key, name: event, at, hand, words: said }) => ({
              key,
              at: at.toISOString(),
              when: f.inList(at, now),
              title: w.event[event as keyof typeof w.event],
              who: hand?.memberName && <Zh>{hand.memberName}</Zh>,
              quote: (said.reason ?? said.remark) && <Zh>{said.reason ?? said.remark}</Zh>,
            }))}
          />
        </Section>
      )}
      {board.position && (
        <Section id="sha" title={p.sha}>
          <DataTable
            caption={p.sha}
            keepWide
            rows={board.figures}
            rowKey={({ name: one }) => one}
            columns={[
              { key: 'figure', head: p.figureColumn, rowHead: true, cell: ({ name: one }) => w.figure[one] },
              { key: 'sha', head: p.sha, cell: ({ sha256 }) => <Official>{sha256}</Official> },
            ]}
          />
        </Section>
      )}
    </>
  ) : (
    <Section id="figures" title={p.figures}>
      <p className="text-ink-2">{p.unpublished}</p>
    </Section>
  )
  return (
    <>
      <PageHead
        crumbs={
          isNational
            ? [{ label: w.title, href: '/regulator/campaign' }, { label: number }]
            : [{ label: w.title, href: '/campaign' }, { label: number }]
        }
        crumbsLabel={shell.location}
        title={<Zh>{campaign.title}</Zh>}
        state={<State tone={campaignTone[state]}>{w.state[state]}</State>}
        line={closed || (campaign.startedAt && p.lines.running(f.instant(campaign.startedAt)))}
        time={shell.beijing(f.instant(now))}
      />
      {asks ? <CaseLayout lead={lead} aside={aside} /> : <div className="mb-8">{lead}</div>}
      {rest}
    </>
  )
}
