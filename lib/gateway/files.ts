import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, lt, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import type { Tx } from '@/db/client'
import {
  dramas,
  files,
  inspectionPictures,
  rectificationFiles,
  registrationContents,
  takedownSightings,
  violationEvidence,
} from '@/db/schema'
import { asHouse } from '@/db/transaction'
import { takeTurns } from '@/db/turns'
import { ok } from '../kernel/outcome'
import { incomingIn, isKept, pathOf, type Stored, storeDirectory } from './store'

const DAY = 24 * 3600 * 1000
const AT_ONCE = 500

/** Held to the end of the act, so that a file is never cleared away while somebody begins to refer to it. */
const lock = (tx: Tx, sha256: string) => takeTurns(tx, sha256)

/** Writes the row of a file that `keepFile` has kept, in the act that refers to it; throws if the bytes are gone. */
export async function noteFile(act: Act, { sha256, byteCount, mediaType }: Stored, directory = storeDirectory()) {
  await lock(act.tx, sha256)
  if ((await isKept(sha256, directory)) === null) throw new Error(`${sha256} has no bytes`)
  const row = { sha256, byteCount, mediaType, storedAt: act.now }
  await asHouse(act, () =>
    act.tx
      .insert(files)
      .values(row)
      .onConflictDoUpdate({ target: files.sha256, set: { storedAt: act.now } }),
  )
}

/** Whoever refers to files stands here: what is not named is cleared away. */
const isUnused = sql`not exists (select from ${violationEvidence} e where e.sha256 = ${files.sha256})
  and not exists (select from ${rectificationFiles} r where r.sha256 = ${files.sha256})
  and not exists (select from ${inspectionPictures} p where p.sha256 = ${files.sha256})
  and not exists (select from ${dramas} d where d.poster_sha = ${files.sha256})
  and not exists (select from ${takedownSightings} s where s.sha256 = ${files.sha256})
  and not exists (select from ${registrationContents} c where c.poster_sha = ${files.sha256})`

async function clearRows({ tx, now }: Act, directory: string) {
  const unused = and(lt(files.storedAt, new Date(now.getTime() - DAY)), isUnused)
  const found = await tx.select({ sha256: files.sha256 }).from(files).where(unused).limit(AT_ONCE)
  for (const { sha256 } of found) {
    await lock(tx, sha256)
    const [cleared] = await tx
      .delete(files)
      .where(and(eq(files.sha256, sha256), unused))
      .returning({ sha256: files.sha256 })
    if (cleared) await rm(pathOf(sha256, directory), { force: true })
  }
  return found.length
}

const namesIn = (folder: string) => readdir(folder).catch(() => [])
const isOld = async (path: string, now: Date) => {
  const found = await stat(path).catch(() => null)
  return found !== null && found.mtimeMs < now.getTime() - DAY
}

/** What a crash left behind: bytes whose row was never written, and uploads that were never finished. */
async function clearRemains({ tx, now }: Act, directory: string) {
  let count = 0
  for (const name of await namesIn(incomingIn(directory))) {
    const path = join(incomingIn(directory), name)
    if (await isOld(path, now)) count += await rm(path, { force: true }).then(() => 1)
  }
  for (const first of (await namesIn(directory)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const second of await namesIn(join(directory, first)))
      for (const sha256 of await namesIn(join(directory, first, second))) {
        if (!(await isOld(pathOf(sha256, directory), now))) continue
        await lock(tx, sha256)
        const [row] = await tx.select({ sha256: files.sha256 }).from(files).where(eq(files.sha256, sha256))
        if (!row && (await isOld(pathOf(sha256, directory), now)))
          count += await rm(pathOf(sha256, directory), { force: true }).then(() => 1)
      }
  return count
}

/** Clears away files that nothing has referred to for 24 hours; an act of the clock. Gives how many there were. */
export async function clearUnusedFiles(act: Act, { directory = storeDirectory() }: { directory?: string } = {}) {
  return ok({ rows: await clearRows(act, directory), remains: await clearRemains(act, directory) })
}
