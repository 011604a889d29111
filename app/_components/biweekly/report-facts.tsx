import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Aside, Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import { periodOfReport } from '@/lib/biweekly/queries/reports'
import { lastDayOf } from '@/lib/biweekly/rules/period'
import { dayOf } from '@/lib/kernel/time'
import { type FoundReport, handOf } from './find-report'
import { dueText } from './report-state'

/** Who reports for which time, by when, by whose hands, and as of which moment of the record. */
export async function ReportFacts({ found }: { found: FoundReport }) {
  const [{ biweekly }, f, name] = [await words(), await format(), await called()]
  const w = biweekly.page
  const { report, filer, bureau, previous, next, contents, now, admittedAt } = found
  const last = lastDayOf(periodOfReport(report))
  const isPartial = admittedAt !== null && dayOf(admittedAt) > report.periodFrom && dayOf(admittedAt) <= last
  const hand = (who: string | null, at: Date | null) =>
    at && (
      <>
        {who && <Zh>{who}</Zh>} <span className="whitespace-nowrap">{f.inList(at, now)}</span>
      </>
    )
  const waived = found.history.find((event) => event.name === 'biweekly.waived')?.words.reason
  return (
    <Facts
      items={[
        { label: w.facts.filer, value: name(filer) },
        { label: w.facts.bureau, value: name(bureau) },
        {
          label: w.facts.period,
          wide: true,
          value: (
            <>
              {w.period(f.day(report.periodFrom), f.day(last))}
              {isPartial && <Aside>{w.partial(f.day(dayOf(admittedAt)))}</Aside>}
            </>
          ),
        },
        { label: w.facts.due, value: dueText(report.reportDueAt, now, f) },
        {
          label: w.facts.edition,
          value: (
            <>
              {biweekly.edition(report.edition)}
              {previous && (
                <Aside>
                  <Link href={`/c/${previous.number}`}>{w.replaces(previous.number ?? '')}</Link>
                </Aside>
              )}
              {next && report.state === 'superseded' && (
                <Aside>
                  <Link href={`/c/${next.number}`}>{w.replacedBy(next.number ?? '')}</Link>
                </Aside>
              )}
            </>
          ),
        },
        report.writtenAt && {
          label: w.facts.written,
          value: hand(handOf(found, 'biweekly.written', 'biweekly.amended'), report.writtenAt),
        },
        report.signedAt && { label: w.facts.signed, value: hand(handOf(found, 'biweekly.signed'), report.signedAt) },
        contents && {
          label: w.facts.counted,
          wide: true,
          value: contents.position ? w.counted(f.inList(contents.countedAt, now), f.count(contents.position.seq)) : w.countedLive,
        },
        Boolean(contents?.remark) && report.state !== 'due' && { label: w.facts.remark, wide: true, value: <Zh>{contents?.remark}</Zh> },
        Boolean(waived) && { label: w.facts.waived, wide: true, value: <Zh>{waived}</Zh> },
      ]}
    />
  )
}
