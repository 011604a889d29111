import { words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { Severity } from '@/app/_ui/severity'
import { type Occasion, suggest } from '@/lib/penalty/rules/guide'
import { OCCURRENCES } from '@/lib/penalty/workflow'
import type { GuideRow } from '@/lib/rulebook/rules/book'
import { cellWords } from './cell-words'

type Level = 1 | 2 | 3 | 4
const LEVELS: Level[] = [1, 2, 3, 4]

/** The guide for such a target, severity by repetition, with one's own cell marked. */
export async function GuideTable({ guide, own }: { guide: readonly GuideRow[]; own: Occasion }) {
  const { penalty: w, shell } = await words()
  const columns: Column<Level>[] = [
    {
      key: 'severity',
      head: w.new.severity,
      rowHead: true,
      at: 'title',
      width: '112px',
      cell: (level) => <Severity level={level} label={shell.severity(level)} />,
    },
    ...OCCURRENCES.map(
      (occurrence): Column<Level> => ({
        key: occurrence,
        head: w.new.column[occurrence],
        cardLabel: w.new.column[occurrence],
        cell: (level) => {
          const said = cellWords(w, suggest({ severity: level, occurrence, target: own.target }, guide))
          if (level !== own.severity || occurrence !== own.occurrence) return said
          return (
            <b>
              {said}
              {w.new.own}
            </b>
          )
        },
      }),
    ),
  ]
  return (
    <DataTable<Level> caption={w.new.table} columns={columns} rows={LEVELS} rowKey={String} current={(level) => level === own.severity} />
  )
}
