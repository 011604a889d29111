import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { NOTICE_HEAD, noticeRows } from '../../db/seed/notice'
import { referenceRows } from '../../db/seed/reference'
import { brokenSheet, csvText, heavySheets, plainWorkbook, workbookOf, workbookParts } from '../../e2e/drill/broken-sheets'
import type { Grid } from '../batch/rules/grid'
import type { RowLaw } from '../batch/rules/row'
import { judgeTable } from '../batch/rules/table'
import { asDay } from '../kernel/time'
import type { LadderRung, ViolationItem } from '../rulebook/rules/book'
import { gridOf, readSheet } from './sheet'
import { withShownNumbers } from './shown-numbers'

const law: RowLaw = {
  taxonomy: referenceRows('violation_taxonomy') as unknown as ViolationItem[],
  ladder: referenceRows('penalty_ladder') as unknown as LadderRung[],
  today: asDay('2026-11-25'),
}
const table = [[...NOTICE_HEAD], ...noticeRows({ code: 'DY', from: asDay('2026-11-02'), days: 14, dramas: 3, accounts: 4 })]

async function judged(bytes: Buffer) {
  const grid = await gridOf(bytes)
  return grid.ok ? judgeTable(grid.value, law) : grid
}

/** GB18030 by turning the decoder round: enough for the characters of the table. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const back = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) back.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Buffer.from([...text].flatMap((character) => (character < '\x80' ? [character.charCodeAt(0)] : (back.get(character) ?? [0x3f]))))
}

describe('the same rows, however they were saved', () => {
  test.for<[string, () => Buffer]>([
    ['XLSX', () => plainWorkbook(table)],
    ['UTF-8', () => Buffer.from(csvText(table))],
    ['UTF-8 with a byte order mark', () => Buffer.from(`\ufeff${csvText(table)}`)],
    ['GB18030', () => gb18030(csvText(table))],
    ['Unicode text with tabs', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csvText(table, '\t'), 'utf16le')])],
    ['semicolons', () => Buffer.from(csvText(table, ';'))],
  ])('%s', async ([, bytes]) => {
    const outcome = await judged(bytes())
    expect(outcome).toMatchObject({ ok: true })
    expect(outcome.ok && outcome.value.rows.map(({ entry }) => entry?.reference)).toEqual(table.slice(1).map(([reference]) => reference))
  })

  test('as a spreadsheet library writes it, with dates as dates', async () => {
    const rows = table.map((cells, i) => cells.map((text) => (i > 0 && /^\d{4}-/.test(text) ? new Date(`${text}T00:00:00Z`) : text)))
    const outcome = await judged(Buffer.from(await writeXlsx({ sheets: [{ name: '明细', rows }] })))
    expect(outcome.ok && outcome.value.rows.map(({ entry }) => entry?.seenOn)).toEqual(table.slice(1).map((cells) => cells[8]))
  })
})

const only = async (cells: string, over?: { date1904?: boolean }, row = '') => {
  const grid = await gridOf(workbookOf(`<row r="1"${row}>${cells}</row>`, over))
  return grid.ok ? grid.value : grid
}

test('both date systems, hidden rows, formulas by their value, errors', async () => {
  expect(await only('<c r="A1" s="1"><v>46331</v></c>')).toMatchObject({
    epoch: 1900,
    rows: [{ line: 1, cells: [{ at: '2026-11-05T00:00' }] }],
  })
  expect(await only('<c r="A1" s="1"><v>44869.5</v></c><c r="B1"><v>44869</v></c>', { date1904: true })).toMatchObject({
    epoch: 1904,
    rows: [{ cells: [{ at: '2026-11-05T12:00' }, 44869] }],
  })
  expect(await only('<c r="A1"><v>1</v></c>', {}, ' hidden="1"')).toMatchObject({ rows: [{ hidden: true }] })
  expect(await only('<c r="A1"><v>1</v></c>', {}, ' ht="0" customHeight="1"')).toMatchObject({ rows: [{ hidden: true }] })
  expect(
    await only(
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
    ),
  ).toMatchObject({ rows: [{ cells: [2, { bad: 'formula_without_value' }, { bad: 'formula_failed' }, 'ab'] }] })
})

describe('an id that its cell writes with zeros before it', () => {
  const styled = (code: string) => ({
    formats: `<numFmt numFmtId="164" formatCode="${code}"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>`,
    styles: '<xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="164" fontId="0" applyNumberFormat="1"/>',
  })
  const read = async (cell: string, code = '000000000') => {
    const grid = await gridOf(workbookOf(`<row r="1">${cell}</row>`, styled(code)))
    return grid.ok ? grid.value.rows[0]?.cells[0] : grid.code
  }
  const number = (digits: string, more = '') => `<c r="A1" s="2"${more}><v>${digits}</v></c>`
  test.for<[string, string, unknown]>([
    ['000000000', number('12345'), '000012345'],
    ['000000000', number('12345', ' t="n"'), '000012345'],
    ['000000000', number('1234567890'), '1234567890'],
    ['000000000', '<c r="A1" s="2"><f>B1+1</f><v>12</v></c>', '000000012'],
    ['000000000', '<c r="A1" s="2" t="str"><v>12</v></c>', '12'],
    ['000000000', '<c r="A1" s="0"><v>12</v></c>', 12],
    ['000000000', '<c r="A1" s="1"><v>46331</v></c>', { at: '2026-11-05T00:00' }],
    ['000000000', number('1.5'), 1.5],
    ['000000000', number('1E+20'), 1e20],
    ['000000000;-000000000', number('7'), '000000007'],
    ['[$-804]0000', number('7'), '0007'],
    ['&quot;ID&quot;0000', number('42'), 'ID0042'],
    ['000\\-000', number('12345'), '012-345'],
    ['&quot;&lt;&amp;&quot;00', number('7'), '<&07'],
    ['0', number('7'), 7],
    ['0.00', number('7'), 7],
    ['#,##0', number('7000'), 7000],
    ['General', number('7'), 7],
    ['&quot;DY-&quot;0', number('12'), 'DY-12'],
    ['&quot;DY-&quot;0', number('0'), 'DY-0'],
    ['&quot;wx&quot;0', number('12'), 'wx12'],
    ['0&quot;号&quot;', number('12'), '12号'],
    ['0号', number('12'), '12号'],
    ['&quot;DY&quot;General', number('12'), 'DY12'],
    ['&quot;wx&quot;#', number('12'), 'wx12'],
    ['&quot;wx&quot;#', number('0'), 'wx'],
    ['&quot;a;b&quot;0', number('1'), 'a;b1'],
    ['##-00', number('7'), '-07'],
    ['[Red]&quot;DY&quot;0;[Blue]0', number('12'), 'DY12'],
    ['[$DY-804]0', number('12'), 'DY12'],
    ['000;000;&quot;none&quot;', number('0'), 'none'],
    ['000;000;&quot;none&quot;', number('7'), '007'],
    ['0_);(0)', number('7'), 7],
    ['0;@', number('7'), 7],
    ['0.0E+00', number('7'), 7],
    ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', number('46331'), { at: '2026-11-05T00:00' }],
    ['[&lt;=9999999]0;0', number('12'), { bad: 'format_unsure' }],
    ['[&lt;=9999999]000-0000;000-000-0000', number('13812345678'), { bad: 'format_unsure' }],
    ['[DBNum1]0', number('12'), { bad: 'format_unsure' }],
    ['&quot;DY-&quot;0', number('12.5'), { bad: 'format_unsure' }],
    ['&quot;DY-&quot;0', number('-12'), { bad: 'format_unsure' }],
    ['&quot;DY-&quot;#,##0', number('1234'), { bad: 'format_unsure' }],
    ['&quot;DY-&quot;@', number('12'), { bad: 'format_unsure' }],
    ['000;', number('12'), '012'],
    [';;;', number('12'), { bad: 'format_unsure' }],
  ])('%s of %s is read as %o', async ([code, cell, shown]) => expect(await read(cell, code)).toEqual(shown))

  test('in a way that cannot be told is refused at its cell', async () => {
    const at = NOTICE_HEAD.indexOf('平台内部编号')
    const rows = table.slice(0, 2).map((cells, i) => cells.map((text, column) => (i > 0 && column === at ? 13812345678 : text)))
    const style = { numFmt: '[<=9999999]000-0000;000-000-0000' }
    const cells = new Map([[`1,${at}`, { value: 13812345678, type: 'number' as const, style }]])
    const outcome = await judged(Buffer.from(await writeXlsx({ sheets: [{ name: '明细', rows, cells }] })))
    expect(outcome.ok && outcome.value.rows.flatMap(({ faults }) => faults.map(({ code }) => code))).toEqual(['format_unsure'])
  })

  test('is filed with them, and a row of a library’s workbook too', async () => {
    const at = NOTICE_HEAD.indexOf('平台内部编号')
    const rows = table.map((cells, i) => cells.map((text, column) => (i > 0 && column === at ? i : text)))
    const cells = new Map(
      table.slice(1).map((_, i) => [`${i + 1},${at}`, { value: i + 1, type: 'number' as const, style: { numFmt: '000000000' } }]),
    )
    const outcome = await judged(Buffer.from(await writeXlsx({ sheets: [{ name: '明细', rows, cells }] })))
    expect(outcome.ok && outcome.value.rows.map(({ entry }) => entry?.reference)).toEqual(
      table.slice(1).map((_, i) => String(i + 1).padStart(9, '0')),
    )
  })

  test('costs a file of cells that never close no more than time in proportion', async () => {
    const open = `<row r="1">${'<c s="2"><f>'.repeat(200_000)}</row>`
    const begun = performance.now()
    withShownNumbers(Object.entries(workbookParts(open, styled('000000000'))).map(([name, text]) => ({ name, bytes: Buffer.from(text) })))
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})

describe('a file of several sheets', () => {
  const cover = { name: '封面', rows: [['关于处置违规微短剧的公告'], ['名称', '某平台'], ['联系人', '周敏', '电话', '010-1']] }
  const lists = {
    name: '处置措施',
    rows: [
      ['代码', '名称', '适用对象', '参数'],
      ['P3', '下架微短剧', '微短剧', '无'],
    ],
  }
  const sheets = async (...given: { name: string; rows: string[][]; hidden?: boolean }[]) => {
    const grid = await gridOf(Buffer.from(await writeXlsx({ sheets: given })))
    return grid.ok ? grid.value : grid
  }

  test('is read where the head is, whatever stands before, and says which others hold rows', async () => {
    const read = await sheets(
      cover,
      lists,
      { name: '11月', rows: table },
      { name: '空', rows: [] },
      { name: '12月', rows: table.slice(0, 4) },
    )
    expect(read).toMatchObject({
      sheet: '11月',
      others: [
        { name: '封面', rows: 3 },
        { name: '处置措施', rows: 1 },
        { name: '12月', rows: 3 },
      ],
    })
    expect(judgeTable(read as Grid, law)).toMatchObject({ ok: true, value: { rows: { length: table.length - 1 } } })
  })

  test('with a head that lacks a column is refused for it, and not read elsewhere', async () => {
    const short = table.map((cells) => cells.filter((_, at) => NOTICE_HEAD[at] !== '播出阶段'))
    const read = await sheets(cover, { name: '11月', rows: short }, { name: '12月', rows: table })
    expect(judgeTable(read as Grid, law)).toMatchObject({ code: 'column_missing', params: { column: 'stage' } })
  })

  test('without a head anywhere is refused as before', async () => {
    expect(judgeTable((await sheets(cover, lists)) as Grid, law)).toMatchObject({ code: 'head_missing' })
  })

  test('says nothing of one that is hidden', async () => {
    expect(await sheets({ name: '明细', rows: table }, { ...lists, hidden: true })).toMatchObject({ sheet: '明细', others: [] })
  })
})

test('a text file keeps what it marks as text, and runs nothing', async () => {
  const grid = await gridOf(Buffer.from('a,b,c\r\n="0012","=""0034""","=1+1"\r\n'))
  expect(grid).toMatchObject({
    ok: true,
    value: { rows: [{}, { line: 2, cells: [{ sure: '0012' }, { sure: '0034' }, { bad: 'formula_not_run' }] }] },
  })
})

test('300 broken files: each is refused as a whole or at its cells', async () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const { how, bytes } = brokenSheet(seed)
    const outcome = await judged(bytes)
    if (outcome.ok)
      expect(
        outcome.value.rows.some(({ faults }) => faults.length > 0),
        `${seed} ${how}`,
      ).toBe(true)
    else expect(outcome.code, `${seed} ${how}`).toMatch(/^[a-z_]+$/)
  }
}, 120_000)

describe('read apart', () => {
  test('a good file comes through', async () => {
    expect(await readSheet(plainWorkbook(table))).toEqual(await gridOf(plainWorkbook(table)))
  })
  test.for<[string, Buffer]>(heavySheets().map(({ how, bytes }) => [how, bytes]))(
    '%s ends in words',
    { timeout: 60_000 },
    async ([, bytes]) => {
      expect(await readSheet(bytes)).toMatchObject({ ok: false, code: expect.stringMatching(/file_too_heavy|too_many_rows/) })
    },
  )
  test('a row behind more blank lines than are read is never left out without a word', async () => {
    const line = ['微短剧', '夜宴', 'ZZ'].join(',')
    const bytes = Buffer.from([line, ...Array(20_000).fill(',,'), line].join('\n'))
    expect(await readSheet(bytes)).toMatchObject({ ok: false, code: 'too_many_rows' })
  })
  test('what takes too much memory ends in words, what takes too long too', async () => {
    const wide = workbookOf(
      Array.from(
        { length: 60_000 },
        (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="CV${i + 1}"><v>1</v></c></row>`,
      ).join(''),
    )
    expect(await readSheet(wide, { heapMegabytes: 24, seconds: 30 })).toEqual({ ok: false, code: 'file_too_heavy' })
    expect(await readSheet(wide, { heapMegabytes: 320, seconds: 0.05 })).toEqual({ ok: false, code: 'file_takes_too_long' })
  }, 60_000)
})
