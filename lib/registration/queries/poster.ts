import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, files, registrationContents } from '@/db/schema'
import type { Draft } from '../rules/content'

export type Poster = { sha256: string; byteCount: number; mediaType: string }

async function pictureOf(tx: Tx, sha256: string | null | undefined): Promise<Poster | null> {
  if (!sha256) return null
  const [file] = await tx
    .select({ sha256: files.sha256, byteCount: files.byteCount, mediaType: files.mediaType })
    .from(files)
    .where(eq(files.sha256, sha256))
  return file?.mediaType.startsWith('image/') ? file : null
}

/** The poster of a filing as its reader sees the filing: its creator what is being written, others what was filed last. */
export async function posterOfFiling(tx: Tx, registrationId: string): Promise<Poster | null> {
  const [last] = await tx
    .select({ content: registrationContents.content })
    .from(registrationContents)
    .where(eq(registrationContents.registrationId, registrationId))
    .orderBy(desc(registrationContents.turn))
    .limit(1)
  return pictureOf(tx, (last?.content as Draft | undefined)?.poster)
}

/** The poster on a work's public page; a work that is listed shows none. */
export async function posterOfWork(tx: Tx, code: string): Promise<Poster | null> {
  const [work] = await tx
    .select({ posterSha: dramas.posterSha })
    .from(dramas)
    .where(and(eq(dramas.code, code), isNotNull(dramas.publicSince), eq(dramas.listedCount, 0)))
  return pictureOf(tx, work?.posterSha)
}
