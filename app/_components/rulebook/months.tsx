import clsx from 'clsx'
import { format, words } from '@/app/_server/locale'
import { addDays, asDay, type Day, weekdayOf } from '@/lib/kernel/time'
import { dayCalled, type Rulebook } from '@/lib/rulebook/rules/book'
import { isWorkingDay } from '@/lib/rulebook/rules/deadline'

const two = (value: number) => String(value).padStart(2, '0')

function daysOf(year: number, month: number): Day[] {
  const days: Day[] = []
  for (let day = asDay(`${year}-${two(month)}-01`); Number(day.slice(5, 7)) === month; day = addDays(day, 1)) days.push(day)
  return days
}

/** The year as twelve small months: days off and make-up workdays are marked by a word, and those only expected by a dashed line. */
export async function Months({ year, today, book }: { year: number; today: Day; book: Rulebook }) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.rulebook.calendar
  const exceptions = new Map(book.days.map((row) => [row.date, row]))
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(236px,1fr))] gap-x-8 gap-y-6">
      {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
        const days = daysOf(year, month)
        const blanks = weekdayOf(days[0]!) - 1
        return (
          <section key={month} aria-labelledby={`month-${month}`}>
            <h3 id={`month-${month}`} className="flex items-baseline justify-between border-b border-rule pb-1 text-14 font-bold">
              {c.month(month)}
              <span className="text-12 font-normal text-ink-2">
                {c.working(days.filter((day) => isWorkingDay(day, book.calendar)).length)}
              </span>
            </h3>
            <ol className="grid grid-cols-7 pt-1 text-center text-13 tabular-nums">
              {c.weekday.map((name) => (
                <li key={name} aria-hidden="true" className="py-0.5 text-12 text-ink-3">
                  {name}
                </li>
              ))}
              {days.map((day, at) => {
                const exception = exceptions.get(day)
                const works = isWorkingDay(day, book.calendar)
                return (
                  <li
                    key={day}
                    style={at === 0 ? { gridColumnStart: blanks + 1 } : undefined}
                    className={clsx(
                      'grid min-h-9 content-start justify-items-center rounded-tag py-0.5',
                      works ? 'text-ink' : 'text-ink-3',
                      exception?.kind === 'holiday' && 'bg-sunken',
                      exception?.kind === 'make_up_workday' && 'bg-waiting-tint text-ink!',
                      exception?.certainty === 'provisional' && 'outline-1 -outline-offset-1 outline-dashed outline-control',
                      day === today && 'font-bold underline underline-offset-3',
                    )}
                  >
                    <span aria-hidden="true">{Number(day.slice(8))}</span>
                    {exception && (
                      <span aria-hidden="true" className="text-12 leading-3.5 text-ink-2">
                        {c.short[exception.kind]}
                      </span>
                    )}
                    <span className="sr-only">
                      {f.day(day)}
                      {exception && ` ${dayCalled(exception, f.locale)} ${c.kind[exception.kind]} ${c.certainty[exception.certainty]}`}
                    </span>
                  </li>
                )
              })}
            </ol>
          </section>
        )
      })}
    </div>
  )
}
