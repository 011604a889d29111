import { rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { penalties } from '@/db/schema'
import { aReadBatch, aRunningBatch, batchOf, noticeGrid } from '@/db/testing/batches'
import { choosing, decisionsOn, imposed, penaltyOf, upheldAccount, upheldMiniProgram } from '@/db/testing/penalties'
import { aWorkToMend, handedIn, handing, ordered, rectificationOf } from '@/db/testing/rectifications'
import { scratch } from '@/db/testing/scratch'
import { confirmBatch, resumeBatch, stopBatch, withdrawBatch } from '@/lib/batch/commands/run'
import { noteMiniProgram } from '@/lib/distribution/commands/note'
import { stateOperator } from '@/lib/distribution/commands/state'
import { keepFile } from '@/lib/gateway/store'
import { clock, houseFor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/id'
import { ok } from '@/lib/kernel/outcome'
import { addHours } from '@/lib/kernel/time'
import { hardenSuspension, imposePenalty, spareTarget } from '@/lib/penalty/commands/decide'
import { acknowledgeReferral, concludeReferral, liftPenalty, revokePenalty, withdrawRecorded } from '@/lib/penalty/commands/end'
import { reportRefusal } from '@/lib/penalty/commands/refusal'
import { perform } from '@/lib/perform'
import { refuseUnmended } from '@/lib/rectification/commands/end'
import { attachFile, removeFile } from '@/lib/rectification/commands/files'
import { handIn } from '@/lib/rectification/commands/hand-in'
import { acceptRectification, extendRectification, returnRectification } from '@/lib/rectification/commands/rule'
import { type Ground, sure, type Trials, trial } from './trial'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const directory = scratch('trials-')
process.once('exit', () => rmSync(directory, { recursive: true, force: true }))

const why = { reason: '同一运营人名下另有账号因同一条目封禁。' }

/** What platforms impose, what is mended, and files of what was done. */
export function trialsOfMeasures(ground: Ground): Trials {
  const { db, owner, as } = ground
  const [kuaishou, douyin] = [as('compliance@kuaishou.example'), as('compliance@douyin.example')]
  const [beijing, zhejiang] = [as('chen.li@beijing.example'), as('he.qing@zhejiang.example')]
  const [creator, stranger] = [as('wu.tong@yehang.example'), as('lin.zhi@qinghe.example')]
  const seen = ({ id, version }: { id: string; version: number }) => ({ id, version })
  const own = (event: string) => ({ by: kuaishou, stranger: douyin, event: `penalty.${event}` })
  const ruled = (event: string) => ({ by: beijing, stranger: zhejiang, event: `penalty.${event}` })
  let serial = 0

  const banned = async () => (await imposed(ground, kuaishou, await upheldAccount(ground, kuaishou, beijing), choosing('P6:15', why)))[0]!
  async function suspended() {
    const app = await upheldMiniProgram(ground, kuaishou, beijing)
    const made = await sure(perform(imposePenalty, kuaishou, { ...app, episodes: [], ...choosing('P8:suspend', why) }, { on: db }))
    return seen(await penaltyOf(owner, made.opened[0]!.id))
  }
  async function referred() {
    const rows = await imposed(ground, kuaishou, await upheldAccount(ground, kuaishou, beijing, { severity: 4 }), choosing('P9 P11'))
    return seen(rows.find(({ rung }) => rung === 'P11')!)
  }
  const toMend = async () => ordered(ground, kuaishou, await aWorkToMend(ground, kuaishou, creator))
  const mending = (event: string, by = kuaishou, other = douyin) => ({ by, stranger: other, event: `rectification.${event}` })
  const file = async () => {
    serial += 1
    return aReadBatch(ground, kuaishou, noticeGrid({ code: `F${serial}`, dramas: 1, accounts: 1 }))
  }
  const ofFile = (event: string) => ({ by: kuaishou, stranger: douyin, event: `batch.${event}` })

  return {
    'platform/subject state': async () => {
      serial += 1
      const named = { platformId: kuaishou.organizationId!, appId: `stated${serial}`, name: '夜色剧场' }
      const subjectId = await sure(perform(async (act) => ok(await noteMiniProgram(act, named)), kuaishou, undefined, { on: db }))
      const behind = { operatorName: '杭州某某网络科技有限公司', creditCode: '91330106MADEMA2D71', payee: null, phone: '010-80808080' }
      const stated = { subjectKind: 'mini_program' as const, subjectId, seenId: null, ...behind }
      return trial(
        stateOperator,
        { ...stated, forgetPayee: false, forgetPhone: false, promoters: [] },
        { by: kuaishou, stranger: douyin, event: 'statement.stated' },
      )
    },
    'platform/penalty impose': async () => {
      const { violationId, accountId } = await upheldAccount(ground, kuaishou, beijing)
      const target = { violationId, targetKind: 'account' as const, targetId: accountId, episodes: [] }
      return trial(imposePenalty, { ...target, ...choosing('P6:15', why) }, own('imposed'))
    },
    'platform/penalty spare': async () => {
      const { accountId } = await upheldAccount(ground, kuaishou, beijing)
      return trial(spareTarget, { ...seen((await decisionsOn(owner, accountId))[0]!), ...why }, own('spared'))
    },
    'platform/penalty revoke': async () => trial(revokePenalty, { ...seen(await banned()), ...why }, own('revoked')),
    'platform/penalty lift': async () => trial(liftPenalty, { ...(await suspended()), shown: '自动续费已关闭。' }, own('lifted')),
    'platform/penalty harden': async () => trial(hardenSuspension, { ...(await suspended()), ...why }, own('hardened')),
    'platform/penalty withdraw': async () => {
      const held = await banned()
      await owner.update(penalties).set({ state: 'recorded' }).where(eq(penalties.id, held.id))
      return trial(withdrawRecorded, { ...seen(held), ...why }, own('withdrawn'))
    },
    'regulator/penalty acknowledge': async () => trial(acknowledgeReferral, { ...(await referred()), note: null }, ruled('acknowledged')),
    'regulator/penalty conclude': async () => {
      const { id } = await referred()
      await sure(perform(acknowledgeReferral, beijing, { ...seen(await penaltyOf(owner, id)), note: null }, { on: db }))
      return trial(concludeReferral, { ...seen(await penaltyOf(owner, id)), result: '已立案。' }, ruled('concluded'))
    },
    'rectification hand': async () => {
      const { id, version } = await toMend()
      return trial(handIn, handing(id, version), mending('handed_in', creator, stranger))
    },
    'rectification remove': async () => {
      const { id, version } = await toMend()
      const stored = await sure(keepFile(Readable.from([PNG, Buffer.from(newId())]), { directory }))
      const file = await sure(perform(attachFile, creator, { rectificationId: id, name: '对照.png', stored, directory }, { on: db }))
      return trial(removeFile, { id, version, fileId: file.id }, { by: creator, stranger })
    },
    'rectification report': async () => {
      const { id, dueAt } = await toMend()
      await sure(perform(refuseUnmended, clock, id, { on: db, at: addHours(dueAt!, 1) }))
      const said = { description: '到期未改。' }
      return trial(reportRefusal, { ...seen(await rectificationOf(owner, id)), ...said }, { by: kuaishou, stranger: douyin, again: true })
    },
    'rectification accept': async () => {
      const { id } = await toMend()
      return trial(acceptRectification, { ...seen(await handedIn(ground, creator, id)), note: null }, mending('accepted'))
    },
    'rectification giveBack': async () => {
      const { id } = await toMend()
      const said = { reasons: { 0: '片头仍在。' }, note: null }
      return trial(returnRectification, { ...seen(await handedIn(ground, creator, id)), ...said }, mending('returned'))
    },
    'rectification extend': async () => trial(extendRectification, { ...seen(await toMend()), ...why }, mending('extended')),
    'platform/batch confirm': async () => trial(confirmBatch, seen(await file()), ofFile('confirmed')),
    'platform/batch resume': async () => {
      serial += 1
      const { id } = await aRunningBatch(ground, kuaishou, noticeGrid({ code: `F${serial}`, dramas: 1, accounts: 1 }))
      await sure(perform(stopBatch, houseFor(kuaishou), { id, reason: 'duty_gone' as const }, { on: db }))
      return trial(resumeBatch, seen(await batchOf(owner, id)), ofFile('resumed'))
    },
    'platform/batch withdraw': async () => {
      const { id } = await file()
      return trial(withdrawBatch, seen(await batchOf(owner, id)), ofFile('withdrawn'))
    },
  }
}
