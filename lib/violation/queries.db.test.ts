import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { miniPrograms, violationSubjects } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { platformIds, registered } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import { operatorOf } from '@/db/testing/operators'
import { draftedReport, filedReport, rulingsOf } from '@/db/testing/reports'
import { keepFile } from '../gateway/store'
import { type Actor, visitor } from '../kernel/actor'
import { historyOf } from '../ledger/queries'
import { bureauIdOf } from '../organization/commands/enroll'
import { look, perform } from '../perform'
import { reassignViolation, upholdViolation } from './commands/decide'
import { keepDraft } from './commands/draft'
import { attachEvidence, noteOpening } from './commands/evidence'
import { mergeViolation } from './commands/merge'
import { upheldAgainst } from './queries/creator'
import { draftById, numberOfFiled } from './queries/draft'
import { evidenceById, evidenceOf, mayAttach } from './queries/evidence'
import { earlierOf, mergedWith, openingsOf, reportByNumber } from './queries/report'
import { type ReportView, reportCounts, reportsOf, viewsFor } from './queries/reports'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [kuaishou, douyin, taobao, cnsa] = [
  'compliance@kuaishou.example',
  'he.shan@douyin.example',
  'compliance@taobao.example',
  'xu.qing@cnsa.example',
].map(people) as [Actor, Actor, Actor, Actor]
const [beijing, zhejiang, national] = ['chen.li@beijing.example', 'he.qing@zhejiang.example', 'lin.hai@nrta.example'].map(people) as [
  Actor,
  Actor,
  Actor,
]
const [producer, operator, stranger] = ['lin.zhi@qinghe.example', 'wu.tong@yehang.example', 'ma.chi@changhe.example'].map(people) as [
  Actor,
  Actor,
  Actor,
]
const directory = mkdtempSync(join(tmpdir(), 'evidence-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function attach(actor: Actor, violationId: string, name: string) {
  async function* body() {
    yield Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000000000', 'hex'), Buffer.from(name)])
  }
  const kept = await keepFile(body(), { directory })
  if (!kept.ok) throw new Error(kept.code)
  const attached = await perform(attachEvidence, actor, { violationId, name, stored: kept.value, directory }, { on: db })
  if (!attached.ok) throw new Error(attached.code)
  return attached.value.id
}
async function sure<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string }>) {
  const found = await outcome
  if (!found.ok) throw new Error(found.code)
  return found.value
}

const [wechat] = await platformIds(owner, 'wechat')
const work = (await registered(on, producer, zhejiang, { title: '江南旧事' })).dramaId!
/** Kuaishou's report of the producer's work and the operator's mini-program, sent on by Beijing, upheld by Zhejiang, with a second one merged into it. */
const report = await filedReport(on, kuaishou, {
  work: 'new',
  title: '转办之作',
  description: 'CANARY情况说明',
  links: 'https://canary.example/1',
  places: { rows: { 0: { episode: '3', start: '00:10', end: '00:20', note: 'CANARY镜头说明' } } },
  items: ['V04-02', 'V10-01'],
  targets: { 'V04-02': ['drama'], 'V10-01': ['mini_program'] },
  miniProgram: { platformId: wechat, appId: 'wx1', name: '夜色剧场' },
})
const evidenceId = await attach(kuaishou, report.id, 'CANARY证据.png')
await owner
  .update(violationSubjects)
  .set({ dramaId: work })
  .where(
    eq(
      violationSubjects.id,
      (await owner.select().from(violationSubjects).where(eq(violationSubjects.violationId, report.id))).find(
        ({ kind }) => kind === 'drama',
      )!.id,
    ),
  )
await owner
  .update(miniPrograms)
  .set({ operatorId: await operatorOf(owner, operator.organizationId!) })
  .where(eq(miniPrograms.appId, 'wx1'))
await sure(
  perform(reassignViolation, beijing, { id: report.id, version: 2, bureauId: bureauIdOf('33'), reason: 'CANARY转办理由' }, { on: db }),
)
const rulings = await rulingsOf(owner, report.id, (kind) => ({ reason: kind === 'drama' ? '作品理由' : '小程序理由' }))
await sure(perform(upholdViolation, zhejiang, { id: report.id, version: 2, rulings }, { on: db }))
await sure(perform(noteOpening, zhejiang, { evidenceId }, { on: db }))

const open = await filedReport(on, kuaishou, { work, description: 'CANARY未决' })
const child = await filedReport(on, taobao, { work, description: 'CANARY并案' })
await sure(perform(mergeViolation, zhejiang, { id: child.id, version: 2, into: open.number! }, { on: db }))
const draft = await draftedReport(on, kuaishou)
await sure(perform(keepDraft, kuaishou, { id: draft.id, version: 1, do: 'keep', draft: { title: 'CANARY草稿' } }, { on: db }))
await attach(kuaishou, draft.id, 'CANARY草稿证据.png')

/** Everything that the queries give this reader about all of these reports, as text. */
const everything = (actor: Actor) =>
  look(
    actor,
    async (tx) => {
      const views: ReportView[] =
        actor.kind === 'creator' || actor.kind === 'visitor' ? ['everyone', 'upheld', 'filed', 'own', 'draft'] : viewsFor(actor)
      const lists = []
      for (const view of views) lists.push(await reportsOf(tx, actor, { view }))
      const cases = []
      for (const { id, number } of [report, open, child, draft]) {
        const read = number ? await reportByNumber(tx, actor, number) : null
        cases.push([
          read,
          await evidenceOf(tx, id),
          await openingsOf(tx, id),
          await historyOf(tx, [{ noun: 'violation', id }]),
          await draftById(tx, actor, id),
          await numberOfFiled(tx, actor, id),
          read && (await earlierOf(tx, read.report, read.subjects)),
          read && (await mergedWith(tx, read.report)),
        ])
      }
      return JSON.stringify([
        lists,
        cases,
        await evidenceById(tx, evidenceId),
        await upheldAgainst(tx, actor),
        [...(await reportCounts(tx, actor))],
      ])
    },
    db,
  )

const SEALED = ['CANARY', 'canary.example', '快手', '李宁', '淘宝', '孙悦', kuaishou.organizationId!, kuaishou.memberId!]

describe('the filer and its words stay sealed', () => {
  test.for([
    ['the producer', producer],
    ['the operator of the mini-program', operator],
    ['a creator apart', stranger],
    ['another platform', douyin],
    ['the public', visitor],
  ] as const)('from %s', async ([, actor]) => {
    const told = await everything(actor)
    expect(SEALED.filter((secret) => told.includes(secret))).toEqual([])
    for (const number of [open.number!, child.number!]) expect(told).not.toContain(number)
  })
  test('from CNSA, which reads what was upheld, whoever filed it', async () => {
    const told = await everything(cnsa)
    expect(SEALED.filter((secret) => told.includes(secret))).toEqual([])
    expect(told).toContain(report.number!)
    expect(told).toContain('作品理由')
    expect(told).not.toContain(open.number!)
  })
})

describe('each reads what is its own', () => {
  const read = (actor: Actor, number = report.number!) => look(actor, (tx) => reportByNumber(tx, actor, number), db)
  test('the producer: items, timecodes and reason of its work, nothing of the other subject', async () => {
    const found = await read(producer)
    expect(found).toMatchObject({
      relation: 'creator',
      filing: null,
      evidence: [],
      places: [{ episode: 3, start: 10, end: 20, note: null }],
      subjects: [{ kind: 'drama', reason: '作品理由', clauses: [{ code: 'V04-02', upheld: 'yes' }] }],
    })
    expect(found!.subjects).toHaveLength(1)
    expect(await everything(producer)).not.toContain('小程序理由')
  })
  test('the operator: its mini-program, without the places in somebody else’s work', async () => {
    const found = await read(operator)
    expect(found).toMatchObject({ relation: 'creator', places: [], subjects: [{ kind: 'mini_program', reason: '小程序理由' }] })
    expect(await everything(operator)).not.toContain('作品理由')
    expect(await look(operator, (tx) => upheldAgainst(tx, operator), db)).toMatchObject({
      rows: [{ number: report.number, severity: 4, title: '夜色剧场' }],
    })
  })
  test('before it is upheld there is nothing to read for a creator', async () => {
    expect(await read(producer, open.number!)).toBeNull()
    expect(await read(stranger)).toBeNull()
  })
  test('the filer: all of its own, also what was said to it', async () => {
    const found = await read(kuaishou)
    expect(found).toMatchObject({
      relation: 'filer',
      filing: { filer: { shortName: '快手' }, description: 'CANARY情况说明' },
      places: [{ note: 'CANARY镜头说明' }],
      evidence: [{ name: 'CANARY证据.png' }],
    })
    const told = await everything(kuaishou)
    expect(told).toContain('CANARY转办理由')
    expect(told).toContain('CANARY草稿')
    expect(told).not.toContain('CANARY并案')
  })
  test('the filer of a merged report: its own evidence and the outcome, not the root; of what was upheld about the same work on its service no filer', async () => {
    const told = await everything(taobao)
    expect(told).toContain('CANARY并案')
    for (const secret of ['CANARY情况说明', 'CANARY未决', 'CANARY证据.png', 'CANARY镜头说明', open.number!, '快手'])
      expect(told).not.toContain(secret)
    expect(await read(taobao)).toMatchObject({ relation: 'concerned', filing: null, evidence: [] })
  })
  test('its bureau: everything, and who opened the evidence; the one that sent it on: nothing any more', async () => {
    const told = await everything(zhejiang)
    for (const secret of ['CANARY情况说明', 'CANARY证据.png', 'CANARY镜头说明', '快手', '李宁', open.number!, child.number!])
      expect(told).toContain(secret)
    expect(await look(zhejiang, (tx) => openingsOf(tx, report.id), db)).toMatchObject([
      { memberName: zhejiang.name, file: 'CANARY证据.png' },
    ])
    expect(await read(beijing)).toBeNull()
  })
  test('总局: all that was filed, and no draft', async () => {
    const told = await everything(national)
    expect(told).toContain('CANARY情况说明')
    expect(told).not.toContain('CANARY草稿')
  })
  test('who may add a file is asked before its bytes are taken', async () => {
    const may = (actor: Actor, id: string, size = 0) => look(actor, (tx) => mayAttach(tx, actor, id, size), db)
    expect(await may(kuaishou, draft.id)).toMatchObject({ ok: true, value: { isDraft: true } })
    expect(await may(kuaishou, report.id)).toMatchObject({ ok: true, value: { isDraft: false, number: report.number } })
    expect(await may(kuaishou, draft.id, 6 * 1024 ** 3)).toMatchObject({ code: 'files_too_large' })
    for (const actor of [douyin, zhejiang, producer, visitor]) expect(await may(actor, report.id)).toMatchObject({ code: 'not_found' })
  })
})

describe('lists', () => {
  const list = (actor: Actor, filter: Parameters<typeof reportsOf>[2], limit?: number) =>
    look(actor, (tx) => reportsOf(tx, actor, filter, limit), db)
  test('go on where they stopped, without a row lost or twice', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await list(zhejiang, { view: 'filed', after }, 1)
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual((await list(zhejiang, { view: 'filed' })).rows.map(({ id }) => id))
  })
  test('are narrowed by words, severity, subject and source', async () => {
    expect((await list(kuaishou, { view: 'own', about: 'mini_program' })).rows.map(({ number }) => number)).toEqual([report.number])
    expect((await list(kuaishou, { view: 'own', q: report.number! })).rows).toHaveLength(1)
    expect((await list(kuaishou, { view: 'own', q: '100%' })).rows).toEqual([])
    expect((await list(kuaishou, { view: 'upheld', severity: 3 })).rows).toEqual([])
    expect((await list(zhejiang, { view: 'filed', source: 'association' })).rows).toEqual([])
    expect((await list(zhejiang, { view: 'filed', after: 'nonsense' })).rows).toHaveLength(1)
  })
  test('count each view', async () => {
    expect(Object.fromEntries(await look(kuaishou, (tx) => reportCounts(tx, kuaishou), db))).toMatchObject({
      own: 2,
      draft: 1,
      filed: 1,
      upheld: 1,
      merged: 0,
    })
    expect(Object.fromEntries(await look(zhejiang, (tx) => reportCounts(tx, zhejiang), db))).toEqual({
      filed: 1,
      upheld: 1,
      dismissed: 0,
      merged: 1,
      withdrawn: 0,
      recorded: 0,
    })
  })
})
