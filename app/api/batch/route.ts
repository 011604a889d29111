import { createHash } from 'node:crypto'
import { eachFile } from '@/app/_server/multipart'
import { isOurOrigin } from '@/app/_server/origin'
import { reader } from '@/app/_server/session'
import { readBatch } from '@/lib/batch/commands/read'
import { FILE_MAX } from '@/lib/batch/rules/grid'
import { readSheet } from '@/lib/gateway/sheet'
import { type Actor, holds } from '@/lib/kernel/actor'
import { fileName } from '@/lib/kernel/form'
import { type Outcome, ok, type Refused, refuse } from '@/lib/kernel/outcome'
import { perform } from '@/lib/perform'

type Sent = { name: string; bytes: Buffer }
const TOO_LARGE = refuse('file_too_large', { params: { limit: FILE_MAX / 1024 ** 2 } })

/** The one file of the form, held in memory: what is larger than may be is not read to its end. */
async function fileOf(request: Request): Promise<Outcome<Sent>> {
  let sent: Outcome<Sent> = refuse('file_missing')
  try {
    await eachFile(request, async (name, bytes) => {
      if (sent.ok) return
      const pieces: Uint8Array[] = []
      let length = 0
      for await (const piece of bytes) {
        length += piece.length
        if (length > FILE_MAX) {
          sent = TOO_LARGE
          return
        }
        pieces.push(piece)
      }
      sent = ok({ name: fileName(100).parse(name), bytes: Buffer.concat(pieces) })
    })
  } catch {
    return refuse('upload_cut_off')
  }
  return sent
}

async function take(request: Request, actor: Actor): Promise<Outcome<{ number: string | null }>> {
  if (Number(request.headers.get('content-length') ?? 0) > FILE_MAX * 1.1) return TOO_LARGE
  const sent = await fileOf(request)
  if (!sent.ok) return sent
  const { name, bytes } = sent.value
  const grid = await readSheet(bytes)
  if (!grid.ok) return grid
  const file = { name, sha256: createHash('sha256').update(bytes).digest('hex'), byteCount: bytes.length, grid: grid.value }
  return perform(readBatch, actor, file)
}

const back = ({ code, params = {} }: Refused) =>
  `/platform/batch?${new URLSearchParams({ refused: code, ...Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])) })}`

/** A notice's file from a plain form: read apart, judged, and led to its preview, or back with what is wrong. */
export async function POST(request: Request) {
  if (!isOurOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const { actor, member } = await reader()
  const read = !member ? refuse('signed_out') : holds(actor, 'platform.compliance') ? await take(request, actor) : refuse('no_duty')
  return new Response(null, { status: 303, headers: { location: read.ok ? `/c/${read.value.number}` : back(read) } })
}
