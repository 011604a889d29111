import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { withdrawBatch } from '../../lib/batch/commands/run'
import type { Grid } from '../../lib/batch/rules/grid'
import { proposeEntry, withdrawProposal } from '../../lib/blacklist/commands/propose'
import { verifyEntry } from '../../lib/blacklist/commands/verify'
import { findBreach, findClean } from '../../lib/inspection/commands/sheet'
import { type Actor, clock } from '../../lib/kernel/actor'
import { addHours, dayOf } from '../../lib/kernel/time'
import { imposePenalty } from '../../lib/penalty/commands/decide'
import { liftPenalty, revokePenalty } from '../../lib/penalty/commands/end'
import { perform } from '../../lib/perform'
import { recordBatches } from '../../lib/process/worker/batch'
import { refuseUnmended } from '../../lib/rectification/commands/end'
import { orderOnReport } from '../../lib/rectification/commands/order'
import { acceptRectification } from '../../lib/rectification/commands/rule'
import { answerOrder } from '../../lib/takedown/commands/answer'
import { answerInput } from '../../lib/takedown/input'
import { dismissViolation, reassignViolation } from '../../lib/violation/commands/decide'
import { withdrawViolation } from '../../lib/violation/commands/file'
import { takeUp } from '../../lib/violation/commands/record'
import type { Db } from '../client'
import { batches, blacklistEntries, dramas, penalties, takedownOrders, violationSubjects, violations } from '../schema'
import { NOTICE_HEAD } from '../seed/notice'
import { aReadBatch, aRunningBatch, rowsOf } from './batches'
import { aFrozenFrame, anActivePlan, aPicture, someMiniPrograms } from './inspections'
import { aListedEntry, anUpheldReport, aProposal, aWork, entryOf } from './listings'
import { choosing, imposed, upheldAccount, upheldMiniProgram, upheldWork } from './penalties'
import { takenUpAndUpheld } from './records'
import { handedIn } from './rectifications'
import { filedReport, upheldReport } from './reports'

type On = { db: Db; owner: Db }
type People = (email: string) => Actor

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let at = seed >>> 0
  return () => {
    at = (at + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(at ^ (at >>> 15), at | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

let files = 0
/** What a platform records of each kind of subject, with every measure that there is for it: kind, item, rung, parameter. */
const RECORDED = [
  ...['P1 72', 'P3', 'P4 7'].map((done) => `微短剧 V04-02 ${done}`),
  ...['P1 72', 'P2'].map((done) => `剧集 V04-02 ${done}`),
  ...['P1 72', 'P4 7', 'P7 7', 'P8 下架', 'P9'].map((done) => `小程序 V04-03 ${done}`),
  ...['P1 72', 'P4 3', 'P5 3', 'P6 7', 'P7 7', 'P9'].map((done) => `账号 V04-03 ${done}`),
]
/** A file with a row for each of these in any order; its works and episodes are one work, whose sizes some of the rows know. */
function aFile(random: () => number): Grid {
  const code = `R${(files += 1)}`
  const seenOn = dayOf(addHours(new Date(), -24 * Math.floor(random() * 14)))
  const rows = RECORDED.map((one, at) => {
    const [kind, item, rung, parameter = ''] = one.split(' ')
    const isWork = kind === '微短剧'
    const isPart = kind === '剧集'
    const name = isWork || isPart ? `同一部剧${code}` : `小程序${code}${at}`
    const [number, handle] = isWork || isPart ? ['', ''] : [`${code}-${at}`, `号${code}${at}`]
    const sizes = isWork && random() < 0.7 ? ['80', '120'] : isPart ? ['', random() < 0.7 ? '2' : ''] : ['', '']
    const asked = random() < 0.2 && isWork ? ['上线前', '', '', ''] : ['上线后', rung!, parameter, seenOn]
    return [
      `${code}-${at}`, kind!, kind === '账号' ? '' : name, number, kind === '账号' ? handle : '', '', isPart ? String(1 + Math.floor(random() * 2)) : '',
      item!, seenOn, '随机', ...asked, '', ...sizes, '',
    ] // biome-ignore format: a row of the table
  })
  return gridOf(rows.toSorted(() => random() - 0.5))
}

const gridOf = (rows: readonly (readonly string[])[]): Grid => ({
  format: 'xlsx',
  sheet: null,
  epoch: 1900,
  rows: [[...NOTICE_HEAD], ...rows].map((cells, i) => ({ line: i + 1, cells: cells.map((text) => text || null) })),
})

/** A file with one row: a work whose size nobody knows is removed. */
function aSizelessWork(): Grid {
  const [seenOn, code] = [dayOf(new Date()), `S${(files += 1)}`]
  return gridOf([[code, '微短剧', `无人数过${code}`, '', '', '', '', 'V04-02', seenOn, '随机', '上线后', 'P3', '', seenOn, '', '', '', '']])
}

/** A file with one row: this account has refused to mend. */
function aRefusal({ accountId, handle }: { accountId: string; handle: string }): Grid {
  const seenOn = dayOf(new Date())
  const row = [
    `J${(files += 1)}`, '账号', '', accountId, handle, '', '', 'V10-05', seenOn, '到期没有提交整改', '上线后', 'P6', '30', seenOn, '', '', '', '',
  ] // biome-ignore format: a row of the table
  return gridOf([row])
}

/** Cases that count already, and what happens to them afterwards: a proposed work is left out, a record goes to another bureau, a work's size becomes known. */
export async function countedAlready(on: On, people: People, platform: Actor) {
  const [beijing, zhejiang] = [people('chen.li@beijing.example'), people('he.qing@zhejiang.example')]
  const through = { on: on.db }
  const [kept, left] = [await aWork(on), await aWork(on)]
  const violationId = await anUpheldReport(on, platform, kept.id)
  const proposal = { violationId, codes: ['V04-02'], dramaIds: [kept.id, left.id], miniProgramIds: [], names: [], reason: '随机' }
  const proposed = await sure(perform(proposeEntry, platform, proposal, through))
  const [passedOn, counted] = [await recordedIn(on, platform, aSizelessWork()), await recordedIn(on, platform, aSizelessWork())]
  return async () => {
    const verified = { id: proposed.id, version: 1, severity: 3, dramaIds: [kept.id], miniProgramIds: [], remark: null }
    await sure(perform(verifyEntry, beijing, verified, through))
    await sure(perform(takeUp, beijing, { id: passedOn, version: 1 }, through))
    const to = { id: passedOn, version: 2, bureauId: zhejiang.organizationId!, reason: '属浙江管辖' }
    await sure(perform(reassignViolation, beijing, to, through))
    const { dramaId } = await subjectOf(on, counted)
    await on.owner.update(dramas).set({ episodeCount: 80, totalSeconds: 7080 }).where(eq(dramas.id, dramaId!))
    await takenUpAndUpheld(on, beijing, counted)
  }
}

async function sure<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string }>) {
  const found = await outcome
  if (!found.ok) throw new Error(`refused: ${found.code}`)
  return found.value
}

const subjectOf = async ({ owner }: On, violationId: string) =>
  (await owner.select().from(violationSubjects).where(eq(violationSubjects.violationId, violationId)))[0]!

async function recordedIn(on: On, platform: Actor, file: Grid): Promise<string> {
  const { id } = await aRunningBatch(on, platform, file)
  await recordBatches({ on: on.db })
  return (await rowsOf(on.owner, id))[0]!.violationId!
}

/**
 * What figures count and what takes it back, each kind once before any comes again, in an order at random. Gives what was done; a
 * refusal is as good as an act.
 */
export function happenings(on: On, people: People, random: () => number): () => Promise<string> {
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!
  const platforms = ['compliance@kuaishou.example', 'compliance@douyin.example'].map(people)
  const [beijing, approver] = [people('chen.li@beijing.example'), people('gao.yuan@nrta.example')]
  const monitors: [Actor, Actor] = [people('fang.zheng@cnsa.example'), people('xu.qing@cnsa.example')]
  const through = { on: on.db }
  const platform = () => pick(platforms)
  const holderOf = (id: string | null | undefined) => platforms.find(({ organizationId }) => organizationId === id)
  /** One of these cases, in the order in which they began. */
  const one = <T extends { id: string }>(rows: readonly T[]) => (rows.length ? pick(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) : null)
  async function mending(at?: Date) {
    const filer = platform()
    const report = await upheldReport({ ...on, at }, filer, beijing, { work: (await aWork(on)).id, seenOn: '2023-12-01' })
    const tasks = [{ code: 'V04-02', what: '剪去片头擦边镜头', episode: 12, startSecond: 38, endSecond: 62, field: 'tasks' }]
    const order = { violationSubjectId: (await subjectOf(on, report.id)).id, platformId: filer.organizationId, hours: 72, tasks }
    const ordered = await perform(orderOnReport, beijing, order, { ...through, at })
    if (!ordered.ok) throw new Error(`refused: ${ordered.code}`)
    return { filer, id: ordered.value.id }
  }
  const doings: Record<string, () => Promise<unknown>> = {
    report: () => filedReport(on, platform(), { title: `举报 ${random()}` }),
    withdraw: async () => {
      const report = one(await on.owner.select().from(violations).where(eq(violations.state, 'filed')))
      const filer = holderOf(report && (await filerOf(on, report.id)))
      return report && filer && perform(withdrawViolation, filer, { id: report.id, version: report.version, reason: null }, through)
    },
    uphold: () => upheldReport(on, platform(), beijing, { title: `查实 ${random()}`, stage: pick(['before_airing', 'after_airing']) }),
    penalize: async () => {
      const by = platform()
      await imposed(on, by, await upheldAccount(on, by, beijing), choosing(pick(['P4:3', 'P5:3', 'P6:7', 'P9']), { reason: '随机' }))
      return imposed(on, by, await upheldAccount(on, by, beijing), choosing('P11', { reason: '随机' }))
    },
    remove_episode: async () => {
      const by = platform()
      const target = await upheldWork(on, by, beijing)
      return perform(imposePenalty, by, { ...target, episodes: [12], ...choosing('P2', { reason: '只涉及一集' }) }, through)
    },
    mini_program: async () => {
      const by = platform()
      for (const rung of [pick(['P4:7', 'P7:7', 'P8:suspend', 'P9']), 'P10', 'P11']) {
        const target = await upheldMiniProgram(on, by, beijing)
        await perform(imposePenalty, by, { ...target, episodes: [], ...choosing(rung, { reason: '随机' }) }, through)
      }
    },
    revoke: async () => {
      const penalty = one(
        await on.owner
          .select()
          .from(penalties)
          .where(and(eq(penalties.state, 'active'), eq(penalties.rung, 'P6'))),
      )
      const holder = holderOf(penalty?.platformId)
      return penalty && holder && perform(revokePenalty, holder, { id: penalty.id, version: penalty.version, reason: '误封' }, through)
    },
    record: async () => {
      await aRunningBatch(on, platform(), aFile(random))
      await recordBatches({ on: on.db, size: 7 })
    },
    take_back: async () => {
      const batch = one(await on.owner.select().from(batches).where(eq(batches.state, 'done')))
      const holder = random() < 0.5 ? null : holderOf(batch?.filerId)
      return batch && holder && perform(withdrawBatch, holder, { id: batch.id, version: batch.version }, through)
    },
    take_up: async () => {
      const rows = await on.owner
        .select()
        .from(violations)
        .where(and(eq(violations.state, 'recorded'), eq(violations.bureauId, beijing.organizationId!), isNotNull(violations.number)))
      const [upheld, dismissed] = [one(rows), one(rows)]
      if (upheld) await takenUpAndUpheld(on, beijing, upheld.id)
      if (!dismissed || dismissed === upheld) return
      await perform(takeUp, beijing, { id: dismissed.id, version: 1 }, through)
      await perform(dismissViolation, beijing, { id: dismissed.id, version: 2, reason: '不属实' }, through)
    },
    change_counted: async () => (await countedAlready(on, people, platform()))(),
    mend: async () => {
      const { filer, id } = await mending()
      const { version } = await handedIn(on, filer, id)
      return perform(acceptRectification, beijing, { id, version, note: null }, through)
    },
    leave_unmended: async () => {
      const { id } = await mending(addHours(new Date(), -80))
      return perform(refuseUnmended, clock, id, through)
    },
    record_refusal: async () => {
      const by = platform()
      const at = addHours(new Date(), -80)
      const subject = await upheldAccount({ ...on, at }, by, beijing)
      const [guidance] = await imposed({ ...on, at }, by, subject, choosing('P1:72', { reason: '随机' }))
      await perform(refuseUnmended, clock, guidance!.rectificationId!, through)
      // Beside the next row it is wrong at its cell, and nothing of the file is good.
      const follows = random() < 0.3
      if (follows) await imposed(on, by, subject, choosing('P6:7', { reason: '随机' }))
      await (follows ? aReadBatch : aRunningBatch)(on, by, aRefusal(subject.account))
      return recordBatches({ on: on.db })
    },
    remove_and_limit: async () => {
      const by = platform()
      const target = await upheldWork(on, by, beijing)
      const chosen = choosing('P3 P4:7', { reason: '随机' })
      const outcome = await perform(imposePenalty, by, { ...target, episodes: [], ...chosen }, through)
      const removal = outcome.ok && one(await on.owner.select().from(penalties).where(eq(penalties.id, outcome.value.opened[0]!.id)))
      if (!removal) return
      const { id, version } = removal
      return random() < 0.5
        ? perform(liftPenalty, by, { id, version, shown: '已换新版' }, through)
        : perform(revokePenalty, by, { id, version, reason: '误下架' }, through)
    },
    inspect: async () => {
      await someMiniPrograms(on.owner, platform().organizationId!, 3)
      const now = new Date()
      const plan = await anActivePlan(on, monitors, { startsOn: dayOf(addHours(now, -48)) }, addHours(now, -24))
      const { sheets } = await aFrozenFrame(on, plan.id, now)
      await aPicture(on, monitors[0], sheets[0]!.id)
      for (const [at, { id, version }] of sheets.entries())
        await (at === 0
          ? perform(
              findBreach,
              monitors[0],
              { id, version, ...NO_PLACE, address: 'https://v.example/1', items: ['V12-03'], note: '随机' },
              through,
            )
          : perform(findClean, monitors[0], { id, version, note: null }, through))
    },
    propose: () => aProposal(on, { proposer: platform() }),
    unpropose: async () => {
      const entry = one(await on.owner.select().from(blacklistEntries).where(eq(blacklistEntries.state, 'proposed')))
      const hands = entry && (await entryOf(on.owner, entry.id))
      const proposer = platforms.find(({ memberId }) => memberId === hands?.proposedBy)
      return entry && proposer && perform(withdrawProposal, proposer, { id: entry.id, version: entry.version, reason: '撤回' }, through)
    },
    list: () => aListedEntry(on, { proposer: platform(), verifier: beijing, approver }),
    answer: async () => {
      const ids = platforms.flatMap(({ organizationId }) => organizationId ?? [])
      const order = one(
        await on.owner
          .select()
          .from(takedownOrders)
          .where(and(inArray(takedownOrders.platformId, ids), inArray(takedownOrders.state, ['issued', 'absent']))),
      )
      const holder = holderOf(order?.platformId)
      const removed = { answer: 'removed', episodeCount: String(1 + Math.floor(random() * 80)), links: 'https://v.example/1' }
      const said = order && answerInput.safeParse({ id: order.id, version: String(order.version), ...removed })
      return holder && said?.success && perform(answerOrder, holder, said.data, through)
    },
  }
  let deck: string[] = []
  return async () => {
    if (deck.length === 0) deck = shuffled(Object.keys(doings), random)
    const name = deck.pop()!
    await doings[name]!()
    return name
  }
}
const NO_PLACE = { episode: null, start: null, end: null }

function shuffled<T>(of: readonly T[], random: () => number): T[] {
  return of
    .map((one) => [random(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one)
}

async function filerOf({ owner }: On, id: string) {
  const [row] = await owner.execute<{ filerId: string }>(
    sql`select filer_id as "filerId" from violation_filings where violation_id = ${id}`,
  )
  return row?.filerId
}
