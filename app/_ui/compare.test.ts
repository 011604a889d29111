import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from './compare'

const of = (pieces: ReturnType<typeof compareTexts>, kind: 'removed' | 'added') =>
  pieces
    .filter((piece) => piece.kind !== (kind === 'removed' ? 'added' : 'removed'))
    .map(({ text }) => text)
    .join('')

test('a Han character is one step, a Latin word another', () => {
  expect(compareTexts('编剧：陈希，V2 produced', '编剧：陈溪，V3 produced')).toEqual([
    { kind: 'same', text: '编剧：陈' },
    { kind: 'removed', text: '希' },
    { kind: 'added', text: '溪' },
    { kind: 'same', text: '，' },
    { kind: 'removed', text: 'V2' },
    { kind: 'added', text: 'V3' },
    { kind: 'same', text: ' produced' },
  ])
})

test('an added ending is one piece', () => {
  expect(compareTexts('得知当年的选择。', '得知当年的选择，回到山城。')).toEqual([
    { kind: 'same', text: '得知当年的选择' },
    { kind: 'added', text: '，回到山城' },
    { kind: 'same', text: '。' },
  ])
})

test('both texts can be read back from any difference, and equal texts have none', () => {
  const words = fc
    .array(fc.constantFrom('夜', '宴', '。', ' ', 'night', '3', '\n', '𠮷', '😀'), { maxLength: 30 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = compareTexts(before, after)
      expect(of(pieces, 'removed')).toBe(before)
      expect(of(pieces, 'added')).toBe(after)
      if (before === after) expect(pieces.every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

test('texts too long to be compared are shown as replaced', () => {
  const kinds = compareTexts('甲'.repeat(3000), '乙'.repeat(3000)).map(({ kind }) => kind)
  expect(kinds).toEqual(['removed', 'added'])
})
