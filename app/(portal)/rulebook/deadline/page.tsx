import type { Metadata } from 'next'
import { Chapters } from '@/app/_components/rulebook/chapters'
import { said } from '@/app/_components/rulebook/read'
import { deadlineColumns } from '@/app/_components/rulebook/time-columns'
import { CsvFile } from '@/app/_components/shell/csv-file'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { PageHead, Section } from '@/app/_ui/heads'
import { DateTime } from '@/app/_ui/input'
import { Note } from '@/app/_ui/note'
import { shown } from '@/app/_ui/said-column'
import { Select } from '@/app/_ui/select'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Verdict } from '@/app/_ui/verdict'
import { dayOf, instantAt, isDay } from '@/lib/kernel/time'
import { rowOn } from '@/lib/rulebook/rules/dated'
import { deadlineFrom, workingDaysBetween } from '@/lib/rulebook/rules/deadline'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rulebook.deadline.title })

/** As work goes through the house; what is not named stands first. */
const ORDER = [
  'organization',
  'registration',
  'violation',
  'penalty',
  'rectification',
  'blacklist',
  'takedown',
  'inspection',
  'biweekly',
  'consultation',
  'appeal',
]

/** Every deadline, and a place to try one out. The question is the address; nothing is kept. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const reading = await said()
  const { w, f, book, today } = reading
  const c = w.rulebook.deadline
  const { code, from = today } = await searchParams
  const day = isDay(from) ? from : null
  const row = code && day ? rowOn(book.deadlines, code, day) : undefined
  const due = row && day && deadlineFrom(row, instantAt(day, '09:00'), book.calendar)
  const name = row && (f.locale === 'en' ? row.en : row.zh)
  const nouns: Record<string, string> = w.rulebook.workflow.noun
  const groups = [...new Set(book.deadlines.map(({ appliesTo }) => appliesTo))].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  return (
    <>
      <PageHead title={c.title} line={c.lead} large />
      <Chapters current="deadline" />
      <div className="pt-6">
        <Section id="try" title={c.try}>
          <form action="/rulebook/deadline#try" className="flex flex-wrap items-end gap-3">
            <Select
              name="code"
              label={c.which}
              defaultValue={code ?? ''}
              error={code && day && !row ? c.unknown : undefined}
              options={[
                { value: '', label: c.unknown },
                ...book.deadlines.map(({ code: value, zh, en }) => ({ value, label: f.locale === 'en' ? en : zh })),
              ]}
            />
            <DateTime name="from" withTime={false} label={c.from} defaultValue={from} error={day ? undefined : w.rulebook.tier.notADay} />
            <SubmitButton busyLabel={w.form.busy} look="outline">
              {c.compute}
            </SubmitButton>
          </form>
          {row && day && due && name && (
            <div className="pt-4">
              <Verdict tone="neutral" title={c.due(f.instant(due.dueAt))}>
                <p>{c.result(name, f.day(day))}</p>
                {row.unit === 'working_days' && (
                  <p className="text-13 text-ink-2">
                    {c.counted(workingDaysBetween(day, dayOf(new Date(due.dueAt.getTime() - 1)), book.calendar))}
                  </p>
                )}
                {row.unit === 'hours' && <p className="text-13 text-ink-2">{c.atHour}</p>}
                {due.touchesProvisional && <Note tone="waiting">{c.provisional}</Note>}
              </Verdict>
            </div>
          )}
        </Section>
        <Section id="all" title={c.caption} actions={<CsvFile href="/rulebook/csv/deadline" label={w.rulebook.csv} />}>
          <DataTable
            caption={c.caption}
            columns={shown(deadlineColumns(reading))}
            groups={groups.map((of) => ({
              key: of,
              title: c.of[of] ?? nouns[of] ?? of,
              rows: book.deadlines.filter(({ appliesTo }) => appliesTo === of),
            }))}
            rowKey={(one) => `${one.code} ${one.effectiveFrom}`}
            current={(one) => one === row}
          />
        </Section>
      </div>
    </>
  )
}
