import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { insertMany, setMany } from '@/db/many'
import { miniPrograms, placements, platformAccounts } from '@/db/schema'
import { newId } from '../kernel/id'

/** A mini-program by its platform and app id, as people name it; known ones keep their first name unless their own platform renames them. */
export type MiniProgramNamed = { platformId: string; appId: string; name: string }
export type AccountNamed = { platformId: string; accountId: string; handle: string }

/** The mini-program with this id on this platform, noted if it is new. Of twenty who note it at once, all get the same one. */
export async function noteMiniProgram(act: Act, { platformId, appId, name }: MiniProgramNamed): Promise<string> {
  const identity = and(eq(miniPrograms.platformId, platformId), eq(miniPrograms.appId, appId))
  await act.tx.insert(miniPrograms).values({ id: newId(), platformId, appId, name, createdAt: act.now }).onConflictDoNothing()
  if (act.actor.organizationId === platformId) await act.tx.update(miniPrograms).set({ name }).where(identity)
  const [row] = await act.tx.select({ id: miniPrograms.id }).from(miniPrograms).where(identity)
  return row!.id
}

/** The account with this id on this platform, noted if it is new; its handle is its own platform's to change. */
export async function noteAccount(act: Act, { platformId, accountId, handle }: AccountNamed): Promise<string> {
  const identity = and(eq(platformAccounts.platformId, platformId), eq(platformAccounts.accountId, accountId))
  await act.tx.insert(platformAccounts).values({ id: newId(), platformId, accountId, handle, createdAt: act.now }).onConflictDoNothing()
  if (act.actor.organizationId === platformId) await act.tx.update(platformAccounts).set({ handle }).where(identity)
  const [row] = await act.tx.select({ id: platformAccounts.id }).from(platformAccounts).where(identity)
  return row!.id
}

/** Many mini-programs of one's own platform at once, by app id; the last name given counts. */
export async function noteMiniPrograms(act: Act, platformId: string, named: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const rows = [...named].map(([appId, name]) => ({ platformId, appId, name }))
  await insertMany(
    act.tx,
    miniPrograms,
    rows.map((row) => ({ ...row, id: newId(), createdAt: act.now })),
    sql`on conflict do nothing`,
  )
  if (act.actor.organizationId === platformId)
    await setMany(act.tx, miniPrograms, ['platformId', 'appId'], rows, sql`${miniPrograms.name} <> given.name`)
  const found = await act.tx
    .select({ id: miniPrograms.id, code: miniPrograms.appId })
    .from(miniPrograms)
    .where(and(eq(miniPrograms.platformId, platformId), inArray(miniPrograms.appId, [...named.keys()])))
  return new Map(found.map(({ id, code }) => [code, id]))
}

/** Many accounts of one's own platform at once, by account id; the last handle given counts. */
export async function noteAccounts(act: Act, platformId: string, named: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const rows = [...named].map(([accountId, handle]) => ({ platformId, accountId, handle }))
  await insertMany(
    act.tx,
    platformAccounts,
    rows.map((row) => ({ ...row, id: newId(), createdAt: act.now })),
    sql`on conflict do nothing`,
  )
  if (act.actor.organizationId === platformId)
    await setMany(act.tx, platformAccounts, ['platformId', 'accountId'], rows, sql`${platformAccounts.handle} <> given.handle`)
  const found = await act.tx
    .select({ id: platformAccounts.id, code: platformAccounts.accountId })
    .from(platformAccounts)
    .where(and(eq(platformAccounts.platformId, platformId), inArray(platformAccounts.accountId, [...named.keys()])))
  return new Map(found.map(({ id, code }) => [code, id]))
}

export type Placed = {
  dramaId: string
  platformId: string
  addresses: readonly string[]
  miniProgramId: string | null
  accountId: string | null
}

/** Where a work was seen: each address once for each work and platform. */
export async function notePlacements(act: Act, { dramaId, platformId, addresses, miniProgramId, accountId }: Placed) {
  if (addresses.length === 0) return
  const rows = addresses.map((address) => ({ id: newId(), dramaId, platformId, address, miniProgramId, accountId, seenAt: act.now }))
  await act.tx.insert(placements).values(rows).onConflictDoNothing()
}
