import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { dramas, events, eventWords, violationEvidence, violationFilings, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { registered } from '@/db/testing/filings'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { clausesOf, draftedReport, filedReport, reported, reportOf, rulingsOf, subjectsOf } from '@/db/testing/reports'
import { keepFile } from '../gateway/store'
import { type Actor, clock } from '../kernel/actor'
import { NATIONAL_ID } from '../kernel/id'
import { refuse } from '../kernel/outcome'
import { bureauIdOf } from '../organization/commands/enroll'
import { perform } from '../perform'
import { escalateOverdue } from '../process/clock'
import { dismissViolation, reassignViolation, takeOverViolation, upholdViolation } from './commands/decide'
import { clearForgottenReports, discardDraft, keepDraft, openDraft } from './commands/draft'
import { attachEvidence, noteOpening } from './commands/evidence'
import { faultsOfSent } from './commands/faults'
import { fileViolation, withdrawViolation } from './commands/file'
import { mergeViolation } from './commands/merge'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [kuaishou, douyin, taobao, cnsa] = [
  'compliance@kuaishou.example',
  'he.shan@douyin.example',
  'compliance@taobao.example',
  'xu.qing@cnsa.example',
].map(people) as [Actor, Actor, Actor, Actor]
const [beijing, beijingToo, zhejiang, national] = [
  'chen.li@beijing.example',
  'zheng.jie@beijing.example',
  'he.qing@zhejiang.example',
  'zhou.min@nrta.example',
].map(people) as [Actor, Actor, Actor, Actor]
const producer = people('lin.zhi@qinghe.example')

const directory = mkdtempSync(join(tmpdir(), 'evidence-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
async function stored(text: string) {
  async function* body() {
    yield Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000000000', 'hex'), Buffer.from(text)])
  }
  const kept = await keepFile(body(), { directory })
  if (!kept.ok) throw new Error(kept.code)
  return kept.value
}
const attach = async (actor: Actor, violationId: string, text = 'picture') =>
  perform(attachEvidence, actor, { violationId, name: `${text}.png`, stored: await stored(text), directory }, { on: db })
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000)
const waits = (id: string) => owner.select().from(waiting).where(eq(waiting.subjectId, id))
const filingOf = async (id: string) => (await owner.select().from(violationFilings).where(eq(violationFilings.violationId, id)))[0]!
const workOf = async (id: string) =>
  (
    await owner
      .select()
      .from(dramas)
      .where(eq(dramas.id, (await subjectsOf(owner, id)).find(({ kind }) => kind === 'drama')!.dramaId!))
  )[0]!

describe('drafts', async () => {
  test('opening and keeping one leave no event and no number', async () => {
    const since = await lastEvent(owner)
    const draft = await draftedReport(on, douyin)
    expect(draft).toMatchObject({ state: 'draft', number: null, version: 1, source: 'self_inspection', bureauId: douyin.organizationId })
    const kept = await perform(
      keepDraft,
      douyin,
      { id: draft.id, version: 1, do: 'keep', draft: { title: ' 夜宴 ', work: 'new' } },
      { on: db },
    )
    expect(kept).toEqual({ ok: true, value: { id: draft.id, version: 2 } })
    expect(await reportOf(owner, draft.id)).toMatchObject({ title: '夜宴', version: 2 })
    expect(await filingOf(draft.id)).toMatchObject({ draft: { title: ' 夜宴 ', work: 'new' }, filedAt: null })
    expect(await eventsSince(owner, since)).toEqual([])
  })
  test('a draft is thrown away with its files', async () => {
    const draft = await draftedReport(on, cnsa)
    await attach(cnsa, draft.id, 'thrown away')
    expect(await perform(discardDraft, cnsa, { id: draft.id, version: 1 }, { on: db })).toEqual({ ok: true, value: { id: draft.id } })
    expect(await reportOf(owner, draft.id)).toBeUndefined()
    expect(await owner.select().from(violationEvidence).where(eq(violationEvidence.violationId, draft.id))).toEqual([])
  })
  test('a draft that nobody has touched for 90 days goes, with what hangs on it', async () => {
    const [old, touched] = [
      await draftedReport({ ...on, at: daysAgo(91) }, taobao),
      await draftedReport({ ...on, at: daysAgo(91) }, taobao),
    ]
    await attach(taobao, old.id, 'forgotten')
    await perform(keepDraft, taobao, { id: touched.id, version: 1, do: 'keep', draft: {} }, { on: db })
    const filed = await filedReport({ ...on, at: daysAgo(100) }, taobao)
    expect(await perform(clearForgottenReports, clock, null, { on: db })).toEqual({ ok: true, value: 1 })
    expect(await reportOf(owner, old.id)).toBeUndefined()
    expect((await reportOf(owner, touched.id)).state).toBe('draft')
    expect((await reportOf(owner, filed.id)).state).toBe('filed')
  })
  test('what another window kept is replaced where that is asked for', async () => {
    const draft = await draftedReport(on, douyin)
    const older = { id: draft.id, version: 9, draft: { title: '本页' } }
    expect(await perform(keepDraft, douyin, { ...older, do: 'later' }, { on: db })).toMatchObject({ code: 'draft_stale' })
    expect(await perform(keepDraft, douyin, { ...older, do: 'overwrite' }, { on: db })).toMatchObject({ ok: true })
    expect((await reportOf(owner, draft.id)).title).toBe('本页')
  })
  test('a file is taken out of a draft', async () => {
    const draft = await draftedReport(on, douyin)
    const attached = await attach(douyin, draft.id, 'taken out')
    const remove = attached.ok ? attached.value.id : ''
    await perform(keepDraft, douyin, { id: draft.id, version: 1, do: 'keep', remove, draft: {} }, { on: db })
    expect(await owner.select().from(violationEvidence).where(eq(violationEvidence.violationId, draft.id))).toEqual([])
  })
  const draft = await draftedReport(on, douyin)
  const filed = await filedReport(on, douyin)
  const keep = (id: string, version: number) => ({ id, version, do: 'keep' as const, draft: { title: 'x' } })
  test.for([
    ['another platform keeps it', 'not_found', keepDraft, kuaishou, keep(draft.id, 1)],
    ['总局 keeps it', 'not_found', keepDraft, national, keep(draft.id, 1)],
    ['what another window changed is kept', 'draft_stale', keepDraft, douyin, keep(draft.id, 9)],
    ['a filed report is kept', 'wrong_state', keepDraft, douyin, keep(filed.id, 2)],
    ['a bureau opens one', 'not_yours', openDraft, beijing, undefined],
    ['a creator opens one', 'not_yours', openDraft, producer, undefined],
    ['another platform throws it away', 'not_found', discardDraft, kuaishou, { id: draft.id, version: 1 }],
    ['a filed report is thrown away', 'wrong_state', discardDraft, douyin, { id: filed.id, version: 2 }],
  ] as const)('%s: %s, nothing is written', async ([, code, command, actor, input]) => {
    const before = await remembered(owner)
    expect(await perform(command as typeof keepDraft, actor, input as ReturnType<typeof keep>, { on: db })).toMatchObject({
      ok: false,
      code,
    })
    expect(await remembered(owner)).toEqual(before)
  })
})

describe('filing', async () => {
  test('opens one case with its number, its first event and its place in the bureau’s queue', async () => {
    const since = await lastEvent(owner)
    const report = await filedReport(on, douyin, {
      items: ['V04-02', 'V10-05'],
      account: { platformId: douyin.organizationId, accountId: 'yese', handle: '夜色剧场' },
      targets: { 'V04-02': ['drama', 'account'], 'V10-05': ['drama'] },
    })
    expect(report).toMatchObject({ state: 'filed', title: '夜宴', severity: 4, seenOn: '2023-12-01', bureauId: bureauIdOf('11') })
    expect(report.number).toMatch(/^JB-\d{4}-\d{4,}$/)
    expect(await eventsSince(owner, since)).toEqual(['violation.filed'])
    expect(await subjectsOf(owner, report.id)).toMatchObject([{ kind: 'account', stage: 'after_airing' }, { kind: 'drama' }])
    expect((await clausesOf(owner, report.id)).map(({ code }) => code)).toEqual(['V04-02', 'V04-02', 'V10-05'])
    expect(await filingOf(report.id)).toMatchObject({
      filerId: douyin.organizationId,
      draft: null,
      bureauId: bureauIdOf('11'),
      links: ['https://example.cn/v/1'],
    })
    expect(await waits(report.id)).toMatchObject([
      {
        organizationId: bureauIdOf('11'),
        step: 'uphold',
        number: report.number,
        title: '夜宴',
        severity: 4,
        duties: ['province.reviewer', 'national.reviewer'],
      },
    ])
    expect(await workOf(report.id)).toMatchObject({
      origin: 'reported',
      title: '夜宴',
      folded: '夜宴',
      producerId: null,
      publicSince: null,
    })
  })

  test.for([
    ['a platform’s home province, where nothing else is known', taobao, {}, '33'],
    ['the producer’s province, by its whole name', taobao, { producerName: '北京夜航文化传媒有限公司' }, '11'],
    ['the home of the platform that CNSA names', cnsa, { platformId: taobao.organizationId }, '33'],
    [
      'the home of the mini-program’s platform',
      cnsa,
      { work: 'none', places: {}, items: ['V12-01'], miniProgram: { platformId: taobao.organizationId, appId: 'wx1', name: '夜色剧场' } },
      '33',
    ],
    ['总局, where CNSA names none', cnsa, {}, 'NRTA'],
  ] as const)('goes to %s', async ([, filer, over, code]) => {
    const report = await filedReport(on, filer, over)
    expect(report.bureauId).toBe(code === 'NRTA' ? NATIONAL_ID : bureauIdOf(code))
  })

  test('a registered work is filed at the bureau that registered it, whoever reports it', async () => {
    const filing = await registered(on, producer, zhejiang, { title: '江南旧事' })
    const report = await filedReport(on, douyin, { work: filing.dramaId, title: 'whatever was searched for' })
    expect(report).toMatchObject({ bureauId: bureauIdOf('33'), title: '江南旧事' })
    expect(await subjectsOf(owner, report.id)).toMatchObject([{ dramaId: filing.dramaId }])
  })

  test('episodes that a registered work does not have are refused at their row; of a work that nobody filed none is', async () => {
    const { dramaId: work } = await registered(on, producer, zhejiang, { title: '江南新事', episodeLines: '80 × 90 s' })
    const places = { rows: { 0: { episode: '80' }, 4: { episode: '99' } }, text: '81' }
    const { id } = await draftedReport(on, douyin)
    expect(await perform(fileViolation, douyin, reported(id, 1, { work, places }), { on: db })).toMatchObject({
      ok: false,
      code: 'episode_beyond_work',
      faults: [
        { field: 'places.rows.4.episode', params: { episode: 99, last: 80 } },
        { field: 'places.text', params: { episode: 81, last: 80 } },
      ],
    })
    const late = { rows: { 0: { episode: '80', start: '00:38', end: '01:31' }, 4: { episode: '1', start: '03:45' } }, text: '2 01:30' }
    expect(await perform(fileViolation, douyin, reported(id, 1, { work, places: late }), { on: db })).toMatchObject({
      code: 'time_beyond_episode',
      faults: [
        { field: 'places.rows.0.end', params: { episode: 80, length: '01:30' } },
        { field: 'places.rows.4.start', params: { episode: 1, length: '01:30' } },
      ],
    })
    expect(await perform(fileViolation, douyin, reported(id, 1, { places }), { on: db })).toMatchObject({ ok: true })
  })

  test('all that stands in the way is said at once, also when not every field fits', async () => {
    const account = { platformId: beijing.organizationId!, accountId: 'a', handle: 'b' }
    const sent = { do: 'file', work: 'new', title: '', stage: '', seenOn: '2099-01-01', items: ['V10-05', 'V04-02'], account }
    const said = async (over: object) => {
      const judged = await perform(
        async (act) => refuse('invalid', { faults: await faultsOfSent(act, { ...sent, ...over }) }),
        douyin,
        null,
        { on: db },
      )
      return judged.ok ? [] : judged.faults?.map(({ field, code }) => `${field} ${code}`)
    }
    expect(await said({})).toEqual([
      'title required',
      'seenOn seen_in_future',
      'items.V10-05 item_without_subject',
      'items.V04-02 item_without_subject',
      'account.platformId platform_unknown',
    ])
    expect(await said({ account: { ...account, handle: '' } })).toEqual(['title required', 'seenOn seen_in_future'])
  })

  const hidden = await filedReport(on, kuaishou, { title: '只有快手知道' })
  const draft = await draftedReport(on, douyin)
  const over = (more: Record<string, unknown>) => reported(draft.id, 1, more)
  test.for([
    ['by another platform', 'not_found', kuaishou, {}],
    ['by a bureau', 'not_found', beijing, {}],
    ['seen tomorrow', 'seen_in_future', douyin, { seenOn: '2099-01-01' }],
    ['a work that nobody knows', 'work_unknown', douyin, { work: '00000000-0000-7000-8000-00000000dead' }],
    ['a work that only another platform reported', 'work_unknown', douyin, { work: (await workOf(hidden.id)).id }],
    [
      'an account on no platform',
      'platform_unknown',
      douyin,
      {
        account: { platformId: beijing.organizationId, accountId: 'a', handle: 'b' },
        items: ['V04-02', 'V12-04'],
        targets: { 'V04-02': ['drama'] },
      },
    ],
    ['an item that does not exist', 'item_unknown', douyin, { items: ['V99-01'] }],
    ['a whole group', 'item_is_group', douyin, { items: ['V04'] }],
    ['an item for accounts against a work', 'item_not_for_subject', douyin, { items: ['V12-04'] }],
    ['an item against an account that is not named', 'item_subject_absent', douyin, { targets: { 'V04-02': ['account'] } }],
    [
      'an account without an item',
      'subject_without_item',
      douyin,
      { account: { platformId: douyin.organizationId, accountId: 'a', handle: 'b' }, targets: { 'V04-02': ['drama'] } },
    ],
    [
      'an item that could mean either',
      'item_without_subject',
      douyin,
      { account: { platformId: douyin.organizationId, accountId: 'a', handle: 'b' } },
    ],
  ] as const)('%s: %s, nothing is written', async ([, code, actor, more]) => {
    const before = await remembered(owner)
    expect(await perform(fileViolation, actor, over(more), { on: db })).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('of twenty equal submits one case is opened and twenty equal answers come back', async () => {
    const { id } = await draftedReport(on, douyin)
    const [since, key] = [await lastEvent(owner), crypto.randomUUID()]
    const works = async () => (await owner.execute(sql`select count(*)::int as n from dramas`))[0]!.n as number
    const before = await works()
    const answers = await Promise.all(Array.from({ length: 20 }, () => perform(fileViolation, douyin, reported(id, 1), { on: db, key })))
    const { number } = await reportOf(owner, id)
    expect(answers).toEqual(Array(20).fill({ ok: true, value: { id, number } }))
    expect(await eventsSince(owner, since)).toEqual(['violation.filed'])
    expect(await works()).toBe(before + 1)
  })

  test('is taken back by its filer until it is decided', async () => {
    const report = await filedReport(on, douyin)
    const withdraw = (actor: Actor, version = 2) =>
      perform(withdrawViolation, actor, { id: report.id, version, reason: '重复提交' }, { on: db })
    expect(await withdraw(kuaishou)).toMatchObject({ code: 'not_found' })
    expect(await withdraw(beijing)).toMatchObject({ code: 'not_yours' })
    expect(await withdraw(douyin, 1)).toMatchObject({ code: 'stale' })
    expect(await withdraw(douyin)).toMatchObject({ ok: true })
    expect(await reportOf(owner, report.id)).toMatchObject({ state: 'withdrawn' })
    expect(await waits(report.id)).toEqual([])
    expect(await withdraw(douyin, 3)).toMatchObject({ code: 'wrong_state' })
  })
})

describe('evidence', async () => {
  test('joins a draft silently and a filed or upheld report with an event; the same file is one', async () => {
    const draft = await draftedReport(on, douyin)
    const since = await lastEvent(owner)
    const first = await attach(douyin, draft.id, 'one')
    expect(first).toMatchObject({ ok: true })
    expect(await attach(douyin, draft.id, 'one')).toEqual(first)
    expect(await eventsSince(owner, since)).toEqual([])
    await perform(fileViolation, douyin, reported(draft.id, 1), { on: db })
    await attach(douyin, draft.id, 'two')
    await perform(upholdViolation, beijing, { id: draft.id, version: 2, rulings: await rulingsOf(owner, draft.id) }, { on: db })
    expect(await attach(douyin, draft.id, 'three')).toMatchObject({ ok: true })
    expect(await eventsSince(owner, since)).toEqual([
      'violation.filed',
      'violation.evidence_added',
      'violation.upheld',
      'penalty.called',
      'violation.evidence_added',
    ])
    expect(
      await owner
        .select({ name: violationEvidence.name })
        .from(violationEvidence)
        .where(eq(violationEvidence.violationId, draft.id))
        .orderBy(violationEvidence.addedAt),
    ).toEqual([{ name: 'one.png' }, { name: 'two.png' }, { name: 'three.png' }])
  })

  const draft = await draftedReport(on, douyin)
  const filed = await filedReport(on, douyin)
  const dismissed = await filedReport(on, douyin)
  await perform(dismissViolation, beijing, { id: dismissed.id, version: 2, reason: '不属实' }, { on: db })
  test.for([
    ['another platform’s draft', 'not_found', kuaishou, draft.id],
    ['another platform’s report', 'not_found', kuaishou, filed.id],
    ['a report, by its bureau', 'not_yours', beijing, filed.id],
    ['a dismissed report', 'wrong_state', douyin, dismissed.id],
    ['nothing', 'not_found', douyin, '00000000-0000-7000-8000-00000000dead'],
  ] as const)('does not join %s: %s, nothing is written', async ([, code, actor, id]) => {
    const before = await remembered(owner)
    expect(await attach(actor, id, code)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('sixty files are enough', async () => {
    const { id } = await draftedReport(on, cnsa)
    await owner.execute(
      sql`insert into files (sha256, byte_count, media_type, stored_at) select 'fill' || n, 1, 'image/png', now() from generate_series(1, 60) n on conflict do nothing`,
    )
    await owner.execute(
      sql`insert into violation_evidence (id, violation_id, sha256, name, organization_id, added_by, added_at) select gen_random_uuid(), ${id}, 'fill' || n, 'x', ${cnsa.organizationId}, ${cnsa.memberId}, now() from generate_series(1, 60) n`,
    )
    expect(await attach(cnsa, id, 'sixty-first')).toEqual({ ok: false, code: 'files_too_many', params: { limit: 60 } })
  })

  test('each opening is written down, parts of one film once; who may not see it opens nothing', async () => {
    const report = await filedReport(on, douyin)
    const attached = await attach(douyin, report.id, 'film')
    const evidenceId = attached.ok ? attached.value.id : ''
    const open = (actor: Actor, isLaterPart = false, at?: Date) => perform(noteOpening, actor, { evidenceId, isLaterPart }, { on: db, at })
    await open(beijing)
    await open(beijing, true)
    await open(beijingToo, true)
    await open(beijing)
    await open(beijing, true, new Date(Date.now() + 11 * 60_000))
    for (const stranger of [kuaishou, zhejiang, producer, cnsa]) expect(await open(stranger)).toEqual({ ok: false, code: 'not_found' })
    expect(
      [...(await owner.execute(sql`select member_name as name from access_log where what = ${evidenceId} order by at`))].map(
        ({ name }) => name,
      ),
    ).toEqual([beijing.name, beijingToo.name, beijing.name, beijing.name])
  })
})

describe('ruling', async () => {
  const both = {
    items: ['V04-02', 'V10-05', 'V12-04'],
    account: { platformId: douyin.organizationId, accountId: 'yese', handle: '夜色剧场' },
    targets: { 'V04-02': ['drama'], 'V10-05': ['drama', 'account'] },
  }
  test('rules each subject for itself; the severity is the highest of what was upheld against it', async () => {
    const report = await filedReport(on, douyin, both)
    const since = await lastEvent(owner)
    const rulings = await rulingsOf(owner, report.id, (kind) => (kind === 'drama' ? { items: ['V04-02'] } : { outcome: 'dismissed' }))
    expect(await perform(upholdViolation, beijing, { id: report.id, version: 2, rulings }, { on: db })).toMatchObject({ ok: true })
    expect(await reportOf(owner, report.id)).toMatchObject({ state: 'upheld', severity: 3, outcome: 'upheld', version: 3 })
    expect(await subjectsOf(owner, report.id)).toMatchObject([
      { kind: 'account', outcome: 'dismissed', severity: null },
      { kind: 'drama', outcome: 'upheld', severity: 3, reason: '核对属实。' },
    ])
    expect((await clausesOf(owner, report.id)).filter(({ upheld }) => upheld === 'yes').map(({ code }) => code)).toEqual(['V04-02'])
    expect(await eventsSince(owner, since)).toEqual(['violation.upheld', 'penalty.called'])
    expect(await waits(report.id)).toEqual([])
  })

  const report = await filedReport(on, douyin, both)
  const whole = await rulingsOf(owner, report.id)
  const [first] = Object.keys(whole)
  const changed = (over: object) => ({ ...whole, [first!]: { ...whole[first!]!, ...over } })
  test.for([
    ['by another bureau', 'not_found', zhejiang, whole],
    ['by 总局, whose case it is not', 'not_found', national, whole],
    ['by the filer', 'not_yours', douyin, whole],
    ['without a word on one subject', 'ruling_missing', beijing, Object.fromEntries(Object.entries(whole).slice(1))],
    ['with an item that nobody cited', 'item_not_cited', beijing, changed({ items: ['V01-01'] })],
    ['without an item', 'no_item_upheld', beijing, changed({ items: [] })],
    ['with nothing upheld', 'nothing_upheld', beijing, await rulingsOf(owner, report.id, () => ({ outcome: 'dismissed' }))],
    ['on a stranger', 'not_found', beijing, { ...whole, '00000000-0000-7000-8000-00000000dead': whole[first!]! }],
  ] as const)('%s: %s, nothing is written', async ([, code, actor, rulings]) => {
    const before = await remembered(owner)
    expect(await perform(upholdViolation, actor, { id: report.id, version: 2, rulings }, { on: db })).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('of twenty reviewers who rule at once one wins', async () => {
    const { id } = await filedReport(on, douyin)
    const [since, rulings] = [await lastEvent(owner), await rulingsOf(owner, id)]
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        perform(
          n % 2 ? upholdViolation : (act, input) => dismissViolation(act, { ...input, reason: '不属实' }),
          n % 3 ? beijing : beijingToo,
          { id, version: 2, rulings },
          { on: db },
        ),
      ),
    )
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['ok', ...Array(19).fill('stale')])
    expect((await eventsSince(owner, since)).filter((name) => name.startsWith('violation.'))).toHaveLength(1)
  })

  test('dismissing says why to its filer', async () => {
    const { id } = await filedReport(on, douyin)
    expect(await perform(dismissViolation, beijing, { id, version: 2, reason: '镜头为剧情所需' }, { on: db })).toMatchObject({ ok: true })
    expect(await reportOf(owner, id)).toMatchObject({ state: 'dismissed', outcome: 'dismissed', severity: null })
    expect(
      await owner
        .select({ words: eventWords.words, audience: eventWords.audience, to: eventWords.organizationId })
        .from(eventWords)
        .where(eq(eventWords.subjectId, id)),
    ).toEqual([{ words: '镜头为剧情所需', audience: 'parties', to: douyin.organizationId }])
    expect(await perform(dismissViolation, beijing, { id, version: 3, reason: 'x' }, { on: db })).toMatchObject({ code: 'wrong_state' })
  })
})

describe('reassigning', async () => {
  test('gives the case, its filing and its waiting row to another bureau; the clock goes on', async () => {
    const report = await filedReport(on, douyin)
    const dueAt = (await waits(report.id))[0]?.dueAt
    const since = await lastEvent(owner)
    expect(
      await perform(
        reassignViolation,
        beijing,
        { id: report.id, version: 2, bureauId: bureauIdOf('33'), reason: '制作机构在浙江' },
        { on: db },
      ),
    ).toMatchObject({ ok: true })
    expect(await reportOf(owner, report.id)).toMatchObject({ state: 'filed', bureauId: bureauIdOf('33'), version: 2, dueAt: report.dueAt })
    expect(await filingOf(report.id)).toMatchObject({ bureauId: bureauIdOf('33') })
    expect(await waits(report.id)).toMatchObject([{ organizationId: bureauIdOf('33'), dueAt }])
    expect(await eventsSince(owner, since)).toEqual(['violation.reassigned'])
    expect(await perform(dismissViolation, beijing, { id: report.id, version: 2, reason: 'x' }, { on: db })).toMatchObject({
      code: 'not_found',
    })
    expect(await perform(dismissViolation, zhejiang, { id: report.id, version: 2, reason: 'x' }, { on: db })).toMatchObject({ ok: true })
  })
  test('of what was escalated keeps it before 总局, whoever has it then', async () => {
    const { id } = await filedReport(on, douyin)
    await owner.execute(sql`update violations set due_at = now() - interval '1 hour' where id = ${id}`)
    await owner.execute(sql`update waiting set due_at = now() - interval '1 hour' where subject_id = ${id}`)
    await escalateOverdue(db)
    const passOn = (actor: Actor, bureauId: string) =>
      perform(reassignViolation, actor, { id, version: 2, bureauId, reason: '制作机构在浙江' }, { on: db })
    const waitingFor = async () => (await waits(id)).map(({ step, organizationId }) => `${step} ${organizationId}`).toSorted()
    const above = (bureauId: string) => [`take_over ${NATIONAL_ID}`, `uphold ${bureauId}`].toSorted()
    expect(await waitingFor()).toEqual(above(bureauIdOf('11')))
    expect(await passOn(beijing, bureauIdOf('33'))).toMatchObject({ ok: true })
    expect(await waitingFor()).toEqual(above(bureauIdOf('33')))
    expect(await perform(takeOverViolation, national, { id, version: 2, reason: '逾期未办' }, { on: db })).toMatchObject({ ok: true })
    expect(await waitingFor()).toEqual([`uphold ${NATIONAL_ID}`])
    expect(await passOn(national, bureauIdOf('11'))).toMatchObject({ ok: true })
    expect(await waitingFor()).toEqual(above(bureauIdOf('11')))
  })
  const report = await filedReport(on, douyin)
  test.for([
    ['to itself', 'same_bureau', beijing, bureauIdOf('11')],
    ['to a platform', 'bureau_unknown', beijing, kuaishou.organizationId!],
    ['by another bureau', 'not_found', zhejiang, bureauIdOf('33')],
    ['by the filer', 'not_yours', douyin, bureauIdOf('33')],
  ] as const)('%s: %s, nothing is written', async ([, code, actor, bureauId]) => {
    const before = await remembered(owner)
    expect(await perform(reassignViolation, actor, { id: report.id, version: 2, bureauId, reason: '不归本局' }, { on: db })).toMatchObject({
      ok: false,
      code,
    })
    expect(await remembered(owner)).toEqual(before)
  })
})

describe('merging', async () => {
  const merge = (actor: Actor, { id, version }: { id: string; version: number }, into: string | null, sameWork?: 'on') =>
    perform(mergeViolation, actor, { id, version, into: into!, sameWork }, { on: db })
  const fresh = async (id: string) => reportOf(owner, id)
  const work = (await registered(on, producer, zhejiang, { title: '合并之作' })).dramaId
  const about = (filer: Actor, over: object = {}) => filedReport(on, filer, { work, ...over })

  test('a tree stays one deep: what was merged goes along, and the outcome of the root is everyone’s', async () => {
    const [root, middle, leaf, late] = [await about(douyin), await about(kuaishou), await about(taobao), await about(cnsa)]
    const since = await lastEvent(owner)
    expect(await merge(zhejiang, leaf, middle.number)).toMatchObject({ ok: true })
    expect(await merge(zhejiang, middle, root.number)).toMatchObject({ ok: true })
    expect([await fresh(leaf.id), await fresh(middle.id)]).toMatchObject([
      { state: 'merged', rootId: root.id, outcome: null },
      { state: 'merged', rootId: root.id, outcome: null },
    ])
    expect(await merge(zhejiang, late, leaf.number)).toMatchObject({ code: 'merge_into_root' })
    expect(await perform(withdrawViolation, douyin, { id: root.id, version: 2, reason: null }, { on: db })).toMatchObject({
      code: 'has_merged',
    })
    await perform(upholdViolation, zhejiang, { id: root.id, version: 2, rulings: await rulingsOf(owner, root.id) }, { on: db })
    expect(await merge(zhejiang, late, root.number)).toMatchObject({ ok: true })
    for (const { id } of [leaf, middle, late]) {
      expect(await fresh(id)).toMatchObject({ state: 'merged', outcome: 'upheld', severity: 3, rootId: root.id })
      expect(await owner.select({ words: eventWords.words }).from(eventWords).where(eq(eventWords.subjectId, id))).toEqual([
        { words: '核对属实。' },
      ])
      expect(await subjectsOf(owner, id)).toMatchObject([{ outcome: null }])
      expect(await waits(id)).toEqual([])
    }
    expect(await eventsSince(owner, since)).toEqual([
      'violation.merged',
      'violation.merged',
      'violation.upheld',
      'violation.concluded',
      'violation.concluded',
      'penalty.called',
      'penalty.called',
      'penalty.called',
      'violation.merged',
      'violation.concluded',
    ])
    expect(await owner.select({ actorKind: events.actorKind }).from(events).where(eq(events.name, 'violation.concluded'))).toEqual(
      Array(3).fill({ actorKind: 'house' }),
    )
  })

  test('a dismissed root tells those that were merged into it why', async () => {
    const [root, child] = [await about(douyin), await about(kuaishou)]
    await merge(zhejiang, child, root.number)
    await perform(dismissViolation, zhejiang, { id: root.id, version: 2, reason: '剧情所需' }, { on: db })
    expect(await fresh(child.id)).toMatchObject({ outcome: 'dismissed', severity: null })
    expect(await owner.select({ words: eventWords.words }).from(eventWords).where(eq(eventWords.subjectId, child.id))).toEqual([
      { words: '剧情所需' },
    ])
  })

  test('two reported works that a reviewer finds to be one are linked, and later reports go to the first', async () => {
    const [root, child] = [await filedReport(on, douyin, { title: '两家都报' }), await filedReport(on, kuaishou, { title: '两家 都报' })]
    expect(await merge(beijing, child, root.number)).toMatchObject({ code: 'other_subject' })
    expect(await merge(beijing, child, root.number, 'on')).toMatchObject({ ok: true })
    const [first, second] = [await workOf(root.id), await workOf(child.id)]
    expect(second.sameAsId).toBe(first.id)
    const again = await filedReport(on, kuaishou, { work: second.id })
    expect((await workOf(again.id)).id).toBe(first.id)
  })

  const [root, child, other, many, decided] = [
    await about(douyin),
    await about(kuaishou),
    await filedReport(on, douyin),
    await about(taobao, {
      items: ['V10-05'],
      targets: { 'V10-05': ['drama', 'account'] },
      account: { platformId: taobao.organizationId, accountId: 'a', handle: 'b' },
    }),
    await about(cnsa),
  ]
  await perform(dismissViolation, zhejiang, { id: decided.id, version: 2, reason: '不属实' }, { on: db })
  const twin = (await registered(on, people('ye.lan@qingteng.example'), zhejiang, { title: '合并之作 ' })).dramaId
  const foreign = await filedReport(on, kuaishou, { work: twin })
  test.for([
    ['into itself', 'merge_into_itself', zhejiang, child, child.number],
    ['into nothing', 'root_unknown', zhejiang, child, 'JB-2020-1'],
    ['into another bureau’s', 'root_unknown', zhejiang, child, other.number],
    ['into a later one', 'root_is_later', zhejiang, root, child.number],
    ['into a dismissed one', 'root_not_open', zhejiang, child, decided.number],
    ['into one about several', 'many_subjects', zhejiang, foreign, many.number],
    ['one about several', 'many_subjects', zhejiang, many, root.number],
    ['into one about another work', 'other_subject', zhejiang, foreign, root.number],
    ['by another bureau', 'not_found', beijing, child, root.number],
    ['by its filer', 'not_yours', kuaishou, child, root.number],
  ] as const)('%s: %s, nothing is written', async ([, code, actor, report, into]) => {
    const before = await remembered(owner)
    expect(await merge(actor, report, into)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })
  test('two registered works are never found to be one by a tick', async () => {
    expect(await merge(zhejiang, foreign, root.number, 'on')).toMatchObject({ code: 'registered_works_differ' })
  })
  test('of twenty who merge at once, also crosswise, one wins and nothing hangs', async () => {
    const [a, b] = [await about(douyin), await about(kuaishou)]
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? merge(zhejiang, a, b.number) : merge(zhejiang, b, a.number))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await fresh(b.id)).toMatchObject({ state: 'merged', rootId: a.id })
  })
})

describe('taking over', async () => {
  const report = await filedReport(on, douyin)
  const late = await filedReport(on, douyin)
  await owner.execute(sql`update violations set due_at = now() - interval '1 hour' where id = ${late.id}`)
  await owner.execute(sql`update waiting set due_at = now() - interval '1 hour' where subject_id = ${late.id}`)
  await escalateOverdue(db)
  const take = (id: string, actor: Actor) => perform(takeOverViolation, actor, { id, version: 2, reason: '逾期未办' }, { on: db })
  test.for([
    ['a report in its time', 'not_overdue', national, report.id],
    ['by a bureau', 'not_yours', beijing, late.id],
    ['by the filer', 'not_yours', douyin, late.id],
    ['by a stranger', 'not_found', zhejiang, late.id],
  ] as const)('%s: %s, nothing is written', async ([, code, actor, id]) => {
    const before = await remembered(owner)
    expect(await take(id, actor)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })
  test('makes an overdue report 总局’s to rule on, and takes it out of the bureau’s queue', async () => {
    expect((await waits(late.id)).map(({ step, organizationId }) => [step, organizationId]).toSorted()).toEqual(
      [
        ['take_over', NATIONAL_ID],
        ['uphold', beijing.organizationId],
      ].toSorted(),
    )
    const since = await lastEvent(owner)
    expect(await take(late.id, national)).toMatchObject({ ok: true })
    expect(await eventsSince(owner, since)).toEqual(['violation.taken_over'])
    expect(await waits(late.id)).toMatchObject([{ step: 'uphold', organizationId: NATIONAL_ID }])
    expect(await take(late.id, national)).toMatchObject({ code: 'not_overdue' })
    expect(await perform(dismissViolation, beijing, { id: late.id, version: 2, reason: 'x' }, { on: db })).toMatchObject({
      code: 'not_found',
    })
    expect(await perform(dismissViolation, national, { id: late.id, version: 2, reason: 'x' }, { on: db })).toMatchObject({ ok: true })
  })
})
