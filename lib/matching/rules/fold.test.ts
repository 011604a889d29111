import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, gramsOf, soundOf, stemOf } from './fold'

describe('what a renaming leaves alone', () => {
  test.for([
    ['夜宴', '夜宴'],
    ['《夜 宴》！', '夜宴'],
    ['夜·宴🔥🔥', '夜宴'],
    ['夜\u200b宴', '夜宴'],
    ['夜̲宴̲', '夜宴'],
    ['夜　宴……', '夜宴'],
    ['後來的我們', '后来的我们'],
    ['裡應外合', '里应外合'],
    ['夜讌，妳我', '夜宴你我'],
    ['ＣＥＯ 的 前妻', 'ceo的前妻'],
    ['ⅩⅢ 號病房', 'xiii号病房'],
    ['⼭城来信', '山城来信'],
    ['夜宴 ②', '夜宴2'],
    ['（京）网微剧备字（2026）第001号', '京网微剧备字2026第001号'],
    ['？！', ''],
    ['', ''],
  ])('%s', ([title, folded]) => expect(fold(title!)).toBe(folded))
  test('and folding again changes nothing', () => {
    const titles = fc.string({ unit: fc.constantFrom(...'夜宴後來我們裡髮著乾坤！ 《》aB２②é🔥·', '\u200b'), maxLength: 12 })
    fc.assert(fc.property(titles, (title) => fold(fold(title)) === fold(title)))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => fold(fold(title)) === fold(title)),
      { numRuns: 300 },
    )
  })
})

describe('the stem', () => {
  test.for([
    ['夜宴第二季', '夜宴'],
    ['夜宴第十二部', '夜宴'],
    ['夜宴2', '夜宴'],
    ['夜宴之二', '夜宴'],
    ['夜宴ii', '夜宴'],
    ['夜宴重启', '夜宴'],
    ['夜宴重启第2季完整版', '夜宴'],
    ['重启夜宴', '夜宴'],
    ['夜宴season2', '夜宴'],
    ['夜宴大结局', '夜宴'],
    ['夜宴下部', '夜宴'],
    ['长安2024', '长安2024'],
    ['重启', '重启'],
    ['重启人生', '人生'],
    ['第二季', '第二季'],
    ['夜2', '夜2'],
    ['唯一', '唯一'],
    ['xiii', 'xiii'],
  ])('%s: %s', ([folded, stem]) => expect(stemOf(folded!)).toBe(stem))
  test('keeps two characters at least', () => {
    const titles = fc.string({ unit: fc.constantFrom(...'夜宴第二季重启2部之续集全'), maxLength: 10 })
    fc.assert(fc.property(titles, (title) => [...stemOf(title)].length >= Math.min(2, [...title].length)))
  })
})

test('characters and neighbours, each once', () => {
  expect(gramsOf('夜宴夜宴')).toEqual(['夜', '宴', '夜宴', '宴夜'])
  expect(gramsOf('𠮷野')).toEqual(['𠮷', '野', '𠮷野'])
  expect([gramsOf('夜'), gramsOf('')]).toEqual([['夜'], []])
  const some = fc.string({ unit: fc.constantFrom(...'夜宴山城来信'), maxLength: 12 })
  fc.assert(
    fc.property(some, some, some, (before, word, after) => gramsOf(word).every((gram) => gramsOf(before + word + after).includes(gram))),
  )
})

test('the sound of a title', () => {
  expect([soundOf('夜宴'), soundOf('夜晏'), soundOf('女王2love')]).toEqual(['ye yan', 'ye yan', 'nv wang 2love'])
})
