import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { platformAccounts, violations } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { operatorOf } from '@/db/testing/operators'
import { accountNamed, choosing, decisionsOn, imposed, penaltyOf, upheldAccount } from '@/db/testing/penalties'
import { anAccount, recorded, takenUpAndUpheld } from '@/db/testing/records'
import { filedReport, rulingsOf } from '@/db/testing/reports'
import { type Actor, visitor } from '../kernel/actor'
import { newId } from '../kernel/id'
import { asDay } from '../kernel/time'
import { look, perform } from '../perform'
import { dismissViolation, upholdViolation } from '../violation/commands/decide'
import { mergeViolation } from '../violation/commands/merge'
import { recordViolations, takeUp } from '../violation/commands/record'
import { revokePenalty } from './commands/end'
import { blockedOperator, blockedOperators, blockedProducer } from './queries/blocked'
import { penaltyByNumber } from './queries/case'
import { decisionAt } from './queries/decision'
import { decisionsDue, endingSoon, ownCounts, penaltiesInOutline, penaltiesOf } from './queries/lists'
import { targetCase } from './queries/occasion'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const national = as('zhou.min@nrta.example')
const cnsa = as('fang.zheng@cnsa.example')
const holder = as('wu.tong@yehang.example')
const stranger = as('lin.zhi@qinghe.example')
const HOUR = 3_600_000
const decidedAt = new Date('2026-11-20T15:40:00+08:00')
const later = (hours: number) => new Date(decidedAt.getTime() + hours * HOUR)
const days = (count: number) => later(24 * count)
const on = { db, owner, at: decidedAt }
let notices = 0
/** Said in a reason and nowhere else. */
const CANARY = '金丝雀：同一运营人'

const one = (actor: Actor, number: string) => look(actor, (tx, now) => penaltyByNumber(tx, actor, number, now), db)
const numbersOf = async (page: Promise<{ rows: { number: string | null }[] }>) => (await page).rows.map(({ number }) => number)
const own = (actor: Actor, filter = {}) => look(actor, (tx) => penaltiesOf(tx, actor, filter), db)
const shared = (actor: Actor, filter = {}) => look(actor, (tx) => penaltiesInOutline(tx, actor, filter), db)

describe('who reads what of a penalty', () => {
  let number = ''
  let violationNumber = ''
  let violationId = ''
  beforeAll(async () => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    violationNumber = subject.report.number!
    violationId = subject.violationId
    await owner
      .update(platformAccounts)
      .set({ operatorId: await operatorOf(owner, holder.organizationId!) })
      .where(eq(platformAccounts.id, subject.accountId))
    const [row] = await imposed({ ...on, at: later(1) }, kuaishou, subject, choosing('P6:15', { reason: CANARY }))
    number = row!.number!
    await perform(revokePenalty, kuaishou, { id: row!.id, version: row!.version, reason: `${CANARY}解除` }, { on: db, at: later(2) })
  })

  test.each([
    ['its platform', kuaishou],
    ['its bureau', beijing],
    ['总局', national],
  ])('%s reads it whole', async (_, actor) => {
    const found = await one(actor, number)
    expect(found).toMatchObject({
      reads: 'whole',
      platform: { shortName: '快手' },
      reasons: { reason: CANARY, decision: 'heavier', severity: 3, occurrence: 'first' },
      violation: { number: violationNumber },
      guided: [{ rung: 'P1', parameter: '72', mandatory: true }],
    })
    expect(found?.reads === 'whole' && found.history.map(({ name, words }) => [name, words])).toEqual([
      ['penalty.revoked', { reason: `${CANARY}解除` }],
      ['penalty.imposed', {}],
      ['penalty.called', {}],
    ])
    expect((await own(actor)).rows).toMatchObject([{ number, decision: 'heavier', platform: { shortName: '快手' } }])
  })

  test.each([
    ['another platform', douyin],
    ['CNSA', cnsa],
    ['the account’s holder', holder],
  ])('%s reads the handle, the items, the measure and its dates, and nothing else', async (_, actor) => {
    const found = await one(actor, number)
    expect(found).toEqual({
      reads: 'outline',
      penalty: {
        id: expect.any(String),
        number,
        targetKind: 'account',
        targetName: expect.stringMatching(/^都市狂医剧场/),
        episode: null,
        clauses: ['V12-04'],
        rung: 'P6',
        parameter: '15',
        state: 'closed',
        startsAt: later(1),
        endsAt: later(1 + 15 * 24),
        endedAt: later(2),
      },
    })
    const lists = [found, await shared(actor)]
    expect(JSON.stringify(lists)).toContain(number)
    for (const sealed of [CANARY, kuaishou.name, '快手', kuaishou.organizationId!, violationNumber])
      expect(JSON.stringify(lists)).not.toContain(sealed)
  })

  test.each([
    ['another bureau', zhejiang],
    ['another creator', stranger],
    ['the public', visitor],
  ])('%s reads nothing', async (_, actor) => {
    expect(await one(actor, number)).toBeNull()
    expect((await own(actor)).rows).toEqual([])
    expect((await shared(actor)).rows).toEqual([])
  })

  test.each([
    ['another platform', douyin],
    ['CNSA', cnsa],
    ['the account’s holder', holder],
  ])('%s finds neither the platform nor the report in any row of a penalty or of its events', async (_, actor) => {
    const rows = await look(
      actor,
      async (tx) => [
        await tx.execute(sql`select * from penalties`),
        await tx.execute(sql`select * from penalty_reasons`),
        await tx.execute(sql`select * from events where noun = 'penalty'`),
        await tx.execute(sql`select * from penalty_outlines`),
      ],
      db,
    )
    expect(rows.slice(0, 3)).toEqual([[], [], []])
    expect(rows[3]).not.toHaveLength(0)
    for (const sealed of [kuaishou.organizationId!, violationId]) expect(JSON.stringify(rows)).not.toContain(sealed)
  })

  test('the reason stands in no row that others may read', async () => {
    for (const actor of [douyin, cnsa, holder, stranger, zhejiang, visitor]) {
      const read = await look(
        actor,
        async (tx) => {
          const tables = [
            'penalties',
            'penalty_reasons',
            'events',
            'event_words',
            'event_hands',
            'waiting',
            'violations',
            'violation_subjects',
          ]
          const rows = []
          for (const table of tables) rows.push(await tx.execute(sql`select * from ${sql.identifier(table)}`))
          return JSON.stringify(rows)
        },
        db,
      )
      expect(read).not.toContain('金丝雀')
    }
  })
})

describe('a repetition', () => {
  const named = (platform = kuaishou) => accountNamed(platform)
  const caseOf = (actor: Actor, { violationId, accountId }: { violationId: string; accountId: string }) =>
    look(actor, (tx) => targetCase(tx, violationId, { kind: 'account', id: accountId }), db)
  const occurs = async (subject: { violationId: string; accountId: string }) => (await caseOf(kuaishou, subject))?.occasion.occurrence

  test('counts another filer’s report too, which the platform may read because it is about its own account', async () => {
    const account = named()
    const theirs = await upheldAccount({ ...on, at: days(-20) }, cnsa, beijing, { account })
    const mine = await upheldAccount({ ...on, at: days(-10) }, kuaishou, beijing, { account })
    const subject = await upheldAccount(on, kuaishou, beijing, { account })
    const found = await caseOf(kuaishou, subject)
    expect(found).toMatchObject({
      occasion: { severity: 3, occurrence: 'repeat_within_90_days' },
      earlier: [
        { decidedAt: days(-10), number: mine.report.number },
        { decidedAt: days(-20), number: theirs.report.number },
      ],
    })
    expect((await caseOf(beijing, subject))?.earlier.map(({ number }) => number)).toEqual([mine.report.number, theirs.report.number])
  })

  test.for([
    [-90, 'repeat_within_90_days'],
    [-91, 'first'],
    [1, 'first'],
  ] as const)('decided %i days from it: %s', async ([day, expected]) => {
    const account = named()
    await upheldAccount({ ...on, at: days(day) }, kuaishou, beijing, { account })
    expect(await occurs(await upheldAccount(on, kuaishou, beijing, { account }))).toBe(expected)
  })

  async function inOneNotice(ids: string[], batchId: string = newId()) {
    await owner.execute(sql`insert into batches (id, number, state, opened_at, title, filer_id, bureau_id, sha256, byte_count, format, row_count, hidden_lines, read_by)
      values (${batchId}, ${`DR-2026-${9000 + (notices += 1)}`}, 'withdrawn', now(), 'x', ${kuaishou.organizationId}, ${beijing.organizationId}, 'x', 1, 'csv', 2, '{}', ${kuaishou.memberId})`)
    for (const [line, id] of ids.entries())
      await owner.execute(
        sql`insert into batch_rows (batch_id, line, filer_id, standing, typed, faults, violation_id) values (${batchId}, ${line}, ${kuaishou.organizationId}, 'filed', '{}', '[]', ${id})`,
      )
  }

  test('counts what its platform recorded, on the day on which it was seen, and two findings in one notice once', async () => {
    const account = named()
    const { accountId, account: row } = await upheldAccount({ ...on, at: days(-95) }, kuaishou, beijing, { account })
    const asRecorded = (seenOn: string) => ({
      subject: { kind: 'account' as const, id: accountId, title: row.handle },
      bureauId: beijing.organizationId!,
      stage: 'after_airing' as const,
      seenOn: asDay(seenOn),
      items: ['V12-04'],
      episode: null,
      found: '推广已下架作品',
      links: [],
      episodeCount: null,
      totalSeconds: null,
    })
    const outcome = await perform(recordViolations, kuaishou, ['2026-08-01', '2026-10-01', '2026-10-05', '2026-11-02'].map(asRecorded), {
      on: db,
      at: days(-1),
    })
    if (!outcome.ok) throw new Error(outcome.code)
    const [, first, second, alone] = outcome.value
    await inOneNotice([first!.id, second!.id])
    const found = await caseOf(kuaishou, await upheldAccount(on, kuaishou, beijing, { account }))
    expect(found?.earlier).toEqual([
      { decidedAt: new Date('2026-11-02T00:00:00+08:00'), number: alone!.number, recorded: true },
      { decidedAt: new Date('2026-10-05T00:00:00+08:00'), number: second!.number, recorded: true },
    ])
  })

  describe('by what a platform recorded', () => {
    const by = (day: number) => ({ on: db, at: days(day) })
    const version = async (id: string) => (await owner.select().from(violations).where(eq(violations.id, id)))[0]!.version
    /** An account with one finding that its platform recorded, and another one that is upheld after it and due. */
    async function repeating() {
      const row = await anAccount(on, kuaishou)
      const { platformId, accountId, handle } = row
      const [was] = await recorded({ ...on, at: days(-10) }, kuaishou, beijing, row, [{ seenOn: '2026-11-02' }])
      const subject = await upheldAccount(on, kuaishou, beijing, { account: { platformId, accountId, handle } })
      const [{ number } = { number: null }] = await owner.select().from(violations).where(eq(violations.id, was!.violationId))
      const due = (await decisionsOn(owner, row.id)).find(({ state }) => state === 'due')!
      const counted = {
        occasion: { occurrence: 'repeat_within_90_days' },
        earlier: [{ decidedAt: new Date('2026-11-02T00:00:00+08:00'), number, recorded: true }],
      }
      const readOn = async (day: number) => (await look(kuaishou, (tx) => decisionAt(tx, kuaishou, { due: due.number! }, days(day)), db))!
      return { row, subject, id: was!.violationId, number, counted, readOn }
    }

    test('counts on while its bureau reviews it, and once that is upheld: what is due becomes no lighter', async () => {
      const { id, subject, counted, readOn } = await repeating()
      const before = await readOn(1)
      expect(before).toMatchObject({ found: counted, suggestion: { now: [{ rung: 'P6', parameter: '30' }] } })
      expect(await perform(takeUp, beijing, { id, version: 1 }, by(2))).toMatchObject({ ok: true })
      const reviewed = await readOn(3)
      expect(reviewed.found).toEqual(before.found)
      expect(reviewed.suggestion).toEqual(before.suggestion)
      expect(await caseOf(beijing, subject)).toMatchObject(counted)
      const rulings = await rulingsOf(owner, id)
      expect(await perform(upholdViolation, beijing, { id, version: await version(id), rulings }, by(4))).toMatchObject({ ok: true })
      expect((await readOn(5)).found).toEqual(before.found)
    })

    test.for(['dismissed', 'merged'] as const)('counts no more once that is %s', async (outcome) => {
      const { row, id, readOn } = await repeating()
      const { platformId, accountId, handle } = row
      const asked = { work: 'none', title: '', places: {}, seenOn: '2025-01-01', items: ['V12-04'], links: '' }
      const root = await filedReport({ ...on, at: days(1) }, cnsa, { ...asked, account: { platformId, accountId, handle } })
      expect(await perform(takeUp, beijing, { id, version: 1 }, by(2))).toMatchObject({ ok: true })
      const ended =
        outcome === 'merged'
          ? await perform(mergeViolation, beijing, { id, version: await version(id), into: root.number! }, by(3))
          : await perform(dismissViolation, beijing, { id, version: await version(id), reason: '没有看到。' }, by(3))
      expect(ended).toMatchObject({ ok: true })
      expect((await readOn(4)).found).toMatchObject({ occasion: { occurrence: 'first' }, earlier: [] })
    })

    test('makes another record a repetition while its bureau reviews it, and the page names it', async () => {
      const { row, id, counted } = await repeating()
      expect(await perform(takeUp, beijing, { id, version: 1 }, by(0))).toMatchObject({ ok: true })
      const [again] = await recorded({ ...on, at: days(1) }, kuaishou, beijing, row, [{ seenOn: '2026-11-05' }])
      const found = await one(kuaishou, (await penaltyOf(owner, again!.penaltyId)).number!)
      expect(found).toMatchObject({ reads: 'whole', reasons: { occurrence: 'repeat_within_90_days' }, earlier: counted.earlier })
    })
  })

  test('makes a recorded measure one for it, too: the page names the cases, and rows of one notice are none for each other', async () => {
    const account = await anAccount(on, kuaishou)
    const asRead = async (penaltyId: string) => {
      const found = await one(kuaishou, (await penaltyOf(owner, penaltyId)).number!)
      if (found?.reads !== 'whole') throw new Error('not read whole')
      return found
    }
    const inOne = await recorded(on, kuaishou, beijing, account, [{ seenOn: '2026-10-01' }, { seenOn: '2026-10-05' }])
    await inOneNotice(inOne.map(({ violationId }) => violationId))
    for (const { penaltyId } of inOne)
      expect(await asRead(penaltyId)).toMatchObject({ reasons: { occurrence: 'first', guided: 'P1:72' }, earlier: [] })
    const [later] = await recorded(on, kuaishou, beijing, account, [{ seenOn: '2026-11-02' }])
    const numbers = await owner.select({ number: violations.number }).from(violations).where(eq(violations.id, inOne[1]!.violationId))
    const repeated = {
      reasons: { occurrence: 'repeat_within_90_days' },
      earlier: [{ decidedAt: new Date('2026-10-05T00:00:00+08:00'), number: numbers[0]!.number, recorded: true }],
    }
    expect(await asRead(later!.penaltyId)).toMatchObject(repeated)
    await takenUpAndUpheld(on, beijing, inOne[1]!.violationId)
    expect(await asRead(later!.penaltyId)).toMatchObject(repeated)
  })

  test('is none by another account, by the same name on another platform, by a dismissed report or by one merged into this', async () => {
    const account = named()
    await upheldAccount({ ...on, at: days(-3) }, kuaishou, beijing, { account: named() })
    await upheldAccount({ ...on, at: days(-3) }, douyin, beijing, { account: { ...account, platformId: douyin.organizationId! } })
    const asked = { work: 'none', title: '', places: {}, seenOn: '2025-01-01', account, items: ['V12-04'], links: '' }
    const dismissed = await filedReport({ ...on, at: days(-3) }, kuaishou, asked)
    await perform(dismissViolation, beijing, { id: dismissed.id, version: dismissed.version, reason: '不实' }, { on: db, at: days(-2) })
    const root = await filedReport({ ...on, at: days(-2) }, kuaishou, asked)
    const child = await filedReport({ ...on, at: days(-1) }, cnsa, asked)
    await perform(mergeViolation, beijing, { id: child.id, version: child.version, into: root.number! }, { on: db, at: days(-1) })
    await perform(
      upholdViolation,
      beijing,
      { id: root.id, version: root.version, rulings: await rulingsOf(owner, root.id) },
      { on: db, at: decidedAt },
    )
    const [subject] = await owner.execute<{ id: string }>(
      sql`select account_id as id from violation_subjects where violation_id = ${root.id}`,
    )
    expect(await occurs({ violationId: root.id, accountId: subject!.id })).toBe('first')
  })

  test('is told to the account’s platform and the regulators of the report alone', async () => {
    const account = named()
    await upheldAccount({ ...on, at: days(-5) }, kuaishou, beijing, { account })
    const subject = await upheldAccount(on, kuaishou, beijing, { account })
    const told = (actor: Actor) =>
      look(
        actor,
        async (tx) =>
          [...(await tx.execute(sql`select * from earlier_findings(${subject.violationId}, ${subject.accountId}, '2020-01-01', false)`))]
            .length,
        db,
      )
    expect(await Promise.all([kuaishou, beijing, national].map(told))).toEqual([1, 1, 1])
    expect(await Promise.all([douyin, zhejiang, cnsa, holder, visitor].map(told))).toEqual([0, 0, 0, 0, 0])
  })

  test('a filer whose report names another platform’s account has nothing to decide; the account’s own platform has', async () => {
    const account = named(douyin)
    const subject = await upheldAccount(on, kuaishou, beijing, { account })
    const asked = (actor: Actor) => look(actor, (tx) => decisionAt(tx, actor, { report: subject.report.number! }, later(1)), db)
    expect(await asked(kuaishou)).toBeNull()
    expect(await asked(douyin)).toMatchObject({ found: { target: { kind: 'account', id: subject.accountId } } })
  })
})

describe('what is due', () => {
  let number = ''
  let violationNumber = ''
  beforeAll(async () => {
    const subject = await upheldAccount(on, cnsa, beijing, { account: accountNamed(kuaishou) })
    await owner
      .update(platformAccounts)
      .set({ operatorId: await operatorOf(owner, holder.organizationId!) })
      .where(eq(platformAccounts.id, subject.accountId))
    number = (await decisionsOn(owner, subject.accountId))[0]!.number!
    violationNumber = subject.report.number!
  })

  test('its platform reads whole, with the report that it rests on, and not who reported', async () => {
    const found = await one(kuaishou, number)
    expect(found).toMatchObject({
      reads: 'whole',
      penalty: { state: 'due', rung: null },
      guided: [{ rung: 'P1', parameter: '72', mandatory: true }],
      violation: { number: violationNumber },
      steps: ['impose', 'spare'],
    })
    for (const sealed of [cnsa.name, cnsa.organizationId!]) expect(JSON.stringify(found)).not.toContain(sealed)
    const filings = await look(
      kuaishou,
      (tx) =>
        tx.execute(sql`select 1 from violation_filings f join violations v on v.id = f.violation_id where v.number = ${violationNumber}`),
      db,
    )
    expect([...filings]).toEqual([])
  })

  test('its bureau and 总局 read too, and list it', async () => {
    for (const actor of [beijing, national]) {
      expect(await one(actor, number)).toMatchObject({ reads: 'whole', penalty: { state: 'due' } })
      expect(await numbersOf(look(actor, (tx) => decisionsDue(tx, actor, {}), db))).toContain(number)
    }
  })

  test.each([
    ['another platform', douyin],
    ['CNSA, whose report it was', cnsa],
    ['the account’s holder', holder],
    ['another bureau', zhejiang],
    ['the public', visitor],
  ])('%s reads nothing of it', async (_, actor) => {
    expect(await one(actor, number)).toBeNull()
    expect(await numbersOf(look(actor, (tx) => decisionsDue(tx, actor, {}), db))).not.toContain(number)
    expect(await numbersOf(shared(actor))).not.toContain(number)
  })
})

test('a permanent ban blocks its operator: its other accounts and mini-programs are pointed out, on any platform', async () => {
  const operator = await operatorOf(owner, stranger.organizationId!)
  const banned = await upheldAccount(on, kuaishou, beijing, { severity: 4 })
  const other = await upheldAccount(on, douyin, beijing)
  const foreign = await upheldAccount(on, douyin, beijing)
  for (const { accountId } of [banned, other])
    await owner.update(platformAccounts).set({ operatorId: operator }).where(eq(platformAccounts.id, accountId))
  const ask = (actor: Actor, ...ids: string[]) =>
    look(
      actor,
      (tx) =>
        blockedOperators(
          tx,
          ids.map((id) => ({ kind: 'account', id })),
        ),
      db,
    )
  expect(await ask(douyin, other.accountId)).toEqual([])
  const ofOperator = (actor: Actor) => look(actor, (tx) => blockedOperator(tx, operator), db)
  expect(await ofOperator(douyin)).toEqual([])
  const [ban] = await imposed({ ...on, at: later(1) }, kuaishou, banned, choosing('P9 P11'))
  expect(await ofOperator(kuaishou)).toMatchObject([{ operatorId: operator, number: ban!.number }])
  expect(await ofOperator(visitor)).toEqual([])
  expect(await ask(douyin, other.accountId, foreign.accountId)).toEqual([
    {
      subjectId: other.accountId,
      target: other.account.handle,
      operatorId: operator,
      operator: expect.any(String),
      creditCode: expect.stringMatching(/^[0-9A-Z]{18}$/),
      number: ban!.number,
      platform: null,
      since: expect.any(Date),
    },
  ])
  expect((await ask(national, other.accountId))[0]).toMatchObject({ platform: { shortName: '快手' } })
  const producer = (actor: Actor, id = stranger.organizationId!) => look(actor, (tx) => blockedProducer(tx, id), db)
  expect(await producer(beijing)).toMatchObject([{ subjectId: stranger.organizationId, operatorId: operator, number: ban!.number }])
  expect(await producer(douyin)).toMatchObject([{ platform: null }])
  expect(await producer(stranger)).toEqual([])
  expect(await producer(beijing, holder.organizationId!)).toEqual([])
  expect(await ask(kuaishou, banned.accountId)).toEqual([])
  expect(await ask(stranger, other.accountId)).toEqual([])
})

describe('a platform’s lists', () => {
  const taobao = as('compliance@taobao.example')
  const due = (filter = {}) => look(taobao, (tx) => decisionsDue(tx, taobao, filter), db)
  const dueOn = async (subject: { accountId: string }) =>
    (await decisionsOn(owner, subject.accountId)).find(({ state }) => state === 'due')!.number

  test('what is to decide: upheld on an own account, whoever reported it, and nothing decided; what is due first comes first', async () => {
    const second = await upheldAccount({ ...on, at: days(-2) }, taobao, zhejiang)
    const first = await upheldAccount({ ...on, at: days(-8) }, taobao, zhejiang)
    const done = await upheldAccount({ ...on, at: days(-7) }, taobao, zhejiang)
    await upheldAccount({ ...on, at: days(-6) }, taobao, zhejiang, { account: accountNamed(douyin) })
    const theirs = await upheldAccount({ ...on, at: days(-5) }, cnsa, zhejiang, { account: accountNamed(taobao) })
    await imposed({ ...on, at: later(1) }, taobao, done, choosing('P1:72'))
    expect(await numbersOf(due())).toEqual([await dueOn(first), await dueOn(theirs), await dueOn(second)])
    expect(await numbersOf(due({ q: second.account.handle }))).toEqual([await dueOn(second)])
    expect(await numbersOf(due({ targetKind: 'drama' }))).toEqual([])
    expect(await look(taobao, (tx) => ownCounts(tx, taobao), db)).toEqual({ due: 3, active: 1, ended: 0 })
    expect(await numbersOf(look(douyin, (tx) => decisionsDue(tx, douyin, {}), db))).not.toContain(await dueOn(first))
    const page = await look(taobao, (tx) => decisionsDue(tx, taobao, {}, 2), db)
    expect(await numbersOf(due({ after: page.next! }))).toEqual([await dueOn(second)])
  })

  test('active and ended, by rung and by name, page by page', async () => {
    const rows = []
    for (let at = 0; at < 4; at += 1) {
      const subject = await upheldAccount(on, taobao, zhejiang)
      rows.push(...(await imposed({ ...on, at: later(2 + at) }, taobao, subject, choosing('P6:7', { reason: '从重' }))))
    }
    const [a, b, c, d] = rows.map(({ number }) => number)
    await perform(revokePenalty, taobao, { id: rows[0]!.id, version: rows[0]!.version, reason: '更正' }, { on: db, at: later(9) })
    expect(await numbersOf(own(taobao, { standing: 'active', rung: 'P6' }))).toEqual([d, c, b])
    expect(await numbersOf(own(taobao, { standing: 'ended' }))).toEqual([a])
    expect(await numbersOf(own(taobao, { q: rows[2]!.targetName }))).toEqual([c])
    expect(await numbersOf(own(taobao, { q: '%' }))).toEqual([])
    const first = await look(taobao, (tx) => penaltiesOf(tx, taobao, { rung: 'P6' }, 2), db)
    expect(first.rows.map(({ number }) => number)).toEqual([d, c])
    expect(await numbersOf(look(taobao, (tx) => penaltiesOf(tx, taobao, { rung: 'P6', after: first.next! }, 2), db))).toEqual([b, a])
    expect(await numbersOf(own(zhejiang, { deviating: true }))).toEqual([d, c, b, a])
    expect((await own(zhejiang, { deviating: true, platformId: kuaishou.organizationId })).rows).toEqual([])
    expect(await numbersOf(shared(douyin, { rung: 'P6', standing: 'active' }))).toEqual([d, c, b])
    expect(await numbersOf(shared(taobao, { rung: 'P6', standing: 'active' }))).toEqual([])
  })

  test('what ends within a week: measures of some days, the nearest first, no guidance', async () => {
    const wechat = as('compliance@wechat.example')
    const guangdong = as('liang.yu@guangdong.example')
    const subject = await upheldAccount(on, wechat, guangdong)
    const [guidance, mute] = await imposed({ ...on, at: later(0) }, wechat, subject, choosing('P1:72 P5:7 P4:3 P6:15', { reason: '从重' }))
    const soon = (hours: number) => look(wechat, (tx) => endingSoon(tx, wechat, later(hours)), db)
    expect((await soon(1)).map(({ rung }) => rung)).toEqual(['P4', 'P5'])
    expect((await soon(24 * 8)).map(({ rung }) => rung)).toEqual(['P6'])
    expect([guidance!.rung, mute!.rung]).toEqual(['P1', 'P4'])
    expect(await look(douyin, (tx) => endingSoon(tx, douyin, later(1)), db)).toEqual([])
  })
})
