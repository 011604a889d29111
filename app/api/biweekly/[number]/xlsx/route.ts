import { download, reportFile } from '@/app/_components/biweekly/report-file'
import { workbookOf } from '@/app/_components/biweekly/workbook'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A report as a spreadsheet, equal to its page. */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }) {
  const file = await reportFile((await params).number)
  return download(await workbookOf(file), TYPE, `${file.name}.xlsx`)
}
