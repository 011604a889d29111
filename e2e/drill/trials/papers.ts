import { eq } from 'drizzle-orm'
import { announcements, campaigns, consultations } from '@/db/schema'
import { anActivePlan, aPlan, planOf } from '@/db/testing/inspections'
import { approveAnnouncement, proposeAnnouncement, returnAnnouncement } from '@/lib/announcement/commands/decide'
import { openAnnouncement } from '@/lib/announcement/commands/open'
import { addFigure, withdrawAnnouncement, workOnDraft, writeAnnouncement } from '@/lib/announcement/commands/write'
import { addFigureInput, writeInput as announcementInput } from '@/lib/announcement/input'
import {
  closeCampaign,
  openCampaign,
  proposeClose,
  resumeCampaign,
  startCampaign,
  withdrawCampaign,
  writeCampaign,
} from '@/lib/campaign/commands'
import { writeInput as campaignInput } from '@/lib/campaign/input'
import { answerQuestion, askBureau, publishAnswer, withdrawQuestion } from '@/lib/consultation/commands'
import { keepGuidance, openGuidance, publishGuidance, withdrawGuidance } from '@/lib/guidance/commands/write'
import { amendPlan, endPlan, openPlan, startPlan, withdrawPlan } from '@/lib/inspection/commands/plan'
import { dayOf } from '@/lib/kernel/time'
import { perform } from '@/lib/perform'
import { type Ground, sure, type Trials, trial } from './trial'

const why = { reason: '期限已到。' }

/** Papers that are written by one and answered or published by another: campaigns, guidance, questions, plans, announcements. */
export function trialsOfPapers(ground: Ground): Trials {
  const { db, owner, as } = ground
  const [creator, stranger] = [as('wu.tong@yehang.example'), as('lin.zhi@qinghe.example')]
  const [beijing, colleague, zhejiang] = [as('chen.li@beijing.example'), as('zheng.jie@beijing.example'), as('he.qing@zhejiang.example')]
  const [zhou, gao] = [as('zhou.min@nrta.example'), as('gao.yuan@nrta.example')]
  const [fang, xu] = [as('fang.zheng@cnsa.example'), as('xu.qing@cnsa.example')]
  const [he, han, kuaishou] = [as('he.shan@douyin.example'), as('compliance@douyin.example'), as('compliance@kuaishou.example')]
  const on = { on: db }

  const campaign = async (id: string) => {
    const [row] = await owner.select({ id: campaigns.id, version: campaigns.version }).from(campaigns).where(eq(campaigns.id, id))
    return row!
  }
  const scope = (held: { id: string; version: number }) =>
    campaignInput.parse({
      id: held.id,
      version: String(held.version),
      title: '有害低俗专项治理',
      basis: '关于开展专项治理的通知',
      fromOn: '2026-01-05',
      toOn: dayOf(new Date()),
      targetKinds: ['drama', 'account'],
      labels: { 0: { label: '软色情', codes: ['V04-02'] } },
    })
  async function drafted() {
    const { id } = await sure(perform(openCampaign, zhou, undefined, on))
    await sure(perform(writeCampaign, zhou, scope(await campaign(id)), on))
    return campaign(id)
  }
  async function running() {
    const held = await drafted()
    await sure(perform(startCampaign, gao, held, on))
    return campaign(held.id)
  }
  async function closing() {
    const held = await running()
    await sure(perform(proposeClose, zhou, { ...held, ...why }, on))
    return campaign(held.id)
  }
  const ofCampaign = (by = zhou, event?: string) => ({ by, stranger: beijing, ...(event && { event: `campaign.${event}` }) })

  const words = {
    title: '2026 年微短剧选题征集',
    titleEn: null,
    body: '征集现实题材选题。',
    bodyEn: null,
    issuedOn: null,
    closesOn: null,
    batch: null,
    workCount: null,
    works: '',
    sourceName: '北京市广播电视局通知',
    sourceUrl: null,
    clauses: [],
  }
  async function written() {
    const { id } = await sure(perform(openGuidance, beijing, { kind: 'notice' as const }, on))
    return sure(perform(keepGuidance, beijing, { id, version: 1, ...words }, on))
  }
  const question = { topic: 'ai' as const, title: 'AI 镜头占比', question: '一半镜头用 AI 生成，算 AI 制作吗？', workTitle: '夜宴归来' }
  async function asked() {
    const { id } = await sure(perform(askBureau, creator, question, on))
    return { id, version: 1 }
  }
  async function answered() {
    const held = await asked()
    await sure(perform(answerQuestion, beijing, { ...held, answer: '以画面主体为准。' }, on))
    const [row] = await owner.select({ version: consultations.version }).from(consultations).where(eq(consultations.id, held.id))
    return { id: held.id, version: row!.version }
  }
  const ofQuestion = (event: string, by = beijing, other = zhejiang) => ({ by, stranger: other, event: `consultation.${event}` })

  const announcement = async (id: string) => {
    const [row] = await owner
      .select({ id: announcements.id, version: announcements.version })
      .from(announcements)
      .where(eq(announcements.id, id))
    return row!
  }
  const notice = ({ id, version }: { id: string; version: number }) =>
    announcementInput.parse({ id, version: String(version), title: '公告', body: '本期处置违规微短剧 {f1}。' })
  const figure = ({ id, version }: { id: string; version: number }) =>
    addFigureInput.parse({ id, version: String(version), figure: 'found_works' })
  const opened = async () => announcement((await sure(perform(openAnnouncement, he, { kind: 'announcement' as const }, on))).id)
  async function counted() {
    const held = await opened()
    await sure(perform(addFigure, he, figure(held), on))
    return announcement(held.id)
  }
  async function proposed() {
    const held = await counted()
    await sure(perform(writeAnnouncement, he, notice(held), on))
    await sure(perform(proposeAnnouncement, he, { ...(await announcement(held.id)), last: 18 }, on))
    return announcement(held.id)
  }
  const ofNotice = (by = he, event?: string) => ({ by, stranger: kuaishou, ...(event && { event: `announcement.${event}` }) })

  return {
    'regulator/campaign open': async () => trial(openCampaign, undefined, { ...ofCampaign(), again: true }),
    'regulator/campaign write': async () =>
      trial(writeCampaign, scope(await campaign((await sure(perform(openCampaign, zhou, undefined, on))).id)), ofCampaign()),
    'regulator/campaign start': async () => trial(startCampaign, await drafted(), ofCampaign(gao, 'started')),
    'regulator/campaign withdraw': async () => trial(withdrawCampaign, await drafted(), ofCampaign()),
    'regulator/campaign askToClose': async () => trial(proposeClose, { ...(await running()), ...why }, ofCampaign(zhou, 'close_proposed')),
    'regulator/campaign resume': async () => trial(resumeCampaign, { ...(await closing()), ...why }, ofCampaign(gao, 'resumed')),
    'regulator/campaign close': async () => trial(closeCampaign, { ...(await closing()), remark: null }, ofCampaign(gao, 'closed')),
    'regulator/guidance open': async () =>
      trial(openGuidance, { kind: 'notice' as const }, { by: beijing, stranger: creator, again: true }),
    'regulator/guidance keep': async () =>
      trial(keepGuidance, { ...(await written()), ...words }, { by: beijing, stranger: zhejiang, own: true }),
    'regulator/guidance publish': async () =>
      trial(publishGuidance, await written(), { by: colleague, stranger: zhejiang, event: 'guidance.published' }),
    'regulator/guidance withdraw': async () => {
      const held = await written()
      await sure(perform(publishGuidance, colleague, held, on))
      return trial(
        withdrawGuidance,
        { id: held.id, version: held.version + 1, ...why },
        { by: beijing, stranger: zhejiang, event: 'guidance.withdrawn' },
      )
    },
    'creator/consultation ask': async () => trial(askBureau, question, { ...ofQuestion('asked', creator, kuaishou), again: true }),
    'creator/consultation withdraw': async () => trial(withdrawQuestion, await asked(), ofQuestion('withdrawn', creator, stranger)),
    'regulator/consultation answer': async () =>
      trial(answerQuestion, { ...(await asked()), answer: '以画面主体为准。' }, ofQuestion('answered')),
    'regulator/consultation publish': async () => {
      const said = {
        title: 'AI 镜头占比',
        question: '部分镜头用 AI 生成，是否按 AI 制作备案？',
        answer: '以画面主体为准。',
        clauses: [],
        checked: 'on' as const,
      }
      return trial(publishAnswer, { ...(await answered()), ...said }, ofQuestion('published'))
    },
    'association/inspection open': async () => trial(openPlan, aPlan(), { by: fang, stranger: creator, again: true }),
    'association/inspection amend': async () => {
      const { id } = await sure(perform(openPlan, fang, aPlan(), on))
      return trial(amendPlan, { id, version: 1, ...aPlan({ sampleSize: 4 }) }, { by: fang, stranger: creator })
    },
    'association/inspection start': async () => {
      const { id } = await sure(perform(openPlan, xu, aPlan(), on))
      return trial(startPlan, { id, version: 1 }, { by: fang, stranger: creator, event: 'plan.started' })
    },
    'association/inspection withdraw': async () => {
      const { id } = await sure(perform(openPlan, xu, aPlan(), on))
      return trial(withdrawPlan, { id, version: 1 }, { by: fang, stranger: creator })
    },
    'association/inspection end': async () => {
      const { id } = await anActivePlan(ground, [xu, fang])
      return trial(endPlan, { id, version: (await planOf(owner, id)).version }, { by: fang, stranger: creator, event: 'plan.ended' })
    },
    'announcement openDraft': async () =>
      trial(openAnnouncement, { kind: 'announcement' as const }, { by: he, stranger: creator, again: true }),
    'announcement draft': async () =>
      trial(workOnDraft, { ...notice(await counted()), do: 'propose' as const, last: 18 }, ofNotice(he, 'proposed')),
    'announcement sendBack': async () => trial(returnAnnouncement, { ...(await proposed()), ...why }, ofNotice(han, 'returned')),
    'announcement approve': async () =>
      trial(approveAnnouncement, { ...(await proposed()), checked: 'on' as const }, ofNotice(han, 'approved')),
    'announcement withdraw': async () => trial(withdrawAnnouncement, { ...(await proposed()), ...why }, ofNotice(han, 'withdrawn')),
  }
}
