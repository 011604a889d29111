import { eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import {
  blacklistClauses,
  blacklistNames,
  blacklistProposals,
  blacklistSubjects,
  dramas,
  events,
  eventWords,
  takedownOrders,
  waiting,
} from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { aListedEntry, anUpheldReport, aProposal, aVerifiedEntry, aWork, BEIJING_ID, entryOf, scopeSeenBy } from '@/db/testing/listings'
import { consequences } from '../consequences'
import { type Actor, mintActor } from '../kernel/actor'
import { newId } from '../kernel/id'
import { listedNear } from '../matching/queries'
import { look, perform } from '../perform'
import { approveEntry, liftEntry } from './commands/approve'
import { proposeEntry, withdrawProposal } from './commands/propose'
import { declineEntry, dismissProposal, verifyEntry } from './commands/verify'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const moderator = as('he.shan@douyin.example')
const cnsa = as('fang.zheng@cnsa.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const zhou = as('zhou.min@nrta.example')
const gao = as('gao.yuan@nrta.example')
const creator = as('wu.tong@yehang.example')
const hands = { proposer: kuaishou, verifier: beijing, approver: zhou }

const act = <I, T, C extends string>(command: Parameters<typeof perform<I, T, C>>[0], actor: Actor, input: I, key?: string) =>
  perform(command, actor, input, { on: db, ...(key && { key }) })
/** Another member of the same organization with the same duties. */
const another = (actor: Actor) => mintActor({ ...actor, memberId: newId(), name: '另一人' })
const proposal = (violationId: string, dramaIds: string[], over: object = {}) => ({
  violationId,
  codes: ['V04-02', 'V10-05'],
  dramaIds,
  miniProgramIds: [] as string[],
  names: ['夜宴', '夜宴之局', '（快手）网微剧备字（2026）第004127号'],
  reason: '拒不整改，多平台扩散',
  ...over,
})
const approval = async (id: string, actor = zhou, over: object = {}) => ({
  id,
  version: 2,
  checked: 'on' as const,
  remark: '依据充分',
  ...(await scopeSeenBy(on, actor, id)),
  ...over,
})
const waits = (id: string) => owner.select().from(waiting).where(eq(waiting.subjectId, id))

const other = await aProposal(on, { proposer: douyin })
const work = await aWork(on)
const unseen = await aWork(on, { publicSince: null })
const upheld = await anUpheldReport(on, kuaishou, work.id)
const light = await anUpheldReport(on, kuaishou, work.id, { codes: ['V04-05'] })
const open = await anUpheldReport(on, kuaishou, work.id)
await owner.execute(sql`update violations set state = 'filed', outcome = null where id = ${open}`)
const proposed = await aProposal(on, { proposer: kuaishou })
const verify = { id: proposed.id, version: 1, severity: 3, dramaIds: [proposed.dramaId], miniProgramIds: [], remark: '属实' }
const verified = await aVerifiedEntry(on, hands)
const input = await approval(verified.id)

describe('a proposal', () => {
  test('opens an entry with its basis, scope and names, for the bureau to verify within two hours at severity 4', async () => {
    const work = await aWork(on, { title: '夜宴', aliases: ['夜宴之局'] })
    const violationId = await anUpheldReport(on, kuaishou, work.id)
    const before = await lastEvent(owner)
    const outcome = await act(proposeEntry, kuaishou, proposal(violationId, [work.id]))
    expect(outcome).toMatchObject({ ok: true, value: { number: expect.stringMatching(/^HM-\d{4}-\d{4}$/) } })
    expect(await eventsSince(owner, before)).toEqual(['blacklist.proposed'])
    const { id } = (outcome as { value: { id: string } }).value
    expect(await entryOf(owner, id)).toMatchObject({
      state: 'proposed',
      title: '夜宴',
      severity: 4,
      severityProposed: 4,
      proposedBy: kuaishou.memberId,
      bureauId: BEIJING_ID,
    })
    expect(await owner.select().from(blacklistProposals).where(eq(blacklistProposals.entryId, id))).toMatchObject([
      { violationId, proposerId: kuaishou.organizationId, first: true, proposedByName: '李宁' },
    ])
    expect(
      (await owner.select().from(blacklistClauses).where(eq(blacklistClauses.entryId, id)))
        .map(({ code, severity }) => `${code} ${severity}`)
        .sort(),
    ).toEqual(['V04-02 3', 'V10-05 4'])
    expect(await owner.select().from(blacklistNames).where(eq(blacklistNames.entryId, id))).toHaveLength(3)
    const [row] = await waits(id)
    expect(row).toMatchObject({
      step: 'verify',
      organizationId: BEIJING_ID,
      duties: ['province.reviewer', 'national.reviewer'],
      severity: 4,
    })
    expect(new Date(row!.dueAt).getTime() - row!.since.getTime()).toBe(2 * 3_600_000)
  })

  test('may come from CNSA, and from whoever filed a report that was merged into the upheld one', async () => {
    const work = await aWork(on)
    const root = await anUpheldReport(on, kuaishou, work.id)
    const child = await anUpheldReport(on, douyin, work.id, { rootId: root })
    await owner.execute(sql`delete from violation_clauses where violation_id = ${child}`)
    expect(await act(proposeEntry, douyin, proposal(child, [work.id]))).toMatchObject({ ok: true })
    expect(await act(proposeEntry, cnsa, proposal(root, [work.id]))).toMatchObject({ ok: true })
    expect(await owner.select().from(blacklistProposals).where(eq(blacklistProposals.violationId, root))).toMatchObject([
      { proposerId: cnsa.organizationId, first: false },
    ])
  })

  test('joins the entry on which the work stands already, sealed as that is', async () => {
    const first = await aProposal(on, { proposer: kuaishou })
    const violationId = await anUpheldReport(on, douyin, first.dramaId, { codes: ['V04-02'] })
    const before = await lastEvent(owner)
    const outcome = await act(proposeEntry, douyin, proposal(violationId, [first.dramaId], { codes: ['V04-02'] }))
    expect(outcome).toMatchObject({ ok: true, value: { id: first.id, number: (await entryOf(owner, first.id)).number } })
    expect(await eventsSince(owner, before)).toEqual(['blacklist.supported'])
    expect(await entryOf(owner, first.id)).toMatchObject({ state: 'proposed', version: 1, severity: 4 })
    expect(await act(proposeEntry, another(douyin), proposal(violationId, [first.dramaId], { codes: ['V04-02'] }))).toMatchObject({
      ok: false,
      code: 'already_proposed',
    })
  })

  test('of twenty at once opens one entry, which the others join or have proposed already', async () => {
    const work = await aWork(on)
    const reports = await Promise.all([kuaishou, douyin].map((filer) => anUpheldReport(on, filer, work.id)))
    const before = await lastEvent(owner)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => act(proposeEntry, another(i % 2 ? douyin : kuaishou), proposal(reports[i % 2]!, [work.id]))),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual([
      ...Array(18).fill('already_proposed'),
      'ok',
      'ok',
    ])
    expect((await eventsSince(owner, before)).sort()).toEqual(['blacklist.proposed', 'blacklist.supported'])
    expect(await owner.select().from(blacklistSubjects).where(eq(blacklistSubjects.dramaId, work.id))).toHaveLength(1)
  })

  test('that was submitted twenty times with one key is opened once and answered twenty times alike', async () => {
    const work = await aWork(on)
    const violationId = await anUpheldReport(on, kuaishou, work.id)
    const key = newId()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => act(proposeEntry, kuaishou, proposal(violationId, [work.id]), key)))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toHaveLength(1)
    expect(outcomes[0]).toMatchObject({ ok: true, value: { number: expect.stringMatching(/^HM-/) } })
  })

  test('after a lift says which entry came before', async () => {
    const listed = await aListedEntry(on, hands)
    await act(liftEntry, gao, { id: listed.id, version: 3, reason: '整改后的新版本已过审' })
    const again = await aProposal(on, { proposer: douyin }, { dramaId: listed.dramaId })
    expect(await entryOf(owner, again.id)).toMatchObject({ previousEntryId: listed.id })
  })

  test.for([
    ['not_yours', moderator, proposal(upheld, [work.id])],
    ['not_yours', beijing, proposal(upheld, [work.id])],
    ['not_found', douyin, proposal(upheld, [work.id])],
    ['not_found', kuaishou, proposal(open, [work.id])],
    ['not_found', kuaishou, proposal(newId(), [work.id])],
    ['item_unknown', kuaishou, proposal(upheld, [work.id], { codes: ['V01-01'] })],
    ['severity_too_low', kuaishou, proposal(light, [work.id], { codes: ['V04-05'] })],
    ['report_work_missing', kuaishou, proposal(upheld, [other.dramaId])],
    ['work_unknown', kuaishou, proposal(upheld, [work.id, newId()])],
    ['work_unknown', kuaishou, proposal(upheld, [work.id, unseen.id])],
    ['work_on_other_entry', kuaishou, proposal(upheld, [work.id, other.dramaId])],
  ] as const)('%s writes nothing', async ([code, actor, input]) => {
    const before = await remembered(owner)
    expect(await act(proposeEntry, actor, input)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('is withdrawn by its proposer alone, and frees the work', async () => {
    const { id, dramaId } = await aProposal(on, { proposer: kuaishou })
    const before = await remembered(owner)
    expect(await act(withdrawProposal, douyin, { id, version: 1, reason: null })).toMatchObject({ ok: false, code: 'not_found' })
    expect(await act(withdrawProposal, cnsa, { id, version: 1, reason: null })).toMatchObject({ ok: false, code: 'not_found' })
    expect(await act(withdrawProposal, kuaishou, { id, version: 2, reason: null })).toMatchObject({ ok: false, code: 'stale' })
    expect(await remembered(owner)).toEqual(before)
    expect(await act(withdrawProposal, kuaishou, { id, version: 1, reason: '重复提请' })).toMatchObject({ ok: true })
    expect(await entryOf(owner, id)).toMatchObject({ state: 'withdrawn' })
    expect(await waits(id)).toEqual([])
    expect(await aProposal(on, { proposer: douyin }, { dramaId })).toMatchObject({ dramaId })
  })
})

describe('a verification', () => {
  test('sets the severity with its reason, which stays on the page for whoever sees the case, and hands on to 总局', async () => {
    const { id, dramaId } = await aProposal(on, { proposer: kuaishou })
    expect(await waits(id)).toMatchObject([{ step: 'verify', apart: [kuaishou.memberId] }])
    const alias = await aWork(on)
    const outcome = await act(verifyEntry, beijing, {
      id,
      version: 1,
      severity: 3,
      dramaIds: [dramaId, alias.id],
      miniProgramIds: [],
      remark: '首次拒改，已停止投流，定 3 级',
    })
    expect(outcome).toMatchObject({ ok: true })
    expect(await entryOf(owner, id)).toMatchObject({
      state: 'verified',
      severity: 3,
      severityProposed: 4,
      verifiedBy: beijing.memberId,
      version: 2,
    })
    const [said] = await owner
      .select({ words: eventWords.words, audience: eventWords.audience })
      .from(eventWords)
      .innerJoin(events, eq(events.id, eventWords.eventId))
      .where(sql`${events.subjectId} = ${id} and ${events.name} = 'blacklist.verified'`)
    expect(said).toEqual({ words: '首次拒改，已停止投流，定 3 级', audience: 'case' })
    expect(
      (await owner.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, id))).map(({ chosen }) => chosen).sort(),
    ).toEqual(['report', 'verification'])
    expect(await waits(id)).toMatchObject([
      { step: 'approve', duties: ['national.approver'], severity: 3, apart: [kuaishou.memberId, beijing.memberId] },
    ])
  })

  test('takes the names of what it leaves out along, but not those that another work carries or that were given', async () => {
    const [guilty, innocent] = [
      await aWork(on, { aliases: ['同有此名'] }),
      await aWork(on, { title: '山城来信', aliases: ['寄自山城', '同有此名', '另行给出'] }),
    ]
    const report = await anUpheldReport(on, kuaishou, guilty.id)
    const opened = await act(proposeEntry, kuaishou, proposal(report, [guilty.id, innocent.id], { names: ['另行给出'] }))
    const { id } = opened.ok ? opened.value : expect.fail()
    expect(await act(verifyEntry, beijing, { ...verify, id: id!, severity: 4, dramaIds: [guilty.id] })).toMatchObject({ ok: true })
    expect(await act(approveEntry, zhou, await approval(id!))).toMatchObject({ ok: true })
    const names = await owner.select().from(blacklistNames).where(eq(blacklistNames.entryId, id!))
    expect(names.map(({ name }) => name).sort()).toEqual([guilty.title, '另行给出', '同有此名'].sort())
    expect(names.every(({ active }) => active)).toBe(true)
    expect(await look(douyin, (tx) => listedNear(tx, { title: '山城来信' }), db)).toEqual([])
  })

  test.for([
    ['not_found', zhejiang, verify],
    ['not_yours', kuaishou, verify],
    ['not_yours', gao, verify],
    ['same_person', mintActor({ ...beijing, memberId: kuaishou.memberId }), verify],
    ['stale', beijing, { ...verify, version: 2 }],
    ['severity_too_low', beijing, { ...verify, severity: 2 }],
    ['severity_reason_missing', beijing, { ...verify, remark: null }],
    ['report_work_missing', beijing, { ...verify, dramaIds: [other.dramaId] }],
    ['work_on_other_entry', beijing, { ...verify, dramaIds: [proposed.dramaId, other.dramaId] }],
    ['work_unknown', beijing, { ...verify, dramaIds: [proposed.dramaId, newId()] }],
  ] as const)('%s writes nothing', async ([code, actor, input]) => {
    const before = await remembered(owner)
    expect(await act(verifyEntry, actor, input as Parameters<typeof verifyEntry>[1])).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('or a dismissal with its reason ends the matter, and frees the work', async () => {
    const mine = await aProposal(on, { proposer: kuaishou })
    expect(await act(dismissProposal, zhejiang, { id: mine.id, version: 1, reason: '依据不足' })).toMatchObject({
      ok: false,
      code: 'not_found',
    })
    expect(await act(dismissProposal, beijing, { id: mine.id, version: 1, reason: '依据不足' })).toMatchObject({ ok: true })
    expect(await entryOf(owner, mine.id)).toMatchObject({ state: 'declined' })
    expect(await owner.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, mine.id))).toMatchObject([{ active: false }])
  })
})

describe('an approval', () => {
  test('lists the entry, orders every platform, marks the work, and all of it is one act', async () => {
    const { id, dramaId } = await aVerifiedEntry(on, hands)
    const before = await lastEvent(owner)
    expect(await act(approveEntry, zhou, await approval(id))).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['blacklist.approved', ...Array(5).fill('takedown.issued')])
    expect(await entryOf(owner, id)).toMatchObject({ state: 'listed', approvedBy: zhou.memberId, version: 3 })
    const orders = await owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, id))
    expect(orders).toHaveLength(5)
    expect(new Set(orders.map(({ platformId }) => platformId)).size).toBe(5)
    for (const order of orders)
      expect(order).toMatchObject({ state: 'issued', approvedBy: zhou.memberId, number: expect.stringMatching(/^XJ-/), severity: 3 })
    expect(orders[0]!.orderedDueAt.getTime() - orders[0]!.openedAt.getTime()).toBe(24 * 3_600_000)
    expect((await owner.select().from(dramas).where(eq(dramas.id, dramaId)))[0]).toMatchObject({ listedCount: 1 })
    expect(await owner.select().from(blacklistNames).where(eq(blacklistNames.entryId, id))).toMatchObject([
      { active: true },
      { active: true },
    ])
    expect(
      (
        await owner
          .select()
          .from(waiting)
          .where(sql`${waiting.noun} = 'takedown' and ${waiting.subjectId} in (select id from takedown_orders where entry_id = ${id})`)
      ).every(({ number }) => number?.startsWith('XJ-')),
    ).toBe(true)
  })

  test('at severity 4 gives two hours', async () => {
    const { id } = await aListedEntry(on, hands, { severity: 4 })
    const [order] = await owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, id))
    expect(order!.orderedDueAt.getTime() - order!.openedAt.getTime()).toBe(2 * 3_600_000)
  })

  test.for([
    ['not_yours', beijing, input],
    ['not_yours', kuaishou, input],
    ['same_person', mintActor({ ...zhou, memberId: beijing.memberId }), input],
    ['same_person', mintActor({ ...zhou, memberId: kuaishou.memberId }), input],
    ['stale', zhou, { ...input, version: 1 }],
    ['wrong_state', zhou, { ...input, id: proposed.id, version: 1 }],
    ['not_found', zhou, { ...input, id: newId() }],
    ['not_found', zhejiang, input],
    ['scope_changed', zhou, { ...input, scope: 'another' }],
  ] as const)('%s writes nothing', async ([code, actor, sent]) => {
    const before = await remembered(owner)
    expect(await act(approveEntry, actor, sent)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('is refused where what it hits has changed since the page was rendered, and says how', async () => {
    const entry = await aVerifiedEntry(on, hands)
    const seen = await approval(entry.id)
    await owner.execute(
      sql`insert into placements (id, drama_id, platform_id, address, seen_at) values (${newId()}, ${entry.dramaId}, ${kuaishou.organizationId}, 'https://v.example/1', now())`,
    )
    const before = await remembered(owner)
    expect(await act(approveEntry, zhou, seen)).toMatchObject({
      ok: false,
      code: 'scope_changed',
      params: { before: '1·80·0·0·5·0·0·0', after: '1·80·1·0·5·0·0·0' },
    })
    expect(await remembered(owner)).toEqual(before)
    expect(await act(approveEntry, zhou, await approval(entry.id))).toMatchObject({ ok: true })
  })

  test.for<['title' | 'aliases', Partial<typeof dramas.$inferInsert>]>([
    ['title', { title: '清风徐来' }],
    ['aliases', { aliases: ['清风'] }],
  ])('is refused where the %s of a work moved meanwhile; then it lists the work by both', async ([, face]) => {
    const { id, dramaId } = await aVerifiedEntry(on, hands)
    const seen = await approval(id)
    await owner.update(dramas).set(face).where(eq(dramas.id, dramaId))
    expect(await act(approveEntry, zhou, seen)).toMatchObject({ ok: false, code: 'scope_changed' })
    const before = await owner.$count(blacklistNames, eq(blacklistNames.entryId, id))
    expect(await act(approveEntry, zhou, await approval(id))).toMatchObject({ ok: true })
    const names = await owner.select().from(blacklistNames).where(eq(blacklistNames.entryId, id))
    expect(names).toHaveLength(before + 1)
    expect(names.every(({ active }) => active)).toBe(true)
  })

  test('of twenty at once lands once', async () => {
    const entry = await aVerifiedEntry(on, hands)
    const sent = await approval(entry.id)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => act(approveEntry, another(zhou), sent)))
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual(['ok', ...Array(19).fill('stale')])
    expect(await owner.$count(takedownOrders, eq(takedownOrders.entryId, entry.id))).toBe(5)
  })

  afterEach(() => {
    consequences['takedown.issued'] = undefined
  })
  test('is taken back whole where a consequence fails, and so are the numbers', async () => {
    const entry = await aVerifiedEntry(on, hands)
    const sent = await approval(entry.id)
    const before = await remembered(owner)
    let issued = 0
    consequences['takedown.issued'] = [
      () => ((issued += 1) === 5 ? Promise.reject<undefined>(new Error('the fifth order')) : Promise.resolve()),
    ]
    await expect(act(approveEntry, zhou, sent)).rejects.toThrow('the fifth order')
    expect(await remembered(owner)).toEqual(before)
  })

  test('the database itself wants three persons, and another one for a lift', async () => {
    const entry = await aVerifiedEntry(on, hands)
    const force = (set: string) => owner.execute(sql.raw(`update blacklist_entries set ${set} where id = '${entry.id}'`))
    const sign = (set: string) => owner.execute(sql.raw(`update blacklist_hands set ${set} where entry_id = '${entry.id}'`))
    const broken = { cause: { constraint_name: 'blacklist_three_people' } }
    await expect(sign('verified_by = proposed_by')).rejects.toMatchObject(broken)
    await expect(sign('approved_by = proposed_by')).rejects.toMatchObject(broken)
    await expect(sign('approved_by = verified_by')).rejects.toMatchObject(broken)
    await expect(sign(`approved_by = '${zhou.memberId}', lifted_by = '${zhou.memberId}'`)).rejects.toMatchObject(broken)
    const incomplete = { cause: { constraint_name: 'blacklist_hands_complete' } }
    await expect(force("state = 'listed'")).rejects.toMatchObject(incomplete)
    await expect(sign('verified_by = null')).rejects.toMatchObject(incomplete)
    await expect(owner.execute(sql.raw(`delete from blacklist_hands where entry_id = '${entry.id}'`))).rejects.toMatchObject(incomplete)
    await expect(force('severity = 2')).rejects.toMatchObject({ cause: { constraint_name: 'blacklist_severity_known' } })
    const twin = `insert into blacklist_subjects (entry_id, drama_id, active) select id, '${entry.dramaId}', true from blacklist_entries where id <> '${entry.id}' limit 1`
    await expect(owner.execute(sql.raw(twin))).rejects.toMatchObject({ cause: { constraint_name: 'one_active_entry_per_drama' } })
  })

  test('or 总局 declines with a reason, apart from the proposer', async () => {
    const entry = await aVerifiedEntry(on, hands)
    expect(await act(declineEntry, beijing, { id: entry.id, version: 2, reason: '证据不足' })).toMatchObject({
      ok: false,
      code: 'not_yours',
    })
    expect(
      await act(declineEntry, mintActor({ ...zhou, memberId: kuaishou.memberId }), { id: entry.id, version: 2, reason: '证据不足' }),
    ).toMatchObject({ ok: false, code: 'same_person' })
    expect(await act(declineEntry, zhou, { id: entry.id, version: 2, reason: '证据不足' })).toMatchObject({ ok: true })
    expect(await entryOf(owner, entry.id)).toMatchObject({ state: 'declined' })
    expect(await aProposal(on, { proposer: kuaishou }, { dramaId: entry.dramaId })).toMatchObject({ dramaId: entry.dramaId })
  })
})

describe('a lift', () => {
  test('by another approver withdraws the orders that still run and clears the work', async () => {
    const { id, dramaId } = await aListedEntry(on, hands)
    expect(await act(liftEntry, zhou, { id, version: 3, reason: '新版本已过审' })).toMatchObject({ ok: false, code: 'same_person' })
    expect(await act(liftEntry, creator, { id, version: 3, reason: '新版本已过审' })).toMatchObject({
      ok: false,
      code: expect.stringMatching(/not_/),
    })
    const before = await lastEvent(owner)
    expect(await act(liftEntry, gao, { id, version: 3, reason: '新版本已过审' })).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['blacklist.lifted', ...Array(5).fill('takedown.withdrawn')])
    expect(await entryOf(owner, id)).toMatchObject({ state: 'lifted', liftedBy: gao.memberId })
    expect((await owner.select().from(dramas).where(eq(dramas.id, dramaId)))[0]).toMatchObject({ listedCount: 0 })
    expect(await owner.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, id))).toMatchObject([{ active: false }])
    expect(
      await owner.execute(sql`select 1 from waiting w join takedown_orders o on o.id = w.subject_id where o.entry_id = ${id}`),
    ).toHaveLength(0)
  })

  test('and an answer at the same instant end in one of two ways, never in both', async () => {
    const { answerOrder } = await import('../takedown/commands/answer')
    const { id } = await aListedEntry(on, hands)
    const [order] = await owner
      .select()
      .from(takedownOrders)
      .where(sql`${takedownOrders.entryId} = ${id} and ${takedownOrders.platformId} = ${kuaishou.organizationId}`)
    const [lifted, answered] = await Promise.all([
      act(liftEntry, gao, { id, version: 3, reason: '新版本已过审' }),
      act(answerOrder, kuaishou, { id: order!.id, version: 1, answer: 'removed', episodeCount: 80, links: [] }),
    ])
    expect(lifted.ok).toBe(true)
    const [after] = await owner.select().from(takedownOrders).where(eq(takedownOrders.id, order!.id))
    expect(after!.state).toBe(answered.ok ? 'removed' : 'withdrawn')
  })
})
