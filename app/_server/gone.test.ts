import { expect, test, vi } from 'vitest'
import { figureLabel, figuresWritten } from '@/app/_components/biweekly/sheet'
import { chosenMeasures } from '@/app/_components/penalty/chosen'
import { writeInput } from '@/lib/biweekly/input'
import { catalogues } from '@/lib/i18n/catalogue'
import { formats } from '@/lib/i18n/formats'
import { imposeInput } from '@/lib/penalty/input'
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

test('of measures those that were chosen are given back, each with its own hours or days, and nothing that nobody chose', () => {
  const sent = { targetKind: 'account', rungs: ['P1', 'P5', 'P3'], sight: 'P1:72', 'parameters.P1': '72', 'parameters.P6': '7' }
  const typed = { ...sent, 'parameters.P5': '3', reason: '同一运营人' }
  const plan = { noun: 'penalty' as const, called: { parameters: 'rungs' }, input: imposeInput, written: chosenMeasures }
  expect(writtenIn(typed, zh, plan)).toEqual([
    { label: '处罚', text: '责令整改 72 小时\n禁言 3 天\n下架微短剧' },
    { label: '偏离指引的理由', text: '同一运营人' },
  ])
})

test('figures are given back under their own names, the added ones under those that were chosen for them', () => {
  const tongue = { words: zh, format: formats('zh-CN'), clause: () => '色情低俗' }
  const figures = { 'declared.:::works': '26', 'reasons.:::works': '另有一部', 'declared.:::minutes': '7' }
  const row = (at: number, column: string) => ({ [`added.${at}.group`]: '', [`added.${at}.line`]: '', [`added.${at}.column`]: column })
  const typed = { ...figures, ...row(0, 'intercepted'), 'added.0.value': '3', ...row(1, ''), 'added.1.value': '4', remark: '尚待核对' }
  const plan = { noun: 'biweekly' as const, called: { 'added.value': 'write.value' }, input: writeInput, written: figuresWritten }
  const given = writtenIn(typed, zh, plan, (field, all) => figureLabel(field, tongue, all))
  expect(given.map(({ label, text }) => `${label}：${text}`)).toEqual([
    '合计 · 查处作品 申报：26',
    '合计 · 查处作品 理由：另有一部',
    '合计 · 时长 申报：7',
    '合计 · 上线前拦截 申报：3',
    '第 2 行申报数：4',
    '编写说明：尚待核对',
  ])
})
