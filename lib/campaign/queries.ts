import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { campaignFigures, campaignLabels, campaignQuotas, campaigns, organizations } from '@/db/schema'
import { type FigureKey, figure, figureBy, figureByDay, freeze } from '../figure/queries/figure'
import { differencesAt } from '../figure/queries/recount'
import type { Figure, FigureDefinition, Position } from '../figure/rules'
import type { Actor } from '../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../kernel/page'
import { asDay } from '../kernel/time'
import { openSteps } from '../kernel/workflow'
import { historyOf } from '../ledger/queries'
import { organizationNames } from '../organization/queries/organizations'
import { type CampaignFigure, definitionOf, figuresOf, measuredBy, partOf, type Scope } from './rules'
import { campaignWorkflow } from './workflow'

export type Campaign = typeof campaigns.$inferSelect

/** A campaign's scope with its labels, as its figures are defined by it. */
export async function scopeOf(tx: Tx, campaign: Campaign): Promise<Scope> {
  const labels = await tx
    .select({ label: campaignLabels.label, codes: campaignLabels.codes })
    .from(campaignLabels)
    .where(eq(campaignLabels.campaignId, campaign.id))
    .orderBy(asc(campaignLabels.position))
  const { targetKinds, platformIds, bureauIds, fromOn, toOn } = campaign
  return { targetKinds, platformIds, bureauIds, fromOn: asDay(fromOn), toOn: asDay(toOn), labels }
}

const PAGE = 50

/** Campaigns newest first, 50 a page; drafts are 总局's own business. */
export async function campaignsOf(tx: Tx, after?: string): Promise<Page<Campaign>> {
  const from = readCursor(after)
  const rows = await tx
    .select()
    .from(campaigns)
    .where(
      and(
        ne(campaigns.state, 'withdrawn'),
        from ? sql`(${campaigns.openedAt}, ${campaigns.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(campaigns.openedAt), desc(campaigns.id))
    .limit(PAGE + 1)
  return cut(rows, PAGE, (last) => cursorOf(last.openedAt, last.id))
}

export type CampaignRow = { key: string; figures: Map<CampaignFigure, Figure> }
export type Quota = { organizationId: string; figure: CampaignFigure; definition: FigureDefinition; count: number; reached: number }
/** `readable`: how many of its rows the reader may open; of what was frozen that can be fewer than made it. */
export type Counted = { definition: FigureDefinition; figure: Figure; readable: number }
export type Board = {
  figures: (Counted & { name: CampaignFigure; sha256?: string })[]
  labels: { label: string; codes: readonly string[]; figures: Map<CampaignFigure, Counted> }[]
  owners: CampaignRow[]
  bureaus: CampaignRow[]
  quotas: Quota[]
  /** Each day on which something came in for the first time, the earliest first. */
  days: CampaignRow[]
  dayFigure: CampaignFigure
  position: Position | undefined
}

const positionOf = ({ positionSeq, positionSnapshot }: Campaign): Position | undefined =>
  positionSnapshot ? { seq: positionSeq ?? 0, snapshot: positionSnapshot } : undefined

async function apart(
  names: readonly CampaignFigure[],
  of: (name: CampaignFigure) => Promise<ReadonlyMap<string, Figure>>,
): Promise<CampaignRow[]> {
  const parts = new Map<string, Map<CampaignFigure, Figure>>()
  for (const name of names)
    for (const [key, found] of await of(name)) {
      const row = parts.get(key) ?? new Map<CampaignFigure, Figure>()
      parts.set(key, row.set(name, found))
    }
  return [...parts].map(([key, figures]) => ({ key, figures }))
}

/**
 * The board of a campaign: its figures whole, by its labels, by platform, by bureau and by day, as far as the reader may read the
 * rows; once closed, as of its position, the whole from what was frozen.
 */
export async function boardOf(tx: Tx, actor: Actor, campaign: Campaign): Promise<Board> {
  const scope = await scopeOf(tx, campaign)
  const at = positionOf(campaign)
  const names = figuresOf(scope)
  const frozen = await tx.select().from(campaignFigures).where(eq(campaignFigures.campaignId, campaign.id))
  const keptAs = (name: CampaignFigure, label?: number) => frozen.find((one) => one.figure === name && one.label === (label ?? -1))
  const meantBy = (name: CampaignFigure, label?: number) =>
    (keptAs(name, label)?.definition as FigureDefinition | undefined) ?? definitionOf(name, scope, label)
  const of = async (name: CampaignFigure, label?: number) => {
    const [definition, kept] = [meantBy(name, label), keptAs(name, label)]
    const { value, unknown, rows } = kept ?? (await figure(tx, definition, at))
    const isPart = kept && actor.kind !== 'national'
    const readable = isPart ? (actor.kind === 'visitor' ? 0 : (await figure(tx, definition, at)).rows) : rows
    return { name, definition, figure: { value, unknown, rows }, readable, ...(kept && { sha256: kept.sha256 }) }
  }
  const figures = []
  for (const name of names) figures.push(await of(name))
  const labels = []
  for (const [position, { label, codes }] of scope.labels.entries()) {
    const parts = new Map<CampaignFigure, Counted>()
    for (const name of names) parts.set(name, await of(name, position))
    labels.push({ label, codes, figures: parts })
  }
  const by = (key: FigureKey) => apart(names, (name) => figureBy(tx, meantBy(name), key, at))
  const [owners, bureaus] = [await by('owner'), await by('bureau')]
  const quotas = await tx
    .select({ quota: campaignQuotas, kind: organizations.kind })
    .from(campaignQuotas)
    .innerJoin(organizations, eq(organizations.id, campaignQuotas.organizationId))
    .where(eq(campaignQuotas.campaignId, campaign.id))
  const dayFigure = names.find((name) => name.startsWith('removed') || name.startsWith('handled')) ?? names[0]!
  return {
    figures,
    labels,
    owners,
    bureaus,
    quotas: await Promise.all(
      quotas.map(async ({ quota: { organizationId, count, figure: counted }, kind }) => {
        const name = counted as CampaignFigure
        const definition = partOf(meantBy(name), kind === 'platform' ? 'owner' : 'bureau', organizationId)
        return { organizationId, figure: name, definition, count, reached: (await figure(tx, definition, at)).value }
      }),
    ),
    days: (await apart(names, (name) => figureByDay(tx, meantBy(name), at))).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    dayFigure,
    position: at,
  }
}

/** One campaign as its reader may have it, with its board; visitors, who have no part in the record, get one when its figures are frozen. */
export async function campaignByNumber(tx: Tx, actor: Actor, number: string) {
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.number, number))
  if (!campaign) return null
  const isPublished = actor.kind !== 'visitor' || campaign.state === 'closed'
  const board = isPublished ? await boardOf(tx, actor, campaign) : null
  const scope = await scopeOf(tx, campaign)
  const named = [
    ...campaign.platformIds,
    ...campaign.bureauIds,
    ...(board ? [...board.owners, ...board.bureaus].map(({ key }) => key) : []),
    ...(board?.quotas.map(({ organizationId }) => organizationId) ?? []),
  ]
  return {
    campaign,
    scope,
    board,
    names: await organizationNames(tx, named),
    history: await historyOf(tx, [{ noun: 'campaign', id: campaign.id }]),
    steps: openSteps(campaignWorkflow, campaign, actor),
  }
}

/** A draft with its labels and quotas, for those who write it. */
export async function draftOf(tx: Tx, id: string) {
  const [campaign] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, id), eq(campaigns.state, 'draft')))
  if (!campaign) return null
  const scope = await scopeOf(tx, campaign)
  const quotas = await tx.select().from(campaignQuotas).where(eq(campaignQuotas.campaignId, id))
  return { campaign, scope, quotas }
}

export type CampaignDifference = { figure: string; label: number; kept: number; counted: number } | { fact: string; how: string }

/** Counts a closed campaign again from the events up to its position: every fact and every frozen figure that comes out otherwise. Reads as 总局 or the house. */
export async function differencesOf(tx: Tx, campaign: Campaign): Promise<CampaignDifference[]> {
  const position = positionOf(campaign)
  if (!position) return []
  const differences: CampaignDifference[] = (await differencesAt(tx, position)).map(({ id, how }) => ({ fact: id, how }))
  const frozen = await tx.select().from(campaignFigures).where(eq(campaignFigures.campaignId, campaign.id))
  for (const { figure: name, label, definition, value, sha256 } of frozen) {
    const again = await freeze(tx, definition as FigureDefinition, position)
    if (again.sha256 !== sha256) differences.push({ figure: name, label, kept: value, counted: again.figure.value })
  }
  return differences
}

const MOST_CLOSED = 50
/** Campaigns that were closed on the portal, newest first, with the totals that they were frozen with. */
export async function closedCampaigns(tx: Tx) {
  const rows = await tx
    .select()
    .from(campaigns)
    .where(eq(campaigns.state, 'closed'))
    .orderBy(desc(campaigns.closedAt), desc(campaigns.id))
    .limit(MOST_CLOSED)
  const ids = rows.map(({ id }) => id)
  const kept = ids.length
    ? await tx
        .select()
        .from(campaignFigures)
        .where(and(inArray(campaignFigures.campaignId, ids), eq(campaignFigures.label, -1)))
    : []
  return rows.map((row) => ({
    ...row,
    figures: figuresOf(row).flatMap((name) => {
      const found = kept.find((one) => one.campaignId === row.id && one.figure === name)
      return found ? [{ figure: name, value: found.value, unknown: found.unknown, ...measuredBy(name) }] : []
    }),
  }))
}
