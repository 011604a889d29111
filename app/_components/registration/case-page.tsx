import { notFound } from 'next/navigation'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { Clock } from '@/app/_ui/clock'
import { PageHead, Section } from '@/app/_ui/heads'
import { CaseLayout } from '@/app/_ui/step-panel'
import type { Actor } from '@/lib/kernel/actor'
import { NATIONAL_ID } from '@/lib/kernel/id'
import { type Day, dayOf, yearOf } from '@/lib/kernel/time'
import { historyOf } from '@/lib/ledger/queries'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { licenceStanding } from '@/lib/organization/rules/licence'
import { look } from '@/lib/perform'
import { filingByNumber, licenceOf, numbersFor, offerOf, reasonsOf, turnsOf } from '@/lib/registration/queries/case'
import { isClassified, judgeDraft } from '@/lib/registration/rules/filing'
import { yuanToFen } from '@/lib/registration/rules/money'
import { rulebook } from '@/lib/rulebook/queries'
import { deadlineOn } from '@/lib/rulebook/rules/book'
import { CaseFacts } from './case-facts'
import { ClassPanel } from './class-panel'
import { ContentList, type Producer } from './content-list'
import { CreatorSteps } from './creator-steps'
import { FilingChanges } from './filing-changes'
import { FilingLine } from './filing-line'
import { FilingState } from './filing-state'
import { FilingHistory } from './history'
import { Objections } from './objections'
import { PlatformBoard } from './platform-board'
import { PlatformSteps } from './platform-steps'
import { ReturnForm } from './return-form'
import { ReviewerSteps, reviewStepsOf } from './reviewer-steps'
import { Stages } from './stages'

/** All that this reader may know of the filing, read in one transaction. */
const find = (actor: Actor, number: string) =>
  look(actor, async (tx) => {
    const found = await filingByNumber(tx, actor, number)
    if (!found) return null
    const { filing, relation } = found
    const isTheirs = relation !== 'public'
    const offerId = filing.offerId ?? filing.id
    const numbers = filing.class === 3 && isTheirs && !filing.issuerId ? await numbersFor(tx, offerId) : []
    return {
      ...found,
      turns: isTheirs ? await turnsOf(tx, filing.issuerId ? offerId : filing.id) : [],
      reasons: isTheirs ? await reasonsOf(tx, filing.id) : [],
      licence: isTheirs && filing.creatorId ? await licenceOf(tx, filing.creatorId) : null,
      history:
        relation === 'creator' || relation === 'regulator' || filing.issuerId
          ? await historyOf(tx, [{ noun: 'registration', id: filing.id }])
          : [],
      numbers,
      offer: filing.offerId ? await offerOf(tx, filing.offerId) : null,
      names: await organizationNames(tx, [
        filing.bureauId,
        filing.creatorId,
        filing.issuerId,
        actor.organizationId,
        ...filing.plannedPlatformIds,
      ]),
      book: await rulebook(tx),
    }
  })

/** A filing under its number: the whole of it for its creator and its regulators, the offer for its platforms, the public face for everybody else. */
export async function RegistrationCase({ number }: { number: string }) {
  const { actor } = await reader()
  const found = await find(actor, number)
  if (!found) notFound()
  const { filing, work, relation, turns, reasons, licence, history, numbers, offer, names, book } = found
  const [w, f, at] = await Promise.all([words(), format(), now()])
  const c = w.registration.filing
  const organ = w.registration.organ[filing.bureauId === NATIONAL_ID ? 'national' : 'province']
  const on = ((filing.ruledOn as Day | null) ?? dayOf(at)) as Day
  const listed = work.listedCount > 0
  const filed = turns.filter(({ submittedAt }) => submittedAt !== null)
  const latest = filed.at(-1)
  const writing = turns.at(-1)
  const shown = relation === 'creator' && filing.state === 'returned' ? writing : latest
  const producer: Producer = { name: work.producerName, licence }
  const steps = relation === 'regulator' ? reviewStepsOf(filing, actor) : []
  const back = steps.includes('return') ? 'return' : steps.includes('send_back') ? 'send_back' : null
  const judged = shown && judgeDraft(shown.draft, on, book.tiers, licenceStanding((licence?.expiresOn ?? null) as Day | null, dayOf(at)))
  const classified = judged?.classified && isClassified(judged.classified) ? judged.classified : null

  const objectedTurn = reasons.at(-1)?.turn
  const objections = reasons.filter(({ turn }) => turn === objectedTurn)
  const before = turns.find(({ turn }) => turn === objectedTurn)?.draft
  const after = turns.find(({ turn }) => turn === (objectedTurn ?? 0) + 1)?.draft ?? before
  const showsObjections =
    relation !== 'platform' &&
    before !== undefined &&
    after !== undefined &&
    (filing.state === 'returned' || latest?.turn === (objectedTurn ?? 0) + 1)
  const returnedAt = history.find(({ name }) => name === 'registration.returned' || name === 'registration.sent_back')?.at ?? null
  const full = deadlineOn(book, 'registration_review', on).amount
  const aside =
    relation === 'creator' && filing.issuerId === null ? (
      <CreatorSteps
        filing={filing}
        actor={actor}
        organ={organ}
        reasons={filing.state === 'returned' ? objections : []}
        before={before}
        after={after}
      />
    ) : relation === 'regulator' && filing.class !== 3 ? (
      <ReviewerSteps
        filing={filing}
        actor={actor}
        organ={organ}
        issuer={book.regulators.find(({ zh }) => zh === names.get(filing.bureauId)?.name)?.shortZh ?? ''}
        listed={listed}
      />
    ) : relation === 'platform' && filing.issuerId === null ? (
      <PlatformSteps
        filing={filing}
        actor={actor}
        platform={names.get(actor.organizationId ?? '')?.shortName ?? ''}
        recorded={numbers.some(({ issuerId }) => issuerId === actor.organizationId)}
        listed={listed}
      />
    ) : null
  const home = { creator: '/creator/drama', regulator: '/regulator/registration', platform: '/platform/registration', public: '/register' }[
    relation
  ]
  const body = (
    <>
      {showsObjections && (
        <Objections
          id={filing.id}
          reasons={objections}
          organ={organ}
          returnedAt={returnedAt}
          before={before}
          after={after}
          resubmitted={filing.state !== 'returned'}
          note={history.find(({ name }) => name === 'registration.submitted')?.words.note}
          mayEdit={relation === 'creator' && filing.state === 'returned'}
          on={on}
          platforms={names}
        />
      )}
      {relation === 'regulator' && filed.length > 1 && (
        <FilingChanges turns={filed} on={on} platforms={names} except={showsObjections ? objections.map(({ field }) => field) : []} />
      )}
      {filing.class === 3 && filing.issuerId === null && relation !== 'public' && (
        <PlatformBoard filing={filing} numbers={numbers} platforms={names} only={relation === 'platform' ? actor.organizationId : null} />
      )}
      {classified && shown && filing.issuerId === null && (
        <Section id="class" title={w.registration.classed.title(w.registration.classed.name(classified.name, classified.class))}>
          <ClassPanel
            classified={classified}
            investmentFen={yuanToFen(shown.draft.investment) ?? 0n}
            aiMade={shown.draft.aiMade === 'yes'}
            warnings={judged?.warnings ?? []}
            ruledOn={filing.ruledOn}
            pinned
          />
        </Section>
      )}
      {shown && filing.issuerId === null ? (
        <Section id="content" title={c.content}>
          {back ? (
            <ReturnForm filing={filing} step={back} draft={shown.draft} on={on} platforms={names} producer={producer} />
          ) : (
            <ContentList id={filing.id} draft={shown.draft} on={on} platforms={names} producer={producer} />
          )}
        </Section>
      ) : (
        <Section id="content" title={c.face}>
          <CaseFacts filing={filing} work={work} names={names} offer={offer} />
        </Section>
      )}
      {history.length > 0 && <FilingHistory happened={history} names={names} />}
    </>
  )
  return (
    <>
      <PageHead
        crumbs={[{ label: c.crumb[relation], href: home }, { label: number }]}
        crumbsLabel={w.shell.location}
        title={<WorkTitle title={work.title} />}
        state={<FilingState filing={{ ...filing, listedCount: work.listedCount }} pill />}
        line={
          <FilingLine
            filing={filing}
            organ={organ}
            objections={objections.length}
            returnedAt={returnedAt}
            platform={names.get(filing.issuerId ?? '')?.shortName}
            provisional={filing.dueAt !== null && !book.calendar.officialYears.has(yearOf(dayOf(filing.dueAt)))}
          />
        }
        time={
          relation === 'regulator' && filing.dueAt ? (
            <Clock
              due={filing.dueAt.toISOString()}
              now={at.toISOString()}
              words={w.shell.clock}
              when={f.inList(filing.dueAt, at)}
              subject={number}
            />
          ) : undefined
        }
      />
      {relation !== 'public' && filing.issuerId === null && (
        <div className="mb-6">
          <Stages filing={filing} recorded={numbers.length} />
          {filing.state === 'returned' && filing.clockLeft !== null && (
            <p className="pt-2 text-13 text-ink-2">
              {w.registration.clock.stoppedLine(organ, Math.max(0, full - filing.clockLeft), filing.clockLeft)}
            </p>
          )}
        </div>
      )}
      {aside ? <CaseLayout aside={aside}>{body}</CaseLayout> : body}
    </>
  )
}
