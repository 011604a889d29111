// Another figure than the record's may be declared, with a reason; the record's stays beside it.

import { wholeOf } from '../../kernel/number'
import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import type { Write } from '../input'
import { keyOf, readKey } from './sheet'

export type Declaration = { key: string; declared: number; reason: string }
type Sent = Pick<Write, 'declared' | 'reasons' | 'added'>
type Line = { key: string; value: string; reason: string; at: { value: string; reason: string; column: string } }

const MOST = Number.MAX_SAFE_INTEGER

function* linesOf({ declared, reasons, added }: Sent): Generator<Line> {
  for (const key of new Set([...Object.keys(declared), ...Object.keys(reasons)]))
    yield {
      key,
      value: declared[key] ?? '',
      reason: reasons[key] ?? '',
      at: { value: `declared.${key}`, reason: `reasons.${key}`, column: `declared.${key}` },
    }
  for (const [n, { group, line, column, value, reason }] of Object.entries(added))
    yield {
      key: `${group}:${line || ':'}:${column}`,
      value: column ? value : value || (reason ? ' ' : ''),
      reason,
      at: { value: `added.${n}.value`, reason: `added.${n}.reason`, column: `added.${n}.column` },
    }
}

/**
 * What was declared, figure by figure; `recorded` is what the record has. Equal to the record is no declaration. Every line that
 * cannot be is named at its own field: figure_unknown, not_a_number, reason_missing, value_missing, declared_twice.
 */
export function readDeclarations(sent: Sent, recorded: (key: string) => number): Outcome<Declaration[], string> {
  const faults: Fault[] = []
  const found = new Map<string, Declaration>()
  for (const { key, value, reason, at } of linesOf(sent)) {
    if (!value.trim() && !reason) continue
    const known = readKey(key)
    const number = wholeOf(value)
    if (!known || keyOf(known) !== key) faults.push({ field: at.column, code: 'figure_unknown' })
    else if (!value.trim()) faults.push({ field: at.value, code: 'value_missing' })
    else if (!(number <= MOST)) faults.push({ field: at.value, code: 'not_a_number' })
    else if (number === recorded(key)) continue
    else if (!reason) faults.push({ field: at.reason, code: 'reason_missing' })
    else if (found.has(key)) faults.push({ field: at.column, code: 'declared_twice' })
    else found.set(key, { key, declared: number, reason })
  }
  return faults.length > 0 ? refuse(faults[0]!.code, { faults }) : ok([...found.values()])
}
