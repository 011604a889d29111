import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { consultationPublications, consultations, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import type { Actor } from '../kernel/actor'
import { mintActor } from '../kernel/actor'
import { perform } from '../perform'
import { escalateOverdue } from '../process/clock'
import { answerQuestion, askBureau, publishAnswer, withdrawQuestion } from './commands'
import type { Publish } from './input'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const asker = as('wu.tong@yehang.example')
const stranger = as('lin.zhi@qinghe.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const national = as('lin.hai@nrta.example')
const platform = as('compliance@kuaishou.example')
const signatoryOnly = mintActor({ ...asker, duties: ['creator.signatory'] })
/** A Tuesday morning; ten working days later is 2026-12-08. */
const at = new Date('2026-11-24T09:40:00+08:00')
const on = { on: db, at }

const one = async (id: string) => (await owner.select().from(consultations).where(eq(consultations.id, id)))[0]!
const waits = (id: string) =>
  owner
    .select({ step: waiting.step, organizationId: waiting.organizationId, dueAt: waiting.dueAt })
    .from(waiting)
    .where(eq(waiting.subjectId, id))
const words = {
  topic: 'ai' as const,
  title: 'AI 镜头占比',
  question: '《夜宴归来》一半镜头用 AI 生成，算 AI 制作吗？',
  workTitle: '夜宴归来',
}
async function asked(actor: Actor = asker) {
  const done = await perform(askBureau, actor, words, on)
  if (!done.ok) throw new Error(done.code)
  return one(done.value.id)
}
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version })
async function answered() {
  const question = await asked()
  await perform(answerQuestion, beijing, { ...seen(question), answer: '以画面主体为准，请在备案中说明。' }, on)
  return one(question.id)
}
const public_ = (over: Partial<Publish> = {}) => ({
  title: 'AI 镜头占多少算 AI 制作',
  question: '部分镜头用 AI 生成的微短剧，是否按 AI 制作备案？',
  answer: '以画面主体是否由 AI 生成为准，备案时如实说明。',
  clauses: ['V09-11'],
  checked: 'on' as const,
  ...over,
})

describe('a question', () => {
  test('goes to the bureau of whoever asks, and is due in ten working days', async () => {
    const before = await lastEvent(owner)
    const question = await asked()
    expect(question).toMatchObject({
      state: 'asked',
      askerId: asker.organizationId,
      bureauId: beijing.organizationId,
      askedBy: asker.memberId,
    })
    expect(question.number).toMatch(/^WX-2026-\d{4}$/)
    expect(question.dueAt?.toISOString()).toBe('2026-12-08T09:30:00.000Z')
    expect(await waits(question.id)).toMatchObject([{ step: 'answer', organizationId: beijing.organizationId }])
    expect(await eventsSince(owner, before)).toEqual(['consultation.asked'])
  })
  test('is answered, and waits no more', async () => {
    const before = await lastEvent(owner)
    const question = await answered()
    expect(question).toMatchObject({ state: 'answered', answer: '以画面主体为准，请在备案中说明。', answeredAt: at, dueAt: null })
    expect(await waits(question.id)).toEqual([])
    expect(await eventsSince(owner, before)).toEqual(['consultation.asked', 'consultation.answered'])
  })
  test('is published in the bureau’s own words', async () => {
    const question = await answered()
    const before = await lastEvent(owner)
    expect(await perform(publishAnswer, beijing, { ...seen(question), ...public_() }, on)).toMatchObject({ ok: true })
    expect((await one(question.id)).state).toBe('published')
    const [page] = await owner.select().from(consultationPublications).where(eq(consultationPublications.consultationId, question.id))
    expect(page).toMatchObject({
      number: question.number,
      bureauId: beijing.organizationId,
      topic: 'ai',
      clauses: ['V09-11'],
      publishedAt: at,
    })
    expect(await eventsSince(owner, before)).toEqual(['consultation.published'])
  })
  test('is taken back before it is answered', async () => {
    const question = await asked()
    expect(await perform(withdrawQuestion, asker, seen(question), on)).toMatchObject({ ok: true })
    expect(await one(question.id)).toMatchObject({ state: 'withdrawn' })
    expect(await waits(question.id)).toEqual([])
  })
  test('that nobody answers in time stands before 总局 too', async () => {
    const question = await asked()
    await escalateOverdue(db, new Date('2026-12-08T17:31:00+08:00'))
    expect((await waits(question.id)).map(({ step, organizationId }) => [step, organizationId])).toEqual(
      expect.arrayContaining([
        ['answer', beijing.organizationId],
        ['escalate', national.organizationId],
      ]),
    )
  })
})

describe('refused, and nothing is written', async () => {
  const open = await asked()
  const done = await answered()
  const answer = (actor: Actor, question = open) => perform(answerQuestion, actor, { ...seen(question), answer: '答复' }, on)
  const publish = (actor: Actor, over: Partial<Publish> = {}, question = done) =>
    perform(publishAnswer, actor, { ...seen(question), ...public_(over) }, on)
  test.for<[string, string, () => Promise<{ ok: boolean; code?: string }>]>([
    ['a platform does not ask', 'not_yours', () => perform(askBureau, platform, words, on)],
    ['a signatory alone does not ask', 'not_yours', () => perform(askBureau, signatoryOnly, words, on)],
    ['a stranger does not know it', 'not_found', () => perform(withdrawQuestion, stranger, seen(open), on)],
    ['the bureau does not take it back', 'not_yours', () => perform(withdrawQuestion, beijing, seen(open), on)],
    ['another bureau does not know it', 'not_found', () => answer(zhejiang)],
    ['whoever asked does not answer', 'not_yours', () => answer(asker)],
    ['总局 does not answer what was asked of a bureau', 'not_found', () => answer(national)],
    ['an old version', 'stale', () => perform(answerQuestion, beijing, { id: open.id, version: 9, answer: 'x' }, on)],
    ['answered twice', 'wrong_state', () => answer(beijing, done)],
    ['taken back after the answer', 'wrong_state', () => perform(withdrawQuestion, asker, seen(done), on)],
    ['published before it is answered', 'wrong_state', () => publish(beijing, {}, open)],
    ['published by another bureau', 'not_found', () => publish(zhejiang)],
    ['an item that nobody knows', 'item_unknown', () => publish(beijing, { clauses: ['V99-01'] })],
    ['with the asker’s name', 'tells', () => publish(beijing, { question: '北京夜航文化传媒有限公司问：' })],
    ['with the name of its member', 'tells', () => publish(beijing, { answer: '吴桐您好：' })],
    ['with the name of its work', 'tells', () => publish(beijing, { title: '《夜宴·归来》算 AI 制作吗' })],
  ])('%s: %s', async ([, code, work]) => {
    const before = await remembered(owner)
    expect(await work()).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })
})

test('of twenty who answer at once one does', async () => {
  const question = await asked()
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => perform(answerQuestion, beijing, { ...seen(question), answer: `答复 ${i}` }, on)),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.code])))).toEqual(new Set(['stale']))
})
