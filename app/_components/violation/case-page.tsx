import { notFound } from 'next/navigation'
import { RecordPanel } from '@/app/_components/batch/record-panel'
import { ListedBesideNote } from '@/app/_components/blacklist/listed-beside-note'
import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { BlockedNote } from '@/app/_components/penalty/blocked-note'
import { MendLinks } from '@/app/_components/rectification/mend-links'
import { clauseName } from '@/app/_components/register/clause-name'
import { byteText, kindOfFile } from '@/app/_components/upload/file-text'
import { ShownFiles } from '@/app/_components/upload/shown-files'
import { format, words } from '@/app/_server/locale'
import { signedIn } from '@/app/_server/session'
import { Hands } from '@/app/_ui/hands'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { CaseLayout, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { Name } from '@/app/_ui/words'
import { listedBeside } from '@/lib/blacklist/queries/programs'
import { followedFrom } from '@/lib/dossier/queries/followed'
import type { Actor } from '@/lib/kernel/actor'
import { openSteps } from '@/lib/kernel/workflow'
import { historyOf } from '@/lib/ledger/queries'
import { listedNear, namesOf, worksNear } from '@/lib/matching/queries'
import { bureaus } from '@/lib/organization/queries/organizations'
import { blockedOperators } from '@/lib/penalty/queries/blocked'
import { look } from '@/lib/perform'
import { rectificationsOfReport } from '@/lib/rectification/queries/subject'
import { rulebook } from '@/lib/rulebook/queries'
import { earlierOf, mergedWith, openingsOf, type ReportRead, reportByNumber, reportsOn } from '@/lib/violation/queries/report'
import { mayTakeOver } from '@/lib/violation/rules'
import { violationWorkflow } from '@/lib/violation/workflow'
import { takeOverReport } from './actions'
import { CaseFacts } from './case-facts'
import { CaseHistory } from './case-history'
import { CasePlaces } from './case-places'
import { FilerPanel } from './filer-panel'
import { NearWorks } from './near-works'
import { nextStepsOf } from './next-step'
import { EarlierReports, Openings } from './regulator-tables'
import { ReviewPanel } from './review-panel'
import { RuledItems } from './ruled-items'
import { SubjectName } from './subject-name'
import { toneOf } from './tone'

type Tx = Parameters<Parameters<typeof look>[1]>[0]

/** What only the regulators of the case are shown beside it. */
async function besides(tx: Tx, { relation, report, subjects }: ReportRead) {
  if (relation !== 'regulator') return null
  const work = subjects.find(({ kind }) => kind === 'drama')
  const named = (work?.dramaId && (await namesOf(tx, work.dramaId))) || { title: work?.name ?? '' }
  const works = work ? await worksNear(tx, named, work.dramaId) : []
  return {
    works,
    reports: await reportsOn(
      tx,
      works.map(({ id }) => id),
    ),
    listed: work ? await listedNear(tx, named) : [],
    earlier: await earlierOf(tx, report, subjects),
    merged: await mergedWith(tx, report),
    openings: await openingsOf(tx, report.id),
    bureaus: report.state === 'filed' ? await bureaus(tx) : [],
  }
}

/** Its mini-programs and accounts by what they are called. */
const subjectsNamed = ({ subjects }: ReportRead) =>
  subjects.flatMap(({ miniProgramId, accountId, name }) =>
    miniProgramId || accountId ? [{ id: (miniProgramId ?? accountId)!, name }] : [],
  )

const find = (actor: Actor, number: string) =>
  look(actor, async (tx, now) => {
    const read = await reportByNumber(tx, actor, number)
    if (!read) return null
    const isOthers = read.relation === 'concerned'
    const sealed = read.relation === 'creator' || read.relation === 'association' || isOthers
    const history = await historyOf(tx, [{ noun: 'violation', id: read.report.id }], sealed ? ['violation.upheld'] : undefined)
    const { id, outcome } = read.report
    const followed =
      outcome === 'upheld' && (read.relation === 'filer' || isOthers)
        ? await followedFrom(tx, [
            {
              id,
              rootId: read.report.rootId,
              subjectIds: read.subjects.flatMap(({ dramaId, miniProgramId }) => dramaId ?? miniProgramId ?? []),
            },
          ])
        : null
    return {
      read,
      now,
      history,
      next: followed ? nextStepsOf({ ...read.report, subjects: read.subjects }, followed.get(id), actor, !isOthers) : [],
      blocked:
        read.relation === 'creator'
          ? []
          : await blockedOperators(
              tx,
              read.subjects.map(({ kind, accountId, miniProgramId }) => ({ kind, id: (accountId ?? miniProgramId)! })),
            ),
      listedPrograms: read.relation === 'creator' ? [] : await listedBeside(tx, subjectsNamed(read)),
      nameOf: await clauseName(tx),
      book: await rulebook(tx),
      beside: await besides(tx, read),
      mending: await rectificationsOfReport(tx, read.report.rootId ?? read.report.id),
    }
  })

/** A report's one address: facts, places, evidence, ruling and history, each as far as the reader may see them. */
export async function ViolationCase({ number }: { number: string }) {
  const { actor } = await signedIn()
  const found = await find(actor, number)
  if (!found) notFound()
  const { read, now, history, next, blocked, nameOf, book, beside, mending } = found
  const { report, relation, subjects, places, filing, evidence } = read
  const [{ violation: w, shell }, f, name] = [await words(), await format(), await called()]
  const bureau = name(read.bureau)
  const steps = openSteps(violationWorkflow, { ...report, filerId: filing?.filerId ?? null }, actor)
  const takesOver = steps.includes('take_over') && mayTakeOver(report)
  const [first] = subjects
  const workplace =
    relation === 'creator' ? 'creator' : actor.kind === 'platform' || actor.kind === 'association' ? actor.kind : 'regulator'
  const home = workplace === 'creator' ? '/creator/case' : `/${workplace}/violation`
  const late = report.state === 'filed' && report.dueAt && report.dueAt < now ? f.span(now.getTime() - report.dueAt.getTime()) : null
  const line =
    report.state === 'filed' && report.dueAt
      ? w.case.due(bureau, f.inList(report.dueAt, now))
      : report.decidedAt && relation !== 'filer'
        ? w.case.decidedLine(bureau, f.instant(report.decidedAt))
        : report.filedAt && w.case.filedLine(filing ? name(filing.filer) : w.case.sealedFrom, f.instant(report.filedAt))
  const state = report.state === 'merged' && report.outcome ? w.mergedWith(w.outcome[report.outcome]) : w.state[report.state]
  return (
    <>
      <PageHead
        crumbs={[{ label: w.case.crumb[workplace], href: home }, { label: number }]}
        crumbsLabel={shell.location}
        title={first ? <SubjectName kind={first.kind} name={first.name} /> : number}
        state={
          <State tone={toneOf[report.state]} pill>
            {state}
          </State>
        }
        line={line}
        time={shell.beijing(f.instant(now))}
      />
      {late && (
        <div className="mb-4">
          <Note tone="overdue" title={w.case.late(late)}>
            {w.case.lateNext}
          </Note>
        </div>
      )}
      <BlockedNote blocked={blocked} />
      <ListedBesideNote listed={found.listedPrograms} />
      <CaseLayout
        aside={
          <>
            {relation === 'regulator' && steps.includes('uphold') && beside && (
              <ReviewPanel
                report={report}
                subjects={subjects}
                steps={steps}
                bureaus={beside.bureaus}
                nameOf={nameOf}
                earlier={beside.earlier.find(({ same }) => same)?.number ?? null}
              />
            )}
            {takesOver && (
              <StepPanel title={w.case.takeOver}>
                <StepSection hint={w.case.takeOverHint(bureau)}>
                  <StepForm action={takeOverReport} step="take_over" id={report.id} version={report.version} label={w.case.takeOverAct}>
                    <FormTextarea name="reason" label={w.case.takeOverReason} hint={w.case.takeOverReasonHint} rows={3} limit={500} />
                  </StepForm>
                </StepSection>
              </StepPanel>
            )}
            {relation === 'regulator' && report.state === 'filed' && !steps.includes('uphold') && !takesOver && (
              <QuietPanel title={w.case.notYours}>{w.case.notYoursText(bureau)}</QuietPanel>
            )}
            {report.state === 'recorded' && <RecordPanel report={report} bureau={bureau} steps={steps} />}
            {relation === 'filer' && report.state !== 'recorded' && (
              <FilerPanel report={report} isTakenUp={read.isTakenUp} bureau={bureau} evidence={evidence} steps={steps} />
            )}
            {next.length > 0 && (
              <QuietPanel title={w.case.next}>
                {next.map((step) => (
                  <a key={step.href} href={step.href} className="mr-4 font-medium">
                    {'label' in step ? w.list[step.label] : step.number}
                  </a>
                ))}
              </QuietPanel>
            )}
            <MendLinks report={report} subjects={subjects} standing={mending} actor={actor} now={now} />
            {relation === 'creator' && <QuietPanel title={w.state.upheld}>{w.case.creatorIntro}</QuietPanel>}
            {relation === 'concerned' && <QuietPanel title={w.state.upheld}>{w.case.concernedIntro}</QuietPanel>}
            <QuietPanel title={w.case.hands}>
              <Hands
                items={[
                  {
                    step: w.case.handFiled,
                    who: filing ? (
                      <Hand of={{ organization: filing.filer, memberName: filing.filedByName }} />
                    ) : report.source === 'association' ? (
                      w.case.sealedMonitor
                    ) : (
                      w.case.sealedFrom
                    ),
                    when: report.filedAt ? f.dayOfInstant(report.filedAt) : undefined,
                    sealed: filing ? w.case.sealed : undefined,
                  },
                  {
                    step: w.case.handDecided,
                    who: <Name>{bureau}</Name>,
                    when: report.decidedAt ? f.dayOfInstant(report.decidedAt) : undefined,
                    tone: report.state === 'filed' ? 'waiting' : 'done',
                  },
                ]}
              />
            </QuietPanel>
          </>
        }
        lead={
          <>
            <Section id="facts" title={w.case.facts}>
              <CaseFacts {...read} />
            </Section>
            <Section id="items" title={w.case.items}>
              <RuledItems subjects={subjects} nameOf={nameOf} taxonomy={book.taxonomy} />
            </Section>
          </>
        }
      >
        {places.length > 0 && (
          <Section id="places" title={w.case.places}>
            <CasePlaces places={places} />
          </Section>
        )}
        {filing?.description && (
          <Section id="description" title={w.case.description}>
            <p className="max-w-[46em] whitespace-pre-line">{filing.description}</p>
          </Section>
        )}
        {filing && filing.links.length + filing.cited.length > 0 && (
          <Section id="links" title={w.case.links}>
            <ul className="grid gap-1">
              {filing.links.map((link) => (
                <li key={link} className="break-all">
                  <a href={link} rel="noreferrer noopener" target="_blank">
                    {link}
                  </a>
                </li>
              ))}
              {filing.cited.map((entry) => (
                <li key={entry.number}>
                  <p>
                    {w.case.cited} <a href={`/c/${entry.number}`}>{entry.number}</a> <Name>{entry.title}</Name>
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {relation !== 'creator' && relation !== 'concerned' && (relation !== 'association' || evidence.length > 0) && (
          <Section id="evidence" title={w.case.evidence} aside={evidence.length > 0 ? w.case.evidenceAside(evidence.length) : undefined}>
            {evidence.length === 0 ? (
              <p className="text-ink-2">{w.case.noEvidence}</p>
            ) : (
              <ShownFiles
                words={{
                  open: w.case.open,
                  close: w.case.closeFile,
                  save: w.case.save,
                  opensNote: w.case.opensNote,
                  inWindow: w.case.inWindow,
                  files: w.case.evidence,
                }}
                files={evidence.map(({ id, name, byteCount, mediaType, addedAt }) => ({
                  id,
                  name,
                  kind: kindOfFile(mediaType),
                  address: `/api/evidence/file/${id}`,
                  line: `${w.draft.kind[kindOfFile(mediaType)]} ${byteText(byteCount)} · ${f.inList(addedAt, now)}`,
                }))}
              />
            )}
          </Section>
        )}
        {beside && (
          <>
            {subjects.some(({ kind }) => kind === 'drama') && (
              <Section id="near" title={w.case.near} aside={w.case.nearAside}>
                <NearWorks works={beside.works} listed={beside.listed} reports={beside.reports} />
              </Section>
            )}
            <Section id="earlier" title={w.case.earlier}>
              <EarlierReports earlier={beside.earlier} merged={beside.merged} now={now} />
            </Section>
            <Section id="openings" title={w.case.openings}>
              <Openings openings={beside.openings} now={now} />
            </Section>
          </>
        )}
        <CaseHistory happened={history} now={now} />
      </CaseLayout>
      {relation === 'regulator' && steps.includes('uphold') && <StickyAct label={w.case.uphold} />}
    </>
  )
}
