import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { locale, words } from '@/app/_server/locale'
import { CODES, COLUMNS } from '@/lib/batch/rules/columns'
import { columnName, ROWS_MAX } from '@/lib/batch/rules/grid'
import { writeSpreadsheet } from '@/lib/gateway/spreadsheet'
import { catalogues } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/formats'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { look, present } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { ladderOn, type Target, taxonomyOn } from '@/lib/rulebook/rules/book'

/** Two lines of heads, so that whoever reads the other language finds the columns too. */
const heads = (first: Locale) =>
  (first === 'zh-CN' ? (['zh-CN', 'en'] as const) : (['en', 'zh-CN'] as const)).map((one) =>
    COLUMNS.map((column) => catalogues[one].batch.column[column]),
  )

/** The template as a text file: its heads alone. */
export async function templateCsv(): Promise<string> {
  return stringify(heads(await locale()), { bom: true, record_delimiter: 'windows' })
}

const WIDTHS = [18, 11, 22, 26, 18, 22, 8, 16, 13, 36, 11, 14, 10, 13, 13, 10, 10, 30]

/** The template as a workbook: lists to choose from, codes as text, and on sheets of their own how to fill it in, the items and the measures. */
export async function templateXlsx(actor: Actor): Promise<Uint8Array<ArrayBuffer>> {
  const [{ batch: w }, tongue, today] = [await words(), await locale(), dayOf(await present())]
  const book = await look(actor, (tx) => rulebook(tx))
  const name = ({ zh, en }: { zh: string; en: string }) => (tongue === 'zh-CN' ? zh : en)
  const list = (targets: readonly Target[]) => targets.map((target) => w.kind[target]).join(tongue === 'zh-CN' ? '、' : ', ')
  const rungs = ladderOn(book, today).filter(({ code }) => code !== 'P10' && code !== 'P11')
  const head = heads(tongue)
  const range = (column: (typeof COLUMNS)[number]) => {
    const letter = columnName(COLUMNS.indexOf(column))
    return `${letter}${head.length + 1}:${letter}${head.length + ROWS_MAX}`
  }
  return writeSpreadsheet([
    {
      name: w.template.sheet,
      widths: WIDTHS,
      rows: head,
      bold: [0, 1],
      frozen: head.length,
      typedAsText: { columns: CODES.map((column) => COLUMNS.indexOf(column)), until: ROWS_MAX / 2 },
      lists: [
        { range: range('kind'), values: Object.values(catalogues['zh-CN'].batch.kind) },
        { range: range('stage'), values: w.template.stages },
        { range: range('rung'), values: rungs.map(({ code, zh }) => `${code} ${zh}`) },
      ],
    },
    {
      name: w.template.notes,
      widths: [24, 90],
      rows: [w.template.head, ...COLUMNS.map((column) => [w.column[column], w.explained[column]])],
      bold: [0],
    },
    {
      name: w.template.items,
      widths: [10, 40, 40],
      rows: [
        w.template.itemsHead,
        ...taxonomyOn(book, today).flatMap(({ items }) => items.map((item) => [item.code, name(item), list(item.appliesTo)])),
      ],
      bold: [0],
    },
    {
      name: w.template.rungs,
      widths: [10, 40, 40, 30],
      rows: [
        w.template.rungsHead,
        ...rungs.map((rung) => [
          rung.code,
          name(rung),
          list(rung.appliesTo),
          w.template.parameter[(rung.parameter ?? 'none') as keyof typeof w.template.parameter],
        ]),
      ],
      bold: [0],
    },
  ])
}
