import { notFound, redirect } from 'next/navigation'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { ActionForm } from '@/app/_components/form/action-form'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { FormProgress } from '@/app/_ui/form-layout'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { SubmitButton } from '@/app/_ui/submit-button'
import { dropPoster, withdraw } from '@/app/(portal)/creator/drama/actions'
import { EPISODE_FAULTS, type EpisodeFault } from '@/lib/drama/rules/episodes'
import { ERAS, FORMS, GENRES, SPECIAL_SUBJECTS } from '@/lib/drama/workflow'
import { refusalOf } from '@/lib/i18n/refusal'
import { holds } from '@/lib/kernel/actor'
import { NATIONAL_ID } from '@/lib/kernel/id'
import { type Day, dayOf } from '@/lib/kernel/time'
import { listedNear } from '@/lib/matching/queries'
import { admittedPlatforms, organizationNames } from '@/lib/organization/queries/organizations'
import { licenceStanding } from '@/lib/organization/rules/licence'
import { look } from '@/lib/perform'
import { entryOver, filingInWork, licenceOf, numberOfOwn, reasonsOf, turnsOf } from '@/lib/registration/queries/case'
import { aliasesOf, EMPTY_DRAFT } from '@/lib/registration/rules/content'
import { isClassified, judgeDraft } from '@/lib/registration/rules/filing'
import { yuanToFen } from '@/lib/registration/rules/money'
import { openPlaces, SECTION_FIELDS, type SectionName } from '@/lib/registration/rules/progress'
import { rulebook } from '@/lib/rulebook/queries'
import { ClassPanel } from './class-panel'
import type { Objected } from './draft-fields'
import { DraftForm } from './draft-form'
import { FilingState } from './filing-state'
import { NearEntries } from './near-entries'
import { PosterField } from './poster-field'
import { PosterImage } from './poster-image'

const PROMOTION_ENDS = '2026-01-01'

async function find(id: string) {
  const actor = await currentActor('creator.editor', 'creator.signatory')
  const found = await look(actor, async (tx) => {
    const filing = await filingInWork(tx, actor, id)
    if (!filing) return { number: await numberOfOwn(tx, actor, id) }
    const turns = await turnsOf(tx, id)
    const reasons = await reasonsOf(tx, id)
    const platforms = await admittedPlatforms(tx)
    const licence = await licenceOf(tx, actor.organizationId!)
    const names = await organizationNames(tx, [actor.organizationId, filing.bureauId])
    const draft = { ...EMPTY_DRAFT, ...turns.at(-1)?.draft }
    const entry = filing.dramaId ? await entryOver(tx, filing.dramaId) : null
    const near = await listedNear(tx, { title: draft.title, aliases: aliasesOf(draft.aliases) })
    return {
      filing,
      draft,
      entry,
      near: near.filter(({ number }) => number !== entry),
      nameOf: await clauseName(tx),
      turns,
      reasons,
      platforms,
      licence,
      names,
      tiers: (await rulebook(tx)).tiers,
    }
  })
  if (found.number !== undefined) return found.number ? redirect(`/c/${found.number}`) : notFound()
  return { actor, ...found }
}

/** A draft, or a returned filing, in the hands of its creator: the form, what still lacks, and what its class will be. */
export async function RegistrationDraft({ id, refused }: { id: string; refused?: { code: string; limit?: string } }) {
  const found = await find(id)
  const { actor, filing, draft, entry, near, nameOf, turns, reasons, platforms, licence, names, tiers } = found
  const [w, f, at, name] = await Promise.all([words(), format(), now(), called()])
  const { draft: d, form, field, organ, poster: p } = w.registration
  const last = turns.at(-1)
  const on = (filing.ruledOn as Day | null) ?? dayOf(at)
  const standing = licenceStanding((licence?.expiresOn ?? null) as Day | null, dayOf(at))
  const { classified, faults, warnings } = judgeDraft(draft, on, tiers, standing)
  const returned = filing.state === 'returned'
  const objections = reasons.filter(({ turn }) => turn === reasons.at(-1)?.turn)
  const objected: Objected = Object.fromEntries(
    objections.map(({ field: of, reason, quote }) => [of, { reason: d.objection(reason), quote: quote ? d.quoted(quote) : undefined }]),
  )
  const organName = organ[filing.bureauId === NATIONAL_ID ? 'national' : 'province']
  const known = classified && isClassified(classified) ? classified : null
  const isOffer = known?.class === 3 && !returned
  const mayFile = holds(actor, 'creator.signatory')
  const places = openPlaces(faults)
  const aiMade = { yes: w.drama.aiMade.yes, no: w.drama.aiMade.no }
  const listed = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
    values.map((value) => ({ value, label: labels[value] }))
  const unread = Object.fromEntries(
    EPISODE_FAULTS.map((fault) => [
      fault,
      refusalOf(w, 'registration', { code: `lines_${fault}`, params: { line: '{line}', text: '{text}' } }),
    ]),
  ) as Record<EpisodeFault, string>
  const producer = (
    <div>
      <p className="font-bold">{field.producer}</p>
      <p lang="zh-CN">{names.get(actor.organizationId ?? '')?.name}</p>
      <p className={standing === 'valid' ? 'text-13 text-ink-2' : 'text-13 text-waiting'}>
        {!licence?.expiresOn
          ? d.licenceUnknown
          : standing === 'expired'
            ? d.licenceExpired(licence.expiresOn)
            : d.licence(licence.number ?? '', licence.expiresOn)}
      </p>
    </div>
  )
  const classPanel = known ? (
    <ClassPanel
      classified={known}
      investmentFen={yuanToFen(draft.investment) ?? 0n}
      aiMade={draft.aiMade === 'yes'}
      warnings={warnings}
      ruledOn={filing.ruledOn}
      pinned={returned}
    />
  ) : (
    <Note>{classified ? w.registration.classed.noRule : w.registration.classed.unknownText}</Note>
  )
  const acts = mayFile ? (
    <SubmitButton name="intent" value={isOffer ? 'offer' : 'submit'} busyLabel={w.form.busy}>
      {isOffer ? d.offer : returned ? d.resubmit(organName) : d.submit(organName)}
    </SubmitButton>
  ) : null
  const progress = (
    <FormProgress
      title={d.progress}
      items={(Object.keys(SECTION_FIELDS) as SectionName[]).map((section) => ({
        href: `#section-${section}`,
        label: form.section[section],
        state:
          places[section] > 0 ? (
            <State tone="waiting">{d.toFillCount(places[section])}</State>
          ) : section === 'platforms' && draft.platformIds.length === 0 ? (
            <span className="text-ink-3">{w.form.optional}</span>
          ) : (
            <State tone="done">{d.filled}</State>
          ),
      }))}
    />
  )
  const aside = (
    <>
      <div className="grid gap-2">
        <PosterField
          id={id}
          words={{
            title: p.title,
            optional: p.optional,
            hint: p.hint,
            choose: p.choose,
            send: p.send,
            sending: p.sending,
            offline: p.offline,
          }}
          preview={draft.poster ? <PosterImage of={id} sha={draft.poster} alt={p.alt(w.drama.title(draft.title))} /> : null}
          refused={refused && refusalOf(w, 'registration', { code: refused.code, params: refused.limit ? { limit: refused.limit } : {} })}
        />
        {draft.poster && (
          <ActionForm action={dropPoster} formKey={crypto.randomUUID()} hidden={{ id }} prefix="poster-">
            <SubmitButton look="quiet" size="small" busyLabel={w.form.busy}>
              {p.remove}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
      <div>
        <h2 className="text-14! font-bold">{d.after}</h2>
        <ul className="mt-1.5 grid gap-1 text-13 text-ink-2">
          {(isOffer ? d.afterOffer : d.afterFiling).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {!mayFile && <p className="mt-3 text-13 text-waiting">{d.signatoryOnly}</p>}
      </div>
      {mayFile && filing.state === 'draft' && (
        <ActionForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ id, version: filing.version }} prefix="withdraw-">
          <ConfirmSubmit
            look="quiet"
            label={d.discard}
            title={d.discardTitle}
            confirm={d.discardConfirm}
            cancel={d.keep}
            busyLabel={w.form.busy}
          >
            {d.discardText}
          </ConfirmSubmit>
        </ActionForm>
      )}
    </>
  )
  const crumb = returned && filing.number ? [{ label: filing.number, href: `/c/${filing.number}` }] : []
  return (
    <>
      <PageHead
        crumbs={[{ label: w.registration.own.title, href: '/creator/drama' }, ...crumb, { label: returned ? d.edit : d.new }]}
        crumbsLabel={w.shell.location}
        title={filing.title ? <WorkTitle title={filing.title} /> : d.new}
        state={<FilingState filing={{ ...filing, listedCount: 0 }} pill />}
        line={returned ? d.returnedLine(organName, objections.length) : d.line}
      />
      {entry && (
        <div className="mb-4">
          <Note tone="refused" title={w.registration.filing.onEntry(entry)} action={<Link href={`/c/${entry}`}>{entry}</Link>}>
            {w.registration.filing.onEntryText}
          </Note>
        </div>
      )}
      <DraftForm
        id={id}
        version={filing.version}
        formKey={crypto.randomUUID()}
        savedText={d.saved(f.inList(last?.savedAt ?? filing.openedAt, at))}
        words={{ ...form, field, unread, busy: w.form.busy, overwrite: w.form.overwrite, overwriteHint: w.form.overwriteHint }}
        draft={draft}
        choices={{
          eras: listed(ERAS, w.drama.era),
          genres: listed(GENRES, w.drama.genre),
          forms: listed(FORMS, w.drama.form),
          aiMade: listed(['yes', 'no'] as const, aiMade),
          subjects: listed(SPECIAL_SUBJECTS, w.drama.subject),
          platforms: platforms.map((platform) => ({ value: platform.id, label: name(platform) })),
        }}
        objected={objected}
        promotionCounts={on < PROMOTION_ENDS}
        returned={returned}
        near={<NearEntries near={near} nameOf={nameOf} reader="creator" />}
        producer={producer}
        classed={classPanel}
        acts={acts}
        progress={progress}
        aside={aside}
      />
    </>
  )
}
