import { and, eq, sql } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { insertMany } from '@/db/many'
import { announcementCounts, announcementFigures, announcementRows, announcementSources, announcements } from '@/db/schema'
import { freeze, positionNow, rowsOfFigure } from '../../figure/queries/figure'
import type { FigureDefinition } from '../../figure/rules'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { isSealed, masked } from '../rules'
import { announcementWorkflow } from '../workflow'

const MOST_ROWS = 100_000

/**
 * Publishes what was approved, once its time has come; an act of the clock. Its figures freeze at one position of the record, with
 * the rows that make them as the public may read them (of sealed figures nothing but that they count), and it gets its number in its issuer's count. Refusals: not_found, not_yours, wrong_state, too_early.
 */
export async function publishAnnouncement(act: Act, id: string) {
  const held = await hold(act, announcements, id)
  if (!held.ok) return held
  const may = judge(announcementWorkflow, 'publish', held.value, act.actor)
  if (!may.ok) return may
  if (held.value.scheduledAt && held.value.scheduledAt > act.now) return refuse('too_early')
  const position = await positionNow(act.tx)
  const chosen = await act.tx.select().from(announcementFigures).where(eq(announcementFigures.announcementId, id))
  for (const { key, definition } of chosen) {
    const meaning = definition as FigureDefinition
    const frozen = await freeze(act.tx, meaning, position)
    const { rows } = await rowsOfFigure(act.tx, meaning, { at: position, limit: MOST_ROWS })
    await insertMany(
      act.tx,
      announcementRows,
      rows.map((row, position) => ({
        announcementId: id,
        key,
        position,
        targetKind: row.targetKind,
        ...(isSealed(meaning)
          ? { name: '', codes: [], rung: null, countsAt: act.now }
          : {
              name: row.targetKind === 'account' ? masked(row.title) : row.title,
              codes: row.codes,
              rung: row.rung,
              countsAt: row.countsAt,
            }),
      })),
    )
    await insertMany(
      act.tx,
      announcementSources,
      rows.map((row, position) => ({ announcementId: id, key, position, rowId: row.id, caseId: row.caseId })),
    )
    await act.tx
      .update(announcementFigures)
      .set({ ...frozen.figure, positionSeq: position.seq, positionSnapshot: position.snapshot, sha256: frozen.sha256 })
      .where(and(eq(announcementFigures.announcementId, id), eq(announcementFigures.key, key)))
  }
  const [count] = await act.tx
    .update(announcementCounts)
    .set({ last: sql`${announcementCounts.last} + 1` })
    .where(eq(announcementCounts.issuerId, held.value.issuerId))
    .returning()
  return advance(act, announcements, announcementWorkflow, 'publish', held.value, {
    set: { publishedAt: act.now, issue: count!.last },
    detail: { issue: count!.last, kind: held.value.kind, ofId: held.value.ofId },
  })
}
