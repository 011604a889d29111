import { notFound } from 'next/navigation'
import { StepForm } from '@/app/_components/case/step-form'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckboxGroup, FormDateTime, FormInput, FormTextarea } from '@/app/_components/form/fields'
import { format, locale, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { FormActs, FormRow, FormSection } from '@/app/_ui/form-layout'
import { PageHead } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { CaseLayout, Consequences, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { keep, publish, withdraw } from '@/app/(portal)/regulator/guidance/actions'
import { guidanceDraft, type WholeItem } from '@/lib/guidance/queries/items'
import { lacks, linesOf } from '@/lib/guidance/rules/item'
import { dayOf } from '@/lib/kernel/time'
import { colleaguesWith, ownMember } from '@/lib/organization/queries/members'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { taxonomyOn } from '@/lib/rulebook/rules/book'

type Found = Omit<WholeItem, 'history'>
type Taxonomy = ReturnType<typeof taxonomyOn>

async function Fields({ found, taxonomy }: { found: Found; taxonomy: Taxonomy }) {
  const [w, language] = [await words(), await locale()]
  const { field, draft: d } = w.guidance
  const { item, row, works } = found
  const optional = w.form.optional
  const isRecommendation = item.kind === 'recommendation'
  const chosen = new Set(row.clauses.map((code) => code.slice(0, 3)))
  return (
    <ActionForm action={keep} formKey={crypto.randomUUID()} hidden={{ id: item.id, version: item.version }}>
      <FormSection id="section-words" number={1} title={d.sections.words}>
        <FormInput name="title" label={field.title} defaultValue={item.title} maxLength={100} />
        <FormTextarea name="body" label={field.body} defaultValue={item.body} limit={8000} rows={8} />
        <FormInput name="titleEn" label={field.titleEn} optional={optional} defaultValue={item.titleEn ?? ''} maxLength={200} />
        <FormTextarea name="bodyEn" label={field.bodyEn} optional={optional} defaultValue={item.bodyEn ?? ''} limit={8000} rows={4} />
      </FormSection>
      <FormSection id="section-dates" number={2} title={d.sections.dates}>
        <FormRow>
          <FormDateTime
            name="issuedOn"
            withTime={false}
            label={field.issuedOn}
            hint={field.issuedOnHint}
            optional={optional}
            defaultValue={item.issuedOn ?? ''}
          />
          {item.kind === 'call' && (
            <FormDateTime
              name="closesOn"
              withTime={false}
              label={field.closesOn}
              hint={field.closesOnHint}
              optional={optional}
              defaultValue={item.closesOn ?? ''}
            />
          )}
        </FormRow>
        <FormInput name="sourceName" label={field.sourceName} hint={field.sourceNameHint} defaultValue={item.sourceName} maxLength={200} />
        <FormInput name="sourceUrl" label={field.sourceUrl} optional={optional} defaultValue={item.sourceUrl ?? ''} inputMode="url" />
      </FormSection>
      {isRecommendation && (
        <FormSection id="section-works" number={3} title={d.sections.works}>
          <FormRow>
            <FormInput name="batch" label={field.batch} defaultValue={item.batch ?? ''} maxLength={60} />
            <FormInput
              name="workCount"
              label={field.workCount}
              optional={optional}
              defaultValue={item.workCount ?? ''}
              inputMode="numeric"
            />
          </FormRow>
          <FormTextarea
            name="works"
            label={field.works}
            hint={d.worksHint}
            optional={optional}
            defaultValue={linesOf(works)}
            limit={8000}
            rows={8}
          />
        </FormSection>
      )}
      {item.kind === 'notice' && (
        <FormSection id="section-clauses" number={3} title={d.sections.clauses} hint={d.clausesHint}>
          {taxonomy.map((group) => (
            <details key={group.code} open={chosen.has(group.code) || undefined}>
              <summary className="min-h-8 w-fit text-accent underline underline-offset-3 max-desk:min-h-11">
                {group.code} {language === 'en' ? group.en : group.zh}
              </summary>
              <div className="py-2 pl-4">
                <FormCheckboxGroup
                  name="clauses"
                  id={`clauses-${group.code}`}
                  label={`${group.code} ${language === 'en' ? group.en : group.zh}`}
                  hideLabel
                  defaultValue={row.clauses}
                  options={group.items.map(({ code, zh, en }) => ({ value: code, label: `${code} ${language === 'en' ? en : zh}` }))}
                />
              </div>
            </details>
          ))}
        </FormSection>
      )}
      <FormActs>
        <SubmitButton busyLabel={w.form.busy}>{d.save}</SubmitButton>
      </FormActs>
    </ActionForm>
  )
}

async function Discard({ item }: { item: Found['item'] }) {
  const { guidance: w, form } = await words()
  const d = w.draft
  return (
    <ActionForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ id: item.id, version: item.version }} prefix="discard-">
      <ConfirmSubmit label={d.discard} title={d.discardTitle} confirm={d.discard} cancel={d.keep} busyLabel={form.busy} look="quiet">
        {d.discardText}
      </ConfirmSubmit>
    </ActionForm>
  )
}

/** What a colleague wrote, as it will be read. */
async function Read({ found }: { found: Found }) {
  const { guidance: w } = await words()
  const { item, row, works } = found
  const parts: [string, string | null][] = [
    [w.field.title!, item.title],
    [w.field.body!, item.body],
    [w.field.titleEn!, item.titleEn],
    [w.field.bodyEn!, item.bodyEn],
    [w.field.issuedOn!, item.issuedOn],
    [w.field.closesOn!, item.closesOn],
    [w.field.batch!, item.batch],
    [w.field.works!, linesOf(works) || null],
    [w.field.sourceName!, [item.sourceName, item.sourceUrl].filter(Boolean).join(' ')],
    [w.field.clauses!, row.clauses.join(' ') || null],
  ]
  return (
    <dl className="border-t-[1.5px] border-rule">
      {parts.map(
        ([label, text]) =>
          text && (
            <div key={label} className="grid gap-x-4 border-b border-line px-2 py-2 desk:grid-cols-[128px_minmax(0,1fr)]">
              <dt className="text-13 leading-5.5 text-ink-2">{label}</dt>
              <dd lang="zh-CN" className="max-w-[46em] whitespace-pre-line">
                {text}
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** A guidance item that is being written: its writer edits, a colleague reads and publishes. */
export async function GuidanceDraft({ id, saved }: { id: string; saved?: boolean }) {
  const actor = await currentActor('national.reviewer', 'province.reviewer')
  const found = await look(actor, async (tx, now) => {
    const draft = await guidanceDraft(tx, actor, id)
    if (!draft) return null
    const duty = actor.kind === 'national' ? 'national.reviewer' : 'province.reviewer'
    const writer = draft.item.openedBy ? await ownMember(actor, tx, draft.item.openedBy) : null
    return {
      ...draft,
      now,
      taxonomy: taxonomyOn(await rulebook(tx), dayOf(now)),
      others: await colleaguesWith(actor, tx, duty, [draft.item.openedBy]),
      writer: writer?.name ?? '',
    }
  })
  if (found?.item.state !== 'draft') notFound()
  const [w, f] = [await words(), await format()]
  const { item, others, writer } = found
  const d = w.guidance.draft
  const isWriter = item.openedBy === actor.memberId
  const lacking = lacks(item, dayOf(found.now)).map(({ field }) => w.guidance.field[field] ?? field)
  const aside = isWriter ? (
    <QuietPanel title={d.yours}>
      <p>{d.yoursText(f.list(others))}</p>
      {lacking.length > 0 && <p className="pt-1">{d.lacking(f.list(lacking))}</p>}
    </QuietPanel>
  ) : (
    <>
      <StepPanel title={d.publishTitle}>
        <StepSection>
          {lacking.length > 0 && <Note tone="waiting" title={d.lacking(f.list(lacking))} />}
          <Consequences items={[d.publishHint]} />
          <StepForm
            action={publish}
            step="publish"
            id={item.id}
            version={item.version}
            label={d.publish}
            look={lacking.length > 0 ? 'outline' : 'filled'}
          />
        </StepSection>
      </StepPanel>
      <QuietPanel title={d.theirs(writer)}>
        <p>{d.theirsText}</p>
      </QuietPanel>
    </>
  )
  return (
    <>
      <PageHead
        crumbs={[{ label: w.guidance.own.title, href: '/regulator/guidance' }, { label: w.guidance.state.draft }]}
        crumbsLabel={w.shell.location}
        title={d.title[item.kind]}
        line={d.line}
      />
      {saved && (
        <div className="mb-4">
          <Note tone="done" title={d.saved} live />
        </div>
      )}
      <CaseLayout aside={aside}>
        {isWriter ? <Fields found={found} taxonomy={found.taxonomy} /> : <Read found={found} />}
        <div className="mt-4 border-t border-line pt-4">
          <Discard item={item} />
        </div>
      </CaseLayout>
    </>
  )
}
