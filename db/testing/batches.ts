import { eq } from 'drizzle-orm'
import { readBatch } from '../../lib/batch/commands/read'
import { confirmBatch } from '../../lib/batch/commands/run'
import type { Grid } from '../../lib/batch/rules/grid'
import type { Actor } from '../../lib/kernel/actor'
import { addDays, dayOf } from '../../lib/kernel/time'
import { perform } from '../../lib/perform'
import type { Db } from '../client'
import { batches, batchRows } from '../schema'
import { NOTICE_HEAD, noticeRows } from '../seed/notice'

type On = { db: Db; owner: Db; at?: Date }

/** A notice's file as it comes out of reading; its findings lie in the two weeks before `at`. */
export function noticeGrid({ code = 'T', dramas = 4, accounts = 8, at = new Date() } = {}): Grid {
  const rows = noticeRows({ code, from: addDays(dayOf(at), -14), days: 14, dramas, accounts })
  return {
    format: 'xlsx',
    sheet: '处置明细',
    epoch: 1900,
    rows: [[...NOTICE_HEAD], ...rows].map((cells, i) => ({ line: i + 1, cells: cells.map((text) => text || null) })),
  }
}
export const fileOf = (grid: Grid, name = '处置明细.xlsx') => ({ name, sha256: 'a'.repeat(64), byteCount: 1000, grid })

export const batchOf = async (owner: Db, id: string) => (await owner.select().from(batches).where(eq(batches.id, id)))[0]!
export const rowsOf = (owner: Db, id: string) => owner.select().from(batchRows).where(eq(batchRows.batchId, id)).orderBy(batchRows.line)

export async function aReadBatch({ db, owner, at }: On, platform: Actor, grid: Grid) {
  const read = await perform(readBatch, platform, fileOf(grid), { on: db, at })
  if (!read.ok) throw new Error(`refused: ${read.code}`)
  return batchOf(owner, read.value.id)
}

export async function aRunningBatch(on: On, platform: Actor, grid: Grid) {
  const { id, version } = await aReadBatch(on, platform, grid)
  const confirmed = await perform(confirmBatch, platform, { id, version }, { on: on.db, at: on.at })
  if (!confirmed.ok) throw new Error(`refused: ${confirmed.code}`)
  return batchOf(on.owner, id)
}
