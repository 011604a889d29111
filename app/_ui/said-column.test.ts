import { expect, test } from 'vitest'
import { choices, choose, heads, line, type SaidColumn, shown } from './said-column'

type Row = { name: string; state: string; due: string }
const columns: SaidColumn<Row>[] = [
  { key: 'number', head: '编号', text: () => 'A-1' },
  { key: 'title', head: '作品', rowHead: true, text: ({ name }) => name },
  { key: 'state', head: '状态', at: 'hide', text: ({ state }) => state },
  { key: 'due', head: '期限', fileHead: '期限（北京时间）', extra: true, text: ({ due }) => due },
  { key: 'next', head: '办理', act: true, text: () => null },
]
const row = { name: '长夜', state: '已列入', due: '2026-11-24' }
const keys = (asked?: string | string[]) => choose(columns, asked).shown.map(({ key }) => key)

test('without a choice all stand but the extra ones', () => {
  expect(keys()).toEqual(['number', 'title', 'state', 'next'])
  expect(choose(columns, undefined).columns).toBeUndefined()
  expect(choose(columns, 'number.title.state').columns).toBeUndefined()
})

test('a choice is kept in the table’s order, as a link or a form sends it; what names a row always stands', () => {
  expect(keys('due.number')).toEqual(['number', 'title', 'due', 'next'])
  expect(keys(['title', 'due', 'number'])).toEqual(['number', 'title', 'due', 'next'])
  expect(choose(columns, ['due', 'number']).columns).toBe('number.title.due')
  expect(keys('title')).toEqual(['title', 'next'])
  expect(keys('unknown')).toEqual(['number', 'title', 'state', 'next'])
})

test('what a narrow screen leaves out of itself it shows to whoever chose it', () => {
  expect(choose(columns, 'state').shown.find(({ key }) => key === 'state')).toMatchObject({ at: 'full', cardLabel: '状态' })
  expect(choose(columns, undefined).shown.find(({ key }) => key === 'state')).toMatchObject({ at: 'hide' })
})

test('the file has the columns of the screen without what can be done', () => {
  const chosen = choose(columns, 'due')
  expect(heads(chosen.shown)).toEqual(['作品', '期限（北京时间）'])
  expect(line(chosen.shown, row)).toEqual(['长夜', '2026-11-24'])
  expect(shown(chosen.shown).map(({ head }) => head)).toEqual(['作品', '期限', '办理'])
  expect(choices(chosen).map(({ key, stands }) => [key, stands])).toEqual([
    ['number', false],
    ['state', false],
    ['due', true],
  ])
})
