import { expect, test } from 'vitest'
import { asDay } from '../../kernel/time'
import { callStanding, lacks, linesOf, worksOf } from './item'
import { titleVerdict } from './title'

const today = asDay('2026-11-24')
const item = { kind: 'call' as const, title: 't', body: 'b', batch: null, closesOn: null, issuedOn: null, sourceName: 's' }

test('works are read a line each, with the producer behind the title', () => {
  const works = worksOf('《恋恋茶园》，浙江某影视公司\n\n我是猎手\n云朵之恋 | 成都\n《》')
  expect(works.slice(0, 3)).toEqual([
    { title: '恋恋茶园', producer: '浙江某影视公司' },
    { title: '我是猎手', producer: null },
    { title: '云朵之恋', producer: '成都' },
  ])
  expect(worksOf(linesOf(works.slice(0, 3)))).toEqual(works.slice(0, 3))
})

test.for([
  [{}, []],
  [{ title: '', body: '' }, ['title', 'body']],
  [{ closesOn: '2026-11-23' }, ['closesOn']],
  [{ closesOn: '2026-11-24' }, []],
  [{ issuedOn: '2026-11-25' }, ['issuedOn']],
  [{ kind: 'recommendation' as const }, ['batch']],
  [{ sourceName: '' }, ['sourceName']],
] as const)('%o lacks %o', ([over, fields]) => expect(lacks({ ...item, ...over }, today).map(({ field }) => field)).toEqual(fields))

test('a call is open through its last day', () => {
  expect([null, '2026-11-24', '2026-11-23'].map((day) => callStanding(day, today))).toEqual(['undated', 'open', 'closed'])
})

test('a listed name weighs more than an equal one, an equal one more than a near one', () => {
  const near = (code: 'equal_folded' | 'homophone') => ({ reasons: [{ code }] })
  expect(titleVerdict({ works: [near('equal_folded')], listed: [near('homophone')] })).toBe('listed')
  expect(titleVerdict({ works: [near('homophone'), near('equal_folded')], listed: [] })).toBe('same')
  expect(titleVerdict({ works: [near('homophone')], listed: [] })).toBe('near')
  expect(titleVerdict({ works: [], listed: [] })).toBe('free')
})
