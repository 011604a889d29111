import { and, eq } from 'drizzle-orm'
import type { Act } from '@/db/act'
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
