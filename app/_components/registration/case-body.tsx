import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { Section } from '@/app/_ui/heads'
import { yuanToFen } from '@/lib/registration/rules/money'
import { CaseFacts } from './case-facts'
import type { CaseView } from './case-view'
import { ClassPanel } from './class-panel'
import { ContentList, type Producer } from './content-list'
import { FilingChanges } from './filing-changes'
import { FilingHistory } from './history'
import { Objections } from './objections'
import { PlatformBoard } from './platform-board'
import { ReturnForm } from './return-form'
import { reviewStepsOf } from './reviewer-steps'

/** What was objected to and what became of it, where the platforms stand, the class and why, everything that was filed, what happened. */
export async function CaseBody({ view, organ }: { view: CaseView; organ: string }) {
  const [{ registration: w }, name] = await Promise.all([words(), called()])
  const { filing, work, relation, actor, names, numbers, offer, filed, shown, classified, warnings, objections, history, on } = view
  const platforms = new Map([...names].map(([id, one]) => [id, name(one)]))
  const producer: Producer = { name: work.producerName, licence: view.licence }
  const steps = relation === 'regulator' ? reviewStepsOf(filing, actor) : []
  const back = steps.includes('return') ? 'return' : steps.includes('send_back') ? 'send_back' : null
  const isFiling = filing.issuerId === null
  const returned = filing.state === 'returned'
  return (
    <>
      {objections && (
        <Objections
          {...objections}
          id={filing.id}
          organ={view.passed.sentBack ? w.organ.national : organ}
          returnedAt={view.passed.returnedAt}
          resubmitted={!returned}
          note={view.note}
          mayEdit={relation === 'creator' && returned}
          on={on}
          platforms={platforms}
        />
      )}
      {relation === 'regulator' && filed.length > 1 && (
        <FilingChanges turns={filed} on={on} platforms={platforms} except={objections?.reasons.map(({ field }) => field) ?? []} />
      )}
      {filing.class === 3 && isFiling && <PlatformBoard filing={filing} numbers={numbers} platforms={platforms} />}
      {classified && shown && isFiling && (
        <Section id="class" title={w.classed.title(w.classed.name(classified.name, classified.class))}>
          <ClassPanel
            classified={classified}
            investmentFen={yuanToFen(shown.investment) ?? 0n}
            aiMade={shown.aiMade === 'yes'}
            warnings={warnings}
            ruledOn={filing.ruledOn}
            pinned
          />
        </Section>
      )}
      <Section id="content" title={shown && isFiling ? w.filing.content : w.filing.face}>
        {!shown || !isFiling ? (
          <CaseFacts filing={filing} since={filing.decidedAt} work={work} names={names} offer={offer} />
        ) : back ? (
          <ReturnForm filing={filing} step={back} draft={shown} on={on} platforms={platforms} producer={producer} />
        ) : (
          <ContentList id={filing.id} draft={shown} on={on} platforms={platforms} producer={producer} />
        )}
      </Section>
      {history.length > 0 && <FilingHistory happened={history} platforms={platforms} />}
    </>
  )
}
