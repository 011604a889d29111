import { eq } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { biweeklyContents, biweeklyFigures } from '@/db/schema'
import { type Draft, emptyFigure } from '../queries/draft'
import type { Declaration } from '../rules/declare'
import type { Period } from '../rules/period'
import { definitionOf, readKey } from '../rules/sheet'

/** Keeps a report's figures as the record has them now, with what is declared beside them; what stood there before goes. */
export async function keepFigures(
  act: Act,
  report: { id: string; filerId: string; period: Period },
  { position, figures }: Draft,
  { declarations = [], remark = null }: { declarations?: readonly Declaration[]; remark?: string | null } = {},
) {
  const known = new Set(figures.map(({ key }) => key))
  const missing = declarations
    .filter(({ key }) => !known.has(key))
    .map(({ key }) => emptyFigure(key, definitionOf(readKey(key)!, report.filerId, report.period)))
  const declared = new Map(declarations.map((one) => [one.key, one]))
  await act.tx.delete(biweeklyFigures).where(eq(biweeklyFigures.reportId, report.id))
  const contents = { seq: position.seq, snapshot: position.snapshot, countedAt: act.now, remark }
  await act.tx
    .insert(biweeklyContents)
    .values({ reportId: report.id, ...contents })
    .onConflictDoUpdate({ target: biweeklyContents.reportId, set: contents })
  await act.tx.insert(biweeklyFigures).values(
    [...figures, ...missing].map((figure) => ({
      reportId: report.id,
      ...figure,
      declared: declared.get(figure.key)?.declared ?? null,
      reason: declared.get(figure.key)?.reason ?? null,
    })),
  )
}
