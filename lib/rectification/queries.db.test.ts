import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessLog, rectificationFiles } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, remembered } from '@/db/testing/fixtures'
import { aSubjectToMend, aWorkToMend, handedIn, ordered, rectificationOf, standsOn } from '@/db/testing/rectifications'
import { clearUnusedFiles } from '../gateway/files'
import { isKept, keepFile } from '../gateway/store'
import { type Actor, clock, visitor } from '../kernel/actor'
import { historyOf } from '../ledger/queries'
import { look, perform } from '../perform'
import { attachFile, noteOpening, removeFile } from './commands/files'
import { orderRectification } from './commands/order'
import { returnRectification } from './commands/rule'
import { rectificationByNumber, rectificationFileById } from './queries/case'
import { rectificationCounts, rectificationsOf } from './queries/lists'
import { roomFor } from './queries/room'
import { rectificationsOfReport, subjectToMend, upheldToMend } from './queries/subject'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const taobao = as('compliance@taobao.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const zhou = as('zhou.min@nrta.example')
const cnsa = as('fang.zheng@cnsa.example')
const yehang = as('wu.tong@yehang.example')
const qinghe = as('lin.zhi@qinghe.example')
const on = { db, owner }
const now = new Date()

const directory = mkdtempSync(join(tmpdir(), 'mended-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
async function stored(text: string) {
  const kept = await keepFile(
    (async function* () {
      yield Buffer.concat([PNG, createHash('sha256').update(text).digest()])
    })(),
    { directory },
  )
  if (!kept.ok) throw new Error(kept.code)
  return kept.value
}
const attach = async (actor: Actor, rectificationId: string, name: string) =>
  perform(attachFile, actor, { rectificationId, name, stored: await stored(name), directory }, { on: db })

let number = ''
let id = ''
let violationId = ''
/** Ordered by 快手, joined by 抖音, handed in with a file, returned; one more file is not handed in yet. */
beforeAll(async () => {
  const order = await aWorkToMend(on, kuaishou, yehang)
  violationId = order.violationId
  const opened = await ordered({ ...on, at: now }, kuaishou, order)
  id = opened.id
  number = opened.number!
  await perform(orderRectification, douyin, await standsOn(on, douyin, order), { on: db })
  await attach(yehang, id, 'CANARY改后.png')
  const { version } = await handedIn({ ...on, at: now }, yehang, id)
  await perform(returnRectification, kuaishou, { id, version, reasons: { 0: 'CANARY片头仍在' }, note: null }, { on: db })
  await attach(yehang, id, 'CANARY未提交.png')
})

const seenBy = (actor: Actor) => look(actor, (tx) => rectificationByNumber(tx, actor, number), db)
const told = async (actor: Actor) =>
  JSON.stringify([
    await seenBy(actor),
    await look(actor, (tx) => historyOf(tx, [{ noun: 'rectification', id }]), db),
    await look(actor, (tx) => rectificationsOf(tx, actor, { view: 'all' }), db),
    await look(actor, (tx) => rectificationsOfReport(tx, violationId), db),
  ])

describe('each reads what is its own', () => {
  test('the creator: subject, items, times and reasons; not who ordered it, nor who joined', async () => {
    const seen = await seenBy(yehang)
    expect(seen).toMatchObject({ opener: null, platform: null, order: null, joiners: [], openerId: null, steps: ['hand_in'] })
    expect(seen!.tasks).toMatchObject([{ code: 'V04-02', episode: 12, startSecond: 38, endSecond: 62 }, { episode: null }])
    expect(seen!.reasons).toMatchObject([{ position: 0, reason: 'CANARY片头仍在' }])
    expect(seen!.files.map(({ name, turn }) => [name, turn])).toEqual([
      ['CANARY改后.png', 1],
      ['CANARY未提交.png', 2],
    ])
    const everything = await told(yehang)
    for (const sealed of [kuaishou, douyin].flatMap(({ organizationId, memberId, name }) => [organizationId!, memberId!, name]))
      expect(everything).not.toContain(sealed)
    expect(everything).not.toContain('快手')
  })
  test('whoever ordered it: everything but what is not handed in yet', async () => {
    const seen = await seenBy(kuaishou)
    expect(seen).toMatchObject({ opener: { shortName: '快手' }, producer: { shortName: expect.any(String) }, steps: ['extend'] })
    expect(seen!.files.map(({ name }) => name)).toEqual(['CANARY改后.png'])
    expect(await told(kuaishou)).not.toContain('CANARY未提交')
  })
  test('a platform that has joined: what is asked and what was said, neither who ordered it nor files', async () => {
    const seen = await seenBy(douyin)
    expect(seen).toMatchObject({ opener: null, order: null, files: [], steps: [] })
    expect(seen!.reasons).toHaveLength(1)
    const everything = await told(douyin)
    for (const sealed of [kuaishou.organizationId!, kuaishou.memberId!, '快手', 'CANARY改后', 'CANARY未提交'])
      expect(everything).not.toContain(sealed)
  })
  test.each([
    ['its bureau', beijing],
    ['总局', zhou],
  ])('%s: everything but what is not handed in yet', async (_, actor) => {
    const seen = await seenBy(actor)
    expect(seen).toMatchObject({ opener: { shortName: '快手' }, joiners: [{ name: { shortName: '抖音' } }], steps: [] })
    expect(seen!.files.map(({ name }) => name)).toEqual(['CANARY改后.png'])
  })
  test.each([
    ['another platform', taobao],
    ['another creator', qinghe],
    ['another bureau', zhejiang],
    ['CNSA', cnsa],
    ['a visitor', visitor],
  ])('%s: nothing', async (_, actor) => {
    expect(await seenBy(actor)).toBeNull()
    expect(JSON.parse(await told(actor))).toEqual([null, [], { rows: [], next: null }, []])
    const [file] = await owner.select().from(rectificationFiles).where(eq(rectificationFiles.rectificationId, id))
    expect(await look(actor, (tx) => rectificationFileById(tx, file!.id), db)).toBeNull()
  })
  test('what was upheld is told only to who may have it mended', async () => {
    const { violationSubjectId } = await rectificationOf(owner, id)
    for (const actor of [kuaishou, douyin, beijing, zhou])
      expect(await look(actor, (tx) => subjectToMend(tx, violationSubjectId), db)).toMatchObject({ codes: ['V04-02'] })
    for (const actor of [taobao, zhejiang, cnsa, yehang, visitor])
      expect(await look(actor, (tx) => subjectToMend(tx, violationSubjectId), db)).toBeNull()
    const report = await look(beijing, async (tx) => (await rectificationByNumber(tx, beijing, number))!.violationNumber!, db)
    expect(await look(beijing, (tx) => upheldToMend(tx, report, 'drama'), db)).toMatchObject({ standing: { id }, violationSubjectId })
    expect(await look(beijing, (tx) => upheldToMend(tx, report, 'account'), db)).toBeNull()
    expect(await look(zhejiang, (tx) => upheldToMend(tx, report, 'drama'), db)).toBeNull()
  })
})

describe('files of a hand-in', () => {
  test('are put by whoever hands in, once each, and taken out again until they are handed in', async () => {
    const opened = await ordered({ ...on, at: now }, kuaishou, await aWorkToMend(on, kuaishou, yehang))
    const first = await attach(yehang, opened.id, '甲.png')
    expect(await attach(yehang, opened.id, '甲.png')).toEqual(first)
    const file = (first as { value: { id: string } }).value.id
    for (const actor of [kuaishou, qinghe]) {
      const before = await remembered(owner)
      expect(await attach(actor, opened.id, '乙.png')).toMatchObject({ ok: false })
      expect(await perform(removeFile, actor, { id: opened.id, version: 1, fileId: file }, { on: db })).toMatchObject({ ok: false })
      expect(await remembered(owner)).toEqual(before)
    }
    expect(await perform(removeFile, yehang, { id: opened.id, version: 1, fileId: file }, { on: db })).toMatchObject({ ok: true })
    await attach(yehang, opened.id, '丙.png')
    await handedIn({ ...on, at: now }, yehang, opened.id)
    const [kept] = await owner.select().from(rectificationFiles).where(eq(rectificationFiles.rectificationId, opened.id))
    expect(await attach(yehang, opened.id, '丁.png')).toMatchObject({ ok: false, code: 'wrong_state' })
    expect(await perform(removeFile, yehang, { id: opened.id, version: 2, fileId: kept!.id }, { on: db })).toMatchObject({ ok: false })
  })

  test('each opening is written down, and nobody opens what is sealed', async () => {
    const [file] = (await seenBy(kuaishou))!.files
    for (const isLaterPart of [false, true])
      expect(await perform(noteOpening, kuaishou, { fileId: file!.id, isLaterPart }, { on: db })).toMatchObject({ ok: true })
    expect(await owner.select().from(accessLog).where(eq(accessLog.what, file!.id))).toMatchObject([
      { noun: 'rectification', subjectId: id, memberId: kuaishou.memberId },
    ])
    for (const actor of [douyin, taobao, qinghe, zhejiang, visitor])
      expect(await perform(noteOpening, actor, { fileId: file!.id }, { on: db })).toMatchObject({ ok: false, code: 'not_found' })
  })

  test('are room enough for who may hand in, before a byte is received', async () => {
    const asked = (actor: Actor, at = now) => look(actor, (tx) => roomFor(tx, actor, id, 10, at), db)
    expect(await asked(yehang)).toMatchObject({ ok: true, value: { number } })
    expect(await asked(kuaishou)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await asked(qinghe)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await asked(yehang, new Date(now.getTime() + 100 * 3_600_000))).toMatchObject({ ok: false, code: 'deadline_passed' })
  })

  test('stay as long as a hand-in refers to them', async () => {
    const [file] = await owner.select().from(rectificationFiles).where(eq(rectificationFiles.rectificationId, id))
    const later = new Date(now.getTime() + 100 * 3_600_000)
    await perform(clearUnusedFiles, clock, { directory }, { on: db, at: later })
    expect(await isKept(file!.sha256, directory)).not.toBeNull()
  })
})

test('lists are by standing, newest first, and go on behind the last row', async () => {
  for (let i = 0; i < 3; i += 1) await ordered({ ...on, at: new Date(now.getTime() + i) }, taobao, await aSubjectToMend(on, taobao, null))
  const pages = async (after?: string): Promise<string[]> => {
    const page = await look(taobao, (tx) => rectificationsOf(tx, taobao, { view: 'mending', after }, 2), db)
    return [...page.rows.map((row) => row.number!), ...(page.next ? await pages(page.next) : [])]
  }
  const found = await pages()
  expect(found).toHaveLength(3)
  expect(found).toEqual(found.toSorted().reverse())
  expect(await look(taobao, (tx) => rectificationCounts(tx, taobao), db)).toEqual({
    mending: 3,
    handed_in: 0,
    accepted: 0,
    refused: 0,
    all: 3,
  })
  const [joined] = (await look(douyin, (tx) => rectificationsOf(tx, douyin, { view: 'all' }), db)).rows
  expect(joined).toMatchObject({ number, joined: true })
})
