import { bareAmount } from '@/app/_components/figure/amount'
import { figureHref } from '@/app/_components/figure/figure-link'
import { FormInput, FormSelect } from '@/app/_components/form/fields'
import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import type { ReportFigure } from '@/lib/biweekly/queries/reports'
import {
  ALL,
  byForm,
  type Column,
  GRADED,
  GROUNDS,
  ITEM_NAMES,
  keyOf,
  type Line,
  lineKey,
  RUNGS,
  readKey,
} from '@/lib/biweekly/rules/sheet'
import { isUnknown } from '@/lib/figure/rules'
import { FACT_SOURCES } from '@/lib/figure/workflow'
import { columnLabel, fieldLabel, fullLabel, lineLabel, type Tongue, unitOf, unknownOf } from './sheet'

/** Lines for figures of which the record has nothing. */
const ADDED = 3

/** Every figure of the report, line by line: the record's, and beside it what is declared instead, with the reason. */
export async function FigureFields({ figures, tongue }: { figures: ReportFigure[]; tongue: Tongue }) {
  const [{ biweekly }, f] = [await words(), await format()]
  const w = biweekly.write
  const rows = figures.flatMap((figure) => {
    const key = readKey(figure.key)
    return key ? [{ figure, ...key }] : []
  })
  const lines = [...new Map(rows.map(({ line }) => [lineKey(line), line])).values()].sort(byForm)
  return lines.map((line) => {
    const own = rows.filter((row) => lineKey(row.line) === lineKey(line))
    const title = fullLabel(line, tongue)
    return (
      <details key={lineKey(line)} open={line === lines[0] || own.some(({ figure }) => figure.declared !== null) || undefined}>
        <summary className="w-fit font-bold text-accent underline underline-offset-3">{title}</summary>
        <table className="data-table mt-2" data-stack="">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{w.figure}</th>
              <th scope="col" data-align="end">
                {w.recordedHead}
              </th>
              <th scope="col" className="w-36">
                {w.declaredHead}
              </th>
              <th scope="col" className="w-1/2">
                {w.reasonHead}
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ figure, column }) => (
              <tr key={figure.key}>
                <th scope="row" data-at="title" className="font-normal!">
                  {columnLabel(column, tongue)} <span className="text-13 text-ink-3">{unitOf(column, tongue)}</span>
                </th>
                <td data-align="end" data-at="clock">
                  <Link href={figureHref(figure.definition)} className="inline-block min-h-6 min-w-6">
                    {bareAmount(figure, tongue.words.figure, f)}
                  </Link>
                  {figure.unknown > 0 && !isUnknown(figure) && (
                    <span className="block text-13 whitespace-normal text-ink-2">{unknownOf(column, figure.unknown, tongue)}</span>
                  )}
                </td>
                <td data-at="full">
                  <FormInput
                    name={`declared.${figure.key}`}
                    label={fieldLabel({ line, column }, w.declaredHead, tongue)}
                    hideLabel
                    inputMode="numeric"
                    placeholder={w.declaredHead}
                    defaultValue={figure.declared ?? undefined}
                  />
                </td>
                <td data-at="full">
                  <FormInput
                    name={`reasons.${figure.key}`}
                    label={fieldLabel({ line, column }, w.reasonHead, tongue)}
                    hideLabel
                    maxLength={300}
                    placeholder={w.reasonHead}
                    defaultValue={figure.reason ?? undefined}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    )
  })
}

/** A few lines on which a figure that the record does not have is chosen from three lists. */
export async function AddedFields({ groups, tongue }: { groups: { code: string }[]; tongue: Tongue }) {
  const w = (await words()).biweekly.write
  const sources: Line[] = FACT_SOURCES.flatMap((source) => GROUNDS.map((ground) => ({ group: 'V00', source, ground })))
  const columns: Column[] = [
    ...ITEM_NAMES.map((item) => ({ item })),
    ...GRADED.flatMap((graded) => RUNGS.map((rung) => ({ graded, rung }))),
  ]
  return Array.from({ length: ADDED }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blank lines have no identity
    <fieldset key={index} className="grid gap-3 border-b border-line pb-4">
      <legend className="mb-1 text-13 text-ink-2">{w.row(index + 1)}</legend>
      <div className="grid gap-3 desk:grid-cols-3">
        <FormSelect
          name={`added.${index}.group`}
          label={w.group}
          options={[
            { value: '', label: w.allGroups },
            ...groups.map(({ code }) => ({ value: code, label: `${code} ${tongue.clause(code)}` })),
          ]}
        />
        <FormSelect
          name={`added.${index}.line`}
          label={w.lineOf}
          options={[
            { value: '', label: w.allSources },
            ...sources.map((line) => ({ value: `${line.source}:${line.ground}`, label: lineLabel(line, tongue) })),
          ]}
        />
        <FormSelect
          name={`added.${index}.column`}
          label={w.figure}
          options={[
            { value: '', label: w.choose },
            ...columns.map((column) => ({ value: keyOf({ line: ALL, column }).slice(3), label: columnLabel(column, tongue) })),
          ]}
        />
      </div>
      <div className="grid gap-3 desk:grid-cols-[160px_minmax(0,1fr)]">
        <FormInput name={`added.${index}.value`} label={w.value} inputMode="numeric" />
        <FormInput name={`added.${index}.reason`} label={w.reason} maxLength={300} />
      </div>
    </fieldset>
  ))
}
