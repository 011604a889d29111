import { format, words } from '@/app/_server/locale'
import { Severity } from '@/app/_ui/severity'
import type { GuideRow, Rulebook, Target } from '@/lib/rulebook/rules/book'

const SEVERITIES = [1, 2, 3, 4] as const
const OCCURRENCES = ['first', 'repeat_within_90_days'] as const
const MANDATORY = ['yes', 'choice'] as const

async function Cell({ rows, book }: { rows: readonly GuideRow[]; book: Rulebook }) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.rulebook.measure
  if (rows.length === 0) return <span className="text-ink-3">{c.nothing}</span>
  const nameOf = (code: string) => {
    const rung = book.ladder.find((one) => one.code === code)
    return rung ? (f.locale === 'en' ? rung.en : rung.zh) : code
  }
  const listing = rows.find(({ blacklist }) => blacklist !== 'no')
  return (
    <div className="grid gap-1.5">
      {MANDATORY.map((mandatory) => {
        const of = rows.filter((row) => row.mandatory === mandatory)
        if (of.length === 0) return null
        return (
          <div key={mandatory}>
            <span className="text-13 text-ink-2">{c.mandatory[mandatory]}</span>
            <ul>
              {of.map(({ penalty, parameter, deadlineHours }) => (
                <li key={penalty}>
                  {parameter ? w.penalty.measure(penalty, parameter) : nameOf(penalty)}
                  {deadlineHours > 0 && penalty !== 'P1' && <span className="text-13 text-ink-2"> {c.afterDeadline(deadlineHours)}</span>}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {listing && <p className="text-13 font-medium text-refused">{c.blacklist[listing.blacklist]}</p>}
    </div>
  )
}

/** What is suggested against one kind of target, by severity and occurrence; on a narrow screen the occurrences stand below each other. */
export async function Guide({ target, rows, book }: { target: Target; rows: readonly GuideRow[]; book: Rulebook }) {
  const { rulebook: w } = await words()
  const c = w.measure
  const cell = (severity: number, occurrence: (typeof OCCURRENCES)[number]) =>
    rows.filter((row) => row.target === target && row.severity === severity && row.occurrence === occurrence)
  return (
    <table className="data-table" data-stack="">
      <caption className="sr-only">{c.guideOf(w.target[target])}</caption>
      <thead>
        <tr>
          <th scope="col" style={{ width: '8em' }}>
            {c.severityHead}
          </th>
          {OCCURRENCES.map((occurrence) => (
            <th key={occurrence} scope="col">
              {c.occurrence[occurrence]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SEVERITIES.map((severity) => (
          <tr key={severity}>
            <th scope="row" data-at="title">
              <Severity level={severity} label={w.level(severity)} />
            </th>
            {OCCURRENCES.map((occurrence) => (
              <td key={occurrence} data-at="full" data-label={c.occurrence[occurrence]}>
                <Cell rows={cell(severity, occurrence)} book={book} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
