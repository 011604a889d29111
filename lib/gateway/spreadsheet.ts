import { type Cell, writeXlsx } from 'hucre/xlsx'

/** `bold` and `title` name rows by their place; a number stays a number, everything else is text and never a formula. */
type SpreadsheetPage = {
  name: string
  widths: readonly number[]
  rows: readonly (readonly (string | number | null)[])[]
  title?: readonly number[]
  bold?: readonly number[]
  /** Cells kept for what will be typed as text: these columns, down to this row. */
  typedAsText?: { columns: readonly number[]; until: number }
  /** What may be chosen in a range of cells, as `B3:B100`. */
  lists?: readonly { range: string; values: readonly string[] }[]
  /** Rows that stay in view. */
  frozen?: number
}

const FONT = 'Microsoft YaHei'

/** Tables as an XLSX file. */
export async function writeSpreadsheet(pages: readonly SpreadsheetPage[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = await writeXlsx({
    defaultFont: { name: FONT, size: 10 },
    sheets: pages.map(({ name, widths, rows, title = [], bold = [], typedAsText, lists = [], frozen }) => {
      const cells = new Map<string, Partial<Cell>>()
      rows.forEach((row, at) => {
        row.forEach((value, column) => {
          const style = {
            ...((title.includes(at) || bold.includes(at)) && { font: { name: FONT, bold: true, size: title.includes(at) ? 14 : 10 } }),
            alignment: { wrapText: !title.includes(at), vertical: 'top' as const },
          }
          cells.set(`${at},${column}`, { value, type: typeof value === 'number' ? 'number' : 'string', style })
        })
      })
      for (let at = rows.length; typedAsText && at < typedAsText.until; at += 1)
        for (const column of typedAsText.columns) cells.set(`${at},${column}`, { value: null, type: 'empty', style: { numFmt: '@' } })
      return {
        name,
        ...(frozen && { freezePane: { rows: frozen } }),
        dataValidations: lists.map(({ range, values }) => ({ type: 'list' as const, range, values: [...values], allowBlank: true })),
        columns: widths.map((width) => ({ width })),
        rows: rows.map((row) => [...row]),
        cells,
        pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      }
    }),
  })
  return Uint8Array.from(written)
}
