import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistEntries, blacklistProposals, violations } from '@/db/schema'
import { findWorks, type Pointed, sameWorks, worksNear, worksOf } from '../../matching/queries'
import { rulebook } from '../../rulebook/queries'
import { type EntryRefusal, entrySeverity, judgeProposal, kindsIn } from '../rules'
import { activeEntriesOf, upheldBasis } from './basis'
import { type ProgramNamed, programsBeside, programsById } from './programs'

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
  /** Mini-programs that can be hit: those of the report first, then those that show its works, and the same operators' others. */
  programs: Offered[]
  /** Works of a like title, offered to be ticked. */
  near: Pointed[]
  /** Works that are one with those reported, as a regulator found; and the works that stand on an entry already, where they cannot be added. */
  same: Pointed[]
  taken: ReadonlySet<string>
  /** Its work stands on an entry already, which the proposal will join. */
  joins: boolean
  /** The entry that this organization proposed on this very report already. */
  already: string | null
}

/** A mini-program that may be proposed, and why it is offered. */
export type Offered = ProgramNamed & { why: 'reported' | 'shows' | 'operator' }

/** The entry that stands on this report for the reader's own organization; row-level security hides what others proposed. */
async function proposedAlready(tx: Tx, violationId: string, entryIds: string[]): Promise<string | null> {
  const [found] = await tx
    .select({ number: blacklistEntries.number })
    .from(blacklistProposals)
    .innerJoin(blacklistEntries, eq(blacklistEntries.id, blacklistProposals.entryId))
    .where(and(eq(blacklistProposals.violationId, violationId), inArray(blacklistProposals.entryId, entryIds)))
  return found?.number ?? null
}

async function programsOffered(tx: Tx, { dramaIds, miniProgramIds }: { dramaIds: string[]; miniProgramIds: string[] }): Promise<Offered[]> {
  const reported = await programsById(tx, miniProgramIds)
  const beside = await programsBeside(tx, dramaIds, miniProgramIds)
  return [...reported.map((one) => ({ ...one, why: 'reported' as const })), ...beside]
}

/** What a proposal on this report starts from; nothing where the actor may not propose on it. */
export async function proposalOn(tx: Tx, number: string): Promise<ProposalBasis | null> {
  const [violation] = await tx
    .select({ id: violations.id, number: violations.number, title: violations.title })
    .from(violations)
    .where(eq(violations.number, number))
  const basis = violation && (await upheldBasis(tx, violation.id))
  if (!violation || !basis) return null
  const { taxonomy } = await rulebook(tx)
  const items = taxonomy.filter(({ code }) => basis.codes.includes(code))
  const kinds = kindsIn(basis).filter((kind) => entrySeverity(items, [kind]) !== null)
  const judged = judgeProposal(items, kinds.length > 0 ? kinds : kindsIn(basis))
  const reported = kinds.includes('drama') ? [...(await worksOf(tx, basis.dramaIds)).values()] : []
  const same = [...(await worksOf(tx, await sameWorks(tx, basis.dramaIds))).values()]
  const known = new Set([...reported, ...same].map(({ id }) => id))
  const near = (await Promise.all(reported.map((work) => worksNear(tx, work, work.id)))).flat().filter(({ id }) => !known.has(id))
  const reportedIds = [...basis.dramaIds, ...basis.miniProgramIds]
  const programs = entrySeverity(items, ['mini_program']) === null ? [] : await programsOffered(tx, basis)
  const shown = [...reportedIds, ...[...same, ...near, ...programs].map(({ id }) => id)]
  const active = await activeEntriesOf(tx, shown)
  const joined = reportedIds.flatMap((id) => active.get(id) ?? [])
  return {
    violationId: violation.id,
    number,
    title: violation.title,
    items: items.map(({ code, defaultSeverity }) => ({ code, severity: defaultSeverity ?? 1 })),
    severity: judged.ok ? judged.value : null,
    cannot: judged.ok ? null : judged.code,
    reported,
    programs,
    near: [...new Map(near.map((work) => [work.id, work])).values()],
    same,
    taken: new Set([...active.keys()].filter((id) => !reportedIds.includes(id))),
    joins: joined.length > 0,
    already: joined.length ? await proposedAlready(tx, violation.id, joined) : null,
  }
}

/** Works by title or number, those that were ticked before apart, and which of them stand on an entry already. */
export async function worksPointed(
  tx: Tx,
  find: string,
  ticked: string[],
): Promise<{ found: Pointed[]; kept: Pointed[]; taken: ReadonlySet<string> }> {
  const found = await findWorks(tx, find)
  const kept = [...(await worksOf(tx, ticked)).values()].filter(({ id }) => found.every((work) => work.id !== id))
  const active = await activeEntriesOf(
    tx,
    [...found, ...kept].map(({ id }) => id),
  )
  return { found, kept, taken: new Set(active.keys()) }
}
