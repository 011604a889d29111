import { eq, inArray } from 'drizzle-orm'
import { type Act, advance, amend, discard, hold, openCase, writtenIn } from '@/db/act'
import { campaignFigureRows, campaignFigures, campaignLabels, campaignQuotas, campaigns, organizations } from '@/db/schema'
import { freeze, positionNow } from '../figure/queries/figure'
import { refuse } from '../kernel/outcome'
import { addDays, dayOf } from '../kernel/time'
import { judge } from '../kernel/workflow'
import { rulebook } from '../rulebook/queries'
import type { Close, Held, ProposeClose, Resume, Write } from './input'
import { scopeOf } from './queries'
import { definitionOf, figuresOf, quotaFigures } from './rules'
import { campaignWorkflow } from './workflow'

const DEFAULT_DAYS = 60

/** Opens the draft of a campaign. Refusals: not_yours. */
export async function openCampaign(act: Act) {
  const today = dayOf(act.now)
  const { organizationId, memberId } = act.actor
  return openCase(act, campaigns, campaignWorkflow, 'open', {
    title: '',
    basis: '',
    fromOn: today,
    toOn: addDays(today, DEFAULT_DAYS),
    targetKinds: ['drama'],
    issuerId: organizationId!,
    openedBy: memberId!,
    writtenBy: [memberId!],
    writtenAt: act.now,
  })
}

/**
 * Writes a draft. Refusals: not_found, stale, not_yours, wrong_state, ends_before_it_begins, item_unknown, platform_unknown,
 * bureau_unknown, quota_twice, quota_not_in_scope, quota_not_counted.
 */
export async function writeCampaign(act: Act, { id, version, labels, quotas, ...content }: Write) {
  const held = await hold(act, campaigns, id, version)
  if (!held.ok) return held
  if (content.toOn < content.fromOn) return refuse('ends_before_it_begins', { field: 'toOn' })
  const { taxonomy } = await rulebook(act.tx)
  const items = new Set(taxonomy.filter(({ parent }) => parent !== null).map(({ code }) => code))
  for (const [at, { codes }] of labels.entries())
    if (codes.some((code) => !items.has(code))) return refuse('item_unknown', { field: `labels.${at}.codes` })
  const named = [...new Set([...content.platformIds, ...content.bureauIds, ...quotas.map(({ organizationId }) => organizationId)])]
  const kinds = new Map(
    named.length
      ? (
          await act.tx
            .select({ id: organizations.id, kind: organizations.kind })
            .from(organizations)
            .where(inArray(organizations.id, named))
        ).map((one) => [one.id, one.kind])
      : [],
  )
  if (content.platformIds.some((one) => kinds.get(one) !== 'platform')) return refuse('platform_unknown', { field: 'platformIds' })
  if (content.bureauIds.some((one) => kinds.get(one) !== 'province')) return refuse('bureau_unknown', { field: 'bureauIds' })
  const counted = quotaFigures(content)
  for (const [at, { organizationId, figure }] of quotas.entries()) {
    const field = `quotas.${at}.organizationId`
    const scope = kinds.get(organizationId) === 'platform' ? content.platformIds : content.bureauIds
    if (!kinds.has(organizationId) || (scope.length > 0 && !scope.includes(organizationId))) return refuse('quota_not_in_scope', { field })
    if (!counted.includes(figure)) return refuse('quota_not_counted', { field: `quotas.${at}.figure` })
    if (quotas.slice(0, at).some((one) => one.organizationId === organizationId && one.figure === figure))
      return refuse('quota_twice', { field })
  }
  const kept = await amend(act, campaigns, campaignWorkflow, held.value, { ...content, ...writtenIn(act, held.value) })
  if (!kept.ok) return kept
  await act.tx.delete(campaignLabels).where(eq(campaignLabels.campaignId, id))
  await act.tx.delete(campaignQuotas).where(eq(campaignQuotas.campaignId, id))
  if (labels.length) await act.tx.insert(campaignLabels).values(labels.map((one, position) => ({ campaignId: id, position, ...one })))
  if (quotas.length) await act.tx.insert(campaignQuotas).values(quotas.map((one) => ({ campaignId: id, ...one })))
  return kept
}

/** Throws a draft away. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawCampaign(act: Act, { id, version }: Held) {
  const held = await hold(act, campaigns, id, version)
  if (!held.ok) return held
  const may = judge(campaignWorkflow, 'withdraw', held.value, act.actor)
  if (!may.ok) return may
  await act.tx.delete(campaignLabels).where(eq(campaignLabels.campaignId, id))
  await act.tx.delete(campaignQuotas).where(eq(campaignQuotas.campaignId, id))
  return discard(act, campaigns, campaignWorkflow, 'withdraw', held.value)
}

/** Starts what another has written. Refusals: not_found, stale, not_yours, wrong_state, same_person, not_written. */
export async function startCampaign(act: Act, { id, version }: Held) {
  const held = await hold(act, campaigns, id, version)
  if (!held.ok) return held
  const may = judge(campaignWorkflow, 'start', held.value, act.actor)
  if (!may.ok) return may
  if (!held.value.title || !held.value.basis) return refuse('not_written')
  return advance(act, campaigns, campaignWorkflow, 'start', held.value, { set: { startedBy: act.actor.memberId, startedAt: act.now } })
}

/** Asks that a campaign be closed, with the reason. Refusals: not_found, stale, not_yours, wrong_state. */
export async function proposeClose(act: Act, { id, version, reason }: ProposeClose) {
  const held = await hold(act, campaigns, id, version)
  if (!held.ok) return held
  const may = judge(campaignWorkflow, 'propose_close', held.value, act.actor)
  if (!may.ok) return may
  return advance(act, campaigns, campaignWorkflow, 'propose_close', held.value, {
    set: { closeProposedBy: act.actor.memberId },
    words: [{ field: 'reason', words: reason, audience: 'regulators' }],
  })
}

/** Lets a campaign go on. Refusals: not_found, stale, not_yours, wrong_state, same_person. */
export async function resumeCampaign(act: Act, { id, version, reason }: Resume) {
  const held = await hold(act, campaigns, id, version)
  if (!held.ok) return held
  return advance(act, campaigns, campaignWorkflow, 'resume', held.value, {
    words: [{ field: 'reason', words: reason, audience: 'regulators' }],
  })
}

/**
 * Closes a campaign: its figures are taken at one position of the record and frozen with the rows that make them; whoever counts
 * the events up to there gets the same. Refusals: not_found, stale, not_yours, wrong_state, same_person.
 */
export async function closeCampaign(act: Act, { id, version, remark }: Close) {
  const held = await hold(act, campaigns, id, version)
  if (!held.ok) return held
  const may = judge(campaignWorkflow, 'close', held.value, act.actor)
  if (!may.ok) return may
  const scope = await scopeOf(act.tx, held.value)
  const position = await positionNow(act.tx)
  const taken = []
  for (const name of figuresOf(scope))
    for (const label of [undefined, ...scope.labels.keys()])
      taken.push({ name, label: label ?? -1, frozen: await freeze(act.tx, definitionOf(name, scope, label), position) })
  await act.tx.insert(campaignFigures).values(
    taken.map(({ name, label, frozen: { definition, figure, sha256 } }) => ({
      campaignId: id,
      figure: name,
      label,
      definition,
      ...figure,
      sha256,
    })),
  )
  await act.tx
    .insert(campaignFigureRows)
    .values(taken.map(({ name, label, frozen: { rowIds } }) => ({ campaignId: id, figure: name, label, rowIds })))
  return advance(act, campaigns, campaignWorkflow, 'close', held.value, {
    set: { closedBy: act.actor.memberId, closedAt: act.now, positionSeq: position.seq, positionSnapshot: position.snapshot },
    words: remark ? [{ field: 'remark', words: remark, audience: 'everyone' }] : [],
    detail: { seq: position.seq },
  })
}
