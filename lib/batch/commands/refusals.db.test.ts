import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { violations } from '@/db/schema'
import { aReadBatch, rowsOf } from '@/db/testing/batches'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { choosing, decisionsOn, imposed, penaltyOf, upheldAccount, upheldWork } from '@/db/testing/penalties'
import { rectificationOf } from '@/db/testing/rectifications'
import { type Actor, clock } from '../../kernel/actor'
import { dayOf } from '../../kernel/time'
import { imposePenalty } from '../../penalty/commands/decide'
import { revokePenalty } from '../../penalty/commands/end'
import { takeBackRecord } from '../../penalty/commands/record'
import { reportRefusal } from '../../penalty/commands/refusal'
import { afterRefusal } from '../../penalty/queries/refusal'
import { type Command, look, perform } from '../../perform'
import { recordBatches } from '../../process/worker/batch'
import { refuseUnmended } from '../../rectification/commands/end'
import { dismissViolation } from '../../violation/commands/decide'
import { takeUp } from '../../violation/commands/record'
import type { Grid } from '../rules/grid'
import { confirmBatch, withdrawBatch } from './run'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const beijing = as('chen.li@beijing.example')
const start = Date.now()
const hoursOn = (hours: number) => new Date(start + hours * 3_600_000)
const act = <I, T, C extends string>(command: Command<I, T, C>, actor: Actor, input: I, hours = 75) =>
  perform(command, actor, input, { on: db, at: hoursOn(hours) })

/** An account that was guided and did not mend: the next row is due before its platform. */
async function refused() {
  const subject = await upheldAccount({ db, owner }, kuaishou, beijing)
  const [guidance] = await imposed({ db, owner, at: hoursOn(0) }, kuaishou, subject, choosing('P1:72', { reason: '先引导' }))
  const id = guidance!.rectificationId!
  expect(await act(refuseUnmended, clock, id, 72)).toMatchObject({ ok: true })
  return { ...subject, rectification: await rectificationOf(owner, id) }
}
type Refused = Awaited<ReturnType<typeof refused>>
const followed = async ({ rectification: { id } }: Refused) =>
  (await look(clock, (tx) => afterRefusal(tx, id, kuaishou.organizationId!), db))[0]!
const states = async ({ accountId }: Refused) =>
  (await decisionsOn(owner, accountId)).flatMap(({ state }) => (state === 'recorded' ? [] : [state]))
const next = ({ violationId, accountId }: Refused) => ({
  violationId,
  targetKind: 'account' as const,
  targetId: accountId,
  episodes: [],
  ...choosing('P6:7', { reason: '拒不整改' }),
})

const HEAD = ['平台内部编号', '对象类型', '名称', '编号', '违规条目', '发现日期', '发现的问题', '播出阶段', '处置措施', '措施参数']
const ITEMS = 'E2'
let references = 0
/** A file with one finding of a refusal for each of these accounts. */
const fileOn = (accounts: readonly Pick<Refused, 'account'>[], item = 'V10-05'): Grid => {
  const rows = accounts.map(({ account: { accountId, handle } }) => [
    `拒-${(references += 1)}`, '账号', handle, accountId, item, dayOf(hoursOn(74)), '到期没有提交整改', '上线后', 'P6', '7',
  ]) // biome-ignore format: a row of the table
  return { format: 'xlsx', sheet: null, epoch: 1900, rows: [HEAD, ...rows].map((cells, at) => ({ line: at + 1, cells })) }
}
const read = (grid: Grid, hours = 75) => aReadBatch({ db, owner, at: hoursOn(hours) }, kuaishou, grid)
const confirm = async ({ id, version }: { id: string; version: number }, hours = 75) =>
  expect(await act(confirmBatch, kuaishou, { id, version }, hours)).toMatchObject({ ok: true })
const record = (hours = 75) => recordBatches({ on: db, at: hoursOn(hours) })
async function recordedIn(grid: Grid, hours = 75) {
  const batch = await read(grid, hours)
  await confirm(batch, hours)
  await record(hours)
  return { batch, rows: await rowsOf(owner, batch.id) }
}
const follows = (one: Refused) => ({ field: 'items', code: 'penalty_follows', params: { number: one.rectification.number } })

describe('a refusal that a platform records in a file (V10-05)', () => {
  test('takes the place of the next row, which is not imposed beside it', async () => {
    const one = await refused()
    const before = await lastEvent(owner)
    const { rows } = await recordedIn(fileOn([one]))
    expect(rows).toMatchObject([{ standing: 'filed' }])
    expect(await eventsSince(owner, before)).toEqual(expect.arrayContaining(['violation.recorded', 'penalty.recorded', 'penalty.gave_way']))
    expect(await states(one)).toEqual(['unmet', 'spared'])
    const { number } = (await owner.select().from(violations).where(eq(violations.id, rows[0]!.violationId!)))[0]!
    expect(await followed(one)).toMatchObject({ by: 'report', due: null, report: { number } })
    const was = await remembered(owner)
    expect(await act(imposePenalty, kuaishou, next(one))).toMatchObject({ ok: false, code: 'report_follows', params: { number } })
    const { id, version } = one.rectification
    expect(await act(reportRefusal, kuaishou, { id, version, description: '到期' })).toMatchObject({ ok: false, code: 'already_reported' })
    expect(await remembered(owner)).toEqual(was)
  })

  test('is wrong at its cell in the preview where the next row stands imposed, and says after which refusal; taken back, it is good', async () => {
    const [one, other] = [await refused(), await refused()]
    const imposedNext = await act(imposePenalty, kuaishou, next(one))
    if (!imposedNext.ok) throw new Error(imposedNext.code)
    const preview = await rowsOf(owner, (await read(fileOn([one, other]))).id)
    expect(preview).toMatchObject([
      { standing: 'wrong', faults: [{ ...follows(one), cell: ITEMS, typed: 'V10-05' }] },
      { standing: 'good', faults: [] },
    ])
    expect((await rowsOf(owner, (await read(fileOn([one], 'V12-04'))).id)).map(({ standing }) => standing)).toEqual(['good'])
    const { id } = imposedNext.value.opened[0]!
    const { version } = await penaltyOf(owner, id)
    await act(revokePenalty, kuaishou, { id, version, reason: '改为登记' })
    expect((await rowsOf(owner, (await read(fileOn([one]))).id)).map(({ standing }) => standing)).toEqual(['good'])
  })

  test('is wrong at its cell at writing where the next row was imposed meanwhile; the other rows go in', async () => {
    const [one, other] = [await refused(), await refused()]
    const batch = await read(fileOn([one, other]))
    await confirm(batch)
    expect(await act(imposePenalty, kuaishou, next(one))).toMatchObject({ ok: true })
    await record()
    expect(await rowsOf(owner, batch.id)).toMatchObject([
      { standing: 'wrong', violationId: null, faults: [follows(one)] },
      { standing: 'filed', faults: [] },
    ])
    expect([await states(one), await states(other)]).toEqual([
      ['unmet', 'active'],
      ['unmet', 'spared'],
    ])
  })

  test('about a work without a number finds its work by title and maker', async () => {
    const work = await upheldWork({ db, owner, at: hoursOn(0) }, kuaishou, beijing)
    const target = { ...work, targetKind: 'drama' as const, episodes: [] }
    const guidance = await act(imposePenalty, kuaishou, { ...target, ...choosing('P1:72', { reason: '先引导' }) }, 0)
    if (!guidance.ok) throw new Error(guidance.code)
    const { rectificationId, targetName } = await penaltyOf(owner, guidance.value.opened[0]!.id)
    await act(refuseUnmended, clock, rectificationId!, 72)
    expect(await act(imposePenalty, kuaishou, { ...target, ...choosing('P3', { reason: '拒不整改' }) })).toMatchObject({ ok: true })
    const row = [`拒-${(references += 1)}`, '微短剧', targetName, '', 'V10-05', dayOf(hoursOn(74)), '到期', '上线后', 'P3', '']
    const file: Grid = { format: 'xlsx', sheet: null, epoch: 1900, rows: [HEAD, row].map((cells, at) => ({ line: at + 1, cells })) }
    expect(await rowsOf(owner, (await read(file)).id)).toMatchObject([{ standing: 'wrong', faults: [{ code: 'penalty_follows' }] }])
  })

  test.for(['record', 'batch'] as const)('taken back with its %s, the next row is due again', async (what) => {
    const one = await refused()
    const { batch, rows } = await recordedIn(fileOn([one]))
    const id = rows[0]!.violationId!
    expect(await followed(one)).toMatchObject({ by: 'report', report: { id } })
    const taken =
      what === 'record'
        ? await act(takeBackRecord, kuaishou, { id, version: 1 }, 76)
        : await act(withdrawBatch, kuaishou, { id: batch.id, version: batch.version + 2 }, 76)
    expect(taken).toMatchObject({ ok: true })
    expect(await followed(one)).toMatchObject({ by: null, due: { number: expect.any(String) } })
    expect(await act(imposePenalty, kuaishou, next(one), 77)).toMatchObject({ ok: true })
  })

  test('taken up by its bureau it stands on; dismissed, the next row is due again', async () => {
    const one = await refused()
    const { rows } = await recordedIn(fileOn([one]))
    const id = rows[0]!.violationId!
    expect(await act(takeUp, beijing, { id, version: 1 }, 76)).toMatchObject({ ok: true })
    expect(await followed(one)).toMatchObject({ by: 'report', report: { id }, due: null })
    expect(await act(imposePenalty, kuaishou, next(one), 77)).toMatchObject({ ok: false, code: 'report_follows' })
    expect(await act(dismissViolation, beijing, { id, version: 2, reason: '没有看到。' }, 78)).toMatchObject({ ok: true })
    expect(await followed(one)).toMatchObject({ by: null, report: null, due: { number: expect.any(String) } })
  })

  test('recorded before the refusal and taken up after it, it takes the place of what is due, and of nothing that is imposed', async () => {
    const rowsBefore = async () => {
      const subject = await upheldAccount({ db, owner }, kuaishou, beijing)
      const [guidance] = await imposed({ db, owner, at: hoursOn(0) }, kuaishou, subject, choosing('P1:72', { reason: '先引导' }))
      const { rows } = await recordedIn(fileOn([subject]), 74)
      const rectification = await rectificationOf(owner, guidance!.rectificationId!)
      await act(refuseUnmended, clock, rectification.id, 74)
      return { ...subject, rectification, id: rows[0]!.violationId! }
    }
    const [open, decided] = [await rowsBefore(), await rowsBefore()]
    expect(await act(imposePenalty, kuaishou, next(decided))).toMatchObject({ ok: true })
    for (const { id } of [open, decided]) expect(await act(takeUp, beijing, { id, version: 1 }, 76)).toMatchObject({ ok: true })
    expect(await followed(open)).toMatchObject({ by: 'report', report: { id: open.id }, due: null })
    expect(await followed(decided)).toMatchObject({ by: 'penalty', report: null })
  })

  test('of twenty who record it and impose at once one is heard', async () => {
    const one = await refused()
    const batches = await Promise.all(Array.from({ length: 10 }, () => read(fileOn([one]))))
    for (const batch of batches) await confirm(batch)
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? record() : act(imposePenalty, kuaishou, next(one)))))
    const heard = outcomes.filter((outcome) => outcome?.ok).length
    const standings = (await Promise.all(batches.map(({ id }) => rowsOf(owner, id)))).flat().map(({ standing }) => standing)
    expect(await states(one)).toEqual(['unmet', heard ? 'active' : 'spared'])
    expect(heard).toBeLessThanOrEqual(1)
    expect(new Set(standings)).toEqual(new Set([heard ? 'wrong' : 'filed']))
  })
})
