import 'server-only'
import { format, words } from '@/app/_server/locale'
import type { BatchRow } from '@/lib/batch/queries/cases'
import { COLUMNS, type Column } from '@/lib/batch/rules/columns'
import { differences, toldIn } from '@/lib/batch/rules/differs'
import type { Entry } from '@/lib/batch/rules/row'
import { refusalOf } from '@/lib/i18n/refusal'
import { addDays, dayOf, timeOf } from '@/lib/kernel/time'

/** A row in words: what it records, or what is wrong in which cell. */
export async function rowWords(clause: (code: string) => string) {
  const [w, f] = [await words(), await format()]
  const { batch: b, penalty, violation } = w
  const items = ({ items: codes }: Entry) => codes.map((code) => `${code} ${clause(code)}`)
  const lastDay = (endsAt: string) => {
    const end = new Date(endsAt)
    return timeOf(end) === '00:00' ? addDays(dayOf(end), -1) : dayOf(end)
  }
  const measure = ({ measure: taken }: Entry) =>
    taken
      ? {
          name: penalty.measure(taken.rung, taken.parameter),
          when: b.page.since(dayOf(new Date(taken.startsAt)), taken.endsAt ? lastDay(taken.endsAt) : ''),
        }
      : { name: b.page.noMeasure, when: '' }
  const faults = ({ faults: list, typed }: Pick<BatchRow, 'faults' | 'typed'>) =>
    list.map((fault) => ({
      key: `${fault.field}-${fault.code}-${fault.params?.code ?? ''}`,
      where: b.page.fault(fault.cell ?? '', b.column[fault.field as Column] ?? b.page.row, fault.typed || typed[fault.field] || ''),
      what: refusalOf(w, 'batch', fault),
    }))
  const found = ({ seenOn, stage }: Entry) => b.page.foundOn(f.day(seenOn), b.page.stage[stage])
  const until = (endsAt: string) => (timeOf(new Date(endsAt)) === '00:00' ? f.day(lastDay(endsAt)) : f.instant(new Date(endsAt)))
  const from = (startsAt: string) => {
    const start = new Date(startsAt)
    return timeOf(start) === '00:00' ? f.day(dayOf(start)) : f.instant(start)
  }
  const minutes = (seconds: number) => (seconds % 60 === 0 ? f.count(seconds / 60) : String(Math.round(seconds / 0.6) / 100))
  const isWork = ({ kind }: Entry) => kind === 'drama' || kind === 'episode'
  /** What one column of a row says; null where it says nothing. */
  const told = (entry: Entry, column: Column): string | null => {
    const { measure: taken } = entry
    const said: Partial<Record<Column, string | null>> = {
      kind: b.kind[entry.kind],
      episode: entry.episode === null ? null : f.count(entry.episode),
      items: items(entry).join('\n'),
      seenOn: f.day(entry.seenOn),
      stage: b.page.stage[entry.stage],
      rung: taken ? `${taken.rung} ${penalty.measure(taken.rung, taken.parameter)}` : b.page.noMeasure,
      since: taken && from(taken.startsAt),
      until: taken && (taken.endsAt ? until(taken.endsAt) : b.page.noEnd),
      episodeCount: entry.episodeCount === null ? (isWork(entry) ? b.page.unknown : null) : f.count(entry.episodeCount),
      minutes: entry.totalSeconds === null ? (isWork(entry) ? b.page.unknown : null) : minutes(entry.totalSeconds),
      link: entry.links.join('\n') || null,
    }
    if (column in said) return said[column] ?? null
    const value = toldIn(entry)[column as keyof ReturnType<typeof toldIn>]
    return value === null || value === undefined ? null : String(value)
  }
  /** All that a row records, column by column. */
  const whole = (entry: Entry) =>
    COLUMNS.flatMap((column) => {
      const text = told(entry, column)
      return text === null ? [] : [{ column, label: b.column[column], text }]
    })
  /** Where a row says otherwise than what is on file, if it does. */
  const differs = ({ entry, onFile }: Pick<BatchRow, 'entry' | 'onFile'>) =>
    entry && onFile
      ? differences(entry, onFile).map((column) => ({
          column,
          label: b.column[column],
          here: told(entry, column) ?? b.page.empty,
          there: told(onFile, column) ?? b.page.empty,
        }))
      : []
  /** How much of a work a row is about. */
  const extent = (entry: Entry) =>
    isWork(entry) ? b.page.extent(told(entry, 'episodeCount')!, told(entry, 'minutes')!, entry.episodeCount, entry.totalSeconds) : null
  /** What became of the report and of the measure since they were recorded. */
  const since = ({ standing, reportState, measureState }: Pick<BatchRow, 'standing' | 'reportState' | 'measureState'>) => ({
    report: reportState && reportState !== 'recorded' && standing !== 'withdrawn' ? b.page.reportNow(violation.state[reportState]) : null,
    measure:
      measureState && measureState !== 'recorded' && standing !== 'withdrawn' ? b.page.measureNow(penalty.state[measureState]) : null,
  })
  return { items, measure, faults, found, whole, differs, extent, since }
}
