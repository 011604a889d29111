import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDay } from '../../kernel/time'
import { EPISODES_MAX, type EpisodeFault, isTooLong, parseEpisodes, totalMinutes } from './episodes'
import { formatTimecode } from './timecode'

const read = (text: string) => {
  const parsed = parseEpisodes(text)
  return parsed.ok
    ? parsed.episodes.map(({ number, title, seconds }) => `${number}|${title}|${seconds}`)
    : parsed.errors.map(({ line, code }) => `${line}: ${code}`)
}
const first = (text: string) => {
  const parsed = parseEpisodes(text)
  return parsed.ok
    ? { count: parsed.episodes.length, seconds: parsed.episodes[0]?.seconds, last: parsed.episodes.at(-1)?.number }
    : parsed.errors
}

describe('all alike', () => {
  test.for([
    '80 × 90 s',
    '80×90',
    '80x90',
    '80X90s',
    '80 * 90秒',
    '80 集 × 1分30秒',
    '80集×1.5分钟',
    '８０集×９０秒',
    '共80集，每集90秒',
    '80集 每集 90 秒',
    '80 集，每集 1 分 30 秒',
    '80 eps x 1.5 min',
    '80集×01:30',
    '1-80 90s',
    '第1集至第80集 1分30秒',
    '第1-80集：90秒',
    '1～80 01:30',
    '1-40 90\n41-80 90',
  ])('%s', (text) => expect(first(text)).toEqual({ count: 80, seconds: 90, last: 80 }))
})

describe('a line each', () => {
  test.for([
    ['1 标题 01:30', ['1|标题|90']],
    ['1\t山城的雨\t90', ['1|山城的雨|90']],
    ['１　山城的雨　９０秒', ['1|山城的雨|90']],
    ['第1集 来信！ 1分30秒', ['1|来信！|90']],
    ['第1集：来信（上）1分30秒', ['1|来信（上）|90']],
    ['1. The letter (part 2) 1:30', ['1|The letter (part 2)|90']],
    ['1、来信，90秒', ['1|来信|90']],
    ['EP01 Letter 01:30', ['1|Letter|90']],
    ['1 24 小时 01:30', ['1|24 小时|90']],
    ['1 第2封信 90', ['1|第2封信|90']],
    ['1 来信（01:30）', ['1|来信|90']],
    ['1 01:30', ['1||90']],
    ['1\t\t90', ['1||90']],
    ['| 1 | 来信 | 01:30 |', ['1: not_understood']],
    ['集数\t标题\t时长\n1\t来信\t01:30\n\n2\t重逢\t1分20秒\n', ['1|来信|90', '2|重逢|80']],
    ['2 乙 80\r\n1 甲 90', ['1|甲|90', '2|乙|80']],
    ['1 X 90\n2 × 80', ['1|X|90', '2|×|80']],
    ['', []],
  ] as const)('%s', ([text, expected]) => expect(read(text)).toEqual(expected))
})

describe('every bad line is named', () => {
  test.for<[string, number, EpisodeFault]>([
    ['来信 01:30', 1, 'number_missing'],
    ['01:30', 1, 'number_missing'],
    ['90 秒', 1, 'number_missing'],
    ['12', 1, 'length_missing'],
    ['1-80', 1, 'length_missing'],
    ['1 来信', 1, 'length_missing'],
    ['1 来信 01:75', 1, 'not_understood'],
    ['待定', 1, 'not_understood'],
    ['80-1 90', 1, 'not_understood'],
    ['0 来信 90', 1, 'not_understood'],
    ['1 来信 0', 1, 'length_not_positive'],
    ['80 × 0', 1, 'length_not_positive'],
    ['1 甲 90\n1 乙 90', 2, 'number_repeated'],
    ['1-20 90\n20 大结局 120', 2, 'number_repeated'],
    ['999999 x 90', 1, 'too_many'],
    ['1-1500 90\n1501-3000 90', 2, 'too_many'],
    [`1 ${'长'.repeat(400)} 90`, 1, 'not_understood'],
  ])('%s', ([text, line, code]) => expect(parseEpisodes(text)).toMatchObject({ ok: false, errors: [{ line, code }] }))
  test('with its place in the pasted text, and nothing is taken over', () => {
    expect(read('1 甲 90\n\n乙 80\n3 丙\n4 丁 70')).toEqual(['3: number_missing', '4: length_missing'])
  })
})

test('a list that the portal could have written is read as it is', () => {
  const title = fc.stringMatching(/^[山城来信重逢夜宴！？A-Z]{0,12}$/)
  const lists = fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 999 }), title, seconds: fc.integer({ min: 1, max: 1199 }) }), {
    selector: (episode) => episode.number,
    maxLength: 40,
  })
  const distinct = lists.filter((list) => list.length !== 1 || list[0]?.title !== 'X')
  fc.assert(
    fc.property(distinct, fc.constantFrom('\t', ' ', '　'), (list, gap) => {
      const text = list
        .map(({ number, title, seconds }) => [number, ...(title ? [title] : []), formatTimecode(seconds)].join(gap))
        .join('\n')
      expect(parseEpisodes(text)).toEqual({ ok: true, episodes: list.toSorted((a, b) => a.number - b.number) })
    }),
    { numRuns: 300 },
  )
})

test('no text takes long or throws', () => {
  const noise = fc.string({
    unit: fc.constantFrom('1', '0', ':', ' ', '分', '秒', '集', '第', '-', '.', 'x', '甲', '\t', "'"),
    maxLength: 300,
  })
  fc.assert(
    fc.property(noise, (text) => typeof parseEpisodes(text).ok === 'boolean'),
    { numRuns: 500 },
  )
  const began = performance.now()
  for (const text of ['1'.repeat(300), '1 '.repeat(150), '1:'.repeat(150), '1分'.repeat(150), ' '.repeat(300)]) parseEpisodes(`${text}甲`)
  expect(performance.now() - began).toBeLessThan(2000)
})

test('minutes are rounded up', () => {
  expect(totalMinutes(Array.from({ length: 80 }, () => ({ seconds: 90 })))).toBe(120)
  expect([totalMinutes([{ seconds: 61 }]), totalMinutes([])]).toEqual([2, 0])
  expect(EPISODES_MAX).toBe(2000)
})

test.for([
  ['2026-08-31', 900, false],
  ['2026-08-31', 901, true],
  ['2026-09-01', 1199, false],
  ['2026-09-01', 1200, true],
] as const)('on %s an episode of %i s is too long: %s', ([on, seconds, expected]) => expect(isTooLong(seconds, asDay(on))).toBe(expected))
