import { describe, expect, test } from 'vitest'
import { formats } from './formats'

const zh = formats('zh-CN')
const en = formats('en')
const at = (text: string) => new Date(`${text}+08:00`)
const now = at('2026-11-25T11:45:00')

describe('dates are Beijing’s', () => {
  test.each([
    [zh.instant(at('2026-11-24T09:40:00')), '2026-11-24 周二 09:40'],
    [en.instant(at('2026-11-24T09:40:00')), 'Tue 24 Nov 2026, 09:40'],
    [zh.instant(new Date('2026-12-31T16:05:00Z')), '2027-01-01 周五 00:05'],
    [zh.inList(at('2026-11-25T12:37:00'), now), '今天 12:37'],
    [en.inList(at('2026-11-25T12:37:00'), now), 'today 12:37'],
    [zh.inList(at('2026-11-24T09:40:00'), now), '11-24 周二 09:40'],
    [en.inList(at('2026-11-24T09:40:00'), now), 'Tue 24 Nov 09:40'],
    [zh.inList(at('2025-06-17T09:40:00'), now), '2025-06-17 周二 09:40'],
    [zh.inList(new Date('2026-11-24T15:59:00Z'), now), '11-24 周二 23:59'],
    [zh.day('2026-11-24'), '2026-11-24 周二'],
    [zh.dayInList('2026-08-03', now), '08-03 周一'],
    [zh.dayInList('2025-06-17', now), '2025-06-17'],
    [en.dayInList('2025-06-17', now), '17 Jun 2025'],
    [zh.time(at('2026-11-24T09:05:00')), '09:05'],
    [zh.dayOfInstant(new Date('2026-11-24T16:00:00Z')), '2026-11-25 周三'],
  ])('%s', (said, wanted) => expect(said).toBe(wanted))
})

describe('figures keep their separators and units', () => {
  test.each([
    [zh.count(1365004), '1,365,004'],
    [zh.count(999), '999'],
    [zh.money(85_000_000n), '850,000 元'],
    [zh.money(123_405n), '1,234.05 元'],
    [en.money(85_000_000n), '850,000 yuan'],
    [zh.share(4330), '43.3%'],
    [zh.list(['快手', '抖音']), '快手、抖音'],
    [en.list(['Kuaishou', 'Douyin']), 'Kuaishou, Douyin'],
  ])('%s', (said, wanted) => expect(said).toBe(wanted))
})

const second = 1000
const minute = 60 * second
const hour = 60 * minute

describe('a length of time has two units, and seconds only under five minutes', () => {
  test.each([
    [0, '0 秒'],
    [-minute, '0 秒'],
    [38 * second, '38 秒'],
    [4 * minute + 8 * second, '4 分 08 秒'],
    [5 * minute, '5 分'],
    [52 * minute + 59 * second, '52 分'],
    [2 * hour + 5 * minute, '2 小时 05 分'],
    [23 * hour + 59 * minute, '23 小时 59 分'],
    [29 * hour, '1 天 5 小时'],
  ])('%d ms', (length, wanted) => expect(zh.span(length)).toBe(wanted))
  test('in English', () => expect(en.span(5 * hour + 45 * minute)).toBe('5 h 45 min'))
})
