import { eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  batches,
  batchReferences,
  batchRows,
  penalties,
  penaltyReasons,
  violationFilings,
  violationSubjects,
  violations,
  waiting,
} from '@/db/schema'
import { aReadBatch, aRunningBatch, batchOf, fileOf, noticeGrid, rowsOf } from '@/db/testing/batches'
import { cloneDatabase } from '@/db/testing/database'
import { registered } from '@/db/testing/filings'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { figure } from '../figure/queries/figure'
import type { Actor } from '../kernel/actor'
import { addDays, dayOf } from '../kernel/time'
import { takeBackRecord } from '../penalty/commands/record'
import { look, perform } from '../perform'
import { recordBatches } from '../process/worker/batch'
import { dismissViolation } from '../violation/commands/decide'
import { withdrawViolation } from '../violation/commands/file'
import { takeUp } from '../violation/commands/record'
import { recordChunk } from './commands/chunk'
import { readBatch } from './commands/read'
import { confirmBatch, finishBatch, resumeBatch, stopBatch, withdrawBatch } from './commands/run'
import type { Grid } from './rules/grid'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const as = await cast(db)
const douyin = as('compliance@douyin.example')
const kuaishou = as('compliance@kuaishou.example')
const moderator = as('he.shan@douyin.example')
const chen = as('chen.li@beijing.example')
const recordAll = (manner = {}) => recordBatches({ on: db, ...manner })

/** The columns of the day on which it was found, and of the day from which the measure holds. */
const [SEEN_ON, SINCE] = [8, 13]
let codes = 0
const freshCode = () => `T${(codes += 1)}X`
const grid = (over: Parameters<typeof noticeGrid>[0] = {}) => noticeGrid({ code: freshCode(), ...over })
const standings = async (id: string) => (await rowsOf(owner, id)).map(({ standing }) => standing)
const tally = async (id: string) =>
  Object.fromEntries([...Map.groupBy(await standings(id), (one) => one)].map(([key, rows]) => [key, rows.length]))
/** The grid with one cell of one row changed. */
function changed(of: Grid, line: number, column: number, text: string): Grid {
  return { ...of, rows: of.rows.map((row) => (row.line === line ? { ...row, cells: row.cells.with(column, text) } : row)) }
}
async function aDone(of: Grid, platform: Actor = douyin) {
  const { id } = await aRunningBatch(on, platform, of)
  await recordAll()
  return batchOf(owner, id)
}

test('a file that was read stands with its rows, with a number and one event; nothing is recorded', async () => {
  const before = await lastEvent(owner)
  const batch = await aReadBatch(on, douyin, changed(grid(), 3, 11, 'P10'))
  expect(batch).toMatchObject({ state: 'read', rowCount: 12, hiddenLines: [], readBy: douyin.memberId, confirmedBy: null })
  expect(batch.number).toMatch(/^DR-\d{4}-\d{4}$/)
  expect(await eventsSince(owner, before)).toEqual(['batch.read'])
  expect(await tally(batch.id)).toEqual({ good: 11, wrong: 1 })
  const [wrong] = await owner.select().from(batchRows).where(eq(batchRows.standing, 'wrong'))
  expect(wrong).toMatchObject({ line: 3, faults: [{ field: 'rung', code: 'rung_not_recorded', cell: 'L3', typed: 'P10' }] })
  expect(await owner.select().from(waiting).where(eq(waiting.subjectId, batch.id))).toMatchObject([
    { step: 'confirm', organizationId: douyin.organizationId },
  ])
})

test('confirmed, every good row becomes a case with its event, and the wrong ones nothing', async () => {
  const { id } = await aRunningBatch(on, douyin, changed(grid(), 2, 3, '1.2E+17'))
  const before = await lastEvent(owner)
  await recordAll()
  const batch = await batchOf(owner, id)
  expect(batch).toMatchObject({ state: 'done', confirmedBy: douyin.memberId })
  expect(await tally(id)).toEqual({ filed: 11, wrong: 1 })
  const names = await eventsSince(owner, before)
  expect(names.filter((name) => name === 'violation.recorded')).toHaveLength(11)
  expect(names.at(-1)).toBe('batch.finished')
  const ids = (await rowsOf(owner, id)).flatMap(({ violationId }) => violationId ?? [])
  const reports = await owner.select().from(violations).where(inArray(violations.id, ids))
  expect(
    reports.every(
      ({ state, severity, outcome, number }) => state === 'recorded' && severity === null && outcome === null && /^JB-/.test(number!),
    ),
  ).toBe(true)
  expect(await owner.select().from(waiting).where(inArray(waiting.subjectId, ids))).toEqual([])
  const filings = await owner.select().from(violationFilings).where(inArray(violationFilings.violationId, ids))
  expect(new Set(filings.map(({ filerId, filedBy }) => `${filerId} ${filedBy}`))).toEqual(
    new Set([`${douyin.organizationId} ${douyin.memberId}`]),
  )
  const subjects = await owner.select().from(violationSubjects).where(inArray(violationSubjects.violationId, ids))
  expect(subjects.every(({ outcome }) => outcome === null)).toBe(true)
  const measures = await owner.select().from(penalties).where(inArray(penalties.violationId, ids))
  expect(measures).toHaveLength(11)
  expect(measures.every(({ state, number, dueAt }) => state === 'recorded' && /^CF-/.test(number!) && dueAt === null)).toBe(true)
  const reasons = await owner
    .select()
    .from(penaltyReasons)
    .where(
      inArray(
        penaltyReasons.penaltyId,
        measures.map((one) => one.id),
      ),
    )
  expect(reasons.every(({ against, decision, guided }) => against === null && decision === null && guided !== '')).toBe(true)
})

test('findings about one target in one file are one occurrence, in whichever chunk they are recorded; the next file repeats them', async () => {
  const file = grid({ dramas: 0, accounts: 4 })
  const [head, ...accounts] = file.rows
  const about = (account: number, code: string, days: string[]): Grid => ({
    ...file,
    rows: [
      head!,
      ...days.map((day, at) => ({
        line: at + 2,
        cells: accounts[account]!.cells.with(0, `${code}-${at}`).with(SEEN_ON, day).with(SINCE, day),
      })),
    ],
  })
  const [a, b, c] = [1, 2, 3].map((days) => addDays(dayOf(new Date()), days - 12))
  const occurrences = async (id: string) => {
    const ids = (await rowsOf(owner, id)).map(({ penaltyId }) => penaltyId!)
    const rows = await owner.select().from(penaltyReasons).where(inArray(penaltyReasons.penaltyId, ids))
    return ids.map((one) => rows.find(({ penaltyId }) => penaltyId === one)!.occurrence)
  }
  for (const [account, size] of [1, 50].entries()) {
    const { id } = await aRunningBatch(on, kuaishou, about(account, `K${size}`, [a!, b!]))
    await recordAll({ size })
    expect(await tally(id)).toEqual({ filed: 2 })
    expect(await occurrences(id)).toEqual(['first', 'first'])
  }
  const next = await aRunningBatch(on, kuaishou, about(0, 'KN', [c!]))
  await recordAll()
  expect(await occurrences(next.id)).toEqual(['repeat_within_90_days'])
})

test('the same file again records nothing and says under which numbers it is on file', async () => {
  const file = grid()
  const first = await aDone(file)
  const again = await aReadBatch(on, douyin, file)
  expect(await tally(again.id)).toEqual({ on_file: 12 })
  expect((await rowsOf(owner, again.id)).map(({ violationId }) => violationId)).toEqual(
    (await rowsOf(owner, first.id)).map(({ violationId }) => violationId),
  )
  expect(await perform(confirmBatch, douyin, { id: again.id, version: 1 }, { on: db })).toMatchObject({
    ok: false,
    code: 'nothing_to_record',
  })
  const elsewhere = await aReadBatch(on, kuaishou, file)
  expect(await tally(elsewhere.id)).toEqual({ good: 12 })
})

test('of two files with the same references that run at once, each reference is recorded once', async () => {
  const file = grid({ dramas: 10, accounts: 30 })
  const [one, other] = [await aRunningBatch(on, douyin, file), await aRunningBatch(on, douyin, file)]
  await Promise.all(Array.from({ length: 6 }, () => recordAll({ size: 5 })))
  await recordAll()
  const counts = [await tally(one.id), await tally(other.id)]
  expect((counts[0]!.filed ?? 0) + (counts[1]!.filed ?? 0)).toBe(40)
  expect((counts[0]!.on_file ?? 0) + (counts[1]!.on_file ?? 0)).toBe(40)
  const references = (await rowsOf(owner, one.id)).map(({ reference }) => reference!)
  expect(await owner.select().from(batchReferences).where(inArray(batchReferences.reference, references))).toHaveLength(40)
})

test('one work, account and mini-program stands behind all rows that name it', async () => {
  const [head, first, second, third] = grid({ dramas: 1, accounts: 2 }).rows
  const cells = (row: typeof first, over: Record<number, string>) => row!.cells.map((cell, at) => over[at] ?? cell)
  const app = { 1: '小程序', 2: '晚亭剧场', 3: 'wx0001', 4: '', 7: 'V04-03', 11: 'P8', 12: '暂停' }
  const rows = [
    head!.cells,
    cells(first, {}),
    cells(first, { 0: 'e-1', 1: '剧集', 6: '第３集', 11: 'P2', 15: '' }),
    cells(second, {}),
    cells(third, { 0: 'a-2', 3: String(second!.cells[3]), 4: '改了名的剧场' }),
    cells(third, { 0: 'm-1', ...app }),
    cells(third, { 0: 'm-2', ...app }),
  ]
  const batch = await aDone({ format: 'xlsx', sheet: null, epoch: 1900, rows: rows.map((one, i) => ({ line: i + 1, cells: one })) })
  expect(await tally(batch.id)).toEqual({ filed: 6 })
  const ids = (await rowsOf(owner, batch.id)).map(({ violationId }) => violationId!)
  const subjects = await owner.select().from(violationSubjects).where(inArray(violationSubjects.violationId, ids))
  expect(new Set(subjects.map(({ dramaId, accountId, miniProgramId }) => dramaId ?? accountId ?? miniProgramId)).size).toBe(3)
  const measures = await owner.select().from(penalties).where(inArray(penalties.violationId, ids)).orderBy(penalties.number)
  expect(measures.map(({ rung, parameter, targetKind, episode }) => [rung, parameter, targetKind, episode])).toContainEqual([
    'P2',
    null,
    'episode',
    3,
  ])
  expect(measures.map(({ rung, parameter }) => [rung, parameter])).toContainEqual(['P8', 'suspend'])
})

test('episodes of one work are counted together, each once, with their minutes', async () => {
  const [head, first] = grid({ dramas: 1, accounts: 0 }).rows
  const episode = (reference: string, number: string, minutes: string) =>
    first!.cells.map((cell, at) => ({ 0: reference, 1: '剧集', 6: number, 11: 'P2', 12: '', 15: '', 16: minutes })[at] ?? cell)
  const rows = [head!.cells, episode('s-3', '3', '2'), episode('s-4', '4', '2'), episode('s-9', '9', '2'), episode('s-9b', '9', '2')]
  const { id: batchId } = await aDone({ format: 'xlsx', sheet: null, epoch: 1900, rows: rows.map((cells, i) => ({ line: i + 1, cells })) })
  expect(await tally(batchId)).toEqual({ filed: 4 })
  const count = (what: 'found' | 'measured', measure: 'targets' | 'episodes' | 'minutes') =>
    look(douyin, (tx) => figure(tx, { what, measure, batchId }), db)
  for (const what of ['found', 'measured'] as const) {
    expect(await count(what, 'targets')).toMatchObject({ value: 1, rows: 4 })
    expect(await count(what, 'episodes')).toEqual({ value: 3, unknown: 0, rows: 4 })
    expect(await count(what, 'minutes')).toEqual({ value: 6, unknown: 0, rows: 4 })
  }
})

test('a work with its number is the work of the register; under another title the cell is refused', async () => {
  const work = await registered(on, as('wu.tong@yehang.example'), chen)
  const [number, title] = [work.officialNumber!, work.title]
  const file = changed(changed(grid({ dramas: 2, accounts: 0 }), 2, 3, number), 3, 3, number)
  const batch = await aReadBatch(on, douyin, changed(file, 2, 2, title))
  expect((await rowsOf(owner, batch.id)).map(({ standing, faults }) => [standing, faults[0]?.code])).toEqual([
    ['good', undefined],
    ['wrong', 'number_of_another_work'],
  ])
  await perform(confirmBatch, douyin, { id: batch.id, version: 1 }, { on: db })
  await recordAll()
  const [row] = await rowsOf(owner, batch.id)
  const [subject] = await owner.select().from(violationSubjects).where(eq(violationSubjects.violationId, row!.violationId!))
  expect(subject?.dramaId).toBe(work.dramaId)
})

test('a bureau takes a record up and it is reviewed from there; the platform then cannot take it back', async () => {
  const batch = await aDone(grid({ dramas: 2, accounts: 0 }))
  const [first, second] = (await rowsOf(owner, batch.id)).map(({ violationId }) => violationId!)
  const before = await lastEvent(owner)
  expect(await perform(takeUp, chen, { id: first!, version: 1 }, { on: db })).toMatchObject({ ok: true })
  expect(await eventsSince(owner, before)).toEqual(['violation.taken_up'])
  expect(await owner.select().from(waiting).where(eq(waiting.subjectId, first!))).toMatchObject([{ step: 'uphold' }])
  expect(await perform(takeBackRecord, douyin, { id: first!, version: 2 }, { on: db })).toMatchObject({ ok: false, code: 'wrong_state' })
  const withdrawn = { id: first!, version: 2, reason: null }
  for (const [actor, code] of [
    [moderator, 'taken_up'],
    [{ ...douyin, duties: ['platform.compliance'] as const }, 'not_yours'],
    [kuaishou, 'not_found'],
  ] as const)
    expect(await perform(withdrawViolation, actor, withdrawn, { on: db })).toMatchObject({ ok: false, code })
  expect(await standings(batch.id)).toEqual(['filed', 'filed'])
  expect(await perform(takeBackRecord, kuaishou, { id: second!, version: 1 }, { on: db })).toMatchObject({ ok: false, code: 'not_found' })
  expect(await perform(takeBackRecord, douyin, { id: second!, version: 1 }, { on: db })).toMatchObject({ ok: true })
  const [measure] = await owner.select().from(penalties).where(eq(penalties.violationId, second!))
  expect(measure).toMatchObject({ state: 'withdrawn' })
  expect(await standings(batch.id)).toEqual(['filed', 'withdrawn'])
})

test('what a bureau dismisses counts no more', async () => {
  const batch = await aDone(grid({ dramas: 0, accounts: 3 }))
  const count = async () =>
    (await look(douyin, (tx) => figure(tx, { what: 'found', measure: 'cases', standings: ['recorded'], batchId: batch.id }), db)).value
  expect(await count()).toBe(3)
  const [first] = (await rowsOf(owner, batch.id)).map(({ violationId }) => violationId!)
  await perform(takeUp, chen, { id: first!, version: 1 }, { on: db })
  await perform(dismissViolation, chen, { id: first!, version: 2, reason: '没有看到。' }, { on: db })
  expect(await count()).toBe(2)
})

test('a batch is withdrawn as far as nobody decided; its references can come in again', async () => {
  const file = grid()
  const batch = await aDone(file)
  const [taken] = (await rowsOf(owner, batch.id)).map(({ violationId }) => violationId!)
  await perform(takeUp, chen, { id: taken!, version: 1 }, { on: db })
  expect(await perform(withdrawBatch, douyin, { id: batch.id, version: batch.version }, { on: db })).toMatchObject({ ok: true })
  expect(await tally(batch.id)).toEqual({ kept: 1, withdrawn: 11 })
  const [left] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from facts where batch_id = ${batch.id} and voided_by is null and standing = 'recorded'`,
  )
  expect(left!.n).toBeLessThanOrEqual(2)
  const again = await aReadBatch(on, douyin, file)
  expect(await tally(again.id)).toEqual({ on_file: 1, good: 11 })
})

test('the worker stops when duty or standing is gone, and another goes on where it stopped', async () => {
  const { id } = await aRunningBatch(on, douyin, grid({ dramas: 0, accounts: 20 }))
  expect(await perform(recordChunk, douyin, { id, size: 6 }, { on: db })).toEqual({ ok: true, value: { done: 6 } })
  await owner.execute(sql`update members set duties = array['admin', 'platform.moderator'] where id = ${douyin.memberId}`)
  await recordAll()
  expect(await batchOf(owner, id)).toMatchObject({ state: 'stopped', stopReason: 'duty_gone' })
  expect(await tally(id)).toEqual({ filed: 6, good: 14 })
  await owner.execute(
    sql`update members set duties = array['admin', 'platform.compliance', 'platform.moderator'] where id = ${douyin.memberId}`,
  )
  await owner.execute(sql`update members set duties = array['platform.compliance'] where id = ${moderator.memberId}`)
  const other = (await cast(db))('he.shan@douyin.example')
  expect(await perform(resumeBatch, other, { id, version: 3 }, { on: db })).toMatchObject({ ok: true })
  await owner.execute(sql`update organizations set state = 'suspended' where id = ${douyin.organizationId}`)
  await recordAll()
  expect(await batchOf(owner, id)).toMatchObject({ state: 'stopped', stopReason: 'platform_gone' })
  await owner.execute(sql`update organizations set state = 'accepted' where id = ${douyin.organizationId}`)
  await perform(resumeBatch, other, { id, version: 5 }, { on: db })
  await recordAll({ size: 5 })
  expect(await batchOf(owner, id)).toMatchObject({ state: 'done', confirmedBy: other.memberId, stopReason: null })
  expect(await tally(id)).toEqual({ filed: 20 })
  await owner.execute(sql`update members set duties = array['platform.moderator'] where id = ${moderator.memberId}`)
})

test('a row that cannot be written is set aside, and the batch goes on behind it', async () => {
  const { id } = await aRunningBatch(on, douyin, grid({ dramas: 0, accounts: 8 }))
  await owner.execute(
    sql`update batch_rows set entry = jsonb_set(entry, '{measure,startsAt}', '"never"') where batch_id = ${id} and line = 4`,
  )
  const aside: string[] = []
  await recordAll({ size: 4, onSetAside: ({ reference }: { reference: string }) => aside.push(reference) })
  expect(aside).toHaveLength(1)
  expect(await tally(id)).toEqual({ filed: 7, failed: 1 })
  expect((await rowsOf(owner, id))[2]).toMatchObject({
    standing: 'failed',
    faults: [{ code: 'row_failed', params: { reference: aside[0] } }],
  })
  expect(await batchOf(owner, id)).toMatchObject({ state: 'done' })
})

const refusals: [why: string, attempt: () => Promise<{ ok: boolean; code?: string }>, code: string][] = [
  ['a moderator reads a file', async () => perform(readBatch, moderator, fileOf(grid()), { on: db }), 'not_yours'],
  ['a bureau reads a file', async () => perform(readBatch, chen, fileOf(grid()), { on: db }), 'not_yours'],
  [
    'a file without a head',
    async () => perform(readBatch, douyin, fileOf({ ...grid(), rows: grid().rows.slice(1) }), { on: db }),
    'head_missing',
  ],
  [
    'an empty file',
    async () => perform(readBatch, douyin, fileOf({ ...grid(), rows: grid().rows.slice(0, 1) }), { on: db }),
    'nothing_in_it',
  ],
  ['a moderator confirms', async () => perform(confirmBatch, moderator, await held('read'), { on: db }), 'not_yours'],
  ['another platform confirms', async () => perform(confirmBatch, kuaishou, await held('read'), { on: db }), 'not_found'],
  ['confirmed twice', async () => perform(confirmBatch, douyin, await held('done'), { on: db }), 'wrong_state'],
  ['confirmed as it was before', async () => perform(confirmBatch, douyin, { ...(await held('read')), version: 7 }, { on: db }), 'stale'],
  ['resumed without having stopped', async () => perform(resumeBatch, douyin, await held('done'), { on: db }), 'wrong_state'],
  ['withdrawn while it runs', async () => perform(withdrawBatch, douyin, await held('running'), { on: db }), 'wrong_state'],
  [
    'stopped by a member',
    async () => perform(stopBatch, douyin, { id: (await held('running')).id, reason: 'duty_gone' as const }, { on: db }),
    'not_yours',
  ],
  ['finished by a member', async () => perform(finishBatch, douyin, { id: (await held('running')).id }, { on: db }), 'not_yours'],
  [
    'a chunk under another hand',
    async () => perform(recordChunk, moderator, { id: (await held('running')).id, size: 5 }, { on: db }),
    'not_yours',
  ],
  [
    'a chunk of a batch that does not run',
    async () => perform(recordChunk, douyin, { id: (await held('read')).id, size: 5 }, { on: db }),
    'wrong_state',
  ],
]
const kept = new Map<string, { id: string; version: number }>()
async function held(state: 'read' | 'running' | 'done') {
  const { id, version } = kept.get(state)!
  return { id, version }
}

test.for(refusals)('%s: refused, and nothing is written', async ([, attempt, code]) => {
  if (kept.size === 0) {
    kept.set('done', await aDone(grid()))
    kept.set('read', await aReadBatch(on, douyin, grid()))
    kept.set('running', await aRunningBatch(on, douyin, grid()))
  }
  const before = await remembered(owner)
  expect(await attempt()).toMatchObject({ ok: false, code })
  expect(await remembered(owner)).toEqual(before)
})

test('of twenty who confirm at once one is recorded, and of twenty workers each row is recorded once', async () => {
  const { id, version } = await aReadBatch(on, douyin, grid({ dramas: 20, accounts: 20 }))
  const answers = await Promise.all(Array.from({ length: 20 }, () => perform(confirmBatch, douyin, { id, version }, { on: db })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  await Promise.all(Array.from({ length: 20 }, () => recordAll({ size: 7 })))
  expect(await tally(id)).toEqual({ filed: 40 })
  const [n] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from events where name = 'violation.recorded' and detail ->> 'batchId' = ${id}`,
  )
  expect(n!.n).toBe(40)
  expect((await owner.select().from(batches).where(eq(batches.id, id)))[0]!.state).toBe('done')
})
