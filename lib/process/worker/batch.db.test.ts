import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, eq, sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { mortal } from '@/db/embedded/confinement'
import { announcementFigures, announcements, batches, batchRows, biweeklyFigures, biweeklyReports } from '@/db/schema'
import { NOTICE_HEAD, noticeRows } from '@/db/seed/notice'
import { batchOf, fileOf } from '@/db/testing/batches'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { plainWorkbook } from '@/e2e/drill/broken-sheets'
import { approveAnnouncement, proposeAnnouncement } from '@/lib/announcement/commands/decide'
import { draftFromBatch } from '@/lib/announcement/commands/open'
import { publishAnnouncement } from '@/lib/announcement/commands/publish'
import { announcedRows } from '@/lib/announcement/queries'
import { readBatch } from '@/lib/batch/commands/read'
import { confirmBatch, withdrawBatch } from '@/lib/batch/commands/run'
import { countsOf, tallyOf } from '@/lib/batch/queries/cases'
import { writeReport } from '@/lib/biweekly/commands/write'
import { draftOf } from '@/lib/biweekly/queries/draft'
import { endedPeriods } from '@/lib/biweekly/rules/period'
import { figure } from '@/lib/figure/queries/figure'
import type { FigureDefinition } from '@/lib/figure/rules'
import { gridOf } from '@/lib/gateway/sheet'
import { clock, visitor } from '@/lib/kernel/actor'
import { look, perform } from '@/lib/perform'
import { callReports } from '@/lib/process/clock'

const { db, owner, url } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const douyin = as('compliance@douyin.example')
const [DRAMAS, ACCOUNTS] = [119, 1188]
const ALL = DRAMAS + ACCOUNTS
/** The period whose report is due. */
const period = endedPeriods(new Date(), 1)[0]!
const workers = new Set<ReturnType<typeof spawn>>()
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL')
})

/** The worker as the portal runs it, in a process that dies with this one. */
function startWorker() {
  const [program, words] = mortal('TERM', process.execPath, ['--import', 'tsx', 'lib/process/worker.ts'])
  const worker = spawn(program, words, {
    env: { ...process.env, DATABASE_URL: url, DEMO: '1', NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
  workers.add(worker)
}
async function killWorkers() {
  await Promise.all(
    [...workers].map((worker) => {
      worker.kill('SIGKILL')
      return once(worker, 'exit')
    }),
  )
  workers.clear()
}

const filed = async (id: string) =>
  (await owner.execute<{ n: number }>(sql`select count(*)::int as n from batch_rows where batch_id = ${id} and standing = 'filed'`))[0]!.n

/** The notice in one file, as a platform saves it, read and confirmed. */
async function confirmed() {
  const bytes = plainWorkbook([
    [...NOTICE_HEAD],
    ...noticeRows({ code: 'GG19', from: period.from, days: 14, dramas: DRAMAS, accounts: ACCOUNTS }),
  ])
  const grid = await gridOf(bytes)
  if (!grid.ok) throw new Error(grid.code)
  const read = await perform(readBatch, douyin, fileOf(grid.value, '第 19 期处置明细.xlsx'), { on: db })
  if (!read.ok) throw new Error(read.code)
  await perform(confirmBatch, douyin, { id: read.value.id, version: 1 }, { on: db })
  return read.value.id
}

/** The notice drafted from the file by its button, proposed by one, approved by another, published by the clock: its frozen figures. */
async function announced(batchId: string) {
  const sure = async <T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string }>): Promise<T> => {
    const found = await outcome
    if (!found.ok) throw new Error(found.code)
    return found.value
  }
  const [drafter, approver] = [as('he.shan@douyin.example'), douyin]
  const { id } = await sure(perform(draftFromBatch, drafter, { batchId }, { on: db }))
  await sure(perform(proposeAnnouncement, drafter, { id, version: 1, last: 18 }, { on: db }))
  await sure(perform(approveAnnouncement, approver, { id, version: 2, checked: 'on' }, { on: db }))
  await sure(perform(publishAnnouncement, clock, id, { on: db }))
  expect(await owner.select().from(announcements).where(eq(announcements.id, id))).toMatchObject([{ state: 'published', issue: 19 }])
  const frozen = await owner
    .select()
    .from(announcementFigures)
    .where(eq(announcementFigures.announcementId, id))
    .orderBy(asc(announcementFigures.key))
  const pages = await look(
    visitor,
    (tx) =>
      Promise.all(
        frozen.map(({ key, definition }) =>
          announcedRows(tx, visitor, { announcement: { id, issuerId: '' }, figure: { key, definition: definition as FigureDefinition } }),
        ),
      ),
    db,
  )
  expect(pages.map((page) => page !== null && page.rows.length > 0 && page.next !== null)).toEqual([true, true])
  return frozen.map(({ value }) => value)
}

/** What the platform writes for the period, whenever the clock laid it before it: works, and accounts by rung. */
async function reported() {
  await callReports(db)
  const ofPeriod = and(eq(biweeklyReports.filerId, douyin.organizationId!), eq(biweeklyReports.periodFrom, period.from))
  const [due] = await owner.select({ id: biweeklyReports.id, version: biweeklyReports.version }).from(biweeklyReports).where(ofPeriod)
  const written = { ...due!, declared: {}, reasons: {}, added: {}, remark: '' }
  expect(await perform(writeReport, as('he.shan@douyin.example'), written, { on: db })).toMatchObject({ ok: true })
  const figures = await owner
    .select({ key: biweeklyFigures.key, value: biweeklyFigures.value })
    .from(biweeklyFigures)
    .where(eq(biweeklyFigures.reportId, due!.id))
  const sum = (key: RegExp) => figures.filter((one) => key.test(one.key)).reduce((total, { value }) => total + value, 0)
  return [sum(/^:::works$/), sum(/^:::account-P\d+$/)]
}

test('119 works and 1,188 accounts in one file, the worker killed at each chunk: nothing lost, nothing doubled, and one figure everywhere', {
  timeout: 240_000,
}, async () => {
  const id = await confirmed()
  let kills = 0
  for (let seen = 0; seen < ALL; seen = await filed(id)) {
    startWorker()
    if (kills % 2) startWorker()
    // Right after a chunk, or in the middle of the next one.
    for (const began = Date.now(); (await filed(id)) === seen; await sleep(2))
      if (Date.now() - began > 60_000) throw new Error(`still ${seen}`)
    await sleep(Math.random() * 120)
    await killWorkers()
    kills += 1
  }
  expect(kills).toBeGreaterThanOrEqual(3)
  startWorker()
  for (const began = Date.now(); (await batchOf(owner, id)).state !== 'done'; await sleep(20))
    if (Date.now() - began > 60_000) throw new Error('not done')
  await killWorkers()

  const [told] = await owner.execute(sql`
    select count(*)::int as events, count(distinct subject_id)::int as cases from events where name = 'violation.recorded' and detail ->> 'batchId' = ${id}`)
  expect(told).toEqual({ events: ALL, cases: ALL })
  const rows = await owner.select().from(batchRows).where(eq(batchRows.batchId, id))
  expect(new Set(rows.map(({ violationId }) => violationId)).size).toBe(ALL)
  const [references] = await owner.execute(sql`select count(*)::int as n from batch_references where filer_id = ${douyin.organizationId}`)
  expect(references).toEqual({ n: ALL })

  const seen = await look(
    douyin,
    async (tx) => {
      const count = async (definition: FigureDefinition) => (await figure(tx, definition)).value
      const own = {
        ownerIds: [douyin.organizationId!],
        from: new Date(`${period.from}T00:00:00+08:00`).toISOString(),
        to: new Date(`${period.to}T00:00:00+08:00`).toISOString(),
      }
      const works = { what: 'found' as const, measure: 'targets' as const, targetKinds: ['drama' as const, 'episode' as const] }
      const accounts = { ...works, targetKinds: ['account' as const] }
      const { figures } = await draftOf(tx, douyin.organizationId!, period)
      const reported = (key: RegExp) => figures.filter((one) => key.test(one.key)).reduce((sum, { value }) => sum + value, 0)
      return {
        page: [await count({ ...works, batchId: id }), await count({ ...accounts, batchId: id })],
        period: [await count({ ...works, ...own }), await count({ ...accounts, ...own })],
        biweekly: [reported(/^:::(intercepted|removed)$/), reported(/^:::works$/), reported(/^:::account-P\d+$/)],
        rows: await countsOf(tx, id),
        tally: (await tallyOf(tx, { id, confirmedBy: douyin.memberId })).reduce((sum, { rows: n }) => sum + n, 0),
      }
    },
    db,
  )
  expect(seen).toMatchObject({ page: [DRAMAS, ACCOUNTS], period: [DRAMAS, ACCOUNTS], rows: { filed: ALL, good: 0, wrong: 0 }, tally: ALL })
  expect(seen.biweekly.slice(1)).toEqual([DRAMAS, ACCOUNTS])
  const asNational = await look(as('zhou.min@nrta.example'), (tx) => figure(tx, { what: 'found', measure: 'targets', batchId: id }), db)
  expect(asNational.value).toBe(ALL)

  expect(await announced(id)).toEqual([DRAMAS, ACCOUNTS])
  expect(await reported()).toEqual([DRAMAS, ACCOUNTS])

  const { version } = await batchOf(owner, id)
  expect(await perform(withdrawBatch, douyin, { id, version }, { on: db })).toMatchObject({ ok: true })
  const after = await look(douyin, (tx) => figure(tx, { what: 'found', measure: 'targets', batchId: id }), db)
  expect(after).toMatchObject({ value: 0, rows: 0 })
  expect((await owner.select().from(batches).where(eq(batches.id, id)))[0]).toMatchObject({ state: 'withdrawn' })
})
