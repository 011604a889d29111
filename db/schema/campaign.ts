import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { campaignWorkflow } from '../../lib/campaign/workflow'
import { caseColumns, instant, knownState, notNegative } from './columns'

export const campaigns = pgTable(
  'campaigns',
  {
    ...caseColumns(campaignWorkflow),
    title: text('title').notNull(),
    basis: text('basis').notNull(),
    /** First and last day that count, both inclusive. */
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
    targetKinds: text('target_kinds').array().notNull(),
    /** None: all. */
    platformIds: uuid('platform_ids').array().notNull().default(sql`'{}'`),
    bureauIds: uuid('bureau_ids').array().notNull().default(sql`'{}'`),
    issuerId: uuid('issuer_id').notNull(),
    openedBy: uuid('opened_by').notNull(),
    /** Everybody who opened or changed the draft, whoever did so last at the end; whoever starts it is another. */
    writtenBy: uuid('written_by').array().notNull(),
    writtenAt: instant('written_at').notNull(),
    startedBy: uuid('started_by'),
    startedAt: instant('started_at'),
    closeProposedBy: uuid('close_proposed_by'),
    closedBy: uuid('closed_by'),
    closedAt: instant('closed_at'),
    /** Where in the order of commits the figures were taken when it was closed. */
    positionSeq: integer('position_seq'),
    positionSnapshot: text('position_snapshot'),
  },
  (t) => [
    knownState(campaignWorkflow, t.state),
    check('campaign_runs_forward', sql`${t.toOn} >= ${t.fromOn}`),
    check('campaign_two_open', sql`${t.startedBy} <> all(${t.writtenBy})`),
    check('campaign_two_close', sql`${t.closedBy} <> ${t.closeProposedBy}`),
    check('campaign_closed_is_frozen', sql`${t.state} <> 'closed' or ${t.positionSnapshot} is not null`),
    index('campaigns_opened').on(t.openedAt, t.id),
  ],
)

/** The campaign's own names for what it is after, each with the items of the taxonomy that belong to it; an item may stand under several. */
export const campaignLabels = pgTable(
  'campaign_labels',
  {
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    position: integer('position').notNull(),
    label: text('label').notNull(),
    codes: text('codes').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.position] })],
)

/** How many of a kind a platform or a bureau is to deal with. */
export const campaignQuotas = pgTable(
  'campaign_quotas',
  {
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    organizationId: uuid('organization_id').notNull(),
    figure: text('figure').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.organizationId, t.figure] }), notNegative('campaign_quota_count', t.count)],
)

/** The figures of a closed campaign as they were frozen; `label` is empty for the whole. Public. */
export const campaignFigures = pgTable(
  'campaign_figures',
  {
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    figure: text('figure').notNull(),
    label: integer('label').notNull(),
    definition: jsonb('definition').notNull().$type<Record<string, unknown>>(),
    value: integer('value').notNull(),
    unknown: integer('unknown').notNull(),
    rows: integer('rows').notNull(),
    sha256: text('sha256').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.figure, t.label] })],
)

/** Which records made them: for 总局. */
export const campaignFigureRows = pgTable(
  'campaign_figure_rows',
  {
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    figure: text('figure').notNull(),
    label: integer('label').notNull(),
    rowIds: text('row_ids').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.figure, t.label] })],
)
