import { expect, test, vi } from 'vitest'
import { catalogues } from '@/lib/i18n/catalogue'
import { ruleInput } from '@/lib/takedown/input'
import { draftInput } from '@/lib/violation/input'

vi.mock('next/headers', () => ({}))
vi.mock('next/navigation', () => ({}))
vi.mock('./session', () => ({}))
const { writtenIn } = await import('./gone')
const zh = catalogues['zh-CN']

test('words are given back under the names of their fields, and codes are not', () => {
  const ruled = { key: 'k', id: '0198a1b2-0000-7000-8000-000000000000', version: '3', ruling: 'overrule', reason: '不是同一部作品' }
  const called = { reason: 'rule.reason', ruling: 'rule.title' }
  expect(writtenIn(ruled, zh, { noun: 'takedown', called, input: ruleInput })).toEqual([{ label: '裁定理由', text: '不是同一部作品' }])
})

test('words of rows say which row they stood in', () => {
  const typed = { do: 'file', stage: 'after_airing', title: '夜宴', 'places.rows.0.note': '片头', 'places.rows.4.note': '片尾' }
  const called = { 'places.rows.note': 'draft.noteHidden' }
  expect(writtenIn(typed, zh, { noun: 'violation', called, input: draftInput })).toEqual([
    { label: '片名', text: '夜宴' },
    { label: '第 1 行说明', text: '片头' },
    { label: '第 2 行说明', text: '片尾' },
  ])
})
