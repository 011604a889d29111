import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { DUTIES_OF, KINDS, type MemberDuty } from '../../lib/kernel/actor'
import { invitationWorkflow, memberWorkflow, organizationWorkflow } from '../../lib/organization/workflow'
import { caseColumns, grams, instant, knownState, oneOf } from './columns'

/** The public side of an organization: who it is, and whether it takes part. */
export const organizations = pgTable(
  'organizations',
  {
    ...caseColumns(organizationWorkflow),
    kind: text('kind', { enum: KINDS as [string, ...string[]] })
      .notNull()
      .$type<(typeof KINDS)[number]>(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    nameEn: text('name_en'),
    /** Reference code: GB/T 2260 for a bureau, the platform's code, NRTA, CNSA. */
    code: text('code').unique(),
    provinceCode: text('province_code'),
    /** Who accepts it: the bureau of a creator's province, 总局 for platforms and central bodies. */
    bureauId: uuid('bureau_id'),
    creatorBureauId: uuid('creator_bureau_id').generatedAlwaysAs(sql`case when kind = 'creator' then bureau_id end`),
    platformBureauId: uuid('platform_bureau_id').generatedAlwaysAs(sql`case when kind = 'platform' then bureau_id end`),
    demonstration: boolean('demonstration').notNull().default(false),
    grams: grams(),
  },
  (t) => [
    index('organizations_grams').using('gin', t.grams),
    index('organizations_to_fold').on(t.id).where(sql`${t.grams} is null`),
    knownState(organizationWorkflow, t.state),
    oneOf('organization_kind_known', t.kind, KINDS),
    unique('organization_of_kind').on(t.id, t.kind),
    index('organizations_by_bureau').on(t.bureauId, t.openedAt, t.id),
    index('organizations_by_kind').on(t.kind, t.openedAt, t.id),
  ],
)

/** What only the organization and whoever accepts it may read. */
export const organizationDetails = pgTable(
  'organization_details',
  {
    organizationId: uuid('organization_id')
      .primaryKey()
      .references(() => organizations.id),
    bureauId: uuid('bureau_id'),
    creditCode: text('credit_code'),
    licenceNumber: text('licence_number'),
    licenceExpiresOn: date('licence_expires_on'),
    contactName: text('contact_name'),
    contactEmail: text('contact_email'),
    /** Why it was refused or suspended, for the organization to read. */
    reason: text('reason'),
    /** A refused application holds its credit code no longer; whoever the code belongs to may apply. */
    refused: boolean('refused').notNull().default(false),
  },
  (t) => [uniqueIndex('one_organization_per_credit_code').on(t.creditCode).where(sql`not ${t.refused}`)],
)

const kindAllows = sql.raw(
  Object.entries(DUTIES_OF)
    .map(([kind, duties]) => `when '${kind}' then duties <@ array[${duties.map((duty) => `'${duty}'`).join(', ')}]::text[]`)
    .join(' '),
)

export const members = pgTable(
  'members',
  {
    ...caseColumns(memberWorkflow),
    organizationId: uuid('organization_id').notNull(),
    kind: text('kind').notNull().$type<(typeof KINDS)[number]>(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    duties: text('duties').array().notNull().$type<MemberDuty[]>(),
    locale: text('locale').notNull().default('zh-CN'),
  },
  (t) => [
    knownState(memberWorkflow, t.state),
    foreignKey({ columns: [t.organizationId, t.kind], foreignColumns: [organizations.id, organizations.kind], name: 'member_of_kind' }),
    check('duties_of_kind', sql`case ${t.kind} ${kindAllows} else false end`),
    uniqueIndex('one_member_per_email').on(sql`lower(${t.email})`).where(sql`${t.state} = 'active'`),
    index('members_of_organization').on(t.organizationId, t.openedAt, t.id),
  ],
)

export const memberSecrets = pgTable('member_secrets', {
  memberId: uuid('member_id')
    .primaryKey()
    .references(() => members.id),
  passwordHash: text('password_hash').notNull(),
  changedAt: instant('changed_at').notNull(),
  demonstration: boolean('demonstration').notNull().default(false),
})

/** What counts of a sign-in: next-auth's cookie carries only the random id whose hash stands here. */
export const sessions = pgTable(
  'sessions',
  {
    sidHash: text('sid_hash').primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    signedInAt: instant('signed_in_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('sessions_of_member').on(t.memberId)],
)

export const invitations = pgTable(
  'invitations',
  {
    ...caseColumns(invitationWorkflow),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    invitedFromId: uuid('invited_from_id').notNull(),
    /** 总局, where it invites the first administrator of another organization. */
    firstFromId: uuid('first_from_id').generatedAlwaysAs(sql`case when invited_from_id <> organization_id then invited_from_id end`),
    email: text('email').notNull(),
    duties: text('duties').array().notNull().$type<MemberDuty[]>(),
    tokenHash: text('token_hash').notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [knownState(invitationWorkflow, t.state), index('invitations_of_organization').on(t.organizationId, t.openedAt)],
)

export const passwordResets = pgTable('password_resets', {
  tokenHash: text('token_hash').primaryKey(),
  memberId: uuid('member_id')
    .notNull()
    .references(() => members.id),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

/** Failed sign-ins per member and per address, both as hashes; nothing here tells whether the member exists. */
export const signInAttempts = pgTable('sign_in_attempts', {
  keyHash: text('key_hash').primaryKey(),
  failures: integer('failures').notNull(),
  since: instant('since').notNull(),
})
