import type { Content, TableCell } from 'pdfmake'
import { printable, writePdf } from '@/lib/gateway/printed-form'
import type { ReportFile } from './report-file'
import { declaredRows, type PrintedTable, tablesOf } from './report-tables'

/** Three rules and hairlines, as on the screen. */
const ruled = {
  hLineWidth: (at: number, { table }: { table: { body: unknown[] } }) => (at === 0 || at === table.body.length ? 1 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (at: number, { table }: { table: { headerRows?: number; body: unknown[] } }) =>
    at === 0 || at === table.body.length || at === table.headerRows ? '#333333' : '#bbbbbb',
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}
const [GREY, PALE] = ['#555555', '#999999']

const close = { ...ruled, paddingLeft: () => 2, paddingRight: () => 2 }

/** A head of more than six characters would lose its last one to the next line. */
const inHalves = (head: string) =>
  head.replace(
    /^\p{Script=Han}{7,12}$/mu,
    (label) => `${label.slice(0, Math.ceil(label.length / 2))}\n${label.slice(Math.ceil(label.length / 2))}`,
  )

/** A table of fewer rows stays on one page with its heading. */
const TOGETHER = 12

/** A heading further down its page would stand there without its table's head and a row, so it begins the next page. */
const LOWEST = 0.8

const heading = (text: string) => ({ text, bold: true, fontSize: 11, margin: [0, 12, 0, 2] as [number, number, number, number] })
const aside = (text: string): Content => ({ text, color: GREY, fontSize: 8, margin: [0, 0, 0, 4] })

function figures({ title, note, head, rows, empty }: PrintedTable): Content[] {
  if (rows.length === 0) return [heading(title), { text: empty }]
  const body: TableCell[][] = [
    head.map((text, at) => ({
      text: inHalves(text),
      color: GREY,
      fontSize: 8,
      alignment: at === 0 ? ('left' as const) : ('right' as const),
    })),
    ...rows.map(({ level, label, cells }) => [
      { text: label, bold: level === 0, margin: [level * 8, 0, 0, 0] as [number, number, number, number] },
      ...cells.map(({ main, notes, isZero }) => ({
        stack: [
          { text: main, bold: level === 0 && !isZero, color: isZero ? PALE : '#000000' },
          ...notes.map((text) => ({ text, color: GREY, fontSize: 7 })),
        ],
        alignment: 'right' as const,
      })),
    ]),
  ]
  return [
    { ...heading(title), headlineLevel: 1 },
    aside(note),
    {
      table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [120, ...head.slice(1).map(() => '*')], body },
      layout: close,
    },
  ]
}

/** A report as a printed form on A4, landscape: facts, tables, what was declared, as the page has them. */
export async function printedReport(given: ReportFile) {
  const file = JSON.parse(await printable(JSON.stringify({ ...given, words: null }))) as ReportFile
  const { words } = given
  const w = words.page
  const told = { sheet: file.sheet, words }
  const declared = declaredRows(told)
  const content: Content[] = [
    { text: file.organ, color: GREY, fontSize: 10 },
    {
      columns: [
        { text: file.title, bold: true, fontSize: 15, width: '*' },
        { text: file.number, alignment: 'right', width: 120, margin: [0, 5, 0, 0] },
      ],
      margin: [0, 0, 0, 8],
    },
    {
      table: {
        widths: [70, '*', 70, '*'],
        body: pairs(file.facts).map(([left, right]) => [...fact(left), ...(right ? fact(right) : ['', ''])]),
      },
      layout: ruled,
    },
    ...tablesOf(told).flatMap(figures),
    {
      unbreakable: declared.rows.length < TOGETHER,
      stack: [
        heading(w.declarations),
        declared.rows.length === 0
          ? { text: w.noDeclarations }
          : {
              table: {
                headerRows: 1,
                dontBreakRows: true,
                widths: [190, 110, 50, 50, '*'],
                body: [declared.head.map((text) => ({ text, color: GREY, fontSize: 8 })), ...declared.rows],
              },
              layout: ruled,
            },
      ],
    },
  ]
  return writePdf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [42, 42, 42, 42],
    info: { title: file.title },
    language: 'zh-CN',
    content,
    pageBreakBefore: ({ headlineLevel, startPosition }) => headlineLevel === 1 && startPosition.verticalRatio > LOWEST,
    footer: (page, pages) => ({
      columns: [
        { text: `${file.number}　${file.stamp}`, color: GREY, fontSize: 8 },
        { text: words.file.page(page, pages), alignment: 'right', color: GREY, fontSize: 8 },
      ],
      margin: [42, 12, 42, 0],
    }),
  })
}

const pairs = <T>(items: readonly T[]): [T, T | undefined][] =>
  items.flatMap((item, at): [T, T | undefined][] => (at % 2 === 0 ? [[item, items[at + 1]]] : []))
const fact = ([label, value]: [string, string]): TableCell[] => [{ text: label, color: GREY }, { text: value }]
