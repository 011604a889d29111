import { readFileSync } from 'node:fs'
import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { announcementFigures, announcementRows, announcementSources, announcements, events, miniPrograms, waiting } from '@/db/schema'
import { NOTICE_HEAD } from '@/db/seed/notice'
import { aRunningBatch, noticeGrid, rowsOf } from '@/db/testing/batches'
import { cloneDatabase } from '@/db/testing/database'
import { recounted } from '@/db/testing/figures'
import { cast } from '@/db/testing/fixtures'
import { aFrozenFrame, anActivePlan, aPicture, picturesKept, someMiniPrograms } from '@/db/testing/inspections'
import { aProposal, aVerifiedEntry, aWork } from '@/db/testing/listings'
import { penaltyOf } from '@/db/testing/penalties'
import { anAccount, recorded, takenUpAndUpheld } from '@/db/testing/records'
import { upheldReport } from '@/db/testing/reports'
import { declineEntry, dismissProposal } from '../blacklist/commands/verify'
import { figure } from '../figure/queries/figure'
import { referFinding } from '../inspection/commands/refer'
import { findBreach } from '../inspection/commands/sheet'
import { type Actor, clock, visitor } from '../kernel/actor'
import { addDays, dayOf, startOf } from '../kernel/time'
import { look, perform } from '../perform'
import { recordBatches } from '../process/worker/batch'
import { dismissViolation } from '../violation/commands/decide'
import { takeUp } from '../violation/commands/record'
import { approveAnnouncement, proposeAnnouncement, returnAnnouncement } from './commands/decide'
import { draftFromBatch, openAnnouncement } from './commands/open'
import { publishAnnouncement } from './commands/publish'
import { addFigure, dropFigure, withdrawAnnouncement, workOnDraft, writeAnnouncement } from './commands/write'
import { addFigureInput, draftInput, writeInput } from './input'
import { announcedRows, announcementBy, announcementsToPublish, ownAnnouncements, publishedAnnouncements } from './queries'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [he, han, kuaishou, zhou, gao, beijing, cnsa, creator] = [
  'he.shan@douyin.example',
  'compliance@douyin.example',
  'compliance@kuaishou.example',
  'zhou.min@nrta.example',
  'gao.yuan@nrta.example',
  'chen.li@beijing.example',
  'fang.zheng@cnsa.example',
  'wu.tong@yehang.example',
].map(people) as [Actor, Actor, Actor, Actor, Actor, Actor, Actor, Actor]

async function sure<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string; params?: unknown }>): Promise<T> {
  const found = await outcome
  if (!found.ok) throw new Error(`refused: ${found.code} ${JSON.stringify(found.params ?? {})}`)
  return found.value
}
const rowOf = async (id: string) => (await owner.select().from(announcements).where(eq(announcements.id, id)))[0]!
const happened = async (id: string) =>
  (await owner.select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(({ name }) => name)
/** The published rows with the records that they were. */
const announced = async (id: string) =>
  (
    await owner
      .select()
      .from(announcementRows)
      .innerJoin(
        announcementSources,
        and(
          eq(announcementSources.announcementId, announcementRows.announcementId),
          eq(announcementSources.key, announcementRows.key),
          eq(announcementSources.position, announcementRows.position),
        ),
      )
      .where(eq(announcementRows.announcementId, id))
  ).map((row) => ({ ...row.announcement_sources, ...row.announcement_rows }))
/** What a reader is told the records of a published figure are about; null where they are not public. */
const namesFor = (reader: Actor, id: string, key: string) =>
  look(
    reader,
    async (tx) => {
      const { announcement, figures } = (await announcementBy(tx, reader, { id }))!
      const page = await announcedRows(tx, reader, { announcement, figure: figures.find((one) => one.key === key)! })
      return page?.rows.map(({ name }) => name) ?? null
    },
    db,
  )
const takenBack = async (reader: Actor, id: string) =>
  (await look(reader, (tx) => announcementBy(tx, reader, { id }), db))!.figures.map((one) => one.takenBack)
const BODY = '本期处置违规微短剧 {f1}。'

async function drafted(author = he, over: Record<string, unknown> = {}, more: string[] = []) {
  const { id } = await sure(perform(openAnnouncement, author, { kind: 'announcement' as const }, { on: db }))
  await sure(perform(addFigure, author, addFigureInput.parse({ id, version: '1', figure: 'found_works' }), { on: db }))
  for (const [at, figure] of more.entries())
    await sure(perform(addFigure, author, addFigureInput.parse({ id, version: String(2 + at), figure }), { on: db }))
  const version = String(2 + more.length)
  await sure(perform(writeAnnouncement, author, writeInput.parse({ id, version, title: '公告', body: BODY, ...over }), { on: db }))
  return rowOf(id)
}
async function proposed(author = he, over: Record<string, unknown> = {}, more: string[] = []) {
  const { id, version } = await drafted(author, over, more)
  await sure(perform(proposeAnnouncement, author, { id, version, last: 18 }, { on: db }))
  return rowOf(id)
}
async function scheduled(author = he, approver = han, over: Record<string, unknown> = {}, more: string[] = []) {
  const { id, version } = await proposed(author, over, more)
  await sure(perform(approveAnnouncement, approver, { id, version, checked: 'on' as const }, { on: db }))
  return rowOf(id)
}
async function published(author = he, approver = han, over: Record<string, unknown> = {}, more: string[] = []) {
  const { id } = await scheduled(author, approver, over, more)
  await sure(perform(publishAnnouncement, clock, id, { on: db }))
  return rowOf(id)
}

test('the first one says where the count stands, the next goes on from there; numbers are never reused', async () => {
  const draft = await drafted()
  expect([draft.number, await happened(draft.id)]).toEqual([null, []])
  expect(await perform(proposeAnnouncement, he, { ...draft, last: null }, { on: db })).toMatchObject({ code: 'count_missing' })
  const mistyped = await drafted()
  await sure(perform(proposeAnnouncement, he, { id: mistyped.id, version: mistyped.version, last: 91 }, { on: db }))
  expect(await look(han, (tx) => announcementBy(tx, han, { id: mistyped.id }), db)).toMatchObject({ last: 91, isFirst: true })
  const first = await published()
  expect([first.issue, first.number?.slice(0, 3)]).toEqual([19, 'GG-'])
  expect((await published()).issue).toBe(20)
  expect((await published(cnsa, people('xu.qing@cnsa.example'))).issue).toBe(19)
})

test('whoever proposed does not approve, and a stranger finds nothing', async () => {
  const one = await proposed(han)
  const asked = { id: one.id, version: one.version, checked: 'on' as const }
  expect(await perform(approveAnnouncement, han, asked, { on: db })).toMatchObject({ code: 'same_person' })
  for (const stranger of [kuaishou, cnsa])
    expect(await perform(approveAnnouncement, stranger, asked, { on: db })).toMatchObject({ code: 'not_found' })
  expect(await rowOf(one.id)).toEqual(one)
})

test.each([
  ['opened it', han, async () => {}],
  [
    'chose a figure in it',
    he,
    async (id: string) => {
      await sure(perform(addFigure, han, addFigureInput.parse({ id, version: '1', figure: 'handled_accounts' }), { on: db }))
    },
  ],
])('whoever %s does not approve, though another wrote it last and proposed it', async (_, opener, touch) => {
  const { id } = await sure(perform(openAnnouncement, opener, { kind: 'announcement' as const }, { on: db }))
  await touch(id)
  const { version } = await rowOf(id)
  await sure(
    perform(writeAnnouncement, he, writeInput.parse({ id, version: String(version), title: '公告', body: '另行公布。' }), { on: db }),
  )
  await sure(perform(proposeAnnouncement, he, { id, version: version + 1, last: 18 }, { on: db }))
  const one = await rowOf(id)
  expect(new Set(one.writtenBy)).toEqual(new Set([he.memberId, han.memberId]))
  expect(await perform(approveAnnouncement, han, { id, version: one.version }, { on: db })).toMatchObject({ code: 'same_person' })
  expect(await rowOf(id)).toEqual(one)
  const [waits] = await owner.select({ apart: waiting.apart }).from(waiting).where(eq(waiting.subjectId, id))
  expect(waits!.apart).toEqual(expect.arrayContaining([he.memberId, han.memberId]))
  await expect(
    owner.update(announcements).set({ state: 'scheduled', approvedBy: han.memberId }).where(eq(announcements.id, id)),
  ).rejects.toMatchObject({ cause: { constraint_name: 'announcement_writers_apart' } })
})

test('numbers outside of figures have to be looked at', async () => {
  const one = await proposed(he, { body: `${BODY}另有 25 起已移送。` })
  const asked = { id: one.id, version: one.version }
  expect(await perform(approveAnnouncement, han, asked, { on: db })).toMatchObject({ code: 'numbers_unchecked' })
  await sure(perform(approveAnnouncement, han, { ...asked, checked: 'on' as const }, { on: db }))
})

test.for([
  ['an unknown figure', { body: '处置 {f9}。' }, 'figure_unknown'],
  ['a time that has passed', { scheduledAt: '2026-01-01T09:00' }, 'scheduled_in_past'],
] as const)('%s is not proposed', async ([, over, code]) => {
  const draft = await drafted(he, over)
  expect(await perform(proposeAnnouncement, he, { ...draft, last: 18 }, { on: db })).toMatchObject({ ok: false, code })
  expect(await rowOf(draft.id)).toEqual(draft)
})

test('it waits for its time, and of twenty clocks one publishes', async () => {
  const one = await scheduled(he, han, { scheduledAt: '2099-01-01T09:00' })
  expect(await perform(publishAnnouncement, clock, one.id, { on: db })).toMatchObject({ code: 'too_early' })
  expect(await look(clock, (tx, now) => announcementsToPublish(tx, now), db)).not.toContain(one.id)
  const due = await scheduled()
  expect(await look(clock, (tx, now) => announcementsToPublish(tx, now), db)).toContain(due.id)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(publishAnnouncement, clock, due.id, { on: db })))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await happened(due.id)).toEqual(['announcement.proposed', 'announcement.approved', 'announcement.published'])
})

test('a figure lives in the draft and freezes with its rows; the public reads works by title', async () => {
  await upheldReport(on, han, beijing, { title: '公告之剧' })
  const draft = await drafted()
  const value = async (reader: Actor, id: string) => (await look(reader, (tx) => announcementBy(tx, reader, { id }), db))!.figures[0]!
  const before = (await value(he, draft.id)).figure.value
  await upheldReport(on, han, beijing, { title: '草稿之后' })
  expect((await value(he, draft.id)).figure.value).toBe(before + 1)
  const one = await published()
  const frozen = await value(visitor, one.id)
  await upheldReport(on, han, beijing, { title: '公告之后' })
  expect(await value(visitor, one.id)).toEqual(frozen)
  const names = await namesFor(visitor, one.id, 'f1')
  expect(names).toHaveLength(frozen.figure.value)
  expect(names).toContain('公告之剧')
  await expect(owner.update(announcementFigures).set({ value: 1 }).where(eq(announcementFigures.announcementId, one.id))).rejects.toThrow()
  await expect(owner.update(announcements).set({ title: 'x' }).where(eq(announcements.id, one.id))).rejects.toThrow()
})

test('what others found does not come into a platform’s figures', async () => {
  await upheldReport(on, kuaishou, beijing, { title: '快手之剧' })
  const one = await published()
  const rows = await owner.select().from(announcementRows).where(eq(announcementRows.announcementId, one.id))
  expect(rows.map(({ name }) => name)).not.toContain('快手之剧')
})

test('what a platform had recorded is marked as taken back, finding and measure, when its bureau dismisses it', async () => {
  const account = await anAccount(on, han)
  const told = { seenOn: '2026-11-01' }
  const [dismissed, upheld] = await recorded(on, han, beijing, account, [told, told])
  const one = await published(he, han, { body: `${BODY}账号 {f2}。` }, ['handled_accounts'])
  const counted = async () =>
    (await look(han, (tx) => figure(tx, { what: 'measured', measure: 'cases', targetKinds: ['account'] }), db)).value
  const before = await counted()
  await takenUpAndUpheld(on, beijing, upheld!.violationId)
  await sure(perform(takeUp, beijing, { id: dismissed!.violationId, version: 1 }, { on: db }))
  await sure(perform(dismissViolation, beijing, { id: dismissed!.violationId, version: 2, reason: '没有看到。' }, { on: db }))
  const rows = await announced(one.id)
  expect(rows.flatMap(({ caseId, takenBackAt }) => (takenBackAt ? [caseId] : []))).toEqual([dismissed!.penaltyId])
  expect(rows.map(({ caseId }) => caseId)).toContain(upheld!.penaltyId)
  expect(await penaltyOf(owner, dismissed!.penaltyId)).toMatchObject({ state: 'withdrawn', endedAt: expect.any(Date) })
  expect(await counted()).toBe(before - 1)
  expect(await recounted(on)).toEqual([])
})

test('a work that a platform had recorded and its bureau dismisses is marked where it was announced', async () => {
  const batch = await aRunningBatch(on, han, noticeGrid({ code: 'ANN', dramas: 2, accounts: 0 }))
  await recordBatches({ on: db })
  const [first] = await rowsOf(owner, batch.id)
  const violationId = first!.violationId!
  const one = await published()
  await sure(perform(takeUp, beijing, { id: violationId, version: 1 }, { on: db }))
  await sure(perform(dismissViolation, beijing, { id: violationId, version: 2, reason: '没有看到。' }, { on: db }))
  const rows = await announced(one.id)
  expect(rows.flatMap(({ caseId, takenBackAt }) => (takenBackAt ? [caseId] : []))).toEqual([violationId])
  expect(rows.length).toBeGreaterThan(1)
})

test.each([
  ['dismisses it', false],
  ['declines it once it was verified', true],
])('works that are proposed for the blacklist are counted and not named, and marked once the regulator %s', async (_, verified) => {
  const hands = { proposer: kuaishou, verifier: beijing }
  const work = await aWork(on)
  const entry = await (verified ? aVerifiedEntry : aProposal)(on, hands, { dramaId: work.id })
  const one = await published(zhou, gao, {}, ['proposed'])
  const [, frozen] = (await look(visitor, (tx) => announcementBy(tx, visitor, { id: one.id }), db))!.figures
  expect(frozen!.figure.value).toBeGreaterThan(0)
  for (const stranger of [visitor, he, creator, cnsa]) expect(await namesFor(stranger, one.id, 'f2')).toBeNull()
  expect(await namesFor(gao, one.id, 'f2')).toContain(work.title)
  const kept = (await announced(one.id)).filter(({ key }) => key === 'f2')
  expect(kept.map(({ name, codes }) => [name, codes])).toEqual(kept.map(() => ['', []]))
  expect(await takenBack(visitor, one.id)).toEqual([0, 0])
  const refused = { id: entry.id, version: verified ? 2 : 1, reason: '依据不足。' }
  await sure(perform(verified ? declineEntry : dismissProposal, verified ? gao : beijing, refused, { on: db }))
  expect((await announced(one.id)).flatMap(({ caseId, takenBackAt }) => (takenBackAt ? [caseId] : []))).toEqual([entry.id])
  expect(await takenBack(visitor, one.id)).toEqual([0, 1])
  expect(await recounted(on)).toEqual([])
})

test('what was inspected is counted and not named; a hit is marked once its referral is dismissed, the look is not', async () => {
  const xu = people('xu.qing@cnsa.example')
  await someMiniPrograms(owner, kuaishou.organizationId!, 2)
  const { id: planId } = await anActivePlan(on, [cnsa, xu], { sampleSize: 1 })
  const { sheets } = await aFrozenFrame(on, planId, startOf(addDays(dayOf(new Date()), -1)))
  const { id } = sheets[0]!
  const found = {
    id,
    version: 1,
    address: 'https://v.example/pay',
    episode: null,
    start: null,
    end: null,
    items: ['V12-01'],
    note: '诱导付费',
  }
  await aPicture(on, cnsa, id)
  await sure(perform(findBreach, cnsa, found, { on: db }))
  const { violation } = await sure(perform(referFinding, cnsa, { id, version: 2, directory: picturesKept() }, { on: db }))
  const one = await published(cnsa, xu, {}, ['inspected', 'inspection_hits'])
  for (const stranger of [visitor, he, kuaishou, creator])
    for (const key of ['f2', 'f3']) expect(await namesFor(stranger, one.id, key)).toBeNull()
  const [program] = await owner.select().from(miniPrograms).where(eq(miniPrograms.id, sheets[0]!.miniProgramId!))
  for (const reader of [cnsa, gao]) for (const key of ['f2', 'f3']) expect(await namesFor(reader, one.id, key)).toEqual([program!.name])
  expect((await announced(one.id)).map(({ name }) => name)).not.toContain(program!.name)
  await sure(perform(dismissViolation, beijing, { id: violation.id, version: 2, reason: '没有看到。' }, { on: db }))
  expect(await takenBack(visitor, one.id)).toEqual([0, 0, 1])
})

test('the notice that is drafted from a file counts as the file’s page does, also rows without a measure', async () => {
  const grid = noticeGrid({ code: 'NOM', dramas: 2, accounts: 3 })
  const measure = ['处置措施', '措施参数', '开始日期', '结束日期']
  const cells = grid.rows
    .at(-1)!
    .cells.map((cell, at) => (NOTICE_HEAD[at] === '播出阶段' ? '上线前' : measure.includes(NOTICE_HEAD[at]!) ? null : cell))
  grid.rows[grid.rows.length - 1] = { ...grid.rows.at(-1)!, cells }
  const batch = await aRunningBatch(on, han, grid)
  await recordBatches({ on: db })
  expect((await rowsOf(owner, batch.id)).map(({ standing }) => standing)).toEqual(Array.from({ length: 5 }, () => 'filed'))
  const { id } = await sure(perform(draftFromBatch, he, { batchId: batch.id }, { on: db }))
  const { figures } = (await look(he, (tx) => announcementBy(tx, he, { id }), db))!
  expect(figures.map((one) => [one.definition.what, one.figure.value])).toEqual([
    ['found', 2],
    ['found', 3],
  ])
  expect((await rowOf(id)).body).toContain('查处违规微短剧 {f1}、违规账号 {f2}')
})

test('a correction and a retraction are new numbers that point back', async () => {
  const one = await published()
  expect(await perform(openAnnouncement, kuaishou, { kind: 'correction' as const, ofId: one.id }, { on: db })).toMatchObject({
    code: 'not_found',
  })
  const { id } = await sure(perform(openAnnouncement, he, { kind: 'correction' as const, ofId: one.id }, { on: db }))
  await sure(perform(writeAnnouncement, he, writeInput.parse({ id, version: '1', title: '更正', body: '更正如下。' }), { on: db }))
  await sure(perform(proposeAnnouncement, he, { id, version: 2, last: null }, { on: db }))
  await sure(perform(approveAnnouncement, han, { id, version: 3 }, { on: db }))
  await sure(perform(publishAnnouncement, clock, id, { on: db }))
  const found = await look(visitor, (tx) => announcementBy(tx, visitor, { id: one.id }), db)
  expect(found!.later.map((later) => [later.id, later.kind, later.issue])).toEqual([[id, 'correction', one.issue! + 1]])
})

test('returned it is a draft again under its number; withdrawn before it is published it is gone from the lists', async () => {
  const one = await proposed()
  await sure(perform(returnAnnouncement, han, { id: one.id, version: one.version, reason: '补充依据' }, { on: db }))
  const again = await rowOf(one.id)
  expect([again.state, again.number, again.proposedBy]).toEqual(['draft', one.number, null])
  await sure(perform(withdrawAnnouncement, he, { id: one.id, version: again.version, reason: null }, { on: db }))
  expect((await rowOf(one.id)).state).toBe('withdrawn')
  const draft = await drafted()
  await sure(perform(dropFigure, he, { id: draft.id, version: draft.version, key: 'f1' }, { on: db }))
  await sure(perform(withdrawAnnouncement, he, { id: draft.id, version: draft.version + 1, reason: null }, { on: db }))
  expect(await rowOf(draft.id)).toBeUndefined()
})

test('until it is published nobody but its issuer and 总局 reads it', async () => {
  const one = await proposed(zhou)
  const sees = async (reader: Actor) => (await look(reader, (tx) => announcementBy(tx, reader, { id: one.id }), db)) !== null
  expect(await Promise.all([zhou, gao].map(sees))).toEqual([true, true])
  for (const stranger of [he, beijing, cnsa, creator, visitor]) expect(await sees(stranger)).toBe(false)
  const platform = await proposed()
  const platformSees = async (reader: Actor) => (await look(reader, (tx) => announcementBy(tx, reader, { id: platform.id }), db)) !== null
  expect(await platformSees(zhou)).toBe(true)
  expect(await platformSees(kuaishou)).toBe(false)
  expect(
    (await look(kuaishou, (tx) => ownAnnouncements(tx, kuaishou), db)).rows.every(({ issuerId }) => issuerId === kuaishou.organizationId),
  ).toBe(true)
  expect((await look(visitor, (tx) => publishedAnnouncements(tx), db)).rows.every(({ state }) => state === 'published')).toBe(true)
})

const typed = (draft: { id: string; version: number }, sent: Record<string, unknown>) =>
  draftInput.parse({ id: draft.id, version: String(draft.version), title: '公告', body: BODY, scheduledAt: '', ...sent })

test.each([
  ['save', { do: 'save' }],
  ['choose a figure', { do: 'add', figure: 'handled_accounts', rung: '', fromOn: '', toOn: '', last: '' }],
  ['drop a figure', { drop: 'f2' }],
  ['propose', { do: 'propose', last: '18', toOn: '2026' }],
])('what was typed is kept by whoever presses the button to %s', async (_, pressed) => {
  const draft = await drafted(he, {}, ['handled_accounts'])
  const text = { title: '改过的题目', body: `${BODY}\r\n\r\n还没有保存的一句。`, scheduledAt: '2099-01-01T09:30' }
  await sure(perform(workOnDraft, he, typed(draft, { ...text, ...pressed }), { on: db }))
  const kept = await rowOf(draft.id)
  expect(kept).toMatchObject({ title: text.title, body: `${BODY}\n\n还没有保存的一句。` })
  expect(kept.scheduledAt?.toISOString()).toBe('2099-01-01T01:30:00.000Z')
})

test('what is refused besides leaves the text unwritten, too, and a draft that another wrote in meanwhile is stale', async () => {
  const draft = await drafted()
  const late = typed(draft, { body: '{f9}', do: 'propose', last: '18' })
  expect(await perform(workOnDraft, he, late, { on: db })).toMatchObject({ code: 'figure_unknown', field: 'body' })
  expect(await rowOf(draft.id)).toEqual(draft)
  await sure(perform(workOnDraft, han, typed(draft, { body: `${BODY}同事的一句。`, do: 'save' }), { on: db }))
  expect(await perform(workOnDraft, he, typed(draft, { do: 'propose', last: '18' }), { on: db })).toMatchObject({ code: 'stale' })
  expect((await rowOf(draft.id)).body).toContain('同事的一句')
})

test('whoever proposes a text as it stands has not written in it', async () => {
  const draft = await drafted()
  await sure(perform(workOnDraft, han, typed(draft, { do: 'propose', last: '18' }), { on: db }))
  expect(await rowOf(draft.id)).toMatchObject({ state: 'proposed', writtenBy: [he.memberId], proposedBy: han.memberId })
})

test('a title that names a figure is refused at the title, at each button and by the command', async () => {
  const draft = await drafted()
  for (const pressed of [{ do: 'save' }, { do: 'add', figure: 'proposed' }, { drop: 'f1' }, { do: 'propose', last: '18' }])
    expect(await perform(workOnDraft, he, typed(draft, { title: '处置 {f1} 部', ...pressed }), { on: db })).toMatchObject({
      code: 'figure_in_title',
      field: 'title',
    })
  await owner.update(announcements).set({ title: '处置 {f1} 部' }).where(eq(announcements.id, draft.id))
  expect(await perform(proposeAnnouncement, he, { ...draft, last: 18 }, { on: db })).toMatchObject({ code: 'figure_in_title' })
  await sure(
    perform(workOnDraft, he, draftInput.parse({ id: draft.id, version: String(draft.version), title: '{f1}', do: 'withdraw' }), { on: db }),
  )
  expect(await rowOf(draft.id)).toBeUndefined()
})

test('a notice from before the rule keeps no name of what was proposed once the database is migrated; others keep theirs', async () => {
  const work = await aWork(on)
  await aProposal(on, { proposer: kuaishou }, { dramaId: work.id })
  const one = await published(zhou, gao, {}, ['proposed'])
  const of = (key: string) => and(eq(announcementRows.announcementId, one.id), eq(announcementRows.key, key))
  const before = { name: work.title, codes: ['V04-02'], countsAt: new Date(0) }
  await owner.update(announcementRows).set(before).where(of('f2'))
  const others = await owner.select().from(announcementRows).where(of('f1'))
  const [, statement] = readFileSync('db/migrations/0072_clear_announced_names.sql', 'utf8').split('--> statement-breakpoint')
  await owner.execute(sql.raw(statement!))
  const kept = await owner.select().from(announcementRows).where(of('f2'))
  expect(kept.length).toBeGreaterThan(0)
  for (const row of kept) expect(row).toMatchObject({ name: '', codes: [], countsAt: one.publishedAt })
  expect(await owner.select().from(announcementRows).where(of('f1'))).toEqual(others)
})
