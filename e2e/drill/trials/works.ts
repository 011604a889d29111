import { drafted, filing, offered, submitted, typed } from '@/db/testing/filings'
import type { Actor } from '@/lib/kernel/actor'
import { type Command, perform } from '@/lib/perform'
import { openFiling, withdrawFiling } from '@/lib/registration/commands/draft'
import { keepFiling, resubmitFiling } from '@/lib/registration/commands/file'
import { passOver, recordNumber } from '@/lib/registration/commands/number'
import { removePoster } from '@/lib/registration/commands/poster'
import {
  approveFiling,
  forwardFiling,
  publishNotice,
  refuseFiling,
  rejectFiling,
  returnFiling,
  sendBackFiling,
} from '@/lib/registration/commands/review'
import { type Ground, sure, type Trials, trial } from './trial'

const CLASS_ONE = { investment: '3,200,000' }
const why = { reason: '材料与题材不符。' }
const objections = [{ field: 'synopsis' as const, quote: '', reason: '结尾交代不清。' }]

/** Filings: a creator files, its bureau and 总局 rule, platforms record their numbers. */
export function trialsOfWorks(ground: Ground): Trials {
  const { db, owner, as } = ground
  const [creator, stranger] = [as('wu.tong@yehang.example'), as('lin.zhi@qinghe.example')]
  const [beijing, zhejiang, national] = [as('chen.li@beijing.example'), as('he.qing@zhejiang.example'), as('zhou.min@nrta.example')]
  const [douyin, wechat] = [as('compliance@douyin.example'), as('compliance@wechat.example')]
  let serial = 0

  const seen = async (made: Promise<{ id: string; version: number }>) => {
    const { id, version } = await made
    return { id, version }
  }
  const before = (over = {}) => seen(submitted(ground, creator, over))
  async function forwarded() {
    const held = await before(CLASS_ONE)
    await sure(perform(forwardFiling, beijing, { ...held, opinion: '' }, { on: db }))
    return seen(filing(owner, held.id))
  }
  async function returned() {
    const held = await before()
    await sure(perform(returnFiling, beijing, { ...held, objections }, { on: db }))
    return seen(filing(owner, held.id))
  }
  type Held = { id: string; version: number }
  const ruling =
    <T, C extends string, M extends object>(command: Command<Held & M, T, C>, event: string, more: M, over = {}) =>
    async () =>
      trial(command, { ...(await before(over)), ...more }, { by: beijing, stranger: zhejiang, event: `registration.${event}` })
  const national_ =
    <T, C extends string, M extends object>(command: Command<Held & M, T, C>, event: string, more: M) =>
    async () =>
      trial(command, { ...(await forwarded()), ...more }, { by: national, stranger: beijing, event: `registration.${event}` })
  const own = { by: creator, stranger }
  const numbered = (by: Actor, event: string) => ({ by, stranger: wechat, event: `registration.${event}` })

  return {
    'creator/drama open': async () => trial(openFiling, {}, { by: creator, stranger: douyin, again: true }),
    'creator/drama keep': async () => {
      const { id, version } = await drafted(ground, creator)
      return trial(keepFiling, { id, version, intent: 'submit', note: '', ...typed() }, { ...own, event: 'registration.submitted' })
    },
    'creator/drama resubmit': async () =>
      trial(resubmitFiling, { ...(await returned()), note: '已改。' }, { ...own, event: 'registration.submitted' }),
    'creator/drama withdraw': async () => trial(withdrawFiling, await before(), { ...own, event: 'registration.withdrawn' }),
    'creator/drama dropPoster': async () => trial(removePoster, { id: (await drafted(ground, creator)).id }, { ...own, again: true }),
    'platform/registration record': async () => {
      const { id } = await offered(ground, creator, ['douyin', 'kuaishou'])
      serial += 1
      const officialNumber = `（抖音）网微剧备字（2026）第${String(serial).padStart(6, '0')}号`
      return trial(recordNumber, { id, officialNumber, asItCame: false }, numbered(douyin, 'recorded'))
    },
    'platform/registration pass': async () => {
      const { id } = await offered(ground, creator, ['douyin', 'kuaishou'])
      return trial(passOver, { id, reason: '编排已满。' }, numbered(douyin, 'passed_over'))
    },
    'regulator/registration approve': ruling(approveFiling, 'approved', {}),
    'regulator/registration forward': ruling(forwardFiling, 'forwarded', { opinion: '' }, CLASS_ONE),
    'regulator/registration refuse': ruling(refuseFiling, 'refused', why),
    'regulator/registration giveBack': ruling(returnFiling, 'returned', { objections }),
    'regulator/registration publish': national_(publishNotice, 'published', {}),
    'regulator/registration reject': national_(rejectFiling, 'rejected', why),
    'regulator/registration sendBack': national_(sendBackFiling, 'sent_back', { objections }),
  }
}
