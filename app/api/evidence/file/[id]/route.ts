import { partOf } from '@/app/_server/range'
import { reader } from '@/app/_server/session'
import { readFile } from '@/lib/gateway/store'
import { look, perform } from '@/lib/perform'
import { noteOpening } from '@/lib/violation/commands/evidence'
import { type EvidenceRow, evidenceById } from '@/lib/violation/queries/evidence'

const NOTHING = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** Nothing of a file runs, whatever its bytes say: its kind is what was read from them when it came, scripts and frames are off, PDF is only ever saved. */
const headersFor = ({ name, mediaType, sha256 }: EvidenceRow) => ({
  'content-type': mediaType,
  'content-disposition': `${mediaType === 'application/pdf' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'content-security-policy':
    "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
  'accept-ranges': 'bytes',
  etag: `"${sha256}"`,
})

/** A file of evidence, whole or in part, to whoever may see it; that it was opened, by whom and when, is written down first. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { actor, member } = await reader()
  const known = member && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const file = known ? await look(actor, (tx) => evidenceById(tx, id)) : null
  if (!file) return new Response(null, { status: 404, headers: NOTHING })
  const opened = await perform(noteOpening, actor, { evidenceId: file.id })
  if (!opened.ok) return new Response(null, { status: 404, headers: NOTHING })
  const headers = headersFor(file)
  const unchanged = request.headers.get('if-range')
  const part = unchanged && unchanged !== headers.etag ? null : partOf(request.headers.get('range'), file.byteCount)
  if (part === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.byteCount}` } })
  const length = part ? part.end - part.start + 1 : file.byteCount
  const range: Record<string, string> = part ? { 'content-range': `bytes ${part.start}-${part.end}/${file.byteCount}` } : {}
  const body = await readFile(file.sha256, part ?? {})
  return new Response(body, { status: part ? 206 : 200, headers: { ...headers, 'content-length': String(length), ...range } })
}
