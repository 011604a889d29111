import type { Words } from '@/lib/i18n/catalogue'
import type { Suggestion } from '@/lib/penalty/rules/guide'

/** What the guide has in one cell, in words. */
export function cellWords(w: Words['penalty'], { now, waiting }: Pick<Suggestion, 'now' | 'waiting'>): string {
  const said = (rows: Suggestion['now']) => rows.map(({ rung, parameter }) => w.measure(rung, parameter))
  return w.cell(said(now.filter(({ mandatory }) => mandatory)), said(now.filter(({ mandatory }) => !mandatory)), said(waiting))
}
