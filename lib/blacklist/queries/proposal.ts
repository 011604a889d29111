import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, violations } from '@/db/schema'
import { findWorks, type Pointed, worksNear, worksOf } from '../../matching/queries'
import { rulebook } from '../../rulebook/queries'
import type { EntryRefusal } from '../rules'
import { judgeProposal } from '../rules'
import { upheldBasis } from './basis'

export type ProposalBasis = {
  violationId: string
  number: string
  title: string
  items: { code: string; severity: number }[]
  severity: number | null
  /** Why it cannot be proposed, where it cannot. */
  cannot: EntryRefusal | null
  /** Works that the report was upheld against. */
  reported: Pointed[]
  /** Works that the proposer added by their codes. */
  added: Pointed[]
  /** Works of a like title, offered to be ticked. */
  near: Pointed[]
  found: Pointed[]
  /** Its work stands on an entry already, which the proposal will join. */
  joins: boolean
}

/** What a proposal on this report starts from; nothing where the actor may not propose on it. */
export async function proposalOn(
  tx: Tx,
  number: string,
  { find, codes }: { find?: string; codes: string[] },
): Promise<ProposalBasis | null> {
  const [violation] = await tx
    .select({ id: violations.id, number: violations.number, title: violations.title })
    .from(violations)
    .where(eq(violations.number, number))
  const basis = violation && (await upheldBasis(tx, violation.id))
  if (!violation || !basis) return null
  const { taxonomy } = await rulebook(tx)
  const items = taxonomy.filter(({ code }) => basis.codes.includes(code))
  const judged = judgeProposal(items)
  const reported = [...(await worksOf(tx, basis.dramaIds)).values()]
  const coded = codes.length ? await tx.select({ id: dramas.id }).from(dramas).where(inArray(dramas.code, codes)) : []
  const added = [
    ...(
      await worksOf(
        tx,
        coded.map(({ id }) => id),
      )
    ).values(),
  ].filter(({ id }) => !basis.dramaIds.includes(id))
  const known = new Set([...reported, ...added].map(({ id }) => id))
  const near = (await Promise.all(reported.map((work) => worksNear(tx, work, work.id)))).flat().filter(({ id }) => !known.has(id))
  const found = find ? (await findWorks(tx, find)).filter(({ id }) => !known.has(id)) : []
  const active = await tx.execute(sql`select 1 from active_entries_of(${sql.param(basis.dramaIds)}::uuid[])`)
  return {
    violationId: violation.id,
    number,
    title: violation.title,
    items: items.map(({ code, defaultSeverity }) => ({ code, severity: defaultSeverity ?? 1 })),
    severity: judged.ok ? judged.value : null,
    cannot: judged.ok ? null : judged.code,
    reported,
    added,
    near: [...new Map(near.map((work) => [work.id, work])).values()],
    found,
    joins: active.length > 0,
  }
}
