import { expect, test } from 'vitest'
import * as z from 'zod'
import { day, email, linkLines, many, required, wholeNumber } from '../kernel/form'
import { catalogues } from './catalogue'
import { labelOf, refusalOf, rowOf } from './refusal'

const zh = catalogues['zh-CN']
const shape = z.strictObject({ name: required(5), count: wholeNumber(1, 80), links: linkLines(1) })
const sent = { name: '一二三四五六', count: '81', links: 'https://a.example https://b.example' }

test('what is too long or too much says how much would pass', () => {
  const said = (over: object) => shape.safeParse({ ...sent, ...over }).error!.issues.map((issue) => refusalOf(zh, 'form', issue))
  expect(said({})).toEqual(['太长了，最多 5 个字', '数值太大，最大 80', '太多了，最多 1 项'])
  expect(said({ count: '0' })[1]).toBe('数值太小，最小 1')
  expect(refusalOf(catalogues.en, 'form', { code: 'too_long' })).toBe('Too long; please shorten it')
})

test.for([day, email])('what is left empty is asked for, and nothing else is said of it', (field) =>
  expect(field.safeParse(' ').error!.issues.map((issue) => refusalOf(zh, 'form', issue))).toEqual(['请填写']),
)

test('a field is called as its noun calls it, a part of one like the whole', () => {
  expect(labelOf(zh, 'organization', 'creditCode')).toBe('统一社会信用代码')
  expect(labelOf(catalogues.en, 'organization', 'licenceExpiresOn')).toBe(catalogues.en.organization.field.licenceExpiresOn)
  expect(labelOf(zh, 'violation', 'places.rows.0.episode')).toBe('集数与时间点')
  expect(labelOf(zh, 'violation', 'account.handle')).toBeUndefined()
  expect(labelOf(zh, 'consultation', 'toString')).toBeUndefined()
})

test('a form calls a field by another name of its noun’s, or by words that stand elsewhere in it', () => {
  const called = { reason: 'rule.reason', 'rows.start': 'remind.note', due: 'name' }
  expect(labelOf(zh, 'takedown', 'reason', called)).toBe('裁定理由')
  expect(labelOf(zh, 'takedown', 'rows.3.start', called)).toBe('附言')
  expect(labelOf(zh, 'takedown', 'rows.3.end', called)).toBeUndefined()
  expect(labelOf(zh, 'takedown', 'rows.0198a1b2-0000-7000-8000-000000000000.start', called)).toBe('附言')
  expect(labelOf(zh, 'member', 'due', called)).toBe('姓名')
})

test('a row is counted among those that were sent with it', () => {
  const sent = ['places.rows.10.start', 'places.rows.2.start', 'places.rows.2.end', 'tasks.0.what', 'title']
  expect(rowOf('places.rows.2.start', sent)).toBe(1)
  expect(rowOf('places.rows.10.start', sent)).toBe(2)
  expect(rowOf('tasks.0.what', sent)).toBe(1)
  expect(rowOf('labels.4.label', [])).toBe(5)
  expect(rowOf('title', sent)).toBeUndefined()
})

test('what is chosen from a list is asked to be chosen, and what is typed to be filled in', () => {
  const asked = z.strictObject({
    stage: z.enum(['before', 'after'], 'required'),
    of: z.uuid('required'),
    kinds: many(z.string()).pipe(z.array(z.string()).min(1, 'required')),
    reason: required(5),
    count: wholeNumber(),
    on: day,
  })
  const said = (sent: object) => asked.safeParse(sent).error!.issues.map((issue) => refusalOf(zh, 'form', issue))
  expect(said({ of: '' })).toEqual(['请选择', '请选择', '请选择', '请填写', '请填写', '请填写'])
  const either = z.discriminatedUnion('answer', [z.object({ answer: z.literal('removed') })], 'required')
  expect(refusalOf(catalogues.en, 'form', either.safeParse({}).error!.issues[0]!)).toBe('Please choose')
})
