import { format, locale, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { State } from '@/app/_ui/state'
import { Official } from '@/app/_ui/words'
import type { ViolationItem } from '@/lib/rulebook/rules/book'
import type { Subject } from '@/lib/violation/queries/report'
import { SubjectName } from './subject-name'

type Row = { key: string; code: string; name: string; basis: string; upheld: 'yes' | 'no' | null; decided: boolean }

/** The items cited against each subject, with their basis and what was ruled. */
export async function RuledItems({
  subjects,
  nameOf,
  taxonomy,
}: {
  subjects: Subject[]
  nameOf: (code: string) => string
  taxonomy: readonly ViolationItem[]
}) {
  const [{ violation: w }, f, language] = [await words(), await format(), await locale()]
  const basisOf = (code: string) => {
    const item = taxonomy.find((one) => one.code === code)
    if (!item) return ''
    const articles = item.order16Articles.length > 0 ? w.case.article(item.order16Articles.join(' ')) : ''
    const rules = item.cnsaItems.length > 0 ? w.case.cnsa(item.cnsaItems.join(' ')) : ''
    return f.list([articles, rules, (language === 'en' ? item.otherBasisEn : item.otherBasisZh) ?? ''].filter(Boolean))
  }
  const reasons = subjects.filter(({ reason }) => reason)
  return (
    <>
      <DataTable<Row>
        caption={w.case.items}
        rowKey={({ key }) => key}
        groups={subjects.map((subject) => ({
          key: subject.id,
          title: (
            <>
              {w.subject[subject.kind]} <SubjectName kind={subject.kind} name={subject.name} />
            </>
          ),
          aside: subject.outcome && w.outcome[subject.outcome],
          rows: subject.clauses.map(({ code, upheld }) => ({
            key: `${subject.id}-${code}`,
            code,
            name: nameOf(code),
            basis: basisOf(code),
            upheld,
            decided: subject.outcome !== null,
          })),
        }))}
        columns={[
          {
            key: 'code',
            head: w.case.items,
            rowHead: true,
            at: 'title',
            cell: ({ code, name }) => (
              <>
                <Official>{code}</Official> {name}
              </>
            ),
          },
          { key: 'basis', head: w.case.basis, at: 'line', cell: ({ basis }) => <span className="text-13 text-ink-2">{basis}</span> },
          {
            key: 'ruled',
            head: w.case.ruled,
            width: '120px',
            at: 'clock',
            cell: ({ upheld, decided }) =>
              decided ? (
                <State tone={upheld === 'yes' ? 'refused' : 'neutral'}>{upheld === 'yes' ? w.case.stands : w.case.notUpheld}</State>
              ) : (
                <State tone="waiting">{w.case.notYet}</State>
              ),
          },
        ]}
      />
      {reasons.map((subject) => (
        <div key={subject.id} className="mt-3">
          <p className="text-13 text-ink-2">
            {w.case.reason} {subjects.length > 1 && <SubjectName kind={subject.kind} name={subject.name} />}
          </p>
          <blockquote className="mt-0.5 border-l-2 border-line px-3 py-1 whitespace-pre-line">{subject.reason}</blockquote>
        </div>
      ))}
    </>
  )
}
