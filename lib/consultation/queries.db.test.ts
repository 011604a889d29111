import { beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { factsOf } from '../desk/queries/facts'
import { type Actor, visitor } from '../kernel/actor'
import { look, perform } from '../perform'
import { answerQuestion, askBureau, publishAnswer } from './commands'
import { answersOn, bureauOf, publicAnswers, questionByNumber, questionsOf } from './queries'

const { db } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const asker = as('wu.tong@yehang.example')
const stranger = as('lin.zhi@qinghe.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const national = as('lin.hai@nrta.example')
const platform = as('compliance@kuaishou.example')
const cnsa = as('fang.zheng@cnsa.example')
/** Said by whoever asked and by whoever answered, and never in public. */
const CANARY = '金丝雀'
const on = { on: db }

const words = { topic: 'ai' as const, title: `${CANARY}占比`, question: `${CANARY}：夜航的《长安雪》算 AI 制作吗？`, workTitle: '长安雪' }
const find = (actor: Actor, number: string) => look(actor, (tx) => questionByNumber(tx, actor, number), db)
const list = async (actor: Actor) => (await look(actor, (tx) => questionsOf(tx, actor), db)).rows.map(({ number }) => number)

let [open, out] = ['', '']
beforeAll(async () => {
  const ask = async () => {
    const asked = await perform(askBureau, asker, words, on)
    if (!asked.ok) throw new Error(asked.code)
    return asked.value
  }
  open = (await ask()).number!
  const general = await ask()
  out = general.number!
  await perform(answerQuestion, beijing, { id: general.id, version: 1, answer: `${CANARY}：按非 AI 制作备案。` }, on)
  const published = await perform(
    publishAnswer,
    beijing,
    {
      id: general.id,
      version: 2,
      title: '一半镜头',
      question: '一半镜头用 AI 生成？',
      answer: '看画面主体。',
      clauses: ['V09-11'],
      checked: 'on',
    },
    on,
  )
  if (!published.ok) throw new Error(published.code)
})

describe('a question that was published', () => {
  test.for([
    ['whoever asked', asker],
    ['its bureau', beijing],
    ['总局', national],
  ] as const)('%s reads it whole', async ([, actor]) => {
    const found = await find(actor, out)
    expect(found).toMatchObject({
      question: { title: words.title, question: words.question, workTitle: '长安雪', answer: `${CANARY}：按非 AI 制作备案。` },
      publication: { title: '一半镜头', bureau: { shortName: '北京局' } },
      asker: { name: '北京夜航文化传媒有限公司' },
    })
    expect(found?.question && found.history.map(({ name }) => name)).toEqual([
      'consultation.published',
      'consultation.answered',
      'consultation.asked',
    ])
  })
  test.for([
    ['the public', visitor],
    ['another creator', stranger],
    ['another bureau', zhejiang],
    ['a platform', platform],
    ['CNSA', cnsa],
  ] as const)('%s reads what the bureau wrote anew, and nothing of whoever asked', async ([, actor]) => {
    const found = await find(actor, out)
    expect(found).toEqual({
      question: null,
      publication: expect.objectContaining({ number: out, title: '一半镜头', question: '一半镜头用 AI 生成？', answer: '看画面主体。' }),
    })
    for (const told of [CANARY, '夜航', '吴桐', '长安雪', asker.organizationId!, asker.memberId!])
      expect(JSON.stringify(found)).not.toContain(told)
  })
})

test('a question that was not published is for whoever asked, its bureau and 总局 alone', async () => {
  for (const actor of [asker, beijing, national])
    expect(await find(actor, open)).toMatchObject({ question: { title: words.title }, publication: null })
  for (const actor of [visitor, stranger, zhejiang, platform, cnsa]) expect(await find(actor, open)).toBeNull()
})

test('lists hold the reader’s own questions', async () => {
  for (const actor of [asker, beijing, national]) expect(await list(actor)).toEqual([out, open])
  for (const actor of [visitor, stranger, zhejiang, platform, cnsa]) expect(await list(actor)).toEqual([])
})

test('a list is narrowed by state, topic and words', async () => {
  const narrowed = async (filter: Parameters<typeof questionsOf>[2]) =>
    (await look(beijing, (tx) => questionsOf(tx, beijing, filter), db)).rows.map(({ number }) => number)
  expect(await narrowed({ state: 'asked' })).toEqual([open])
  expect(await narrowed({ topic: 'title' })).toEqual([])
  expect(await narrowed({ q: open.toLowerCase() })).toEqual([open])
  expect(await narrowed({ q: '100%' })).toEqual([])
})

test('published answers are found by words, topic and clause, without whoever asked', async () => {
  const answers = async (filter = {}) => (await look(visitor, (tx) => publicAnswers(tx, filter), db)).rows
  expect((await answers()).map(({ number }) => number)).toEqual([out])
  expect(await answers({ q: '画面主体' })).toHaveLength(1)
  expect(await answers({ q: CANARY })).toEqual([])
  expect(await answers({ topic: 'title' })).toEqual([])
  expect(await look(visitor, (tx) => answersOn(tx, ['V09-11']), db)).toEqual([{ number: out, title: '一半镜头' }])
  expect(await look(visitor, (tx) => answersOn(tx, ['V01-01']), db)).toEqual([])
})

test('the bureau of a creator is the one that it asks; the desk knows who asked', async () => {
  expect(await look(asker, (tx) => bureauOf(tx, asker), db)).toMatchObject({ shortName: '北京局' })
  const found = await find(beijing, open)
  const id = found?.question?.id ?? ''
  expect((await look(beijing, (tx) => factsOf(tx, [{ noun: 'consultation', id }]), db)).get(id)).toMatchObject({
    noun: 'consultation',
    asker: { shortName: '北京夜航文化传媒有限公司' },
  })
})
