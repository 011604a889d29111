import { NOTICE_HEAD, noticeRows } from '../../db/seed/notice'
import { archiveOf, type Part } from '../../lib/gateway/archive'
import { asDay } from '../../lib/kernel/time'

/** A file that nobody can record as it stands: what was done to it, its bytes. `heavy`: to be read apart only. */
export type Broken = { how: string; bytes: Buffer; heavy?: boolean }
type Dice = { below: (most: number) => number; pick: <T>(list: readonly T[]) => T }

/** Dice that fall the same way for the same seed. */
function dice(seed: number): Dice {
  let state = seed >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 8; i += 1) next()
  const below = (most: number) => Math.floor(next() * most)
  return { below, pick: (list) => list[below(list.length)]! }
}

type Table = string[][]
const goodTable = ({ below }: Dice): Table => [
  [...NOTICE_HEAD],
  ...noticeRows({ code: `B${below(900)}`, from: asDay('2026-11-02'), days: 14, dramas: 1 + below(6), accounts: 1 + below(8) }),
]

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const letters = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`)
const cellXml = (text: string, ref: string) => (text === '' ? '' : `<c r="${ref}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`)
const sheetXml = (rows: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
const rowsXml = (table: Table) =>
  table.map((cells, i) => `<row r="${i + 1}">${cells.map((text, at) => cellXml(text, `${letters(at)}${i + 1}`)).join('')}</row>`).join('')

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const P = 'http://schemas.openxmlformats.org/package/2006'
/** The parts of a workbook with one sheet, as plain as they come; `date1904` and other parts as asked. */
export function workbookParts(
  sheet: string,
  { date1904 = false, styles = '<xf numFmtId="0"/><xf numFmtId="14"/>', formats = '' } = {},
): Record<string, string> {
  return {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${P}/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${R}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="处置明细" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${P}/relationships"><Relationship Id="rId1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${R}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${formats && `<numFmts>${formats}</numFmts>`}<cellXfs>${styles}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet,
  }
}
const asParts = (texts: Record<string, string>): Part[] => Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
export const workbookOf = (rows: string, over?: Parameters<typeof workbookParts>[1]) =>
  archiveOf(asParts(workbookParts(sheetXml(rows), over)))
export const plainWorkbook = (table: Table) => workbookOf(rowsXml(table))
export const csvText = (table: Table, separator = ',') =>
  table
    .map((cells) => cells.map((text) => (/["\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(separator))
    .join('\r\n')

const column = (label: (typeof NOTICE_HEAD)[number]) => NOTICE_HEAD.indexOf(label)
/** One cell of one row as nobody can mean it. */
const CELLS: readonly [how: string, label: (typeof NOTICE_HEAD)[number], text: (d: Dice) => string][] = [
  ['no reference', '平台内部编号', () => ''],
  ['a rounded reference', '平台内部编号', () => '1.23457E+17'],
  ['a long reference', '平台内部编号', () => 'X'.repeat(65)],
  ['an unknown kind', '对象类型', ({ pick }) => pick(['直播间', '???', '0', 'drama;drop table'])],
  ['no kind', '对象类型', () => ' '],
  ['no item', '违规条目', () => ''],
  ['an unknown item', '违规条目', ({ pick }) => pick(['V99-99', 'V04', '=V04-02+1', '不好看', 'V04-02-03 V77-01'])],
  ['no day', '发现日期', () => ''],
  [
    'a day that is none',
    '发现日期',
    ({ pick }) => pick(['2026-02-30', '昨天', '11/5/26', '05.11.2026', '99999999', '-1', '1e9', '2026-11-05T99:99']),
  ],
  ['a day to come', '发现日期', () => '2099-01-01'],
  ['nothing found', '发现的问题', () => '​'],
  ['too much found', '发现的问题', () => '长'.repeat(2001)],
  ['no stage', '播出阶段', ({ pick }) => pick(['', '播中', 'NULL'])],
  ['a rung that is not recorded', '处置措施', ({ pick }) => pick(['P10', 'P11', 'Ｐ１０', '提请列入黑名单'])],
  ['an unknown rung', '处置措施', ({ pick }) => pick(['P0', 'P99', '劝退', 'P-6', '∞'])],
  ['a parameter of nobody', '措施参数', ({ pick }) => pick(['-7', '几天', '1e3', '99999', 'NaN', '=7', '7;7'])],
  ['an end before the start', '结束日期', () => '2001-01-01'],
  ['a count that is none', '涉及集数', ({ pick }) => pick(['-1', '0', '一百二', '1e9', '12.5', '99999999999999999999'])],
  ['minutes that are none', '分钟数', ({ pick }) => pick(['-0.5', '很多', '1:30:00', '999999999'])],
  [
    'a link that is none',
    '链接',
    ({ pick }) => pick(['javascript:alert(1)', 'ftp://a', 'data:text/html,x', '见附件', `https://a.example/${'x'.repeat(2001)}`]),
  ],
  ['an episode number of nobody', '集号', ({ pick }) => pick(['-3', '0', '全部', '1.5'])],
]

function breakCell(table: Table, d: Dice): string {
  const [how, label, text] = d.pick(CELLS)
  const row = table[1 + d.below(table.length - 1)]!
  row[column(label)] = text(d)
  return how
}
const TABLES: readonly [how: string, change: (table: Table, d: Dice) => void][] = [
  ['no head', (table) => table.shift()],
  ['a head without its columns', (table) => table[0]!.splice(0, 9)],
  ['a column twice', (table) => table[0]!.fill('发现日期', 12, 14)],
  ['a head alone', (table) => table.splice(1)],
  ['heads as values', (table) => table.splice(1, table.length, [...NOTICE_HEAD])],
  ['a reference twice', (table) => table.push([...table[1]!])],
  ['columns shifted', (table) => table.splice(1, table.length, ...table.slice(1).map((row) => ['x', ...row]))],
  ['columns turned round', (table) => table.splice(1, table.length, ...table.slice(1).map((row) => row.toReversed()))],
]

/** A table with one to three faults in it. */
function brokenTable(d: Dice): { table: Table; how: string } {
  const table = goodTable(d)
  if (d.below(3) === 0) {
    const [how, change] = d.pick(TABLES)
    change(table, d)
    return { table, how }
  }
  const how = Array.from({ length: 1 + d.below(3) }, () => breakCell(table, d))
  return { table, how: how.join(', ') }
}

const noise = (d: Dice, length: number) => Buffer.from(Array.from({ length }, () => d.below(256)))
const cutOff = (bytes: Buffer, d: Dice) => bytes.subarray(0, 4 + d.below(Math.floor(bytes.length * 0.9)))
function scratched(bytes: Buffer, d: Dice) {
  const copy = Buffer.from(bytes)
  for (let i = 0; i < 24; i += 1) copy[30 + d.below(copy.length - 60)]! ^= 1 + d.below(255)
  return copy
}

const bomb = () => sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>${' '.repeat(80 * 1024 ** 2)}</t></is></c></row>`)
const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${letters(i + 1)} "${`&${i === 0 ? 'a' : letters(i)};`.repeat(10)}">`).join('')}]>`

/** Workbooks that somebody built to break what reads them, or that a bad program wrote. */
const WORKBOOKS: readonly [how: string, make: (table: Table, d: Dice) => Buffer, heavy?: boolean][] = [
  ['cut off', (table, d) => cutOff(plainWorkbook(table), d)],
  ['scratched', (table, d) => scratched(plainWorkbook(table), d)],
  [
    'one cell at the far corner',
    () => workbookOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  ],
  ['a cell beyond all corners', () => workbookOf('<row r="99999999"><c r="ZZZZ99999999"><v>1</v></c></row>')],
  ['negative cells', () => workbookOf('<row r="-1"><c r="A-1"><v>1</v></c><c r="0"><v>2</v></c></row>')],
  ['entities', (table) => archiveOf(asParts(workbookParts(sheetXml(rowsXml(table)).replace('?>', `?>${LAUGHS}`))))],
  [
    'a file of the system as entity',
    (table) =>
      archiveOf(asParts(workbookParts(sheetXml(rowsXml(table)).replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')))),
  ],
  ['no sheet', () => archiveOf(asParts(Object.fromEntries(Object.entries(workbookParts('')).slice(0, 4))))],
  ['no workbook', (table) => archiveOf(asParts({ 'xl/worksheets/sheet1.xml': sheetXml(rowsXml(table)) }))],
  ['an empty sheet', () => workbookOf('')],
  ['a sheet of no XML', (_, d) => archiveOf(asParts(workbookParts(d.pick(['', 'not xml', '<worksheet', '{"rows":[]}']))))],
  ['tags that do not close', (table, d) => archiveOf(asParts(workbookParts(sheetXml(rowsXml(table)).slice(0, 120 + d.below(300)))))],
  [
    'shared texts that are not there',
    () => workbookOf('<row r="1"><c r="A1" t="s"><v>99999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v>x</v></c></row>'),
  ],
  [
    'numbers of nobody',
    () =>
      workbookOf(
        '<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>NaN</v></c><c r="C1" s="1"><v>1e300</v></c><c r="D1" s="99"><v>-5</v></c></row>',
      ),
  ],
  [
    'formulas that point at themselves',
    () =>
      workbookOf(
        '<row r="1"><c r="A1"><f>A1</f></c><c r="B1"><f t="shared" si="9"/></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      ),
  ],
  [
    'a formula that would run',
    (table) => workbookOf(rowsXml(table).replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2"><f>WEBSERVICE("http://127.0.0.1/"&amp;A1)</f></c>')),
  ],
  ['nested without end', () => archiveOf(asParts(workbookParts(sheetXml('<row>'.repeat(20_000)))))],
  [
    'a name of nobody',
    (table) =>
      archiveOf(
        asParts({ ...workbookParts(sheetXml(rowsXml(table.slice(0, 1)))), '../../etc/passwd': 'x', [`${'a'.repeat(5000)}.xml`]: 'x' }),
      ),
  ],
  ['another archive', () => archiveOf(asParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }))],
  [
    'sizes that lie',
    (table) => {
      const bytes = plainWorkbook(table)
      const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
      bytes.writeUInt32LE(0xfffffff0, at + 20)
      return bytes
    },
  ],
  [
    'a directory elsewhere',
    (table, d) => {
      const bytes = plainWorkbook(table)
      bytes.writeUInt32LE(d.below(0xffffffff), bytes.length - 6)
      return bytes
    },
  ],
  [
    'locked',
    (table) => {
      const bytes = plainWorkbook(table)
      for (let at = 0; (at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at)) >= 0; at += 4) bytes.writeUInt16LE(1, at + 8)
      return bytes
    },
  ],
  ['a bomb', () => archiveOf(asParts(workbookParts(bomb()))), true],
  [
    'thousands of parts',
    () => archiveOf(Array.from({ length: 3000 }, (_, i) => ({ name: `xl/worksheets/s${i}.xml`, bytes: Buffer.from('<x/>') }))),
  ],
  [
    'a million rows',
    () => workbookOf(Array.from({ length: 120_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`).join('')),
    true,
  ],
]

const TEXTS: readonly [how: string, make: (table: Table, d: Dice) => Buffer][] = [
  ['nothing', () => Buffer.alloc(0)],
  ['a byte order mark alone', () => Buffer.from([0xef, 0xbb, 0xbf])],
  ['noise', (_, d) => noise(d, 1 + d.below(5000))],
  ['NULs', (table) => Buffer.from(csvText(table).replaceAll(',', ',\0'))],
  ['another encoding', (table) => Buffer.concat([Buffer.from([0xff]), Buffer.from(csvText(table))])],
  ['half a character', (table) => Buffer.concat([Buffer.from(csvText(table.slice(0, 1))), Buffer.from([0xe4, 0xbd])])],
  ['a quotation that does not end', (table) => Buffer.from(`"${csvText(table).slice(5)}`)],
  ['one endless line', () => Buffer.from('a,'.repeat(300_000))],
  ['too many lines', (table) => Buffer.from(`${csvText(table)}\r\n${'x,y,z\r\n'.repeat(7000)}`)],
  ['a picture', (_, d) => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), noise(d, 500)])],
  ['a PDF', (_, d) => Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(d, 500)])],
  ['an old workbook', (_, d) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), noise(d, 2000)])],
  ['a page', () => Buffer.from('<html><table><tr><td>平台内部编号</td></tr></table></html>')],
  ['a letter', () => Buffer.from('您好，附件是我们平台本期的处置明细，请查收。')],
  ['formulas', (table) => Buffer.from(csvText([table[0]!, table[1]!.map((text) => `=${text || '1'}+cmd|' /C calc'!A0`)]))],
]

/** A broken file; the same seed breaks the same one. Never one that is heavy unless asked. */
export function brokenSheet(seed: number, { heavy = false } = {}): Broken {
  const d = dice(seed)
  const kind = d.below(10)
  if (kind < 6) {
    const { table, how } = brokenTable(d)
    if (d.below(2) === 0) return { how: `workbook: ${how}`, bytes: plainWorkbook(table) }
    const text = csvText(table, d.pick([',', '\t', ';']))
    return { how: `text: ${how}`, bytes: Buffer.from(`${d.pick(['', '\ufeff'])}${text}`) }
  }
  if (kind < 9) {
    const [how, make, isHeavy] = d.pick(WORKBOOKS.filter(([, , weighs]) => heavy || !weighs))
    return { how: `workbook: ${how}`, bytes: make(goodTable(d), d), ...(isHeavy && { heavy: true }) }
  }
  const [how, make] = d.pick(TEXTS)
  return { how: `text: ${how}`, bytes: make(goodTable(d), d) }
}

/** One of each kind that is built to be heavy. */
export const heavySheets = (): Broken[] =>
  WORKBOOKS.filter(([, , heavy]) => heavy).map(([how, make]) => ({ how, bytes: make(goodTable(dice(1)), dice(1)), heavy: true }))
