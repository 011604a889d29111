import { execFileSync } from 'node:child_process'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { ReportFigure } from '@/lib/biweekly/queries/reports'
import { definitionOf, readKey } from '@/lib/biweekly/rules/sheet'
import { glyphsOf } from '@/lib/gateway/glyphs'
import { printable } from '@/lib/gateway/printed-form'
import { catalogues } from '@/lib/i18n/catalogue'
import { formats } from '@/lib/i18n/formats'
import { asDay } from '@/lib/kernel/time'
import { printedReport } from './printed-report'
import type { ReportFile } from './report-file'
import { sheetOf } from './sheet'
import { workbookOf } from './workbook'

const period = { from: asDay('2026-11-09'), to: asDay('2026-11-23') }
const aFigure = (key: string, value: number, over: Partial<ReportFigure> = {}): ReportFigure => ({
  key,
  definition: definitionOf(readKey(key)!, 'f', period),
  value,
  unknown: 0,
  declared: null,
  reason: null,
  ...over,
})
const tongue = { words: catalogues['zh-CN'], format: formats('zh-CN'), clause: (code: string) => ({ V04: '色情低俗' })[code] ?? code }
const file: ReportFile = {
  number: 'SZ-2026-0029',
  name: '双周报送-SZ-2026-0029',
  organ: '网络微短剧双周报送',
  title: '抖音双周报送 2026-11-09 至 2026-11-22',
  facts: [
    ['报送单位', '抖音'],
    ['编写说明', '=1+1，𠮷野家与😀各一部，𬭛与㙍可印'],
  ],
  sheet: sheetOf(
    [
      aFigure(':::works', 119, { declared: 120, reason: '另有一部在系统外处置' }),
      aFigure(':::episodes', 7310, { unknown: 3 }),
      aFigure(':::minutes', 0, { unknown: 5 }),
      aFigure(':::accounts', 1188),
      aFigure(':::account-P6', 1100),
      aFigure('V04:::works', 119),
      aFigure('V04:self_inspection:recorded:works', 119),
    ],
    tongue,
  ),
  words: tongue.words.biweekly,
  stamp: '2026-11-25 周三 09:00 导出，北京时间',
}

test('the spreadsheet holds what the page shows: numbers as numbers, both figures where one was declared, text never as a formula', async () => {
  const { sheets } = await readXlsx(Buffer.from(await workbookOf(file)))
  const rows = sheets[0]!.rows.map((row) => row.map((cell) => cell ?? null))
  const row = (label: string) => rows.find(([first]) => String(first).trim() === label)!
  expect(rows[0]![0]).toBe(file.title)
  expect(row('编写说明')[1]).toBe('=1+1，𠮷野家与😀各一部，𬭛与㙍可印')
  const all = row('合计')
  expect(all.slice(1, 10)).toEqual([0, 0, '申报 120\n记录 119', 7310, 3, '不详', 5, 0, 1188])
  const head = rows.find((cells) => cells[0] === '类别和来源')!
  expect(head.slice(4, 8)).toEqual(['集数\n集', '集数不详的部数', '时长\n分钟', '时长不详的部数'])
  expect(row('V04 色情低俗').slice(1, 4)).toEqual([0, 0, 119])
  expect(row('平台自查（平台登记）').slice(1, 4)).toEqual([0, 0, 119])
  expect(rows.at(-3)!.slice(0, 5)).toEqual(['合计', '查处作品', '119', '120', '另有一部在系统外处置'])
})

const has = (tool: string) => {
  try {
    return execFileSync('which', [tool]).length > 0
  } catch {
    return false
  }
}

test('the printed form embeds its fonts and carries every figure; what the font lacks is printed as 〓', async () => {
  const pdf = Buffer.from(await printedReport(file))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.includes('/FontFile2')).toBe(true)
  expect(pdf.length).toBeGreaterThan(20_000)
  expect(await printable('𠮷野家与😀，𬭛㙍\n抖音')).toBe('〓野家与〓，𬭛㙍\n抖音')
  expect(
    (await glyphsOf(`${process.cwd()}/node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf`))(0x4e00),
  ).toBe(true)
})

test.runIf(has('pdftotext') && has('pdftoppm'))('its text reads back as the page shows it, and there is ink where it stands', async () => {
  const pdf = Buffer.from(await printedReport(file))
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString()
  for (const word of [
    file.title,
    '申报 120',
    '记录 119',
    '7,310',
    '另 3 部不详',
    / 不详 /,
    '1,188',
    '平台自查（平台登记）',
    '另有一部在系统外处置',
    '第 1 页',
  ])
    expect(text, String(word)).toMatch(word)
  const picture = execFileSync('pdftoppm', ['-r', '40', '-gray', '-f', '1', '-l', '1', '-'], { input: pdf, maxBuffer: 10_000_000 })
  const dark = picture.subarray(-400_000).filter((shade) => shade < 128).length
  expect(dark).toBeGreaterThan(1000)
})
