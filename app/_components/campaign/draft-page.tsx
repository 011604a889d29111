import { notFound, redirect } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckboxGroup, FormDateTime, FormInput, FormSelect, FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { format, locale, words } from '@/app/_server/locale'
import { FormActs, FormRow, FormSection } from '@/app/_ui/form-layout'
import { PageHead } from '@/app/_ui/heads'
import { CaseLayout, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { start, withdraw, write } from '@/app/(portal)/regulator/campaign/actions'
import { draftOf } from '@/lib/campaign/queries'
import { CAMPAIGN_KINDS, quotaFigures } from '@/lib/campaign/rules'
import { campaignWorkflow } from '@/lib/campaign/workflow'
import { type Actor, holds } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { judge } from '@/lib/kernel/workflow'
import { colleaguesWith } from '@/lib/organization/queries/members'
import { admittedPlatforms, bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { taxonomyOn } from '@/lib/rulebook/rules/book'

const SPARE_ROWS = 2

/** The draft of a campaign: one writes it, another starts it. */
export async function CampaignDraft({ actor, id }: { actor: Actor; id: string }) {
  const found = await look(actor, async (tx, now) => {
    const draft = await draftOf(tx, id)
    return {
      draft,
      platforms: await admittedPlatforms(tx),
      bureaus: (await bureaus(tx)).filter(({ kind }) => kind === 'province'),
      groups: taxonomyOn(await rulebook(tx), dayOf(now)),
      others: draft ? await colleaguesWith(actor, tx, 'national.approver', draft.campaign.writtenBy) : [],
      now,
    }
  })
  if (!found.draft) notFound()
  const { campaign, scope, quotas } = found.draft
  if (campaign.state !== 'draft') redirect(`/c/${campaign.number}`)
  const [{ campaign: w, shell, form }, f, name, english] = [await words(), await format(), await called(), (await locale()) === 'en']
  const d = w.draft
  const mayWrite = holds(actor, 'national.reviewer')
  const mayStart = judge(campaignWorkflow, 'start', campaign, actor)
  const organizations = [...found.platforms, ...found.bureaus].map((one) => ({ value: one.id, label: name(one) }))
  const items = found.groups.flatMap((group) =>
    group.items.map((item) => ({
      value: item.code,
      label: `${item.code} ${english ? item.en : item.zh}`,
    })),
  )
  const labelRows = [...scope.labels, ...Array.from({ length: SPARE_ROWS }, () => ({ label: '', codes: [] as readonly string[] }))]
  const quotaRows = [...quotas, ...Array.from({ length: SPARE_ROWS }, () => ({ organizationId: '', figure: '', count: '' as number | '' }))]
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: '/regulator/campaign' }, { label: campaign.title || w.list.untitled }]}
        crumbsLabel={shell.location}
        title={d.title}
        line={d.saved}
        time={shell.beijing(f.instant(found.now))}
      />
      <CaseLayout
        aside={
          <>
            {mayStart.ok && campaign.title && campaign.basis ? (
              <StepPanel title={d.start}>
                <StepSection hint={d.startHint}>
                  <ActionForm action={start} formKey={crypto.randomUUID()} hidden={{ id, version: campaign.version }} prefix="start-">
                    <SubmitButton busyLabel={form.busy}>{d.start}</SubmitButton>
                  </ActionForm>
                </StepSection>
              </StepPanel>
            ) : (
              <QuietPanel title={d.start}>
                {!campaign.title || !campaign.basis
                  ? d.notSaved
                  : found.others.length > 0
                    ? d.startOther(f.list(found.others))
                    : d.startNobody}
              </QuietPanel>
            )}
            {mayWrite && (
              <QuietPanel title={d.withdraw}>
                <p className="mb-2">{d.withdrawHint}</p>
                <ActionForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ id, version: campaign.version }} prefix="withdraw-">
                  <SubmitButton look="outline" busyLabel={form.busy}>
                    {d.withdraw}
                  </SubmitButton>
                </ActionForm>
              </QuietPanel>
            )}
          </>
        }
      >
        <ActionForm action={write} formKey={crypto.randomUUID()} hidden={{ id, version: campaign.version }} prefix="write-">
          <FormSection id="what" number={1} title={d.section.what}>
            <FormInput name="title" label={d.name} defaultValue={campaign.title} maxLength={100} />
            <FormTextarea name="basis" label={d.basis} hint={d.basisHint} limit={500} rows={2} defaultValue={campaign.basis} />
          </FormSection>
          <FormSection id="scope" number={2} title={d.section.scope} hint={d.windowHint}>
            <FormRow>
              <FormDateTime name="fromOn" label={d.fromOn} withTime={false} defaultValue={campaign.fromOn} />
              <FormDateTime name="toOn" label={d.toOn} withTime={false} defaultValue={campaign.toOn} />
            </FormRow>
            <FormCheckboxGroup
              name="targetKinds"
              label={d.kinds}
              defaultValue={campaign.targetKinds}
              options={CAMPAIGN_KINDS.map((kind) => ({ value: kind, label: w.kind[kind] }))}
            />
            <FormCheckboxGroup
              name="platformIds"
              label={d.platforms}
              hint={d.platformsHint}
              defaultValue={campaign.platformIds}
              options={found.platforms.map((one) => ({ value: one.id, label: name(one) }))}
            />
            <details>
              <summary className="w-fit text-accent underline underline-offset-3">
                {d.bureaus} · {campaign.bureauIds.length || w.page.all}
              </summary>
              <FormCheckboxGroup
                name="bureauIds"
                label={d.bureaus}
                hint={d.bureausHint}
                defaultValue={campaign.bureauIds}
                options={found.bureaus.map((one) => ({ value: one.id, label: name(one) }))}
              />
            </details>
          </FormSection>
          <FormSection id="labels" number={3} title={d.section.labels} hint={d.labelsHint}>
            {labelRows.map(({ label, codes }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <div key={at} className="grid gap-3 border-l-2 border-line pl-4">
                <FormInput
                  name={`labels.${at}.label`}
                  label={d.label(at + 1)}
                  optional={at > 0 ? form.optional : undefined}
                  defaultValue={label}
                />
                <details>
                  <summary className="w-fit text-accent underline underline-offset-3">
                    {d.codes(at + 1)} · {codes.length}
                  </summary>
                  <FormCheckboxGroup name={`labels.${at}.codes`} label={d.codes(at + 1)} defaultValue={codes} options={items} />
                </details>
              </div>
            ))}
          </FormSection>
          <FormSection id="quotas" number={4} title={d.section.quotas} hint={d.quotasHint}>
            {quotaRows.map(({ organizationId, figure, count }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <div key={at} className="grid items-end gap-3 desk:grid-cols-3">
                <FormSelect
                  name={`quotas.${at}.organizationId`}
                  label={d.quotaOf(at + 1)}
                  empty={d.none}
                  options={organizations}
                  defaultValue={organizationId}
                />
                <FormSelect
                  name={`quotas.${at}.figure`}
                  label={d.quotaFigure}
                  options={quotaFigures({ targetKinds: CAMPAIGN_KINDS }).map((one) => ({ value: one, label: w.figure[one] }))}
                  defaultValue={figure || 'removed_works'}
                />
                <FormInput name={`quotas.${at}.count`} label={d.quotaCount} inputMode="numeric" defaultValue={count} />
              </div>
            ))}
          </FormSection>
          {mayWrite && (
            <FormActs>
              <SubmitButton busyLabel={form.busy}>{d.save}</SubmitButton>
            </FormActs>
          )}
        </ActionForm>
      </CaseLayout>
    </>
  )
}
