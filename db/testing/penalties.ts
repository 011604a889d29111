import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '../../lib/kernel/actor'
import { imposePenalty } from '../../lib/penalty/commands/decide'
import type { Chosen } from '../../lib/penalty/input'
import type { TargetKind } from '../../lib/penalty/workflow'
import { perform } from '../../lib/perform'
import type { Db } from '../client'
import { penalties, platformAccounts, violationSubjects } from '../schema'
import { upheldReport } from './reports'

type On = { db: Db; owner: Db; at?: Date }

/** Items that apply to accounts, by severity. */
const ITEM_OF: Record<number, string> = { 1: 'V12-06', 2: 'V12-05', 3: 'V12-04', 4: 'V04-03' }
let accounts = 0
export const accountNamed = (platform: Actor, accountId = `account-${(accounts += 1)}`) => ({
  platformId: platform.organizationId!,
  accountId,
  handle: `都市狂医剧场${accountId}`,
})

/** A report of an account alone, upheld; the account is the filer's own unless another is named. */
export async function upheldAccount(
  on: On,
  filer: Actor,
  reviewer: Actor,
  {
    severity = 3,
    account = accountNamed(filer),
    items,
  }: { severity?: number; account?: ReturnType<typeof accountNamed>; items?: string[] } = {},
) {
  const only = { work: 'none', title: '', places: {}, seenOn: '2025-01-01', account, items: items ?? [ITEM_OF[severity]], links: '' }
  const report = await upheldReport(on, filer, reviewer, only)
  const [row] = await on.owner
    .select()
    .from(platformAccounts)
    .where(and(eq(platformAccounts.platformId, account.platformId), eq(platformAccounts.accountId, account.accountId)))
  return { report, account: row!, violationId: report.id, accountId: row!.id }
}

/** A report of a mini-program alone, upheld; the filer's own unless another is named. */
export async function upheldMiniProgram(
  on: On,
  filer: Actor,
  reviewer: Actor,
  { severity = 3, miniProgram = appNamed(filer) }: { severity?: number; miniProgram?: ReturnType<typeof appNamed> } = {},
) {
  const items = [{ 2: 'V12-05', 3: 'V12-03', 4: 'V10-02' }[severity]!]
  const only = { work: 'none', title: '', places: {}, seenOn: '2025-01-01', miniProgram, items, links: '' }
  const report = await upheldReport(on, filer, reviewer, only)
  return { violationId: report.id, ...(await subjectOf(on, report.id)) }
}
const appNamed = (platform: Actor, appId = `app-${(accounts += 1)}`) => ({
  platformId: platform.organizationId!,
  appId,
  name: `夜航剧场${appId}`,
})

/** A report of a work that stands on a platform, upheld: in one episode unless more are named. */
export async function upheldWork(on: On, filer: Actor, reviewer: Actor, over: Record<string, unknown> = {}) {
  const report = await upheldReport(on, filer, reviewer, { title: `夜宴之${(accounts += 1)}`, items: ['V04-02'], ...over })
  return { violationId: report.id, ...(await subjectOf(on, report.id)) }
}

async function subjectOf({ owner }: On, violationId: string) {
  const [row] = await owner.select().from(violationSubjects).where(eq(violationSubjects.violationId, violationId))
  const targetKind = row!.kind as TargetKind
  return { targetKind, targetId: (row!.dramaId ?? row!.miniProgramId ?? row!.accountId)! }
}

/** What is laid before a platform on a target, or was imposed, in order of their numbers. */
export const decisionsOn = (owner: Db, targetId: string) =>
  owner.select().from(penalties).where(eq(penalties.targetId, targetId)).orderBy(asc(penalties.number))

/** A choice as the form sends it: `P1:72 P4:7`. */
export const choosing = (text: string, over: Partial<Chosen> = {}): Chosen => {
  const measures = text.split(' ').map((one) => one.split(':') as [string, string | undefined])
  return {
    rungs: measures.map(([rung]) => rung),
    parameters: Object.fromEntries(measures.flatMap(([rung, parameter]) => (parameter ? [[rung, parameter]] : []))),
    startsAt: null,
    reason: null,
    asks: null,
    ...over,
  }
}

export const penaltyOf = async (owner: Db, id: string) => (await owner.select().from(penalties).where(eq(penalties.id, id)))[0]!

/** Measures imposed on an account; gives their rows in order. */
export async function imposed(on: On, platform: Actor, subject: { violationId: string; accountId: string }, chosen: Chosen) {
  const { violationId, accountId } = subject
  const target = { violationId, targetKind: 'account' as const, targetId: accountId, episodes: [] }
  const outcome = await perform(imposePenalty, platform, { ...target, ...chosen }, { on: on.db, at: on.at })
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${outcome.field ?? ''} ${JSON.stringify(outcome.params ?? {})}`)
  return Promise.all(outcome.value.opened.map(({ id }) => penaltyOf(on.owner, id)))
}
