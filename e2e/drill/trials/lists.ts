import { and, eq } from 'drizzle-orm'
import { takedownOrders } from '@/db/schema'
import { aListedEntry, anUpheldReport, aProposal, aVerifiedEntry, aWork, entryOf, scopeSeenBy } from '@/db/testing/listings'
import { approveEntry, liftEntry } from '@/lib/blacklist/commands/approve'
import { proposeEntry, withdrawProposal } from '@/lib/blacklist/commands/propose'
import { declineEntry, dismissProposal, verifyEntry } from '@/lib/blacklist/commands/verify'
import { perform } from '@/lib/perform'
import { answerOrder, findAbsent, supplementAnswer } from '@/lib/takedown/commands/answer'
import { remindPlatform, ruleOnObjection } from '@/lib/takedown/commands/rule'
import { type Ground, sure, type Trials, trial } from './trial'

/** The blacklist and the orders that follow from it. */
export function trialsOfLists(ground: Ground): Trials {
  const { db, owner, as } = ground
  const [kuaishou, douyin] = [as('compliance@kuaishou.example'), as('compliance@douyin.example')]
  const [beijing, zhejiang] = [as('chen.li@beijing.example'), as('he.qing@zhejiang.example')]
  const [zhou, gao] = [as('zhou.min@nrta.example'), as('gao.yuan@nrta.example')]
  const hands = { proposer: kuaishou, verifier: beijing, approver: gao }
  const seen = async ({ id }: { id: string }) => ({ id, version: (await entryOf(owner, id)).version })
  const entry = (event: string, by = beijing, stranger = zhejiang) => ({ by, stranger, event: `blacklist.${event}` })
  const why = { reason: '范围不清。' }

  async function ordered() {
    const { id } = await aListedEntry(ground, hands)
    const own = and(eq(takedownOrders.entryId, id), eq(takedownOrders.platformId, douyin.organizationId!))
    return async () => {
      const [order] = await owner.select({ id: takedownOrders.id, version: takedownOrders.version }).from(takedownOrders).where(own)
      return order!
    }
  }
  const removal = { answer: 'removed' as const, episodeCount: 80, links: ['https://example.cn/v/1'] }
  async function answered(answer: typeof removal | { answer: 'objection'; reason: string }) {
    const order = await ordered()
    await sure(perform(answerOrder, douyin, { ...(await order()), ...answer }, { on: db }))
    return order()
  }
  const order = (event: string, by = douyin, stranger = kuaishou) => ({ by, stranger, event: `takedown.${event}` })

  return {
    'platform/blacklist propose': async () => {
      const { id } = await aWork(ground)
      const violationId = await anUpheldReport(ground, kuaishou, id)
      const proposal = { violationId, codes: ['V04-02'], dramaIds: [id], miniProgramIds: [], names: [], reason: '多平台扩散。' }
      return trial(proposeEntry, proposal, entry('proposed', kuaishou, douyin))
    },
    'platform/blacklist withdraw': async () =>
      trial(withdrawProposal, { ...(await seen(await aProposal(ground, hands))), reason: null }, entry('withdrawn', kuaishou, douyin)),
    'regulator/blacklist verify': async () => {
      const proposal = await aProposal(ground, hands)
      const verdict = { severity: 3, dramaIds: [proposal.dramaId], miniProgramIds: [], remark: '首次拒改，已停止投流，定 3 级。' }
      return trial(verifyEntry, { ...(await seen(proposal)), ...verdict }, entry('verified'))
    },
    'regulator/blacklist dismiss': async () =>
      trial(dismissProposal, { ...(await seen(await aProposal(ground, hands))), ...why }, entry('dismissed')),
    'regulator/blacklist decline': async () =>
      trial(declineEntry, { ...(await seen(await aVerifiedEntry(ground, hands))), ...why }, entry('declined', zhou, beijing)),
    'regulator/blacklist approve': async () => {
      const held = await seen(await aVerifiedEntry(ground, hands))
      const scope = await scopeSeenBy(ground, zhou, held.id)
      return trial(approveEntry, { ...held, ...scope, checked: 'on' as const, remark: '依据充分。' }, entry('approved', zhou, beijing))
    },
    'regulator/blacklist lift': async () =>
      trial(liftEntry, { ...(await seen(await aListedEntry(ground, hands))), ...why }, entry('lifted', zhou, beijing)),
    'platform/takedown answer': async () => trial(answerOrder, { ...(await (await ordered())()), ...removal }, order('removed')),
    'platform/takedown findAbsentInMany': async () => {
      const one = { ...(await (await ordered())()), number: 'XJ-2026-0001' }
      return trial(findAbsent, { rows: { one }, note: null }, order('found_absent'))
    },
    'platform/takedown supplement': async () => {
      const { answer: _, ...more } = removal
      return trial(supplementAnswer, { ...(await answered(removal)), ...more }, { ...order('supplemented'), again: true })
    },
    'regulator/takedown rule': async () => {
      const objected = await answered({ answer: 'objection', reason: '同名不同作品。' })
      return trial(ruleOnObjection, { ...objected, ruling: 'excuse' as const, ...why }, order('excused', zhou, beijing))
    },
    'regulator/takedown remind': async () =>
      trial(remindPlatform, { ...(await (await ordered())()), note: null }, { ...order('reminded', zhou, beijing), again: true }),
  }
}
