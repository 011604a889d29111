import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { asDay } from '../kernel/time'
import { formatPlace, itemsFor, judgeItem, parsePlaces, type SubjectKind, severityOf, warningOf } from './rules'

const taxonomy = referenceRows('violation_taxonomy')
const items = (...codes: string[]) => taxonomy.filter(({ code }) => codes.includes(code))

test.for([
  ['V04-02', 'drama', { ok: true }],
  ['V04-02', 'account', { ok: true }],
  ['V04-02', 'mini_program', { code: 'item_not_for_subject', params: { code: 'V04-02', kind: 'mini_program' } }],
  ['V12-04', 'drama', { code: 'item_not_for_subject' }],
  ['V12-04', 'account', { ok: true }],
  ['V09-09', 'mini_program', { ok: true }],
  ['V05-01', 'drama', { ok: true }],
  ['V04', 'drama', { code: 'item_is_group' }],
  ['V99-01', 'drama', { code: 'item_unknown' }],
] as const)('%s for a %s', ([code, kind, expected]) => expect(judgeItem(code, kind, taxonomy)).toMatchObject(expected))

test.for([
  ['drama', 57],
  ['mini_program', 20],
  ['account', 32],
] as const)('a %s can be charged with %i items, none of them a group', ([kind, count]) => {
  const found = itemsFor(kind, taxonomy)
  expect(found).toHaveLength(count)
  expect(found.every(({ code }) => judgeItem(code, kind, taxonomy).ok)).toBe(true)
})

describe('severity is the highest item that applies to the subject', () => {
  test.for<[string[], SubjectKind, number | null]>([
    [['V04-02', 'V10-05'], 'drama', 4],
    [['V04-02'], 'drama', 3],
    [['V06-06', 'V04-05'], 'drama', 2],
    [['V12-04', 'V04-03'], 'account', 4],
    [['V12-04', 'V09-10'], 'account', 3],
    [['V12-04'], 'drama', null],
    [['V04'], 'drama', null],
    [[], 'account', null],
  ])('%s for a %s: %s', ([codes, kind, severity]) => expect(severityOf(items(...codes), kind)).toBe(severity))
})

describe('dates warn and never refuse', () => {
  test.for([
    ['V09-11', '2026-08-31', 'item_not_yet_in_force'],
    ['V09-11', '2026-09-01', null],
    ['V12-04', '2023-11-15', 'item_not_yet_in_force'],
    ['V12-04', '2023-11-16', null],
    ['V12-01', '1999-01-01', null],
  ] as const)('%s seen on %s: %s', ([code, seenOn, warning]) => {
    const [item] = items(code)
    expect(warningOf(item!, asDay(seenOn))).toBe(warning)
  })
  test('an item that has ended warns from that day on', () => {
    const ended = { effectiveFrom: null, effectiveTo: asDay('2026-10-01') }
    expect([warningOf(ended, asDay('2026-09-30')), warningOf(ended, asDay('2026-10-01'))]).toEqual([null, 'item_no_longer_in_force'])
  })
})

describe('places', () => {
  test.for([
    ['12 00:38-01:02 擦边镜头', { episode: 12, start: 38, end: 62, note: '擦边镜头' }],
    ['第12集 00:38—01:02，擦边', { episode: 12, start: 38, end: 62, note: '擦边' }],
    ['１２　００：３８～０１：０２　擦边', { episode: 12, start: 38, end: 62, note: '擦边' }],
    ['12\t00:38 - 01:02\t擦边 镜头！', { episode: 12, start: 38, end: 62, note: '擦边 镜头！' }],
    ['12: 00:38 片名', { episode: 12, start: 38, end: null, note: '片名' }],
    ['12 00:38至01:02', { episode: 12, start: 38, end: 62, note: '' }],
    ['EP12 全集', { episode: 12, start: null, end: null, note: '全集' }],
    ['12', { episode: 12, start: null, end: null, note: '' }],
    ['12 01:02:03-01:02:10', { episode: 12, start: 3723, end: 3730, note: '' }],
    ['12 00:38-00:38', { episode: 12, start: 38, end: 38, note: '' }],
  ] as const)('%s', ([line, place]) => expect(parsePlaces(line)).toEqual({ ok: true, places: [place] }))
  test.for([
    ['12 01:02-00:38 擦边', 'end_before_start'],
    ['12 00:38-01:75', 'not_understood'],
    ['12 00:99', 'not_understood'],
    ['12 1:2', 'not_understood'],
    ['00:38-01:02 擦边', 'episode_missing'],
    ['擦边', 'not_understood'],
    ['0 00:38', 'episode_unknown'],
  ] as const)('%s is refused: %s', ([line, code]) =>
    expect(parsePlaces(`1 00:01\n\n${line}`)).toEqual({ ok: false, errors: [{ line: 3, text: line, code }] }),
  )
  test('outside of the work, where its episodes are known', () => {
    const episodes = [
      { number: 1, seconds: 90 },
      { number: 2, seconds: null },
    ]
    expect(parsePlaces('1 01:30\n2 99:00', episodes)).toMatchObject({ ok: true })
    expect(parsePlaces('1 01:00-01:31\n1 01:31\n3 00:01\n3', episodes)).toMatchObject({
      errors: [{ code: 'beyond_episode' }, { code: 'beyond_episode' }, { code: 'episode_unknown' }, { code: 'episode_unknown' }],
    })
  })
  test('nothing gives no place, and more than 500 are too many', () => {
    expect(parsePlaces(' \n')).toEqual({ ok: true, places: [] })
    expect(parsePlaces('1\n'.repeat(501))).toMatchObject({ errors: [{ line: 501, code: 'too_many' }] })
  })
  test('what is written is read again', () => {
    const place = fc
      .tuple(
        fc.integer({ min: 1, max: 999 }),
        fc.option(fc.tuple(fc.nat(5000), fc.option(fc.integer({ min: 1, max: 900 })))),
        fc.constantFrom('', '擦边镜头', '第2次 出现', '3 人'),
      )
      .map(([episode, span, note]) => ({ episode, start: span ? span[0] : null, end: span?.[1] ? span[0] + span[1] : null, note }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), (places) => {
        expect(parsePlaces(places.map(formatPlace).join('\n'))).toEqual({ ok: true, places })
      }),
    )
  })
})
