import { asc, desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, miniPrograms, placements, platformAccounts } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { organizationNames } from '../../organization/queries/organizations'
import { readsSubjects } from '../rules'

/** A work by its number, reported ones too, as far as the reader may know of it; null to creators and the public, who have its public page. */
export async function workRecord(tx: Tx, actor: Actor, code: string) {
  if (!readsSubjects(actor)) return null
  const [work] = await tx
    .select({
      id: dramas.id,
      code: dramas.code,
      title: dramas.title,
      aliases: dramas.aliases,
      producerName: dramas.producerName,
      origin: dramas.origin,
      episodeCount: dramas.episodeCount,
      publicSince: dramas.publicSince,
    })
    .from(dramas)
    .where(eq(dramas.code, code))
  return work ?? null
}

const MOST = 100

/** Where a work was seen, as far as the reader may know: at which address on which platform, in which mini-program or on which account. */
export async function placesOfWork(tx: Tx, dramaId: string) {
  const rows = await tx
    .select({
      id: placements.id,
      address: placements.address,
      seenAt: placements.seenAt,
      platformId: placements.platformId,
      miniProgramId: placements.miniProgramId,
      accountId: placements.accountId,
      programName: miniPrograms.name,
      handle: platformAccounts.handle,
    })
    .from(placements)
    .leftJoin(miniPrograms, eq(miniPrograms.id, placements.miniProgramId))
    .leftJoin(platformAccounts, eq(platformAccounts.id, placements.accountId))
    .where(eq(placements.dramaId, dramaId))
    .orderBy(desc(placements.seenAt), asc(placements.id))
    .limit(MOST)
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  return rows.map(({ platformId, miniProgramId, accountId, programName, handle, ...row }) => ({
    ...row,
    platform: names.get(platformId) ?? null,
    /** Where it stands in a mini-program or on an account: which. */
    subject: miniProgramId
      ? { kind: 'mini_program' as const, id: miniProgramId, name: programName ?? '' }
      : accountId
        ? { kind: 'account' as const, id: accountId, name: handle ?? '' }
        : null,
  }))
}
export type PlaceOfWork = Awaited<ReturnType<typeof placesOfWork>>[number]
