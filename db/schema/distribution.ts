import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'

export const miniPrograms = pgTable(
  'mini_programs',
  {
    id: uuid('id').primaryKey(),
    platformId: uuid('platform_id').notNull(),
    appId: text('app_id').notNull(),
    name: text('name').notNull(),
    operatorId: uuid('operator_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('one_mini_program').on(t.platformId, t.appId)],
)

/** An account on a platform; its id stays while its handle may change. */
export const platformAccounts = pgTable(
  'platform_accounts',
  {
    id: uuid('id').primaryKey(),
    platformId: uuid('platform_id').notNull(),
    accountId: text('account_id').notNull(),
    handle: text('handle').notNull(),
    operatorId: uuid('operator_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('one_account').on(t.platformId, t.accountId), index('accounts_of_operator').on(t.operatorId)],
)

/** Where a work is shown: this work at this address on this platform. */
export const placements = pgTable(
  'placements',
  {
    id: uuid('id').primaryKey(),
    dramaId: uuid('drama_id').notNull(),
    platformId: uuid('platform_id').notNull(),
    address: text('address').notNull(),
    miniProgramId: uuid('mini_program_id'),
    accountId: uuid('account_id'),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [unique('one_placement').on(t.dramaId, t.platformId, t.address), index('placements_of_drama').on(t.dramaId)],
)
