import { expect, test } from 'vitest'
import { NOTICE_HEAD, noticeRows } from '../../../db/seed/notice'
import { referenceRows } from '../../../db/seed/reference'
import { asDay } from '../../kernel/time'
import type { LadderRung, ViolationItem } from '../../rulebook/rules/book'
import { type Cell, cellName, type Grid } from './grid'
import type { RowLaw } from './row'
import { judgeTable } from './table'

const law: RowLaw = {
  taxonomy: referenceRows('violation_taxonomy') as unknown as ViolationItem[],
  ladder: referenceRows('penalty_ladder') as unknown as LadderRung[],
  today: asDay('2026-11-25'),
}
const grid = (rows: Cell[][], over: Partial<Grid> = {}): Grid => ({
  format: 'csv',
  sheet: null,
  epoch: 1900,
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
  ...over,
})
const HEAD: Cell[] = [...NOTICE_HEAD]
const ROW: Record<string, Cell> = {
  平台内部编号: 'A-1',
  对象类型: '账号',
  编号: '7001',
  账号昵称: '晚亭剧场',
  违规条目: 'V12-04',
  发现日期: '2026-11-05',
  发现的问题: '引流',
  播出阶段: '上线后',
  处置措施: 'P6',
  措施参数: '7',
  开始日期: '2026-11-05',
}
const row = (over: Record<string, Cell> = {}): Cell[] => NOTICE_HEAD.map((label) => ({ ...ROW, ...over })[label] ?? null)
const judged = (rows: Cell[][], over?: Partial<Grid>) => {
  const outcome = judgeTable(grid(rows, over), law)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}
const only = (over: Record<string, Cell>, more?: Partial<Grid>) => judged([HEAD, row(over)], more).rows[0]!
const faultsOf = (over: Record<string, Cell>) => only(over).faults.map(({ field, code, cell }) => `${cell} ${field} ${code}`)

test('a notice of 119 works and 1,188 accounts is read row by row', () => {
  const rows = noticeRows({ code: 'DY', from: asDay('2026-11-02'), days: 14, dramas: 119, accounts: 1188 })
  const { rows: read } = judged([HEAD, ...rows])
  expect(read.filter(({ faults }) => faults.length > 0).slice(0, 3)).toEqual([])
  expect(read.map(({ entry }) => entry!.kind).filter((kind) => kind === 'account')).toHaveLength(1188)
  expect(new Set(read.map(({ entry }) => `${entry!.kind}${entry!.name}`)).size).toBe(1307)
})

test('a row says what was found and what was done', () => {
  expect(only({}).entry).toEqual({
    reference: 'A-1',
    kind: 'account',
    name: '晚亭剧场',
    number: '7001',
    maker: null,
    episode: null,
    items: ['V12-04'],
    seenOn: '2026-11-05',
    found: '引流',
    stage: 'after_airing',
    links: [],
    episodeCount: null,
    totalSeconds: null,
    measure: { rung: 'P6', parameter: '7', startsAt: '2026-11-04T16:00:00.000Z', endsAt: '2026-11-11T16:00:00.000Z' },
  })
})

const drama = { 对象类型: '微短剧', 名称: '落难千金', 编号: null, 账号昵称: null, 违规条目: 'V04-02', 处置措施: 'P3', 措施参数: null }

test.for<[string, Record<string, Cell>, object]>([
  [
    'full-width digits and brackets',
    { ...drama, 编号: '（京）网微剧备字（２０２６）第００１号', 涉及集数: '８０集', 分钟数: '１２０' },
    { number: '(京)网微剧备字(2026)第001号', episodeCount: 80, totalSeconds: 7200 },
  ],
  ['minutes with a fraction', { ...drama, 分钟数: 12.5 }, { totalSeconds: 750 }],
  [
    'an episode',
    { ...drama, 对象类型: '剧集', 集号: '第 12 集', 处置措施: 'P2 删除剧集' },
    {
      kind: 'episode',
      episode: 12,
      episodeCount: 1,
      measure: { rung: 'P2', parameter: null, startsAt: '2026-11-04T16:00:00.000Z', endsAt: null },
    },
  ],
  [
    'items by code, by name, without a dash, with their names behind',
    { 违规条目: 'V12-04 未备案引流、v1205；V12-06' },
    { items: ['V12-04', 'V12-05', 'V12-06'] },
  ],
  ['an item by its name', { ...drama, 违规条目: '软色情擦边' }, { items: ['V04-02'] }],
  [
    'a measure by its name',
    { 处置措施: '短期封禁', 措施参数: '７天' },
    { measure: expect.objectContaining({ rung: 'P6', parameter: '7' }) },
  ],
  [
    'a date cell with a time',
    { 开始日期: { at: '2026-11-05T08:30' } },
    { measure: expect.objectContaining({ startsAt: '2026-11-05T00:30:00.000Z' }) },
  ],
  ...[
    '2026年11月5日',
    '2026年11月5号',
    '２０２６年１１月０５日',
    '二〇二六年十一月五日',
    '2026.11.5',
    '2026/11/05',
    '2026-11-05 14:30',
    '2026年11月5日 星期四 下午2点30分',
    '2026/11/5 2:30 PM',
    '5 Nov 2026',
    'November 5, 2026',
    '5-Nov-2026',
  ].map((text): [string, Record<string, Cell>, object] => [`a date as ${text}`, { 发现日期: text }, { seenOn: '2026-11-05' }]),
  ['a day that stands before its month, as it can stand only there', { 发现日期: '24/11/2026', 开始日期: null }, { seenOn: '2026-11-24' }],
  ['a day that stands behind its month, as it can stand only there', { 发现日期: '11/24/2026', 开始日期: null }, { seenOn: '2026-11-24' }],
  ['a day and month that are the same number', { 发现日期: '11/11/2026', 开始日期: null }, { seenOn: '2026-11-11' }],
  [
    'a time of day in words',
    { 开始日期: '2026年11月5日 下午2点30分' },
    { measure: expect.objectContaining({ startsAt: '2026-11-05T06:30:00.000Z' }) },
  ],
  ['an episode in Chinese numerals', { ...drama, 对象类型: '剧集', 集号: '第一百零二集', 处置措施: '下架' }, { episode: 102 }],
  ['a date in one number', { 发现日期: 20261105 }, { seenOn: '2026-11-05' }],
  ['a bare day number', { 发现日期: 46331 }, { seenOn: '2026-11-05' }],
  ['days from first and last day', { 措施参数: null, 结束日期: '2026-11-11' }, { measure: expect.objectContaining({ parameter: '7' }) }],
  ['days up to the morning after', { 措施参数: null, 结束日期: '2026/11/12' }, { measure: expect.objectContaining({ parameter: '7' }) }],
  [
    'guidance without hours',
    { 处置措施: 'P1', 措施参数: null },
    { measure: expect.objectContaining({ parameter: '72', endsAt: '2026-11-07T16:00:00.000Z' }) },
  ],
  [
    'a suspended mini-program',
    { 对象类型: '小程序', 名称: '晚亭剧场', 账号昵称: null, 编号: 'wx1', 违规条目: 'V04-03', 处置措施: 'P8', 措施参数: '暂停' },
    { measure: expect.objectContaining({ parameter: 'suspend', endsAt: null }) },
  ],
  ['what was kept from airing', { ...drama, 播出阶段: '播前', 处置措施: '无', 开始日期: null }, { stage: 'before_airing', measure: null }],
  ['a code that stands as a number', { 编号: 123456789012345 }, { number: '123456789012345' }],
  ['a code that its cell marks as text', { 编号: { sure: '123456789012345000' } }, { number: '123456789012345000' }],
  ['a code behind an apostrophe', { 编号: "'0012" }, { number: '0012' }],
])('%s', ([, over, entry]) => {
  const read = only(over)
  expect(read.faults).toEqual([])
  expect(read.entry).toMatchObject(entry)
})

const mini = { 对象类型: '小程序', 名称: '晚亭剧场', 账号昵称: null, 编号: 'wx1', 违规条目: 'V04-03', 措施参数: null }
const episode = { ...drama, 对象类型: '剧集', 集号: 12 }
const undated = { 措施参数: null }
test.for<[string, Record<string, Cell>, string]>([
  ['a term in Chinese', { 措施参数: '七天' }, 'P6 7'],
  ['a term in 日', { 措施参数: '30日' }, 'P6 30'],
  ['a week', { 措施参数: '一周' }, 'P6 7'],
  ['a term of days in hours', { 措施参数: '72小时' }, 'P6 3'],
  ['a deadline of hours in days', { 处置措施: '限期整改', 措施参数: '三天' }, 'P1 72'],
  ['a deadline in Chinese numerals', { 处置措施: 'P1', 措施参数: '四十八' }, 'P1 48'],
  ['no term where none is to be', { ...drama, 处置措施: '下架', 措施参数: '无' }, 'P3 null'],
  ['a ban for good, said twice', { 违规条目: 'V04-03', 处置措施: '永久封禁', 措施参数: '永久' }, 'P9 null'],
  ['封禁 with days beside', { 处置措施: '封禁' }, 'P6 7'],
  ['封禁 with its last day beside', { 处置措施: '封禁', ...undated, 结束日期: '2026-11-11' }, 'P6 7'],
  ['封禁 with days behind', { 处置措施: '封禁七天', ...undated }, 'P6 7'],
  ['封禁 with days before, in brackets, said twice', { 处置措施: '封号（7天）' }, 'P6 7'],
  ['封禁 for good', { 违规条目: 'V04-03', 处置措施: '封禁（永久）', ...undated }, 'P9 null'],
  ['封禁 of a mini-program', { ...mini, 处置措施: '封禁' }, 'P9 null'],
  ['禁言', { 处置措施: '禁言3天', ...undated }, 'P5 3'],
  ['限流', { ...drama, 处置措施: '限流', 措施参数: '十五天' }, 'P4 15'],
  ['下架 of a work', { ...drama, 处置措施: '下架' }, 'P3 null'],
  ['下架 of an episode', { ...episode, 处置措施: '下架' }, 'P2 null'],
  ['下架 of a mini-program', { ...mini, 处置措施: '下架' }, 'P8 remove'],
  ['暂停服务 of a mini-program', { ...mini, 处置措施: '暂停服务' }, 'P8 suspend'],
  ['暂停 of a mini-program with days', { ...mini, 处置措施: '暂停', 措施参数: '7天' }, 'P7 7'],
])('%s names one measure', ([, over, measure]) => {
  const { entry, faults } = only(over)
  expect(faults).toEqual([])
  expect(`${entry!.measure!.rung} ${entry!.measure!.parameter}`).toBe(measure)
})

test.for<[string, Record<string, Cell>, object]>([
  ['two days', { 发现日期: '11/10/2026' }, { cell: 'I2', code: 'day_ambiguous', params: { first: '2026-11-10', second: '2026-10-11' } }],
  [
    'two rungs of an account',
    { 处置措施: '封禁', ...undated },
    { cell: 'L2', code: 'rung_ambiguous', params: { word: '封禁', zh: 'P6 短期封禁、P9 永久封禁' } },
  ],
  [
    'two rungs of a mini-program',
    { ...mini, 处置措施: '暂停' },
    { cell: 'L2', code: 'rung_ambiguous', params: { zh: 'P7 暂停能力、P8 下架小程序' } },
  ],
  ['two terms', { 处置措施: '封禁3天' }, { cell: 'M2', code: 'parameter_differs', params: { term: '3天' } }],
])('what can be %s is refused at its cell, which says what it may be', ([, over, fault]) => {
  expect(only(over).faults).toEqual([
    expect.objectContaining({ ...fault, params: expect.objectContaining((fault as { params: object }).params) }),
  ])
})

test('codes that a text file has rounded are found cell by cell; a single zero at the end is one only among its like', () => {
  const roundedIn = (...numbers: string[]) =>
    judged([HEAD, ...numbers.map((number, at) => row({ 平台内部编号: `A-${at}`, 编号: number }))])
      .rows.filter(({ faults }) => faults.some(({ code }) => code === 'code_rounded'))
      .map(({ typed }) => typed.number)
  expect(roundedIn('123456789012345000', '123456789012345678')).toEqual(['123456789012345000'])
  expect(roundedIn('12345678901234500')).toEqual(['12345678901234500'])
  expect(roundedIn('1234567890123450', '1234567890123451')).toEqual([])
  expect(roundedIn('1234567890123450', '2234567890123450', '3234567890123450')).toHaveLength(3)
})

test('the system of 1904 counts from another day', () => {
  expect(only({ 发现日期: 44869 }, { epoch: 1904 }).entry?.seenOn).toBe('2026-11-05')
})

test.for<[string, Record<string, Cell>, string[]]>([
  ['P10', { 处置措施: 'P10' }, ['L2 rung rung_not_recorded']],
  ['P11', { 处置措施: '移送主管部门' }, ['L2 rung rung_not_recorded']],
  ['a code that was rounded', { 编号: '1.23457E+17' }, ['D2 number code_rounded']],
  ['a number of more than 15 digits', { 编号: 123456789012345680 }, ['D2 number code_rounded']],
  ['a text file’s code with zeros from the 16th digit on', { 编号: '123456789012345000' }, ['D2 number code_rounded']],
  ['a reference that became a date', { 平台内部编号: { at: '2026-03-12T00:00' } }, ['A2 reference code_became_date']],
  ['a fraction for a code', { 编号: 0.5 }, ['D2 number code_is_value']],
  ['a truth value for a code', { 编号: true }, ['D2 number code_is_value']],
  ['a formula without value', { 发现的问题: { bad: 'formula_without_value' } }, ['J2 found formula_without_value']],
  ['an error', { 编号: { bad: 'formula_failed' } }, ['D2 number formula_failed']],
  ['a formula in a text file', { 账号昵称: { bad: 'formula_not_run' } }, ['E2 handle formula_not_run']],
  ['a day that is none', { 发现日期: '2026-02-30' }, ['I2 seenOn not_a_day']],
  ['a date to come', { 发现日期: '2026-12-01' }, ['I2 seenOn seen_in_future']],
  ['a measure before its finding', { 开始日期: '2026-11-04 23:59' }, ['N2 since since_before_seen']],
  ['an unknown item', { 违规条目: '看着不舒服' }, ['H2 items item_unknown']],
  ['a group', { 违规条目: 'V12' }, ['H2 items item_is_group']],
  ['an item that is not for accounts', { 违规条目: 'V05-01' }, ['H2 items item_not_for_subject']],
  ['another number of days', { 措施参数: '8' }, ['M2 parameter parameter_not_allowed']],
  ['no days at all', { 措施参数: null }, ['M2 parameter parameter_missing']],
  ['a word that names no rung for accounts', { 处置措施: '下架', 措施参数: null }, ['L2 rung rung_not_for_target']],
  ['a term beside the word that its rung does not have', { ...drama, 处置措施: '永久下架' }, ['L2 rung parameter_unexpected']],
  ['hours that are no days', { 措施参数: '7小时' }, ['M2 parameter parameter_not_allowed']],
  ['a numeral that is none', { ...drama, 涉及集数: '一百二' }, ['P2 episodeCount not_a_number']],
  ['an hour that is none', { 开始日期: '2026-11-05 25:00' }, ['N2 since not_a_day']],
  ['an hour of another zone', { 发现日期: '2026-11-05T18:00:00Z' }, ['I2 seenOn not_a_day']],
  ['a year in two digits', { 发现日期: '26-11-05' }, ['I2 seenOn not_a_day']],
  ['a rung that is not for accounts', { 处置措施: 'P3', 措施参数: null }, ['L2 rung rung_not_for_target']],
  ['an end that does not fit', { 结束日期: '2026-11-30' }, ['O2 until until_differs']],
  ['an end before the start', { 结束日期: '2026-11-01' }, ['O2 until until_before_since']],
  [
    'an end of what does not end',
    { 处置措施: 'P9', 措施参数: null, 违规条目: 'V04-03', 结束日期: '2026-11-20' },
    ['O2 until until_unexpected'],
  ],
  ['an account without id', { 编号: null }, ['D2 number account_id_missing']],
  ['what aired and was left alone', { 处置措施: null, 措施参数: null, 开始日期: null }, ['L2 rung measure_missing']],
  ['episodes of an account', { 涉及集数: '3' }, ['P2 episodeCount count_unexpected']],
  [
    'several at once',
    { 对象类型: '直播间', 发现日期: null, 链接: 'javascript:alert(1)' },
    ['B2 kind kind_unknown', 'I2 seenOn required', 'R2 link not_a_link'],
  ],
])('%s is refused at its cell', ([, over, faults]) => expect(faultsOf(over)).toEqual(faults))

test('two lines of heads, a title above, blank and hidden rows', () => {
  const english: Cell[] = [
    'reference',
    'kind',
    'name',
    'number',
    'handle',
    'producer',
    'episode',
    'items',
    'date found',
    'finding',
    'stage',
    'measure',
    'parameter',
    'since',
    'until',
    'episodes',
    'minutes',
    'link',
  ]
  const table = grid([
    ['公告第 19 期处置明细'],
    HEAD,
    english,
    row(),
    [null, ' '],
    row({ 平台内部编号: 'A-2' }),
    row({ 平台内部编号: 'A-3' }),
  ])
  table.rows[5]!.hidden = true
  const outcome = judgeTable(table, law)
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      hidden: [6],
      rows: [
        { line: 4, reference: 'A-1' },
        { line: 7, reference: 'A-3' },
      ],
    },
  })
})

test('a head in groups: the lower line counts', () => {
  const upper: Cell[] = NOTICE_HEAD.map((label) => (label === '处置措施' ? '处置' : label === '对象类型' ? '对象' : null))
  expect(judged([upper, HEAD, row()]).rows[0]!.faults).toEqual([])
})

test('the same reference twice is wrong the second time', () => {
  const { rows } = judged([HEAD, row(), row({ 编号: '7002' })])
  expect(rows.map(({ faults }) => faults.map(({ code, params, cell }) => [code, params, cell]))).toEqual([
    [],
    [['reference_twice', { line: 2 }, 'A3']],
  ])
})

test.for<[string, Cell[][], string]>([
  [
    'no head',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    'head_missing',
  ],
  ['a head without items', [HEAD.filter((label) => label !== '违规条目'), row()], 'column_missing'],
  ['a column twice', [[...HEAD, '日期'], row()], 'column_twice'],
  ['a head alone', [HEAD], 'nothing_in_it'],
  ['too many rows', [HEAD, ...Array.from({ length: 5001 }, () => row())], 'too_many_rows'],
])('%s refuses the file', ([, rows, code]) => expect(judgeTable(grid(rows), law)).toMatchObject({ ok: false, code }))

test.for<[string, Record<string, Cell>, string, string]>([
  ['a second measure', { ...drama, 处置措施: 'P3、P10' }, '处置措施', 'rung_unclear'],
  ['a measure that is never recorded behind one that is', { ...drama, 处置措施: 'P3 提请列入黑名单' }, '处置措施', 'rung_unclear'],
  ['two bans', { 处置措施: 'P9、P6' }, '处置措施', 'rung_unclear'],
  ['another measure’s name behind a code', { ...drama, 处置措施: 'P3 限制流量' }, '处置措施', 'rung_unclear'],
  ['an item that is none behind one that is', { 违规条目: 'V04-02、胡写' }, '违规条目', 'item_unknown'],
  ['a code that is none behind one that is', { 违规条目: 'V04-02、V5-1' }, '违规条目', 'item_unknown'],
  ['days for minutes', { ...drama, 分钟数: '3天' }, '分钟数', 'not_a_number'],
  ['minutes for episodes', { ...drama, 涉及集数: '90分钟' }, '涉及集数', 'not_a_number'],
])('%s is refused at its cell, and nothing of it is left out in silence', ([, over, , code]) => {
  expect(only(over).faults.map((fault) => fault.code)).toEqual([code])
})

test('hours are minutes, and a code’s own name may stand behind it', () => {
  expect(only({ ...drama, 分钟数: '1.5小时' }).entry).toMatchObject({ totalSeconds: 5400 })
  expect(only({ 处置措施: 'P6 短期封禁 7天', ...undated }).faults).toEqual([])
})

const headed = (column: string, head: string) => NOTICE_HEAD.map((label): Cell => (label === column ? head : label))
const below = (column: string, head: string, over: Record<string, Cell>) => judged([headed(column, head), row(over)]).rows[0]!

test.for<[string, string, Cell, number]>([
  ['分钟数', '总时长（小时）', 2, 7200],
  ['分钟数', '总时长（小时）', '1.5', 5400],
  ['分钟数', '总时长（小时）', '90分钟', 5400],
  ['分钟数', '总时长(单位：小时)', '2', 7200],
  ['分钟数', '时长 / 小时', '2', 7200],
  ['分钟数', '时长[以小时计]', '2', 7200],
  ['分钟数', '总小时数', '2', 7200],
  ['分钟数', 'Total minutes', '2', 120],
  ['分钟数', 'Hours', '2', 7200],
  ['分钟数', '总时长（分钟）', '2', 120],
  ['分钟数', '总时长（不知道就空着，不含片头时间）', '2', 120],
])('a %s below %s is read in its unit', ([column, head, cell, totalSeconds]) => {
  expect(below(column, head, { ...drama, [column]: cell })).toMatchObject({ faults: [], entry: { totalSeconds } })
})

test.for<[string, string]>([
  ['分钟数', '总时长（秒）'],
  ['分钟数', '总时长（万分钟）'],
  ['分钟数', '总时长（天）'],
  ['分钟数', '总时长（小时/分钟）'],
  ['分钟数', '分钟数（小时）'],
  ['分钟数', '总时长秒'],
  ['涉及集数', '集数（万集）'],
  ['涉及集数', '集数（分钟）'],
  ['措施参数', '期限（月）'],
])('the unit of %s below %s is refused at the head', ([column, head]) => {
  const at = cellName(NOTICE_HEAD.indexOf(column as (typeof NOTICE_HEAD)[number]), 1)
  expect(judgeTable(grid([headed(column, head), row()]), law)).toMatchObject({ code: 'head_unit_unclear', params: { cell: at, head } })
})

test('of two lines of heads a unit counts in either, and two that differ are refused', () => {
  const english = (minutes: string) => NOTICE_HEAD.map((label): Cell => (label === '分钟数' ? minutes : null))
  const chinese = headed('分钟数', '总时长（小时）')
  const rows = (minutes: string) => [[...english(minutes).slice(0, -2), minutes, 'link'], chinese, row({ ...drama, 分钟数: '2' })]
  expect(judged(rows('length')).rows[0]!.entry).toMatchObject({ totalSeconds: 7200 })
  expect(judgeTable(grid(rows('minutes')), law)).toMatchObject({ code: 'head_unit_unclear' })
})

test('a term is in the unit of its head, unless it says its own', () => {
  const term = (head: string, over: Record<string, Cell>) => below('措施参数', head, over).entry?.measure?.parameter
  expect(term('期限（天）', { 措施参数: '7' })).toBe('7')
  expect(term('期限（小时）', { 措施参数: '７２' })).toBe('3')
  expect(term('期限（天）', { 处置措施: 'P1', 措施参数: '3' })).toBe('72')
  expect(term('期限（天）', { 处置措施: 'P1', 措施参数: '48小时' })).toBe('48')
  expect(term('期限（天/小时）', { 处置措施: 'P1', 措施参数: '48' })).toBe('48')
})
