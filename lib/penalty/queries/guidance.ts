import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { penaltyReasons } from '@/db/schema'
import type { GuideRow } from '../../rulebook/rules/book'
import type { Severity } from '../../violation/rules'
import { mended, type NextRow, nextRow, type Occasion, suggest, without } from '../rules/guide'
import { standsAs } from '../rules/measure'
import { type Imposed, standing, type TargetCase } from './occasion'
import { type Mending, mendingOn } from './refusal'

/** What the guide says to a platform about a target. */
export type Guided = NextRow & {
  /** The cell that the case is in; another than `cell` where a refusal leads one step up. */
  before: Occasion
  /** The measures of this platform that stand on what is decided. */
  imposed: Imposed[]
  /** How the mending stands that P1 would ask for, where it was not refused; a guidance that was met need not be imposed. */
  mending: Mending | null
  /** The guidance that was not met, and the rectification that was refused, where it follows from these. */
  afterId: string | null
  refusedId: string | null
}

type Asked = {
  platformId: string
  /** Of a work, where the decision is kept to these. */
  episodes: readonly number[]
  /** The platform's own guidance that was not met. */
  afterId?: string | null
}

/** The cell in which a guidance was weighed. */
async function cellOf(tx: Tx, afterId: string, target: Occasion['target']): Promise<Occasion | null> {
  const [was] = await tx.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, afterId))
  return was ? { severity: was.severity as Severity, occurrence: was.occurrence, target } : null
}

/** What the guide asks of this platform here: its own rows, or the next ones where what was to be mended is refused, whoever ordered it. */
export async function guidedOn(
  tx: Tx,
  { violation, subjectId, target, occasion }: TargetCase,
  guide: readonly GuideRow[],
  { platformId, episodes, afterId = null }: Asked,
): Promise<Guided> {
  const stands = await standing(tx, violation.id, target.id, platformId)
  const imposed = stands.filter(({ targetKind, episode }) =>
    target.kind === 'episode' && episodes.length > 0 ? targetKind === 'episode' && episodes.includes(episode!) : targetKind === target.kind,
  )
  const { refusedId, mending } = await mendingOn(tx, subjectId)
  const before = (afterId && (await cellOf(tx, afterId, target.kind))) || occasion
  const names = imposed.map(standsAs)
  const whole = suggest(before, guide)
  const left = mending === 'met' ? mended(whole, names) : without(whole, names)
  const row = refusedId ? nextRow(before, guide, names) : { cell: before, whole, left }
  return { ...row, before, imposed, mending, afterId, refusedId }
}
