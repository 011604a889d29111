import 'server-only'
import { format, words } from '@/app/_server/locale'
import type { BatchRow } from '@/lib/batch/queries/cases'
import type { Column } from '@/lib/batch/rules/columns'
import type { Entry } from '@/lib/batch/rules/row'
import { refusalOf } from '@/lib/i18n/refusal'
import { addDays, dayOf, timeOf } from '@/lib/kernel/time'

/** A row in words: what it records, or what is wrong in which cell. */
export async function rowWords(clause: (code: string) => string) {
  const [w, f] = [await words(), await format()]
  const { batch: b, penalty } = w
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
  return { items, measure, faults, found }
}
