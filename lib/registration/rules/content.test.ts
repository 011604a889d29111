import { describe, expect, test } from 'vitest'
import { asDay } from '../../kernel/time'
import { aliasesOf, bareTitle, type Draft, declarationOf, EMPTY_DRAFT, episodesOf, readContent, withLinesAsRows } from './content'
import { changedFields, isQuoted, textOf, unchanged } from './difference'
import { fitsClass } from './filing'
import { fenAsYuan, yuanToFen } from './money'

const on = asDay('2026-10-12')
const whole: Draft = {
  ...EMPTY_DRAFT,
  title: '《山城来信》',
  aliases: '山城的信\n《Letters》，山城的信',
  era: 'contemporary',
  genre: 'urban',
  form: 'comic',
  aiMade: 'yes',
  episodeLines: '2 × 90',
  synopsis: ' 一封信。 ',
  investment: '85 万',
}

test.for([
  ['850,000', 85_000_000n],
  ['850000.5', 85_000_050n],
  ['８５０，０００元', 85_000_000n],
  ['¥ 0.01', 1n],
  ['85万', 85_000_000n],
  ['1.25 万元', 1_250_000n],
  ['3亿', 30_000_000_000n],
  ['0', 0n],
  ['0.001', undefined],
  ['八十五万', undefined],
  ['-5', undefined],
  ['85 万左右', undefined],
  ['', undefined],
] as const)('%s yuan is %s fen', ([text, fen]) => expect(yuanToFen(text)).toBe(fen))
test.for([
  [85_000_000n, '850000'],
  [85_000_050n, '850000.50'],
] as const)('%s fen is typed %s', ([fen, text]) => {
  expect(fenAsYuan(fen)).toBe(text)
  expect(yuanToFen(text)).toBe(fen)
})

test('a title loses its brackets, aliases come apart and once each', () => {
  expect(bareTitle(' 《夜宴》 ')).toBe('夜宴')
  expect(bareTitle('《夜宴》与《晨宴》')).toBe('《夜宴》与《晨宴》')
  expect(aliasesOf(whole.aliases)).toEqual(['山城的信', 'Letters'])
})

test('a whole filing is read', () => {
  expect(readContent(whole, on)).toEqual({
    ok: true,
    content: {
      title: '山城来信',
      aliases: ['山城的信', 'Letters'],
      era: 'contemporary',
      genre: 'urban',
      form: 'comic',
      aiMade: true,
      investmentFen: 85_000_000n,
      episodes: [
        { number: 1, title: '', seconds: 90 },
        { number: 2, title: '', seconds: 90 },
      ],
      synopsis: '一封信。',
      specialSubjects: [],
      mainPush: false,
      firstScreen: false,
      voluntary: false,
      platformIds: [],
      poster: null,
    },
  })
})

test('an empty one names every field that is needed, in the order of the form', () => {
  const read = readContent(EMPTY_DRAFT, on)
  expect(read.ok || read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'title required',
    'era choose',
    'genre choose',
    'form choose',
    'aiMade choose',
    'episodeLines no_episodes',
    'synopsis required',
    'investment required',
  ])
})

describe('episodes', () => {
  const rows = (...cells: [string, string, string][]) => cells.map(([number, title, length]) => ({ number, title, length }))
  test.for([
    [rows(['1', '雨夜', '1:30'], ['', '', '']), '', [], 1],
    [rows(['第2集', '', '90 秒']), '1 开端 90', [], 2],
    [rows(['', '无号', '90']), '', ['episodes.0.number episode_number_missing'], 0],
    [rows(['', '', ''], ['3', '', '']), '', ['episodes.1.length episode_length_missing'], 0],
    [rows(['1', '', '90']), '1 × 90', ['episodes episode_twice'], 2],
    [rows(['1', '', '20:00']), '', ['episodes.0.length episode_too_long'], 0],
    [[], '3 × 20:00', ['episodeLines episode_too_long'], 3],
    [[], '1 90\n坏行', ['episodeLines lines_not_understood'], 0],
  ] as const)('%o and %s', ([episodes, episodeLines, faults, count]) => {
    const read = episodesOf({ episodes: [...episodes], episodeLines }, on)
    expect(read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(faults)
    expect(read.episodes).toHaveLength(count)
  })
  test('pasted lines become rows and take the place of rows with their number; what cannot be read stays', () => {
    const typed = { episodes: rows(['2', '旧', '60'], ['5', '留下', '60'], ['', '', '']), episodeLines: '1 90\n2 新 1:30' }
    expect(withLinesAsRows(typed)).toEqual({ episodeLines: '', episodes: rows(['1', '', '90'], ['2', '新', '90'], ['5', '留下', '60']) })
    expect(withLinesAsRows({ ...typed, episodeLines: '坏行' })).toEqual({ ...typed, episodeLines: '坏行' })
  })
})

test('nothing is classed before it is said whether AI made it and what it costs', () => {
  expect(declarationOf({ ...whole, aiMade: '' })).toBeUndefined()
  expect(declarationOf({ ...whole, investment: '?' })).toBeUndefined()
  expect(declarationOf(whole)).toEqual({
    aiMade: true,
    investmentFen: 85_000_000n,
    specialSubjects: [],
    mainPush: false,
    firstScreen: false,
    voluntary: false,
  })
})

test('what changed is told field by field, and only what is written can be misquoted', () => {
  const later = { ...whole, synopsis: '一封信，三个人。', specialSubjects: ['judicial', 'ethnic'] }
  expect(changedFields(whole, later)).toEqual(['synopsis', 'specialSubjects'])
  expect(unchanged('specialSubjects', later, { ...later, specialSubjects: ['ethnic', 'judicial'] })).toBe(true)
  expect(unchanged('nothing', whole, later)).toBe(false)
  expect(textOf({ ...whole, episodes: [{ number: '1', title: '雨夜', length: '90' }] }, 'episodes')).toBe('1 雨夜 90\n2 × 90')
  expect([isQuoted('一 封信', whole, 'synopsis'), isQuoted('两封信', whole, 'synopsis'), isQuoted('何处', whole, 'genre')]).toEqual([
    true,
    false,
    true,
  ])
})

test('a step of another class is not for a filing', () => {
  const of = (filedAs: 1 | 2 | 3 | null) =>
    (['submit', 'offer', 'approve', 'forward', 'return', 'publish'] as const).filter((step) => fitsClass(step, filedAs)).join(' ')
  expect([of(1), of(2), of(3), of(null)]).toEqual([
    'submit forward return publish',
    'submit approve return publish',
    'offer return publish',
    'submit offer return publish',
  ])
})
