import { expect, test } from 'vitest'
import * as z from 'zod'
import { day, email, linkLines, required, wholeNumber } from '../kernel/form'
import { catalogues } from './catalogue'
import { labelOf, refusalOf } from './refusal'

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
