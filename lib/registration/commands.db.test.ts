import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Act } from '@/db/act'
import { dramas, episodes, registerNames, registrationContents, registrationReasons, registrations, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { drafted, filing, offered, platformIds, registered, submitted, typed } from '@/db/testing/filings'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { aListedEntry, aProposal, aVerifiedEntry, entryOf } from '@/db/testing/listings'
import { liftEntry } from '../blacklist/commands/approve'
import { IMAGES, keepFile } from '../gateway/store'
import { clock, visitor } from '../kernel/actor'
import type { Day } from '../kernel/time'
import { instantAt } from '../kernel/time'
import { look, perform } from '../perform'
import { worksInRegister } from '../register/queries/works'
import { clearForgottenDrafts, openFiling, saveFiling, withdrawFiling } from './commands/draft'
import { keepFiling, offerFiling, resubmitFiling, submitFiling } from './commands/file'
import { passOver, recordNumber } from './commands/number'
import { attachPoster } from './commands/poster'
import { approveFiling, forwardFiling, publishNotice, refuseFiling, rejectFiling, returnFiling, sendBackFiling } from './commands/review'
import { posterOfFiling, posterOfWork } from './queries/poster'
import type { Draft } from './rules/content'
import { ISSUED_FORM } from './rules/number'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const creator = as('lin.zhi@qinghe.example')
const editor = as('lu.yao@qinghe.example')
const stranger = as('wu.tong@yehang.example')
const reviewer = as('he.qing@zhejiang.example')
const beijing = as('chen.li@beijing.example')
const national = as('zhou.min@nrta.example')
const approver = as('gao.yuan@nrta.example')
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const wechat = as('compliance@wechat.example')
const moderator = as('he.shan@douyin.example')

const on = { db, owner }
const at = (day: string, time: `${number}:${number}` = '10:00') => instantAt(day as Day, time)
const eventsOf = async (work: () => Promise<unknown>) => {
  const before = await lastEvent(owner)
  await work()
  return eventsSince(owner, before)
}
const waits = (id: string) => owner.select().from(waiting).where(eq(waiting.subjectId, id))
const contentOf = async (id: string) =>
  (await owner.select().from(registrationContents).where(eq(registrationContents.registrationId, id)))[0]?.content as Draft
const work = async (id: string) => (await owner.select().from(dramas).where(eq(dramas.id, id)))[0]!
const objections = [
  { field: 'synopsis' as const, quote: '找到父亲寄给她而没有寄出的三封信', reason: '缺少结局：第 61—80 集没有写人物去向，请补写。' },
]
const classOne = { investment: '3,200,000' }

describe('a draft', () => {
  test('opens without an event, without a number and without a work, and is nobody else’s', async () => {
    let id = ''
    expect(await eventsOf(async () => (id = (await drafted(on, editor)).id))).toEqual([])
    const held = await filing(owner, id)
    expect(held).toMatchObject({ state: 'draft', number: null, dramaId: null, class: null, version: 2, title: '山城来信' })
    expect(await waits(id)).toEqual([])
    const content = await contentOf(id)
    expect(content.episodes).toHaveLength(80)
    expect(content.episodeLines).toBe('')
    expect(await perform(saveFiling, stranger, { id, version: 2, ...typed() }, on2)).toMatchObject({ ok: false, code: 'not_found' })
  })

  test('what another window changed is neither saved over nor filed', async () => {
    const { id } = await drafted(on, creator)
    const older = { id, version: 1, ...typed({ title: '别的' }) }
    expect(await perform(saveFiling, creator, older, on2)).toMatchObject({ ok: false, code: 'draft_stale' })
    expect(await perform(submitFiling, creator, older, on2)).toMatchObject({ ok: false, code: 'draft_stale' })
    expect(await contentOf(id)).toMatchObject({ title: '山城来信' })
    expect(await perform(keepFiling, creator, { ...older, note: '', intent: 'overwrite' }, on2)).toMatchObject({
      ok: true,
      value: { version: 3 },
    })
    expect(await contentOf(id)).toMatchObject({ title: '别的' })
  })

  test('keeps what cannot be read as it was typed', async () => {
    const { id } = await drafted(on, creator, { episodeLines: '第一集很长', investment: '八十五万', aiMade: '' })
    const content = await contentOf(id)
    expect(content).toMatchObject({ episodeLines: '第一集很长', investment: '八十五万', aiMade: '', episodes: [] })
  })

  test('is deleted when it is withdrawn', async () => {
    const { id, version } = await drafted(on, creator)
    expect(await eventsOf(() => perform(withdrawFiling, creator, { id, version }, on2))).toEqual([])
    expect(await filing(owner, id)).toBeUndefined()
    expect(await owner.select().from(registrationContents).where(eq(registrationContents.registrationId, id))).toEqual([])
  })
})
const on2 = { on: db }

describe('scenario 1: the class by the date of filing, through the form', () => {
  const letters = { title: '山城来信', investment: '850,000', episodeLines: '80 × 90 s' }
  test.for([
    [letters, '2025-10-10', 'submit', 2, '2024-06-01/any'],
    [letters, '2026-02-10', 'offer', 3, '2026-01-01/any'],
    [{ ...letters, aiMade: 'yes' }, '2026-10-10', 'submit', 1, '2026-09-01/yes'],
    [{ ...letters, aiMade: 'yes', investment: '300000' }, '2026-10-10', 'submit', 2, '2026-09-01/yes'],
    [{ ...letters, aiMade: 'yes', investment: '299999' }, '2026-10-10', 'offer', 3, '2026-09-01/yes'],
    [
      { ...letters, aiMade: 'yes', investment: '299999', specialSubjects: ['public_security'] },
      '2026-10-10',
      'submit',
      1,
      '2026-09-01/yes',
    ],
  ] as const)('%o on %s: %s, Class %i', async ([over, day, step, filedAs, tierRule]) => {
    const words = typed({
      ...over,
      specialSubjects: [...('specialSubjects' in over ? over.specialSubjects : [])],
      platformIds: await platformIds(owner, 'kuaishou'),
    })
    const { id, version } = await drafted({ ...on, at: at(day) }, creator, words)
    const [fits, other] = step === 'submit' ? [submitFiling, offerFiling] : [offerFiling, submitFiling]
    expect(await perform(other, creator, { id, version, ...words }, { on: db, at: at(day) })).toMatchObject({
      ok: false,
      code: step === 'submit' ? 'filing_needed' : 'no_filing_needed',
    })
    expect(await perform(fits, creator, { id, version, ...words }, { on: db, at: at(day) })).toMatchObject({
      ok: true,
      value: { id, number: expect.stringMatching(`^BA-${day.slice(0, 4)}-`) },
    })
    const held = await filing(owner, id)
    expect(held).toMatchObject({ class: filedAs, ruledOn: day, tierRule, title: '山城来信' })
    expect(await work(held.dramaId!)).toMatchObject({
      title: '山城来信',
      folded: '山城来信',
      aliases: ['山城的信', 'Letters'],
      episodeCount: 80,
      totalSeconds: 7200,
      producerName: '杭州青禾影视有限公司',
    })
    expect(await owner.select().from(episodes).where(eq(episodes.dramaId, held.dramaId!))).toHaveLength(80)
  })
  test('before 2024-06-01 there is no rule, which is never a class', async () => {
    const { id, version } = await drafted(on, creator)
    expect(await perform(submitFiling, creator, { id, version, ...typed() }, { on: db, at: at('2024-06-03') })).toMatchObject({ ok: true })
    const early = await drafted(on, creator)
    expect(
      await perform(submitFiling, creator, { id: early.id, version: early.version, ...typed() }, { on: db, at: at('2024-05-31') }),
    ).toMatchObject({ ok: false, code: 'no_rule' })
  })
})

describe('submitting', () => {
  test('gives the filing its number and puts it before its bureau for 20 working days', async () => {
    const { id, version } = await drafted(on, creator)
    expect(await eventsOf(() => perform(submitFiling, creator, { id, version, ...typed() }, { on: db, at: at('2026-10-12') }))).toEqual([
      'registration.submitted',
    ])
    const held = await filing(owner, id)
    expect(held).toMatchObject({ state: 'submitted', dueAt: at('2026-11-09', '17:30') })
    expect(await waits(id)).toMatchObject([
      {
        organizationId: reviewer.organizationId,
        step: 'approve',
        number: held.number,
        title: '山城来信',
        duties: ['province.reviewer', 'national.reviewer'],
      },
    ])
    expect(await work(held.dramaId!)).toMatchObject({ publicSince: null })
    expect(await owner.select().from(registerNames).where(eq(registerNames.dramaId, held.dramaId!))).toEqual([])
  })

  test('names every place that stands in the way, and writes nothing', async () => {
    const { id, version } = await drafted(on, creator)
    const before = await remembered(owner)
    const broken = typed({ title: ' ', aiMade: '', investment: '八十五万', episodeLines: '1 1200\n2', synopsis: '', era: 'future' })
    const outcome = await perform(submitFiling, creator, { id, version, ...broken }, on2)
    expect(outcome).toMatchObject({ ok: false, code: 'incomplete' })
    expect(outcome.ok || outcome.faults?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'title required',
      'era choose',
      'aiMade choose',
      'episodeLines lines_length_missing',
      'synopsis required',
      'investment not_yuan',
    ])
    expect(await remembered(owner)).toEqual(before)
  })

  test('says what the class and the platforms ask for together with what is missing', async () => {
    const { id, version } = await drafted(on, creator)
    const broken = typed({ ...classOne, title: '', synopsis: '短', platformIds: ['00000000-0000-7000-8000-00000000dead'] })
    const outcome = await perform(submitFiling, creator, { id, version, ...broken }, on2)
    expect(outcome.ok || outcome.faults?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'title required',
      'synopsis synopsis_too_short',
      'platformIds platform_not_admitted',
    ])
  })

  test('refuses episodes of 20 minutes, and before 2026-09-01 of more than 15', async () => {
    const { id, version } = await drafted(on, creator)
    const long = (length: string) => typed({ episodeLines: '', episodes: [{ number: '1', title: '', length }] })
    const sent = (length: string, day: string) => perform(submitFiling, creator, { id, version, ...long(length) }, { on: db, at: at(day) })
    expect(await sent('20:00', '2026-10-12')).toMatchObject({ faults: [{ field: 'episodes.0.length', code: 'episode_too_long' }] })
    expect(await sent('15:01', '2026-08-31')).toMatchObject({ faults: [{ field: 'episodes.0.length', code: 'episode_too_long' }] })
    expect(await sent('19:59', '2026-10-12')).toMatchObject({ ok: true })
  })

  test('Class I needs 500 characters of synopsis and a production licence in force; Class II is warned alone', async () => {
    await owner.execute(
      sql`update organization_details set licence_expires_on = '2026-10-01' where organization_id = ${creator.organizationId}`,
    )
    const { id, version } = await drafted(on, creator, classOne)
    const sent = await perform(
      submitFiling,
      creator,
      { id, version, ...typed({ ...classOne, synopsis: '短' }) },
      { on: db, at: at('2026-10-12') },
    )
    expect(sent).toMatchObject({
      faults: [
        { field: 'producer', code: 'licence_expired' },
        { field: 'synopsis', code: 'synopsis_too_short', params: { least: 500, count: 1 } },
      ],
    })
    const second = await drafted(on, creator)
    expect(
      await perform(
        submitFiling,
        creator,
        { id: second.id, version: second.version, ...typed({ synopsis: '短' }) },
        { on: db, at: at('2026-10-12') },
      ),
    ).toMatchObject({ ok: true })
    await owner.execute(
      sql`update organization_details set licence_expires_on = '2030-01-01' where organization_id = ${creator.organizationId}`,
    )
  })

  test('of twenty equal submits one is filed, and all get its answer', async () => {
    const { id, version } = await drafted(on, creator)
    const key = crypto.randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => perform(submitFiling, creator, { id, version, ...typed() }, { on: db, key })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true })
    expect(
      await owner
        .select()
        .from(dramas)
        .where(eq(dramas.id, (await filing(owner, id)).dramaId!)),
    ).toHaveLength(1)
  })
})

describe('returning', () => {
  test('scenario 2: the clock stands, the creator sees quote and reason, and it goes on where it stood', async () => {
    const { id } = await submitted({ ...on, at: at('2026-10-12', '09:00') }, creator, classOne)
    const { version } = await filing(owner, id)
    expect(
      await eventsOf(() => perform(returnFiling, reviewer, { id, version, objections }, { on: db, at: at('2026-10-16', '15:22') })),
    ).toEqual(['registration.returned'])
    const returned = await filing(owner, id)
    expect(returned).toMatchObject({ state: 'returned', clockLeft: 16, dueAt: null })
    expect(await waits(id)).toMatchObject([{ organizationId: creator.organizationId, step: 'submit', dueAt: 'infinity' }])
    expect(await owner.select().from(registrationReasons).where(eq(registrationReasons.registrationId, id))).toMatchObject([
      { turn: 1, field: 'synopsis', quote: objections[0]!.quote, reason: objections[0]!.reason },
    ])

    expect(
      await perform(resubmitFiling, creator, { id, version: returned.version, note: '' }, { on: db, at: at('2026-11-02') }),
    ).toMatchObject({ ok: false, code: 'say_why', field: 'note', params: { count: 1 } })
    const saved = await perform(
      saveFiling,
      editor,
      { id, version: returned.version, ...typed({ ...classOne, synopsis: `${typed().synopsis}第 80 集，她在开馆日读完最后一封信。` }) },
      { on: db, at: at('2026-11-02') },
    )
    expect(saved).toMatchObject({ ok: true, value: { version: returned.version + 1 } })
    const again = await perform(resubmitFiling, creator, { id, version: returned.version + 1, note: '' }, { on: db, at: at('2026-11-02') })
    expect(again).toMatchObject({ ok: true, value: { number: returned.number } })
    expect(await filing(owner, id)).toMatchObject({
      state: 'submitted',
      clockLeft: null,
      dueAt: at('2026-11-24', '17:30'),
      ruledOn: '2026-10-12',
      class: 1,
    })
    expect(
      (
        await owner
          .select()
          .from(registrationContents)
          .where(eq(registrationContents.registrationId, id))
          .orderBy(registrationContents.turn)
      ).map(({ turn, submittedAt }) => [turn, submittedAt !== null]),
    ).toEqual([
      [1, true],
      [2, true],
    ])

    const forwarded = await filing(owner, id)
    expect(
      await eventsOf(() =>
        perform(
          forwardFiling,
          reviewer,
          { id, version: forwarded.version, opinion: '材料齐全，建议公示。' },
          { on: db, at: at('2026-11-05') },
        ),
      ),
    ).toEqual(['registration.forwarded'])
    expect(await waits(id)).toMatchObject([{ organizationId: national.organizationId, step: 'publish' }])
    const due = await filing(owner, id)
    expect(due).toMatchObject({ state: 'forwarded', dueAt: at('2026-12-03', '17:30') })
    expect(await perform(publishNotice, approver, { id, version: due.version }, on2)).toMatchObject({ ok: false, code: 'not_yours' })
    expect(await eventsOf(() => perform(publishNotice, national, { id, version: due.version }, { on: db, at: at('2026-11-20') }))).toEqual([
      'registration.published',
    ])
    expect(await filing(owner, id)).toMatchObject({ state: 'published', officialNumber: null })
    expect(
      (await owner.select().from(registerNames).where(eq(registerNames.dramaId, due.dramaId!))).map(({ kind, name, state }) => [
        kind,
        name,
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['title', '山城来信', 'published'],
        ['alias', 'Letters', 'published'],
      ]),
    )
  })

  describe('a filing whose work stands on an entry', () => {
    const hands = { proposer: kuaishou, verifier: beijing, approver: national }
    const back = async (over: Partial<Draft> = {}) => {
      const { id, version, dramaId } = await submitted(on, stranger, over)
      await perform(returnFiling, beijing, { id, version, objections }, { on: db })
      return { id, dramaId: dramaId! }
    }
    const again = async (id: string, over: Partial<Draft>) =>
      perform(
        submitFiling,
        stranger,
        { ...(await filing(owner, id)), ...typed({ synopsis: `改${typed().synopsis}`, ...over }), note: '' },
        { on: db },
      )
    const find = async (q: string) => (await look(visitor, (tx) => worksInRegister(tx, { q }), db)).rows.map(({ title }) => title)

    test.for([
      ['verified', aVerifiedEntry],
      ['listed', aListedEntry],
    ] as const)('that is %s keeps its face: what is ordered is what was judged', async ([, made]) => {
      const { id, dramaId } = await back({ title: '暗夜契约' })
      const entry = await made(on, hands, { dramaId })
      const { number } = await entryOf(owner, entry.id)
      const before = await remembered(owner)
      const fault = (field: string) => ({ field, code: 'face_stands', params: { number } })
      expect(await again(id, { title: '清风徐来', aliases: '清风', episodeLines: '60 × 90 s' })).toMatchObject({
        ok: false,
        code: 'incomplete',
        faults: [fault('title'), fault('aliases'), fault('episodes')],
      })
      expect(await remembered(owner)).toEqual(before)
      expect(await again(id, { title: '暗夜契约' })).toMatchObject({ ok: true })
      expect(await work(dramaId)).toMatchObject({ title: '暗夜契约' })
    })

    test('that is only proposed learns nothing of it', async () => {
      const { id, dramaId } = await back()
      await aProposal(on, hands, { dramaId })
      expect(await again(id, { title: '清风徐来' })).toMatchObject({ ok: true })
    })

    test('that was lifted may be renamed, and is found by the name under which it was public', async () => {
      const { id, dramaId } = await back({ title: '长河一梦', aliases: '河梦' })
      const entry = await aListedEntry(on, hands, { dramaId })
      await perform(liftEntry, approver, { id: entry.id, version: 3, reason: '已整改' }, { on: db })
      expect(await again(id, { title: '天光乍破', aliases: '天光' })).toMatchObject({ ok: true })
      expect(await work(dramaId)).toMatchObject({ title: '天光乍破', aliases: ['天光', '长河一梦', '河梦'] })
      expect(await find('长河一梦')).toEqual(['天光乍破'])
      expect(await find('天光乍破')).toEqual(['天光乍破'])
    })
  })

  test('总局 sends back, its own clock stands too, and both go on', async () => {
    const { id } = await submitted({ ...on, at: at('2026-10-12') }, creator, classOne)
    const step = async (
      command: typeof returnFiling | typeof forwardFiling | typeof resubmitFiling,
      actor: typeof creator,
      more: object,
      day: string,
    ) => {
      const { version } = await filing(owner, id)
      expect(
        await perform(command as typeof returnFiling, actor, { id, version, ...more } as never, { on: db, at: at(day) }),
      ).toMatchObject({ ok: true })
    }
    await step(forwardFiling, reviewer, { opinion: '' }, '2026-10-14')
    expect(await filing(owner, id)).toMatchObject({ clockLeft: 18, dueAt: at('2026-11-11', '17:30') })
    await step(sendBackFiling, national, { objections }, '2026-10-20')
    expect(await filing(owner, id)).toMatchObject({ state: 'returned', clockLeft: 18, noticeLeft: 16 })
    await step(resubmitFiling, creator, { note: '结局写在第 80 集，梗概第二段。' }, '2026-10-21')
    expect(await filing(owner, id)).toMatchObject({ state: 'submitted', dueAt: at('2026-11-16', '17:30') })
    await step(forwardFiling, reviewer, { opinion: '' }, '2026-10-22')
    expect(await filing(owner, id)).toMatchObject({ state: 'forwarded', dueAt: at('2026-11-13', '17:30') })
    const { version } = await filing(owner, id)
    expect(await eventsOf(() => perform(rejectFiling, national, { id, version, reason: '题材须另案报批。' }, on2))).toEqual([
      'registration.rejected',
    ])
    expect(await waits(id)).toEqual([])
  })

  test.for([
    [[], { code: 'no_objection' }],
    [[{ field: 'title' as const, quote: '', reason: '' }], { faults: [{ field: 'title.reason', code: 'required' }] }],
    [
      [{ field: 'synopsis' as const, quote: '没有这句话', reason: '理由' }],
      { faults: [{ field: 'synopsis.quote', code: 'not_in_the_text' }] },
    ],
  ] as const)('refuses %o', async ([given, expected]) => {
    const { id, version } = await submitted(on, creator)
    const before = await remembered(owner)
    expect(await perform(returnFiling, reviewer, { id, version, objections: given }, on2)).toMatchObject({ ok: false, ...expected })
    expect(await remembered(owner)).toEqual(before)
  })
})

describe('approving', () => {
  test('issues the bureau’s next number, shows the work and keeps the number for good', async () => {
    const { id, version, dramaId } = await submitted({ ...on, at: at('2026-10-12') }, creator)
    expect(await eventsOf(() => perform(approveFiling, reviewer, { id, version }, { on: db, at: at('2026-10-20') }))).toEqual([
      'registration.approved',
    ])
    const held = await filing(owner, id)
    expect(held).toMatchObject({ state: 'registered', class: 2, dueAt: null, numberKey: held.officialNumber })
    expect(held.officialNumber).toMatch(/^（浙）网微剧备字（2026）第\d{3}号$/)
    expect(await work(dramaId!)).toMatchObject({ publicSince: at('2026-10-20') })
    expect((await owner.select().from(registerNames).where(eq(registerNames.dramaId, dramaId!))).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['山城来信', held.officialNumber]),
    )
    await expect(
      owner.execute(sql`update registrations set official_number = '（浙）网微剧备字（2026）第999号' where id = ${id}`),
    ).rejects.toThrow()
  })

  test('of twenty at once one wins, and one number is drawn', async () => {
    const { id, version } = await submitted(on, creator)
    const before = await owner.execute(sql`select coalesce(sum(last), 0)::int as n from official_counters where issuer = '浙'`)
    const from = await lastEvent(owner)
    const answers = await Promise.all(Array.from({ length: 20 }, () => perform(approveFiling, reviewer, { id, version }, on2)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer.ok || answer.code))).toEqual(new Set([true, 'stale']))
    expect(await eventsSince(owner, from)).toEqual(['registration.approved'])
    const after = await owner.execute(sql`select coalesce(sum(last), 0)::int as n from official_counters where issuer = '浙'`)
    expect(Number(after[0]!.n) - Number(before[0]!.n)).toBe(1)
  })

  test('twenty different filings at once get twenty numbers without a gap', async () => {
    const filings = []
    for (let n = 0; n < 20; n += 1) filings.push(await submitted(on, stranger, { title: `并行 ${n}` }))
    const answers = await Promise.all(
      filings.map(({ id, version }) => perform(approveFiling, beijing, { id, version }, { on: db, at: at('2031-03-03') })),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const numbers = await owner
      .select({ number: registrations.officialNumber })
      .from(registrations)
      .where(sql`official_number like '（京）网微剧备字（2031）%'`)
    expect(numbers.map(({ number }) => number).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, n) => `（京）网微剧备字（2031）第${String(n + 1).padStart(3, '0')}号`),
    )
  })

  test('a refusal gives its number back', async () => {
    const { id, version } = await submitted(on, creator)
    const counters = () => owner.execute(sql`select * from official_counters order by 1, 2`)
    const before = await counters()
    expect(await perform(approveFiling, reviewer, { id, version: version + 1 }, on2)).toMatchObject({ code: 'stale' })
    expect([...(await counters())]).toEqual([...before])
  })

  test.for([
    ['another bureau’s reviewer', beijing, {}, 'not_found'],
    ['its own creator', creator, {}, 'not_yours'],
    ['an approver of 总局', approver, {}, 'not_yours'],
    ['a reviewer of 总局', national, {}, 'not_found'],
    ['someone who read an older version', reviewer, { version: 1 }, 'stale'],
  ] as const)('%s is refused and nothing is written', async ([, actor, more, code]) => {
    const { id, version } = await submitted(on, creator)
    const before = await remembered(owner)
    expect(await perform(approveFiling, actor, { id, version, ...more }, on2)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('Class I is forwarded and not approved, Class II the other way round', async () => {
    const [first, second] = [await submitted(on, creator, classOne), await submitted(on, creator)]
    expect(await perform(approveFiling, reviewer, first, on2)).toMatchObject({ code: 'other_class', params: { class: 1 } })
    expect(await perform(forwardFiling, reviewer, { ...second, opinion: '' }, on2)).toMatchObject({
      code: 'other_class',
      params: { class: 2 },
    })
  })

  test('a listed work goes no further', async () => {
    const [first, second] = [await submitted(on, creator, classOne), await submitted(on, creator)]
    await owner.execute(sql`update dramas set listed_count = 1 where id in (${first.dramaId}, ${second.dramaId})`)
    expect(await perform(approveFiling, reviewer, second, on2)).toMatchObject({ code: 'work_is_listed' })
    expect(await perform(forwardFiling, reviewer, { ...first, opinion: '' }, on2)).toMatchObject({ code: 'work_is_listed' })
    await owner.execute(sql`update dramas set listed_count = 0 where id = ${first.dramaId}`)
    await perform(forwardFiling, reviewer, { ...first, opinion: '' }, on2)
    await owner.execute(sql`update dramas set listed_count = 1 where id = ${first.dramaId}`)
    expect(await perform(publishNotice, national, await filing(owner, first.id), on2)).toMatchObject({ code: 'work_is_listed' })
  })

  test('refusing leaves its reasons to the creator and the regulators', async () => {
    const { id, version } = await submitted(on, creator)
    expect(await eventsOf(() => perform(refuseFiling, reviewer, { id, version, reason: '同一作品已在京申报被拒。' }, on2))).toEqual([
      'registration.refused',
    ])
    const [said] = await owner.execute(sql`select audience, organization_id from event_words where subject_id = ${id} and field = 'reason'`)
    expect(said).toEqual({ audience: 'parties', organization_id: creator.organizationId })
  })
})

describe('Class III', () => {
  const number = (platform: string, serial: string) => `（${platform}）网微剧备字（2026）第${serial}号`

  test('scenario 4: each platform numbers the work by itself, and never with another’s number', async () => {
    const { id, dramaId } = await offered(on, creator, ['douyin', 'kuaishou', 'wechat'])
    expect(await work(dramaId!)).toMatchObject({ publicSince: expect.any(Date), folded: '山城来信' })
    expect((await waits(id)).map(({ organizationId }) => organizationId).toSorted()).toEqual(
      [douyin, kuaishou, wechat].map(({ organizationId }) => organizationId).toSorted(),
    )

    expect(
      await eventsOf(() => perform(recordNumber, douyin, { id, officialNumber: number('抖音', '001204'), asItCame: false }, on2)),
    ).toEqual(['registration.recorded', 'registration.record_noted'])
    expect(await perform(recordNumber, kuaishou, { id, officialNumber: number('快手', '004127'), asItCame: false }, on2)).toMatchObject({
      ok: true,
    })
    expect((await waits(id)).map(({ organizationId }) => organizationId)).toEqual([wechat.organizationId])

    const before = await remembered(owner)
    expect(await perform(recordNumber, wechat, { id, officialNumber: number('抖音', '001204'), asItCame: true }, on2)).toMatchObject({
      code: 'number_of_another_platform',
      params: { issuer: '抖音' },
      field: 'officialNumber',
    })
    expect(
      await perform(recordNumber, wechat, { id, officialNumber: '（京）网微剧备字（2026）第001号', asItCame: true }, on2),
    ).toMatchObject({ code: 'number_of_a_bureau', params: { issuer: '京' } })
    expect(await perform(recordNumber, wechat, { id, officialNumber: 'WX-88-1', asItCame: false }, on2)).toMatchObject({
      code: 'number_not_understood',
    })
    expect(await remembered(owner)).toEqual(before)
    expect(await perform(recordNumber, wechat, { id, officialNumber: 'WX-88-1', asItCame: true }, on2)).toMatchObject({ ok: true })
    expect(await waits(id)).toEqual([])

    const own = await owner.select().from(registrations).where(eq(registrations.offerId, id))
    expect(own.map(({ state, officialNumber, issuerId, class: filedAs }) => [state, officialNumber, issuerId, filedAs]).toSorted()).toEqual(
      [
        ['registered', number('抖音', '001204'), douyin.organizationId, 3],
        ['registered', number('快手', '004127'), kuaishou.organizationId, 3],
        ['registered', 'WX-88-1', wechat.organizationId, 3],
      ].toSorted(),
    )
    expect(
      (await owner.select().from(registerNames).where(eq(registerNames.dramaId, dramaId!)))
        .filter(({ kind }) => kind === 'number')
        .map(({ name }) => name),
    ).toEqual(expect.arrayContaining([number('抖音', '001204'), number('快手', '004127'), 'WX-88-1']))
  })

  test('a number is recorded once, however it is spelled, by whoever comes first', async () => {
    const [first, second] = [await offered(on, creator, ['kuaishou']), await offered(on, creator, ['kuaishou'], { title: '另一部' })]
    const answers = await Promise.all([
      perform(recordNumber, kuaishou, { id: first.id, officialNumber: '（快手）网微剧备字（2026）第777777号', asItCame: false }, on2),
      perform(recordNumber, kuaishou, { id: second.id, officialNumber: '(快手)网微剧备字(2026)第777777号', asItCame: false }, on2),
    ])
    expect(answers.map((answer) => answer.ok || answer.code).toSorted()).toEqual(['number_taken', true])
    expect(
      await perform(
        recordNumber,
        kuaishou,
        { id: answers[0]?.ok ? first.id : second.id, officialNumber: number('快手', '777778'), asItCame: false },
        on2,
      ),
    ).toMatchObject({ code: 'already_recorded' })
  })

  test('a platform may pass, and tells the creator why', async () => {
    const { id } = await offered(on, creator, ['kuaishou', 'douyin'])
    expect(await eventsOf(() => perform(passOver, kuaishou, { id, reason: '题材与本平台编排重复。' }, on2))).toEqual([
      'registration.passed_over',
    ])
    expect((await waits(id)).map(({ organizationId }) => organizationId)).toEqual([douyin.organizationId])
    expect(await perform(passOver, kuaishou, { id, reason: '' }, on2)).toMatchObject({ code: 'not_found' })
    expect(await perform(recordNumber, wechat, { id, officialNumber: number('微信', '100001'), asItCame: false }, on2)).toMatchObject({
      code: 'not_found',
    })
    expect(await perform(recordNumber, moderator, { id, officialNumber: number('抖音', '100001'), asItCame: false }, on2)).toMatchObject({
      code: 'not_yours',
    })
  })

  test('an offer that is withdrawn is out of the register, unless a platform has numbered it', async () => {
    const [alone, numbered] = [await offered(on, creator, ['kuaishou']), await offered(on, creator, ['kuaishou'])]
    await perform(recordNumber, kuaishou, { id: numbered.id, officialNumber: number('快手', '888001'), asItCame: false }, on2)
    for (const { id } of [alone, numbered])
      expect(await perform(withdrawFiling, creator, await filing(owner, id), on2)).toMatchObject({ ok: true })
    expect(await work(alone.dramaId!)).toMatchObject({ publicSince: null })
    expect(await owner.select().from(registerNames).where(eq(registerNames.dramaId, alone.dramaId!))).toEqual([])
    expect(await work(numbered.dramaId!)).toMatchObject({ publicSince: expect.any(Date) })
    expect(await waits(alone.id)).toEqual([])
    expect(await filing(owner, alone.id)).toMatchObject({ plannedCount: 1, pendingCount: 1 })
    expect(await filing(owner, numbered.id)).toMatchObject({ plannedCount: 1, pendingCount: 0 })
  })

  test('an offer needs a platform that takes part', async () => {
    const { id, version } = await drafted(on, creator, { investment: '90000' })
    expect(await perform(offerFiling, creator, { id, version, ...typed({ investment: '90000' }) }, on2)).toMatchObject({
      faults: [{ field: 'platformIds', code: 'no_platform' }],
    })
    expect(await perform(offerFiling, creator, { id, version, ...typed({ investment: '90000', platformIds: [id] }) }, on2)).toMatchObject({
      faults: [{ field: 'platformIds', code: 'platform_not_admitted' }],
    })
    expect(await perform(offerFiling, editor, { id, version, ...typed() }, on2)).toMatchObject({ code: 'not_yours' })
  })
})

test('a poster goes into a draft without making whoever types stale, and into the work with the submit', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'posters-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const stored = await keepFile(Readable.from([png]), { only: IMAGES, directory })
  if (!stored.ok) throw new Error(stored.code)
  const { id, version } = await drafted(on, creator)
  const attach = (actor: typeof creator) =>
    perform((act: Act) => attachPoster(act, { id, stored: stored.value, directory }), actor, undefined, on2)
  expect(await attach(stranger)).toMatchObject({ code: 'not_found' })
  expect(await attach(reviewer)).toMatchObject({ code: 'not_found' })
  expect(await attach(editor)).toMatchObject({ ok: true })
  expect(await perform(saveFiling, creator, { ...typed(), id, version }, on2)).toMatchObject({ ok: true, value: { version: version + 1 } })
  expect(await contentOf(id)).toMatchObject({ poster: stored.value.sha256 })
  expect(await perform(submitFiling, creator, { ...typed(), id, version: version + 1 }, on2)).toMatchObject({ ok: true })
  expect(await work((await filing(owner, id)).dramaId!)).toMatchObject({ posterSha: stored.value.sha256 })
  expect(await attach(creator)).toMatchObject({ code: 'wrong_state' })
  const poster = (actor: typeof creator) => look(actor, (tx) => posterOfFiling(tx, id), db)
  expect([await poster(creator), await poster(reviewer)].map((one) => one?.sha256)).toEqual([stored.value.sha256, stored.value.sha256])
  expect([await poster(stranger), await poster(kuaishou), await poster(beijing)]).toEqual([null, null, null])
  const { id: dramaId, code } = await work((await filing(owner, id)).dramaId!)
  const inPublic = async (listedCount: number) => {
    await owner.update(dramas).set({ publicSince: new Date(), listedCount }).where(eq(dramas.id, dramaId))
    return (await look(visitor, (tx) => posterOfWork(tx, code), db))?.sha256
  }
  expect([await inPublic(0), await inPublic(1)]).toEqual([stored.value.sha256, undefined])
})

test('drafts that nobody has touched for 90 days are cleared away, and nothing else is', async () => {
  const [forgotten, touched] = [
    await drafted({ ...on, at: at('2026-03-02') }, creator),
    await drafted({ ...on, at: at('2026-03-02') }, creator),
  ]
  await perform(saveFiling, creator, { ...typed(), id: touched.id, version: touched.version }, { on: db, at: at('2026-05-20') })
  const old = await submitted({ ...on, at: at('2026-03-02') }, creator)
  expect(await perform(clearForgottenDrafts, clock, null, { on: db, at: at('2026-05-30') })).toEqual({ ok: true, value: 0 })
  expect(await perform(clearForgottenDrafts, clock, null, { on: db, at: at('2026-06-01') })).toEqual({ ok: true, value: 1 })
  expect(await filing(owner, forgotten.id)).toBeUndefined()
  expect(await filing(owner, touched.id)).toMatchObject({ state: 'draft' })
  expect(await filing(owner, old.id)).toMatchObject({ state: 'submitted' })
})

test('the database reads what the portal issues by the same grammar', async () => {
  const [row] = await owner.execute<{ definition: string }>(
    sql`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'official_number_form'`,
  )
  expect(row?.definition).toContain(ISSUED_FORM)
})

test('a registered filing cannot be written or withdrawn any more', async () => {
  const held = await registered(on, creator, reviewer)
  expect(await perform(saveFiling, creator, { ...typed(), id: held.id, version: held.version }, on2)).toMatchObject({ code: 'wrong_state' })
  expect(await perform(withdrawFiling, creator, held, on2)).toMatchObject({ code: 'wrong_state' })
  expect(await perform(openFiling, reviewer, undefined, on2)).toMatchObject({ code: 'not_yours' })
})
