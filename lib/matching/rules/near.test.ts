import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainNear, type Named, type NearCode } from './near'

const code = (mine: string, theirs: string) =>
  explainNear({ title: mine }, { title: theirs })
    ?.map((reason) => reason.code)
    .join() ?? null

describe('against 《夜宴》 and its like', () => {
  test.for<[string, string, NearCode | null]>([
    ['夜 宴！', '夜宴', 'equal_folded'],
    ['《夜宴》🔥', '夜宴', 'equal_folded'],
    ['夜 宴！重启', '夜宴', 'season_suffix'],
    ['夜宴第二季', '夜宴', 'season_suffix'],
    ['夜宴2', '夜宴 第三部', 'season_suffix'],
    ['夜晏', '夜宴', 'homophone'],
    ['业宴 重启', '夜宴', 'homophone'],
    ['夜讌', '夜宴', 'equal_folded'],
    ['暗夜契约书', '暗夜契约', 'one_edit'],
    ['暗夜的契约', '暗夜契约', 'one_edit'],
    ['暗夜条约', '暗夜契约', 'one_edit'],
    ['暗契夜约', '暗夜契约', 'one_edit'],
    ['暗夜契约之豪门归来', '暗夜契约', 'starts_with'],
    ['夜宴风云', '夜宴', 'starts_with'],
    ['夜宴风云录续', '夜宴', null],
    ['晚宴', '夜宴', null],
    ['山城来信', '夜宴', null],
    ['重生之夜宴', '夜宴', null],
    ['夜宴', '宴夜', null],
    ['！！', '？', null],
    ['', '', null],
  ])('%s and %s: %s', ([mine, theirs, expected]) => {
    expect(code(mine, theirs)).toBe(expected)
    expect(code(theirs, mine)).toBe(expected)
  })
})

test('reasons carry the names as they stand, strongest first', () => {
  const mine: Named = { title: '盛宴', aliases: ['夜  宴'], numbers: ['(快手)网微剧备字(2026)第000123号'] }
  const theirs: Named = {
    title: '夜宴',
    aliases: ['夜宴 重启'],
    numbers: ['（快手）网微剧备字（2026）第000123号', '（京）网微剧备字（2026）第001号'],
  }
  expect(explainNear(mine, theirs)).toEqual([
    { code: 'number_equal', mine: '(快手)网微剧备字(2026)第000123号', theirs: '（快手）网微剧备字（2026）第000123号' },
    { code: 'alias', mine: '夜  宴', theirs: '夜宴' },
    { code: 'season_suffix', mine: '夜  宴', theirs: '夜宴 重启' },
  ])
})

test('a work is near to itself, and nearness goes both ways', () => {
  const titles = fc.string({ unit: fc.constantFrom(...'夜宴晏山城来信2！'), minLength: 1, maxLength: 6 })
  fc.assert(fc.property(titles, titles, (a, b) => code(a, b) === code(b, a)))
  fc.assert(
    fc.property(
      titles.filter((title) => /[^！]/.test(title)),
      (title) => code(title, title) === 'equal_folded',
    ),
  )
})
