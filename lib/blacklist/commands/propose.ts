import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { type Act, advance, openCase } from '@/db/act'
import {
  blacklistClauses,
  blacklistEntries,
  blacklistHands,
  blacklistProposals,
  blacklistSubjects,
  penalties,
  penaltyReasons,
} from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { newId } from '../../kernel/id'
import { ok, refuse } from '../../kernel/outcome'
import { judgeOpening } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import type { Propose, Withdraw } from '../input'
import { upheldBasis } from '../queries/basis'
import { judgeProposal, kindsIn, type Scope } from '../rules'
import { blacklistWorkflow } from '../workflow'
import { holdEntry } from './hold'
import { activeEntries, idsIn, lockSubjects, nameScope, putOn, setActive, sizesOf, standsElsewhere, subjectsNamed } from './scope'

/** The entry that these were last on and were lifted from. */
async function liftedBefore(act: Act, { dramaIds, miniProgramIds }: Scope): Promise<string | null> {
  const [found] = await act.tx
    .select({ id: blacklistEntries.id })
    .from(blacklistEntries)
    .innerJoin(blacklistSubjects, eq(blacklistSubjects.entryId, blacklistEntries.id))
    .where(
      and(
        eq(blacklistEntries.state, 'lifted'),
        or(inArray(blacklistSubjects.dramaId, dramaIds), inArray(blacklistSubjects.miniProgramId, miniProgramIds)),
      ),
    )
    .orderBy(desc(blacklistEntries.liftedAt))
    .limit(1)
  return found?.id ?? null
}

/** Who proposes: the acting member, or whoever imposed P10, for whom the house opens the entry. */
type Proposer = { organizationId: string; memberId: string; name: string; penaltyId: string | null }
type Proposal = Scope & { violationId: string; codes: string[]; names: string[]; reason: string | null }
const said = ({ reason }: Proposal, { organizationId }: Proposer) =>
  reason ? [{ field: 'reason', words: reason, audience: 'parties' as const, to: organizationId }] : []

const note = (act: Act, violationId: string, by: Proposer, entryId: string, bureauId: string, first: boolean) =>
  act.tx.insert(blacklistProposals).values({
    entryId,
    violationId,
    bureauId,
    first,
    proposerId: by.organizationId,
    proposedByName: by.name,
    at: act.now,
    penaltyIds: by.penaltyId ? [by.penaltyId] : [],
  })

async function support(act: Act, proposal: Proposal, by: Proposer, entryId: string, bureauId: string) {
  const own = and(
    eq(blacklistProposals.entryId, entryId),
    eq(blacklistProposals.violationId, proposal.violationId),
    eq(blacklistProposals.proposerId, by.organizationId),
  )
  const [before] = await act.tx.select({ at: blacklistProposals.at }).from(blacklistProposals).where(own)
  if (before && !by.penaltyId) return refuse('already_proposed')
  if (before) {
    // What its platform proposed itself before now rests on its imposition too.
    const penaltyIds = sql`array_append(${blacklistProposals.penaltyIds}, ${by.penaltyId}::uuid)`
    await act.tx.update(blacklistProposals).set({ penaltyIds }).where(own)
    return ok({ id: entryId, number: null })
  }
  // The proposal first: with it the entry, sealed from other platforms until it is listed, becomes the actor's to see.
  await note(act, proposal.violationId, by, entryId, bureauId, false)
  const held = await holdEntry(act, entryId)
  if (!held.ok) return held
  const supported = { ...held.value, proposerId: by.organizationId }
  return advance(act, blacklistEntries, blacklistWorkflow, 'support', supported, { words: said(proposal, by) })
}

/** Opens an entry for what is proposed, or joins the one on which it stands. */
async function open(act: Act, proposal: Proposal, by: Proposer) {
  const { violationId, codes, dramaIds, miniProgramIds, names } = proposal
  if (dramaIds.length + miniProgramIds.length === 0) return refuse('work_missing', { field: 'dramaIds' })
  const basis = await upheldBasis(act.tx, violationId)
  if (!basis) return refuse('not_found')
  if (codes.some((code) => !basis.codes.includes(code))) return refuse('item_unknown', { field: 'codes' })
  const { taxonomy } = await rulebook(act.tx)
  const items = taxonomy.filter(({ code }) => codes.includes(code))
  const severity = judgeProposal(items, kindsIn(proposal))
  if (!severity.ok) return refuse(severity.code, { params: severity.params, field: 'codes' })
  const ids = idsIn(proposal)
  const reported = ids.filter((id) => idsIn(basis).includes(id))
  if (!reported.length) return refuse('report_work_missing', { field: 'dramaIds' })
  const named = await subjectsNamed(act, proposal)
  if (!named.ok) return named

  await lockSubjects(act, ids)
  const active = await activeEntries(act, ids)
  const joins = reported.map((id) => active.get(id)).find((id) => id !== undefined)
  if (joins) return support(act, proposal, by, joins, basis.bureauId)
  const other = named.value.find(({ id }) => active.has(id))
  if (other) return standsElsewhere(other)

  const id = newId()
  const first = named.value.find((one) => one.id === reported[0])!
  const opened = await openCase(
    act,
    blacklistEntries,
    blacklistWorkflow,
    by.penaltyId ? 'propose_imposed' : 'propose',
    {
      id,
      title: first.title,
      titleKind: first.kind,
      bureauId: basis.bureauId,
      severity: severity.value,
      severityProposed: severity.value,
      previousEntryId: await liftedBefore(act, proposal),
    },
    {
      judgedBy: { proposerId: by.organizationId, proposedBy: by.memberId },
      words: said(proposal, by),
      detail: { dramaIds, miniProgramIds, works: await sizesOf(act, dramaIds), severity: severity.value },
    },
  )
  if (!opened.ok) return opened
  await act.tx.insert(blacklistHands).values({ entryId: id, proposedBy: by.memberId })
  await note(act, violationId, by, id, basis.bureauId, true)
  await putOn(act, id, proposal, (one) => (idsIn(basis).includes(one) ? 'report' : 'proposal'))
  await act.tx
    .insert(blacklistClauses)
    .values(items.map(({ code, defaultSeverity }) => ({ entryId: id, code, severity: defaultSeverity ?? severity.value })))
  await nameScope(act, id, dramaIds, names)
  return opened
}

/**
 * Proposes works and mini-programs for the blacklist on an upheld violation. Where what it reports stands on an entry already, the
 * proposal joins that one. Refusals: not_yours, not_found, item_unknown, no_item_for_drama, no_item_for_mini_program,
 * severity_too_low, work_missing, report_work_missing, work_unknown, mini_program_unknown, work_on_other_entry,
 * mini_program_on_other_entry, already_proposed.
 */
export async function proposeEntry(act: Act, proposal: Propose) {
  const { organizationId, memberId, name } = act.actor
  const may = judgeOpening(blacklistWorkflow, 'propose', { proposerId: organizationId }, act.actor)
  if (!may.ok) return may
  return open(act, proposal, { organizationId: organizationId!, memberId: memberId!, name, penaltyId: null })
}

/** What a platform that imposed P10 has proposed by that, in the name of the member who imposed it. Refusals: as of a proposal. */
export async function proposeImposed(act: Act, by: Pick<Actor, 'memberId' | 'name'>, penaltyId: string) {
  const [imposed] = await act.tx
    .select({ penalty: penalties, reason: penaltyReasons.reason })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(eq(penalties.id, penaltyId))
  const { violationId, targetKind, targetId, platformId, clauses } = imposed!.penalty
  const scope = targetKind === 'mini_program' ? { dramaIds: [], miniProgramIds: [targetId] } : { dramaIds: [targetId], miniProgramIds: [] }
  const proposal = { violationId, codes: clauses, names: [], reason: imposed!.reason, ...scope }
  return open(act, proposal, { organizationId: platformId, memberId: by.memberId!, name: by.name, penaltyId })
}

/** The proposer takes a proposal back before it is verified. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawProposal(act: Act, { id, version, reason }: Withdraw) {
  const held = await holdEntry(act, id, version)
  if (!held.ok) return held
  const [first] = await act.tx
    .select({ proposerId: blacklistProposals.proposerId })
    .from(blacklistProposals)
    .where(and(eq(blacklistProposals.entryId, id), eq(blacklistProposals.first, true)))
  const words = reason ? [{ field: 'reason', words: reason, audience: 'parties' as const }] : []
  const moved = await advance(
    act,
    blacklistEntries,
    blacklistWorkflow,
    'withdraw',
    { ...held.value, proposerId: first?.proposerId ?? null },
    { words },
  )
  if (moved.ok) await setActive(act, id, { blocks: false, warns: false })
  return moved
}
