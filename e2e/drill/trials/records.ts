import { and, eq, isNull } from 'drizzle-orm'
import { batches, biweeklyReports } from '@/db/schema'
import { aRunningBatch, noticeGrid } from '@/db/testing/batches'
import { aFrozenFrame, anActivePlan, aPicture, picturesKept, sheetOf, someMiniPrograms } from '@/db/testing/inspections'
import { draftFromBatch } from '@/lib/announcement/commands/open'
import { returnReport, waiveReport } from '@/lib/biweekly/commands/sign'
import { writeReport } from '@/lib/biweekly/commands/write'
import { referFinding } from '@/lib/inspection/commands/refer'
import { findBreach } from '@/lib/inspection/commands/sheet'
import type { Actor } from '@/lib/kernel/actor'
import { perform } from '@/lib/perform'
import { callReports } from '@/lib/process/clock'
import { type Ground, sure, type Trials, trial } from './trial'

const why = { reason: '合计与明细不符。' }

/** What is written from the record: sheets of what was looked at, reports of a period, the notice of a file. */
export function trialsOfRecords(ground: Ground): Trials {
  const { db, owner, as } = ground
  const [kuaishou, douyin, moderator] = [as('compliance@kuaishou.example'), as('compliance@douyin.example'), as('he.shan@douyin.example')]
  const [fang, xu, creator] = [as('fang.zheng@cnsa.example'), as('xu.qing@cnsa.example'), as('wu.tong@yehang.example')]
  const [zhou, beijing] = [as('zhou.min@nrta.example'), as('chen.li@beijing.example')]
  const on = { on: db }
  let serial = 0

  /** A platform is owed for a handful of periods only, so each is taken once. */
  let calling: Promise<void> | undefined
  async function called(platform: Actor) {
    calling ??= callReports(db)
    await calling
    const due = and(
      eq(biweeklyReports.filerId, platform.organizationId!),
      eq(biweeklyReports.state, 'due'),
      isNull(biweeklyReports.writtenBy),
    )
    const [row] = await owner.select({ id: biweeklyReports.id, version: biweeklyReports.version }).from(biweeklyReports).where(due).limit(1)
    return row!
  }

  async function drawn() {
    await someMiniPrograms(owner, kuaishou.organizationId!, 1)
    const at = new Date()
    const { id } = await anActivePlan(ground, [fang, xu], { sampleSize: 1 }, at)
    const { sheets } = await aFrozenFrame(ground, id, at)
    await aPicture(ground, fang, sheets[0]!.id)
    return { id: sheets[0]!.id, version: sheets[0]!.version }
  }
  const seen = { address: 'https://v.example/pay', episode: null, start: null, end: null, items: ['V12-01'], note: '首页弹窗诱导连续付费' }
  const ofSheet = (event: string) => ({ by: fang, stranger: creator, event: `sheet.${event}` })

  return {
    'platform/biweekly giveBack': async () => {
      const { id, version } = await called(douyin)
      await sure(perform(writeReport, moderator, { id, version, declared: {}, reasons: {}, added: {}, remark: null }, on))
      return trial(returnReport, { id, version: version + 1, ...why }, { by: douyin, stranger: kuaishou, event: 'biweekly.returned' })
    },
    'regulator/biweekly waive': async () =>
      trial(waiveReport, { ...(await called(kuaishou)), ...why }, { by: zhou, stranger: beijing, event: 'biweekly.waived' }),
    'announcement draftBatch': async () => {
      serial += 1
      const { id } = await aRunningBatch(ground, kuaishou, noticeGrid({ code: `G${serial}`, dramas: 1, accounts: 1 }))
      await owner.update(batches).set({ state: 'done' }).where(eq(batches.id, id))
      return trial(draftFromBatch, { batchId: id }, { by: kuaishou, stranger: douyin, again: true })
    },
    'association/inspection find': async () => trial(findBreach, { ...(await drawn()), ...seen }, ofSheet('found')),
    'association/inspection refer': async () => {
      const held = await drawn()
      await sure(perform(findBreach, fang, { ...held, ...seen }, on))
      const { version } = await sheetOf(owner, held.id)
      return trial(referFinding, { id: held.id, version, directory: picturesKept() }, ofSheet('referred'))
    },
  }
}
