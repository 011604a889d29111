import { and, eq, gte, isNull, lt } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { facts } from '@/db/schema'
import { figure, positionNow } from '../../figure/queries/figure'
import type { FigureDefinition, Position } from '../../figure/rules'
import { instantsOf, type Period } from '../rules/period'
import { definitionOf, keyOf, keysOf, type Trace } from '../rules/sheet'

export type Counted = { key: string; definition: FigureDefinition; value: number; unknown: number }
export type Draft = { position: Position; figures: Counted[] }

/** Which kinds of facts the record holds of a platform's period. */
async function tracesOf(tx: Tx, filerId: string, period: Period): Promise<Trace[]> {
  const { from, to } = instantsOf(period)
  return tx
    .selectDistinct({
      what: facts.what,
      targetKind: facts.targetKind,
      rung: facts.rung,
      stage: facts.stage,
      source: facts.source,
      standing: facts.standing,
      groups: facts.groups,
    })
    .from(facts)
    .where(and(eq(facts.ownerId, filerId), gte(facts.countsAt, from), lt(facts.countsAt, to), isNull(facts.voidedIn)))
}

/** A platform's report of a period as the record has it at this moment: every figure that is not empty, and those of the whole. */
export async function draftOf(tx: Tx, filerId: string, period: Period): Promise<Draft> {
  const position = await positionNow(tx)
  const keys = keysOf(await tracesOf(tx, filerId, period))
  const counted = await Promise.all(
    keys.map(async (key) => {
      const definition = definitionOf(key, filerId, period)
      if (key.isEmpty) return emptyFigure(keyOf(key), definition)
      const { value, unknown } = await figure(tx, definition, position)
      return { key: keyOf(key), definition, value, unknown }
    }),
  )
  return { position, figures: counted.filter(({ key, value, unknown }) => value > 0 || unknown > 0 || key.startsWith(':::')) }
}

/** A single figure that the draft left out because the record holds nothing of it. */
export const emptyFigure = (key: string, definition: FigureDefinition): Counted => ({ key, definition, value: 0, unknown: 0 })

/** Has the record moved since these figures were taken? */
export const hasMoved = (before: readonly Pick<Counted, 'key' | 'value' | 'unknown'>[], now: readonly Counted[]) => {
  const spell = (figures: readonly Pick<Counted, 'key' | 'value' | 'unknown'>[]) =>
    figures
      .filter(({ value, unknown }) => value > 0 || unknown > 0)
      .map(({ key, value, unknown }) => `${key}=${value}+${unknown}`)
      .sort()
      .join('\n')
  return spell(before) !== spell(now)
}
