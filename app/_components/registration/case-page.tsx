import { WorkTitle } from '@/app/_components/drama/work-title'
import { called } from '@/app/_components/organization/called'
import { BlockedNote } from '@/app/_components/penalty/blocked-note'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { PageHead } from '@/app/_ui/heads'
import { CaseLayout } from '@/app/_ui/step-panel'
import { NATIONAL_ID } from '@/lib/kernel/id'
import { dayOf, yearOf } from '@/lib/kernel/time'
import type { Relation } from '@/lib/registration/queries/case'
import { deadlineOn } from '@/lib/rulebook/rules/book'
import { CaseAside, hasAside } from './case-aside'
import { CaseBody } from './case-body'
import { viewOf } from './case-view'
import { FaceCase } from './face-case'
import { FilingLine } from './filing-line'
import { FilingState } from './filing-state'
import { ListedNotes } from './listed-notes'
import { NearEntries } from './near-entries'
import { Stages } from './stages'

const homes: Record<Relation, string> = {
  creator: '/creator/drama',
  regulator: '/regulator/registration',
  platform: '/platform/registration',
}

/** A filing under its number: the whole of it for its creator and its regulators, the offer for its platforms, the public face for everybody else. */
export async function RegistrationCase({ number }: { number: string }) {
  const view = await viewOf(number)
  if (!view) return <FaceCase number={number} />
  const { filing, work, relation, names, numbers, objections, passed, book, at, on } = view
  const [w, f, name] = await Promise.all([words(), format(), called()])
  const organ = w.registration.organ[filing.bureauId === NATIONAL_ID ? 'national' : 'province']
  const { dueAt, clockLeft } = filing
  const used = clockLeft === null ? 0 : Math.max(0, deadlineOn(book, 'registration_review', on).amount - clockLeft)
  const body = <CaseBody view={view} organ={organ} />
  const clock = relation === 'regulator' && dueAt && (
    <Clock due={dueAt.toISOString()} now={at.toISOString()} words={w.shell.clock} when={f.inList(dueAt, at)} subject={number} />
  )
  return (
    <>
      <PageHead
        crumbs={[{ label: w.registration.filing.crumb[relation], href: homes[relation] }, { label: number }]}
        crumbsLabel={w.shell.location}
        title={<WorkTitle title={work.title} />}
        state={
          <FilingState
            filing={{
              ...filing,
              listedCount: work.listedCount,
              recordedCount: numbers.length,
            }}
            pill
          />
        }
        line={
          <FilingLine
            filing={filing}
            organ={organ}
            objections={objections?.reasons.length ?? 0}
            passed={passed}
            platform={name(names.get(filing.issuerId ?? ''))}
            provisional={dueAt !== null && !book.calendar.officialYears.has(yearOf(dayOf(dueAt)))}
          />
        }
        time={clock}
      />
      <BlockedNote blocked={view.blocked} />
      <ListedNotes entries={view.entries} nameOf={view.nameOf} state={filing.state} />
      <NearEntries near={view.near} nameOf={view.nameOf} reader="reviewer" />
      {filing.issuerId === null && (
        <div className="mb-6">
          <Stages filing={filing} recorded={numbers.length} passed={passed} isReviewer={relation === 'regulator'} />
          {filing.state === 'returned' && clockLeft !== null && (
            <p className="pt-2 text-13 text-ink-2">{w.registration.clock.stoppedLine(organ, used, clockLeft)}</p>
          )}
        </div>
      )}
      {hasAside(view) ? <CaseLayout aside={<CaseAside view={view} organ={organ} />}>{body}</CaseLayout> : body}
    </>
  )
}
