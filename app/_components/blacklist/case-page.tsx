import { notFound } from 'next/navigation'
import { caseLinks } from '@/app/_components/form/case-links'
import { called } from '@/app/_components/organization/called'
import { Board, BoardInNumbers } from '@/app/_components/takedown/board'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { PrintButton } from '@/app/_ui/print-button'
import { CaseLayout } from '@/app/_ui/step-panel'
import { Official, Zh } from '@/app/_ui/words'
import { type Actor, holds } from '@/lib/kernel/actor'
import { isOverdue } from '@/lib/kernel/time'
import { awaitsAnswer } from '@/lib/takedown/rules'
import { EntryFacts } from './entry-facts'
import { EntryHands } from './entry-hands'
import { EntryHistory } from './entry-history'
import { EntryLine } from './entry-line'
import { EntryState } from './entry-state'
import { EntrySteps } from './entry-steps'
import { type FoundEntry, findEntry } from './find-entry'
import { ListedTitle } from './listed-title'
import { ProgramTable } from './program-table'
import { Proof } from './proof'
import { ScopeTable } from './scope-table'

/** A blacklist entry under its number, as far as each reader may know it. */
export async function BlacklistCase({ number }: { number: string }) {
  const { actor, member } = await reader()
  const found = await findEntry(actor, number)
  if (!found) notFound()
  const { read, works, programs, preview, board, counts, history, national, now, clause, regulates } = found
  const { entry } = read
  const [{ blacklist: w, shell }, f, name] = [await words(), await format(), await called()]
  const source = history.find(({ name: event }) => event === 'blacklist.proposed')?.actorKind
  const sealedProposer =
    source === 'association' ? w.sealed.association : source === 'platform' || source === 'house' ? w.sealed.platform : w.sealed.somebody
  const said = (event: string, field: string) => history.find((one) => one.name === event)?.words[field] ?? null
  const remark = said('blacklist.approved', 'remark')
  const lifted = said('blacklist.lifted', 'reason')
  const refused = said('blacklist.declined', 'reason') ?? said('blacklist.dismissed', 'reason')
  const late = board?.lanes.filter(({ state, dueAt }) => awaitsAnswer(state) && dueAt && isOverdue(dueAt, now)) ?? []
  const lateNames = f.list(late.slice(0, 3).map(({ platform }) => name(platform)))
  const lateWords =
    late.length === 1
      ? w.page.lateOrder(lateNames, f.span(now.getTime() - late[0]!.dueAt!.getTime()))
      : w.page.lateOrders(lateNames, late.length)
  const waits = entry.state === 'proposed' || entry.state === 'verified'
  const isListed = entry.state === 'listed' || entry.state === 'lifted'
  const hands = <EntryHands {...{ read, history, national, sealedProposer, actor, now }} approves={found.steps.includes('approve')} />

  const lead = (
    <>
      {preview && works.length > 0 && (
        <Section id="scope" title={w.page.scope} aside={w.page.scopeAside}>
          <ScopeTable preview={preview} />
        </Section>
      )}
      {programs.length > 0 && (
        <Section id="programs" title={w.programs.title} aside={w.programs.aside}>
          <ProgramTable programs={programs} listed={isListed} />
          {isListed && actor.kind === 'platform' && programs.some(({ platformId }) => platformId !== actor.organizationId) && (
            <p className="mt-2 text-13 text-ink-2">{w.programs.warning}</p>
          )}
        </Section>
      )}
      <Section id="facts" title={w.page.facts}>
        <EntryFacts
          read={read}
          works={works}
          clause={clause}
          severityReason={said('blacklist.verified', 'remark')}
          sealedProposer={sealedProposer}
          isPublic={isListed}
        />
      </Section>
      {found.reports.map((report) => (
        <Proof key={report.report.id} report={report} now={now} />
      ))}
      {remark && <Said title={w.page.remark} words={remark} />}
      {lifted && <Said title={w.page.liftReason} words={lifted} />}
      {refused && <Said title={w.page.refusedReason} words={refused} />}
      {!preview && works.length > 1 && (
        <Section id="works" title={w.page.field.works}>
          <ScopeTable preview={{ hits: works }} listed={isListed} places={regulates} />
        </Section>
      )}
    </>
  )
  return (
    <>
      <PageHead
        {...(member && { crumbs: [{ label: w.title, href: found.listHref }, { label: number }], crumbsLabel: shell.location })}
        title={<ListedTitle title={entry.title} kind={entry.titleKind} />}
        state={<EntryState state={entry.state} pill />}
        line={
          <>
            {!member && <Official>{number} </Official>}
            <EntryLine entry={entry} bureau={name(read.bureau)} now={now} />
          </>
        }
        time={shell.beijing(f.instant(now))}
      />
      {entry.state === 'withdrawn' && <SupportGone found={found} actor={actor} />}
      {waits && entry.dueAt && isOverdue(entry.dueAt, now) && (
        <Alert
          title={w.page.overdue(
            entry.state === 'proposed' ? name(read.bureau) : name(national),
            f.span(now.getTime() - entry.dueAt.getTime()),
          )}
        >
          {entry.escalatedAt ? w.page.escalated : null}
        </Alert>
      )}
      {late.length > 0 && (regulates || late.some(({ isMine }) => isMine)) && (
        <Alert title={lateWords}>{late.some(({ followed }) => followed?.escalatedAt) ? w.page.lateNext : null}</Alert>
      )}
      <CaseLayout lead={lead} aside={<EntrySteps {...{ found, actor, hands }} />}>
        {board && isListed && (
          <Board
            board={board}
            severity={entry.severity}
            now={now}
            linked={regulates}
            lifted={entry.state === 'lifted'}
            hostsOnly={works.length === 0}
            {...(found.linksHref && { csv: found.linksHref })}
          />
        )}
        {counts && isListed && <BoardInNumbers counts={counts} />}
        <Section id="history" title={w.page.history} aside={w.page.newestFirst} actions={<PrintButton label={w.page.print} />}>
          <EntryHistory read={read} history={history} lanes={board?.lanes ?? []} national={national} now={now} />
        </Section>
      </CaseLayout>
    </>
  )
}

/** The first proposer withdrew: what became of the reader's own support, and what to do. */
async function SupportGone({ found: { read }, actor }: { found: FoundEntry; actor: Actor }) {
  const { blacklist: w } = await words()
  const own = read.proposals.filter(({ proposerId }) => proposerId === actor.organizationId)
  if (own.length === 0 || own.some(({ first }) => first)) return null
  const imposed = own.flatMap(({ penalties }) => penalties)
  const report = own.find(({ violationNumber }) => violationNumber)?.violationNumber
  const again = imposed.length === 0 && report && holds(actor, 'platform.compliance', 'association.monitor')
  return (
    <div className="mb-4">
      <Note
        tone="waiting"
        title={w.page.supportGone}
        action={again && <Link href={`/${actor.kind}/blacklist/propose?violation=${report}`}>{w.page.supportAgain}</Link>}
      >
        {imposed.length > 0 ? caseLinks(w.page.supportImposed(imposed)) : w.page.supportNext}
      </Note>
    </div>
  )
}

function Alert({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="mb-4">
      <Note tone="overdue" title={title}>
        {children}
      </Note>
    </div>
  )
}

function Said({ title, words: text }: { title: string; words: string }) {
  return (
    <div className="mt-4">
      <h3>{title}</h3>
      <blockquote className="mt-1 border-l-2 border-line px-3 py-1 whitespace-pre-line text-ink-2">
        <Zh>{text}</Zh>
      </blockquote>
    </div>
  )
}
