import 'server-only'
import { notFound } from 'next/navigation'
import { disposition } from '@/app/_server/attachment'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { periodOfReport } from '@/lib/biweekly/queries/reports'
import { lastDayOf } from '@/lib/biweekly/rules/period'
import { type FoundReport, findReport, handOf } from './find-report'
import { type Sheet, sheetOf } from './sheet'

const CHINESE = 'zh-CN'

/** What a file of a report holds, in Chinese: the same lines and tables as its page. */
export type ReportFile = {
  number: string
  /** What it is saved as, without its ending, in the language of whoever asks. */
  name: string
  organ: string
  title: string
  facts: [label: string, value: string][]
  sheet: Sheet
  words: FoundReport['tongue']['words']['biweekly']
  stamp: string
}

function factsIn({ report, filer, bureau, previous, next, contents, history, tongue }: FoundReport): ReportFile['facts'] {
  const { words, format: f } = tongue
  const { facts, ...w } = words.biweekly.page
  const last = lastDayOf(periodOfReport(report))
  const hand = (names: string[], at: Date | null) => at && [handOf({ history }, ...names), f.instant(at)].filter(Boolean).join(' ')
  const counted = contents?.position ? w.counted(f.instant(contents.countedAt), f.count(contents.position.seq)) : w.countedLive
  const edition = [
    words.biweekly.edition(report.edition),
    previous?.number && w.replaces(previous.number),
    report.state === 'superseded' && next?.number && w.replacedBy(next.number),
  ]
  const lines: [string, string | null | false | undefined][] = [
    [facts.filer, filer.shortName],
    [facts.bureau, bureau.shortName],
    [facts.period, w.period(f.day(report.periodFrom), f.day(last))],
    [facts.due, `${f.dayOfInstant(new Date(report.reportDueAt.getTime() - 1))} 24:00`],
    [facts.edition, edition.filter(Boolean).join('，')],
    [words.biweekly.list.column.state, [words.biweekly.state[report.state], report.late && words.biweekly.late].filter(Boolean).join('，')],
    [facts.written, hand(['biweekly.written', 'biweekly.amended'], report.writtenAt)],
    [facts.signed, hand(['biweekly.signed'], report.signedAt)],
    [facts.counted, counted],
    [facts.remark, report.state !== 'due' && contents?.remark],
    [facts.waived, history.find(({ name }) => name === 'biweekly.waived')?.words.reason],
  ]
  return lines.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []))
}

/** The report under a number as a file for whoever reads its contents; to anyone else there is none. */
export async function reportFile(number: string): Promise<ReportFile> {
  const { actor } = await reader()
  const found = /^SZ-\d{4}-\d{1,9}$/.test(number) ? await findReport(actor, number, CHINESE) : null
  if (!found?.contents) notFound()
  const { report, tongue, contents, filer, now } = found
  const w = tongue.words.biweekly
  return {
    number,
    name: (await words()).biweekly.file.name(number),
    organ: w.file.organ,
    title: w.page.heading(filer.shortName, report.periodFrom, lastDayOf(periodOfReport(report))),
    facts: factsIn(found),
    sheet: sheetOf(contents.figures, tongue),
    words: w,
    stamp: w.file.stamp(tongue.format.instant(now)),
  }
}

/** A file that the browser saves. */
export const download = (bytes: Uint8Array<ArrayBuffer>, type: string, name: string) =>
  new Response(bytes, {
    headers: {
      'content-type': type,
      'content-disposition': disposition(name),
      'cache-control': 'private, no-store',
    },
  })
