// Law is dated data: a row counts from its first date to the day before its last (行政许可法: the rule of the filing date).
import type { Day } from '../../kernel/time'

export type Dated = { effectiveFrom?: Day | null; effectiveTo?: Day | null }

/** Is the row in force on this date? A row without a first date has no recorded beginning and counts as long as it has not ended. */
export const inForce = ({ effectiveFrom, effectiveTo }: Dated, on: Day) =>
  (!effectiveFrom || effectiveFrom <= on) && (!effectiveTo || on < effectiveTo)

/** Of several rows of one code, the one in force on this date; the youngest if an older one was never ended. */
export function rowOn<R extends Dated & { code: string }>(rows: readonly R[], code: string, on: Day): R | undefined {
  const fitting = rows.filter((row) => row.code === code && inForce(row, on))
  return fitting.reduce<R | undefined>(
    (best, row) => (best && (best.effectiveFrom ?? '') >= (row.effectiveFrom ?? '') ? best : row),
    undefined,
  )
}
