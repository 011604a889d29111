import { expect, test } from 'vitest'
import { figureLabel } from '@/app/_components/biweekly/sheet'
import { catalogues } from '@/lib/i18n/catalogue'
import { formats } from '@/lib/i18n/formats'
import { refuse } from '@/lib/kernel/outcome'
import { answersTo } from './answer'

test.each([
  ['zh-CN', ['合计 · 查处作品 申报', 'V04 色情低俗 · 平台自查（平台登记） · 查处作品 理由']],
  ['en', ['All · Works Declared', 'V04 色情低俗 · the platform’s own checks (recorded by the platform) · Works Reason']],
] as const)('two figures of one form are told apart where the page cannot be asked (%s)', (language, expected) => {
  const words = catalogues[language]
  const tongue = { words, format: formats(language), clause: () => '色情低俗' }
  const sending = { noun: 'biweekly' as const, called: {}, named: (field: string) => figureLabel(field, tongue), turn: 1, typed: {} }
  const wrong = ['declared.:::works', 'reasons.V04:self_inspection:recorded:works'].map((field) => ({ field, code: 'not_a_number' }))
  const { errors } = answersTo(sending).refused(refuse('not_a_number', { faults: wrong })).said[language]
  expect(errors.map(({ label }) => label)).toEqual(expected)
})
