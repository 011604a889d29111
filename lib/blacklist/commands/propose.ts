import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Act, advance, hold, openCase } from '@/db/act'
import { blacklistClauses, blacklistEntries, blacklistProposals, blacklistSubjects } from '@/db/schema'
import { newId } from '../../kernel/id'
import { refuse } from '../../kernel/outcome'
import { judgeOpening } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import type { Propose, Withdraw } from '../input'
import { upheldBasis } from '../queries/basis'
import { judgeProposal } from '../rules'
import { blacklistWorkflow } from '../workflow'
import { activeEntries, lockWorks, nameScope, setActive, sizeOf, worksNamed } from './scope'

/** The entry that these works were last on and were lifted from. */
async function liftedBefore(act: Act, dramaIds: string[]): Promise<string | null> {
  const [found] = await act.tx
    .select({ id: blacklistEntries.id })
    .from(blacklistEntries)
    .innerJoin(blacklistSubjects, eq(blacklistSubjects.entryId, blacklistEntries.id))
    .where(and(eq(blacklistEntries.state, 'lifted'), inArray(blacklistSubjects.dramaId, dramaIds)))
    .orderBy(desc(blacklistEntries.liftedAt))
    .limit(1)
  return found?.id ?? null
}

const proposal = (act: Act, { violationId }: Propose, entryId: string, bureauId: string, first: boolean) =>
  act.tx
    .insert(blacklistProposals)
    .values({ entryId, violationId, bureauId, first, proposerId: act.actor.organizationId!, proposedByName: act.actor.name, at: act.now })

async function support(act: Act, input: Propose, entryId: string, bureauId: string) {
  const [before] = await act.tx
    .select({ at: blacklistProposals.at })
    .from(blacklistProposals)
    .where(and(eq(blacklistProposals.entryId, entryId), eq(blacklistProposals.violationId, input.violationId)))
  if (before) return refuse('already_proposed')
  // The proposal first: with it the entry, sealed from other platforms until it is listed, becomes the actor's to see.
  await proposal(act, input, entryId, bureauId, false)
  const held = await hold(act, blacklistEntries, entryId)
  if (!held.ok) return held
  return advance(
    act,
    blacklistEntries,
    blacklistWorkflow,
    'support',
    { ...held.value, proposerId: act.actor.organizationId },
    { words: [{ field: 'reason', words: input.reason, audience: 'parties' }] },
  )
}

/**
 * Proposes works for the blacklist on an upheld violation. Where its work stands on an entry already, the proposal joins that one.
 * Refusals: not_yours, not_found, item_unknown, no_item_for_drama, severity_too_low, report_work_missing, work_unknown,
 * work_on_other_entry, already_proposed.
 */
export async function proposeEntry(act: Act, input: Propose) {
  const judgedBy = { proposerId: act.actor.organizationId }
  const may = judgeOpening(blacklistWorkflow, 'propose', judgedBy, act.actor)
  if (!may.ok) return may
  const basis = await upheldBasis(act.tx, input.violationId)
  if (!basis) return refuse('not_found')
  if (input.codes.some((code) => !basis.codes.includes(code))) return refuse('item_unknown', { field: 'codes' })
  const { taxonomy } = await rulebook(act.tx)
  const items = taxonomy.filter(({ code }) => input.codes.includes(code))
  const severity = judgeProposal(items)
  if (!severity.ok) return refuse(severity.code, { params: severity.params, field: 'codes' })
  const reported = input.dramaIds.filter((id) => basis.dramaIds.includes(id))
  if (!reported.length) return refuse('report_work_missing', { field: 'dramaIds' })
  const works = await worksNamed(act, input.dramaIds)
  if (!works.ok) return works

  await lockWorks(act, input.dramaIds)
  const active = await activeEntries(act, input.dramaIds)
  const joins = reported.map((id) => active.get(id)).find((id) => id !== undefined)
  if (joins) return support(act, input, joins, basis.bureauId)
  const other = works.value.find(({ id }) => active.has(id))
  if (other) return refuse('work_on_other_entry', { field: 'dramaIds', params: { title: other.title } })

  const id = newId()
  const opened = await openCase(
    act,
    blacklistEntries,
    blacklistWorkflow,
    'propose',
    {
      id,
      title: works.value.find((work) => work.id === reported[0])!.title,
      bureauId: basis.bureauId,
      severity: severity.value,
      severityProposed: severity.value,
      proposedBy: act.actor.memberId!,
      previousEntryId: await liftedBefore(act, input.dramaIds),
    },
    {
      judgedBy,
      words: [{ field: 'reason', words: input.reason, audience: 'parties' }],
      detail: { dramaIds: input.dramaIds, severity: severity.value },
    },
  )
  if (!opened.ok) return opened
  await proposal(act, input, id, basis.bureauId, true)
  await act.tx.insert(blacklistSubjects).values(
    input.dramaIds.map((dramaId) => ({
      entryId: id,
      dramaId,
      active: true,
      chosen: basis.dramaIds.includes(dramaId) ? ('report' as const) : ('proposal' as const),
      ...sizeOf(dramaId),
    })),
  )
  await act.tx
    .insert(blacklistClauses)
    .values(items.map(({ code, defaultSeverity }) => ({ entryId: id, code, severity: defaultSeverity ?? severity.value })))
  await nameScope(act, id, input.dramaIds, input.names)
  return opened
}

/** The proposer takes a proposal back before it is verified. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawProposal(act: Act, { id, version, reason }: Withdraw) {
  const held = await hold(act, blacklistEntries, id, version)
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
