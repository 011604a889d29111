import { SubjectLink, WorkLink } from '@/app/_components/dossier/subject-link'
import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import { Aside, type Fact, Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Sealed } from '@/app/_ui/sealed'
import { Severity } from '@/app/_ui/severity'
import { Name, Nothing, Official } from '@/app/_ui/words'
import type { ReportRead } from '@/lib/violation/queries/report'
import { SubjectName } from './subject-name'

/** What is reported, against whom, by whom as far as the reader may know, and how grave it is. */
export async function CaseFacts({ report, relation, bureau, subjects, filing }: ReportRead) {
  const [{ violation: w, shell }, f, name] = [await words(), await format(), await called()]
  const upheld = report.state === 'upheld'
  const severity = relation === 'creator' ? Math.max(0, ...subjects.map((subject) => subject.severity ?? 0)) || null : report.severity
  const [first] = subjects
  const about = subjects.flatMap((subject): Fact[] => {
    const sub = subject.kind === 'drama' ? subject.producerName : name(subject.platform)
    const value = (
      <>
        <SubjectLink kind={subject.kind} id={subject.miniProgramId ?? subject.accountId}>
          <SubjectName kind={subject.kind} name={subject.name} />
        </SubjectLink>
        <Aside>
          {subject.kind === 'drama' && w.case.producer} {sub ? <Name>{sub}</Name> : w.case.unknown}
          {subject.kind !== 'drama' && <Official> {subject.code}</Official>}
        </Aside>
      </>
    )
    return [{ label: w.subject[subject.kind], value }]
  })
  const work = subjects.find(({ kind }) => kind === 'drama')
  const filer = filing ? (
    <>
      <Hand of={{ organization: filing.filer, memberName: filing.filedByName }} /> <Sealed>{w.case.sealed}</Sealed>
    </>
  ) : (
    <Sealed>{report.source === 'association' ? w.case.sealedMonitor : w.case.sealedFrom}</Sealed>
  )
  return (
    <Facts
      items={[
        ...about,
        work && {
          label: w.case.number,
          value: (
            <>
              {work.origin === 'registered' ? (
                <Link href={`/w/${work.code}`}>
                  <Official>{work.code}</Official>
                </Link>
              ) : (
                <WorkLink code={work.code}>
                  <Official>{work.code}</Official>
                </WorkLink>
              )}
              {work.origin === 'reported' && <Aside>{w.case.unregistered}</Aside>}
            </>
          ),
        },
        {
          label: w.case.seen,
          value: (
            <>
              {report.seenOn ? f.day(report.seenOn) : <Nothing />}
              {first && <Aside>{w.stage[first.stage]}</Aside>}
            </>
          ),
        },
        { label: w.case.source, value: w.source[report.source] },
        { label: w.case.filer, value: filer },
        { label: w.case.bureau, value: <Name>{name(bureau)}</Name> },
        {
          label: w.case.severity,
          value: severity ? (
            <>
              <Severity level={severity as 1 | 2 | 3 | 4} label={shell.severity(severity)} />
              <Aside>{upheld ? w.case.severityUpheld : w.case.severityClaimed}</Aside>
            </>
          ) : (
            <Nothing />
          ),
        },
      ]}
    />
  )
}
