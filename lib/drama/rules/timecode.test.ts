import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSpan, formatTimecode, halfWidth, parseLength, parseSpan, parseTimecode } from './timecode'

test.for([
  ['00:41', 41],
  ['1:05', 65],
  ['75:10', 4510],
  ['1:02:03', 3723],
  ['００：４１', 41],
  [' 01:08 ', 68],
  ['00:60', undefined],
  ['1:60:00', undefined],
  ['0:5', undefined],
  ['41', undefined],
  ['', undefined],
  ['aa:bb', undefined],
] as const)('%s is at %s seconds', ([text, seconds]) => expect(parseTimecode(text)).toBe(seconds))

test('what is written is read again', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100 * 3600 - 1 }), (seconds) => parseTimecode(formatTimecode(seconds)) === seconds))
  const spans = fc.tuple(fc.nat(9000), fc.option(fc.nat(9000)))
  fc.assert(
    fc.property(spans, ([start, length]) => {
      const span = { start, end: length === null ? null : start + length + 1 }
      expect(parseSpan(formatSpan(span))).toEqual(span)
    }),
  )
})

test.for([
  ['00:41–01:08', { start: 41, end: 68 }],
  ['00:41-01:08', { start: 41, end: 68 }],
  ['00:41 — 01:08', { start: 41, end: 68 }],
  ['００：４１～０１：０８', { start: 41, end: 68 }],
  ['00:41至01:08', { start: 41, end: 68 }],
  ['00:41', { start: 41, end: null }],
  ['00:41-00:41', { start: 41, end: 41 }],
  ['01:08-00:41', 'end_before_start'],
  ['00:41-', 'not_understood'],
  ['00:41-01:08-02:00', 'not_understood'],
  ['开头', 'not_understood'],
] as const)('%s', ([text, expected]) => expect(parseSpan(text)).toEqual(expected))

test.for([
  ['90', 90],
  ['90 s', 90],
  ['90S', 90],
  ['90秒', 90],
  ['９０秒', 90],
  ['1分30秒', 90],
  ['1 分 30 秒', 90],
  ['1分30', 90],
  ['1.5分钟', 90],
  ['1.5 min', 90],
  ['2 minutes', 120],
  ['1\'30"', 90],
  ['1′30″', 90],
  ['01:30', 90],
  ['1:01:30', 3690],
  ['0', 0],
  ['1:75', undefined],
  ['', undefined],
  ['很长', undefined],
] as const)('%s is %s seconds long', ([text, seconds]) => expect(parseLength(text)).toBe(seconds))

test('folding the width keeps every position', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => halfWidth(text).length === text.length))
})
