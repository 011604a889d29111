import 'server-only'
import { type MediaType, readFile } from '@/lib/gateway/store'
import type { Actor } from '@/lib/kernel/actor'
import { isId } from '@/lib/kernel/id'
import type { Outcome } from '@/lib/kernel/outcome'
import { disposition } from './attachment'
import { partOf } from './range'
import { reader } from './session'

type KeptFile = { id: string; name: string; sha256: string; byteCount: number; mediaType: MediaType }
/** How a kept file is found for its reader, and how its opening is written down. */
export type Shelf = {
  find: (actor: Actor, id: string) => Promise<KeptFile | null>
  note: (actor: Actor, id: string, isLaterPart: boolean) => Promise<Outcome<unknown>>
}

const NOTHING = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** Nothing of a file runs, whatever its bytes say: its kind is what was read from them when it came, scripts and frames are off, PDF is only ever saved. */
const headersFor = ({ name, mediaType, sha256 }: KeptFile) => ({
  'content-type': mediaType,
  'content-disposition': disposition(name, mediaType === 'application/pdf' ? 'attachment' : 'inline'),
  'content-security-policy':
    "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
  'accept-ranges': 'bytes',
  etag: `"${sha256}"`,
})

/** A kept file, whole or in part, to whoever may see it; that it was opened, by whom and when, is written down first. */
export async function sendFile(request: Request, { find, note }: Shelf, id: string): Promise<Response> {
  const { actor, member } = await reader()
  const file = member && isId(id) ? await find(actor, id) : null
  if (!file) return new Response(null, { status: 404, headers: NOTHING })
  const headers = headersFor(file)
  const unchanged = request.headers.get('if-range')
  const part = unchanged && unchanged !== headers.etag ? null : partOf(request.headers.get('range'), file.byteCount)
  const isLaterPart = part !== null && part !== 'unsatisfiable' && part.start > 0
  if (!(await note(actor, file.id, isLaterPart)).ok) return new Response(null, { status: 404, headers: NOTHING })
  if (part === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.byteCount}` } })
  const length = part ? part.end - part.start + 1 : file.byteCount
  const range: Record<string, string> = part ? { 'content-range': `bytes ${part.start}-${part.end}/${file.byteCount}` } : {}
  const body = await readFile(file.sha256, part ?? {})
  return new Response(body, { status: part ? 206 : 200, headers: { ...headers, 'content-length': String(length), ...range } })
}
