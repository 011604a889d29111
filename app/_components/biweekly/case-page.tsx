import { notFound } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { workplaceOf } from '@/app/_server/home'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { Clock } from '@/app/_ui/clock'
import { FileLink } from '@/app/_ui/file-link'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { CaseLayout } from '@/app/_ui/step-panel'
import { periodOfReport } from '@/lib/biweekly/queries/reports'
import { lastDayOf } from '@/lib/biweekly/rules/period'
import type { Kind } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { DeclaredTable } from './declared-table'
import { type FoundReport, findReport } from './find-report'
import { ReportFacts } from './report-facts'
import { ReportHistory } from './report-history'
import { dueText, isLate, ReportState } from './report-state'
import { ReportSteps } from './report-steps'
import { sheetOf } from './sheet'
import { SheetTable } from './sheet-table'

/** A biweekly report under its number: whole for its platform, its bureau and 总局; whether it came in for everybody else. */
export async function BiweeklyCase({ number }: { number: string }) {
  const { actor } = await reader()
  const found = await findReport(actor, number)
  if (!found) notFound()
  const [{ biweekly: w, shell }, f, name] = [await words(), await format(), await called()]
  const { report, filer, now, contents } = found
  const isFiler = found.isMine || actor.kind === 'national' || actor.kind === 'province'
  const late = isLate(report, now)
  const crumb = isFiler ? `/${workplaceOf(actor.kind as Kind)}/biweekly` : undefined
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: crumb }, { label: number }]}
        crumbsLabel={shell.location}
        title={<Unbroken text={w.page.heading(name(filer), report.periodFrom, lastDayOf(periodOfReport(report)))} />}
        state={<ReportState report={report} now={now} pill />}
        line={
          <>
            {report.edition === 1 ? w.page.line(f.dayInList(dayOf(report.openedAt), now)) : w.edition(report.edition)}{' '}
            {report.dueAt && (report.state === 'due' || report.state === 'written') && (
              <Clock
                due={report.dueAt.toISOString()}
                now={now.toISOString()}
                words={shell.clock}
                when={dueText(report.dueAt, now, f)}
                subject={number}
              />
            )}
          </>
        }
        time={shell.beijing(f.instant(now))}
      />
      <Notes found={found} overdue={late && report.dueAt ? w.page.overdue(f.span(now.getTime() - report.dueAt.getTime())) : null} />
      {found.steps.length > 0 || found.mayAmend || report.state === 'due' || report.state === 'written' ? (
        <CaseLayout lead={<ReportFacts found={found} />} aside={<ReportSteps found={found} actor={actor} />} />
      ) : (
        <ReportFacts found={found} />
      )}
      {contents ? <Figures found={found} /> : <p className="mt-4 text-ink-2">{w.page.public}</p>}
      <Section id="history" title={w.page.history} aside={w.page.historyAside}>
        <ReportHistory found={found} />
      </Section>
    </>
  )
}

/** Dates in it stay on one line. */
const Unbroken = ({ text }: { text: string }) =>
  text.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={part} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  )

async function Notes({ found, overdue }: { found: FoundReport; overdue: string | null }) {
  const { page: w } = (await words()).biweekly
  const { report, contents, next } = found
  const moved = contents?.moved && report.state !== 'due'
  return (
    <div className="mb-4 grid gap-3 empty:hidden">
      {overdue && <Note tone="overdue" title={overdue} />}
      {report.state === 'superseded' && <Note tone="info" title={w.superseded} />}
      {report.state === 'withdrawn' && <Note tone="info" title={w.withdrawn} />}
      {report.state === 'signed' && next && <Note tone="waiting" title={w.amendedBy(next.number ?? '')} />}
      {moved && (
        <Note tone="waiting" title={report.state === 'signed' ? w.movedSigned : w.moved}>
          {report.state === 'signed' ? w.movedSignedNext : w.movedNext}
        </Note>
      )}
    </div>
  )
}

async function Figures({ found }: { found: FoundReport }) {
  const { page: w } = (await words()).biweekly
  const { report, contents, tongue } = found
  if (!contents) return null
  const sheet = sheetOf(contents.figures, tongue)
  const at = contents.position ?? undefined
  const files = `/api/biweekly/${report.number}`
  return (
    <>
      <Section
        id="works"
        title={w.works}
        aside={w.worksAside}
        actions={
          <span data-screen="" className="inline-flex gap-3">
            <FileLink href={`${files}/xlsx`} label={w.xlsx} />
            <FileLink href={`${files}/pdf`} label={w.pdf} />
          </span>
        }
      >
        {sheet.isNil && <p className="mb-2">{w.nil}</p>}
        <SheetTable caption={w.works} head={w.column.line} table={sheet.works} at={at} />
      </Section>
      <Section id="grades" title={w.grades} aside={w.gradesAside}>
        {sheet.grades.rows.length > 0 ? (
          <SheetTable caption={w.grades} head={w.column.line} table={sheet.grades} at={at} />
        ) : (
          <p className="text-ink-2">{w.noGrades}</p>
        )}
      </Section>
      <Section id="declarations" title={w.declarations} aside={w.declarationsAside}>
        {sheet.declared.length > 0 ? <DeclaredTable rows={sheet.declared} at={at} /> : <p className="text-ink-2">{w.noDeclarations}</p>}
      </Section>
    </>
  )
}
