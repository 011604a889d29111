import { printedReport } from '@/app/_components/biweekly/printed-report'
import { download, reportFile } from '@/app/_components/biweekly/report-file'

/** A report as a printed form, equal to its page. */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }) {
  const file = await reportFile((await params).number)
  return download(await printedReport(file), 'application/pdf', `${file.name}.pdf`)
}
