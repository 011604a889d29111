import { createHash } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { batchRows, members, violations } from '@/db/schema'
import type { SeededBatch } from '@/db/seed/batches'
import { NOTICE_HEAD, noticeRows } from '@/db/seed/notice'
import { read } from '@/db/transaction'
import { recordChunk } from '@/lib/batch/commands/chunk'
import { readBatch } from '@/lib/batch/commands/read'
import { confirmBatch, withdrawBatch } from '@/lib/batch/commands/run'
import type { Grid } from '@/lib/batch/rules/grid'
import { type Actor, houseFor, type MemberDuty, mintActor, visitor } from '@/lib/kernel/actor'
import { addDays, dayOf } from '@/lib/kernel/time'
import { assignDuties } from '@/lib/organization/commands/duties'
import { takeBackRecord } from '@/lib/penalty/commands/record'
import { takeUp } from '@/lib/violation/commands/record'
import { recordBatches } from '../worker/batch'
import type { Scene } from './scene'

const DAYS = 7

/** The file as it comes out of reading: findings of the week before, with what was mistyped and what is hidden. */
function gridOf({ code, dramas, accounts, mistyped = [], hidden = [] }: SeededBatch, at: Date): Grid {
  const rows = noticeRows({ code, from: addDays(dayOf(at), -DAYS), days: DAYS, dramas, accounts })
  for (const [row, column, text] of mistyped) rows[row]![column] = text
  return {
    format: 'xlsx',
    sheet: '处置明细',
    epoch: 1900,
    rows: [[...NOTICE_HEAD], ...rows].map((cells, i) => ({
      line: i + 1,
      ...(hidden.includes(i - 1) && { hidden: true }),
      cells: cells.map((text) => text || null),
    })),
  }
}

const house = houseFor(visitor)
const memberCalled = async (scene: Scene, name: string) =>
  (await read(scene.on, house, (tx) => tx.select().from(members).where(eq(members.name, name))))[0]!

/** A member with the duties of this very moment. */
async function asOfNow(scene: Scene, name: string): Promise<Actor> {
  const { id, kind, organizationId, duties } = await memberCalled(scene, name)
  return mintActor({ memberId: id, kind, organizationId, name, duties })
}

async function assign(scene: Scene, administrator: string, name: string, duties: readonly MemberDuty[], at: Date) {
  const { id, version, duties: seen } = await memberCalled(scene, name)
  await scene.act(assignDuties, await asOfNow(scene, administrator), { id, version, duties, seen: seen.toSorted().join(' ') }, at)
}

/** One of the reports that a batch has recorded, counted from its first row. */
async function reportOf(scene: Scene, key: string, row: number) {
  const [found] = await read(scene.on, house, (tx) =>
    tx
      .select({ id: violations.id, version: violations.version })
      .from(batchRows)
      .innerJoin(violations, eq(violations.id, batchRows.violationId))
      .where(eq(batchRows.batchId, scene.known(key)))
      .orderBy(asc(batchRows.line))
      .limit(1)
      .offset(row),
  )
  return found!
}

/** A platform's file from its reading to where it stands; the worker records it as it would have then. */
export function tellBatch(scene: Scene, told: SeededBatch) {
  const { key, by, file, readAt, confirmedAt, recordedAt, stoppedAt, withdrawnAt, takenUp, takenBackAt } = told
  scene.plan(key, scene.at(readAt), async (at) => {
    if (stoppedAt) await assign(scene, stoppedAt.administrator, by, ['platform.moderator', 'platform.compliance'], at)
    const grid = gridOf(told, at)
    const content = JSON.stringify(grid)
    const sent = { name: file, sha256: createHash('sha256').update(content).digest('hex'), byteCount: content.length, grid }
    scene.know(key, (await scene.act(readBatch, await asOfNow(scene, by), sent, at)).id)
  })
  if (confirmedAt)
    scene.plan(key, scene.at(confirmedAt), async (at) => scene.step(confirmBatch, await asOfNow(scene, by), 'batches', key, {}, at))
  if (recordedAt) scene.plan(key, scene.at(recordedAt), (at) => recordBatches({ on: scene.on, at }))
  if (stoppedAt)
    scene.plan(key, scene.at(stoppedAt.at), async (at) => {
      await scene.act(recordChunk, await asOfNow(scene, by), { id: scene.known(key), size: stoppedAt.rows }, at)
      await assign(scene, stoppedAt.administrator, by, ['platform.moderator'], at)
      await recordBatches({ on: scene.on, at })
    })
  if (withdrawnAt)
    scene.plan(key, scene.at(withdrawnAt), async (at) => scene.step(withdrawBatch, await asOfNow(scene, by), 'batches', key, {}, at))
  if (takenBackAt)
    scene.plan(key, scene.at(takenBackAt), async (at) =>
      scene.act(takeBackRecord, await asOfNow(scene, by), await reportOf(scene, key, 3), at),
    )
  if (takenUp)
    scene.plan(key, scene.at(takenUp.at), async (at) =>
      scene.act(takeUp, await asOfNow(scene, takenUp.by), await reportOf(scene, key, 0), at),
    )
}
