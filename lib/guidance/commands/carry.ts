import { isNotNull } from 'drizzle-orm'
import { type Act, openCase } from '@/db/act'
import { guidanceClauses, guidanceItems, guidanceWorks } from '@/db/schema'
import { ok } from '../../kernel/outcome'
import type { Day } from '../../kernel/time'
import { bureauIdOf } from '../../organization/commands/enroll'
import type { Work } from '../rules/item'
import { type GuidanceKind, guidanceWorkflow, type Precision } from '../workflow'

export type Published = {
  key: string
  kind: GuidanceKind
  issuer: string
  title: string
  titleEn: string
  body: string
  bodyEn: string
  issuedOn: Day
  precision: Precision
  closesOn: Day | null
  batch: string | null
  workCount: number | null
  clauses: readonly string[]
  sources: readonly string[]
  works: readonly Work[]
}

/** What was published before the portal stood is taken over with its source by the house, each item once. Gives how many are new. */
export async function carryGuidance(act: Act, items: readonly Published[]) {
  const known = new Set(
    (await act.tx.select({ key: guidanceItems.carriedAs }).from(guidanceItems).where(isNotNull(guidanceItems.carriedAs))).map(
      ({ key }) => key,
    ),
  )
  const fresh = items.filter(({ key }) => !known.has(key))
  for (const { key, issuer, precision, clauses, sources, works, ...item } of fresh) {
    const opened = await openCase(act, guidanceItems, guidanceWorkflow, 'carry', {
      ...item,
      issuerId: bureauIdOf(issuer),
      issuedOnPrecision: precision,
      sourceKeys: sources.join('|'),
      sourceName: '',
      publishedAt: act.now,
      carriedAs: key,
    })
    if (!opened.ok) return opened
    const guidanceId = opened.value.id
    if (clauses.length > 0) await act.tx.insert(guidanceClauses).values(clauses.map((code) => ({ guidanceId, code })))
    if (works.length > 0) await act.tx.insert(guidanceWorks).values(works.map((work, at) => ({ guidanceId, position: at + 1, ...work })))
  }
  return ok(fresh.length)
}
