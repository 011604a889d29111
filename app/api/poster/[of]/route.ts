import { words } from '@/app/_server/locale'
import { eachFile } from '@/app/_server/multipart'
import { isOurOrigin } from '@/app/_server/origin'
import { reader } from '@/app/_server/session'
import { IMAGES, keepFile, readFile, type StoreRefusal } from '@/lib/gateway/store'
import { refusalOf } from '@/lib/i18n/refusal'
import { type Actor, holds } from '@/lib/kernel/actor'
import { type Outcome, ok, type Refused, refuse } from '@/lib/kernel/outcome'
import { look, perform } from '@/lib/perform'
import { attachPoster } from '@/lib/registration/commands/poster'
import { filingInWork } from '@/lib/registration/queries/case'
import { posterOfFiling, posterOfWork } from '@/lib/registration/queries/poster'

type Context = { params: Promise<{ of: string }> }
const NOTHING = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
const STATUS: Record<string, number> = {
  foreign: 403,
  signed_out: 401,
  not_yours: 403,
  not_found: 404,
  file_too_large: 413,
  wrong_state: 409,
  file_type_unknown: 415,
  store_full: 507,
}
const isFiling = (of: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(of)

/** A creator that writes this filing, on a page of this portal. */
async function writer(request: Request, id: string): Promise<Outcome<Actor>> {
  if (!isOurOrigin(request.headers.get('origin'))) return refuse('foreign')
  const { actor, member } = await reader()
  if (!member) return refuse('signed_out')
  if (!holds(actor, 'creator.editor', 'creator.signatory')) return refuse('not_yours')
  return isFiling(id) && (await look(actor, (tx) => filingInWork(tx, actor, id))) ? ok(actor) : refuse('not_found')
}

/** Keeps the bytes of a picture, then ties them to the filing. */
async function receive(
  actor: Actor,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
  announced?: number,
): Promise<Outcome<{ id: string }, StoreRefusal | string>> {
  const kept = await keepFile(bytes, { only: IMAGES, announced })
  return kept.ok ? perform(attachPoster, actor, { id, stored: kept.value }) : kept
}

async function refused({ code, params }: Refused) {
  const text = refusalOf(await words(), 'registration', { code, params })
  return Response.json({ ok: false, code, text }, { status: STATUS[code] ?? 400, headers: NOTHING })
}

/** A filing's poster as the raw body. */
export async function PUT(request: Request, { params }: Context) {
  const { of } = await params
  const who = await writer(request, of)
  if (!who.ok) return refused(who)
  if (!request.body) return refused(refuse('file_empty'))
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  const received = await receive(
    who.value,
    of,
    request.body as unknown as AsyncIterable<Uint8Array>,
    Number.isFinite(announced) ? announced : undefined,
  )
  return received.ok ? Response.json({ ok: true }, { status: 201, headers: NOTHING }) : refused(received)
}

/** The same from a plain form, for a browser without scripts; leads back to the draft, which says what was refused. */
export async function POST(request: Request, { params }: Context) {
  const { of } = await params
  const who = await writer(request, of)
  if (!who.ok) return refused(who)
  let failed: Refused | undefined
  try {
    await eachFile(request, async (_name, bytes) => {
      const received = await receive(who.value, of, bytes)
      if (!received.ok) failed = received
    })
  } catch {
    failed = refuse('upload_cut_off')
  }
  const said = failed
    ? `?${new URLSearchParams({ refused: failed.code, ...(failed.params?.limit !== undefined && { limit: String(failed.params.limit) }) })}`
    : ''
  return new Response(null, { status: 303, headers: { location: `/draft/${of}${said}#poster` } })
}

/** The poster of a filing, by its id, or of a public work, by its code, to whoever may see it. */
export async function GET(_request: Request, { params }: Context) {
  const { of } = await params
  const { actor } = await reader()
  const isWork = /^ZP-\d{4}-\d{1,9}$/.test(of)
  const poster = isWork
    ? await look(actor, (tx) => posterOfWork(tx, of))
    : isFiling(of)
      ? await look(actor, (tx) => posterOfFiling(tx, of))
      : null
  if (!poster) return new Response(null, { status: 404, headers: NOTHING })
  const headers = {
    'content-type': poster.mediaType,
    'content-length': String(poster.byteCount),
    'content-disposition': 'inline',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': isWork ? 'public, max-age=300' : 'private, no-store',
    etag: `"${poster.sha256}"`,
  }
  return new Response(await readFile(poster.sha256), { headers })
}
