import { templateCsv, templateXlsx } from '@/app/_components/batch/template'
import { disposition } from '@/app/_server/attachment'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const

/** The template to fill in, in the language of whoever asks. */
export async function GET(_: Request, { params }: { params: Promise<{ format: string }> }) {
  const actor = await currentActor('platform.compliance', 'platform.moderator', 'admin')
  const { format } = await params
  if (format !== 'xlsx' && format !== 'csv') return new Response(null, { status: 404 })
  const { batch: w } = await words()
  return new Response(format === 'xlsx' ? await templateXlsx(actor) : await templateCsv(), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': disposition(`${w.template.file}.${format}`),
      'cache-control': 'private, no-store',
    },
  })
}
