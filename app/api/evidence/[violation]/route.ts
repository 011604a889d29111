import { receiveEvidence, roomFor, sender } from '@/app/_server/evidence'
import { words } from '@/app/_server/locale'
import { eachFile } from '@/app/_server/multipart'
import { refusalOf } from '@/lib/i18n/refusal'
import type { Refused } from '@/lib/kernel/outcome'

type Context = { params: Promise<{ violation: string }> }
const STATUS: Record<string, number> = {
  foreign: 403,
  signed_out: 401,
  no_duty: 403,
  not_yours: 403,
  not_found: 404,
  file_too_large: 413,
  files_too_large: 413,
  files_too_many: 409,
  wrong_state: 409,
  file_type_unknown: 415,
  store_full: 507,
}
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
const NOT_FOUND: Refused = { ok: false, code: 'not_found' }

async function refused({ code, params }: Refused) {
  const text = refusalOf(await words(), 'violation', { code, params })
  return Response.json({ ok: false, code, text }, { status: STATUS[code] ?? 400, headers: { 'cache-control': 'no-store' } })
}

/** One file of evidence as the raw body, its name in the address; streamed, never held in memory. */
export async function PUT(request: Request, { params }: Context) {
  const { violation } = await params
  const who = await sender(request)
  if (!who.ok) return refused(who)
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!isId(violation) || !request.body) return refused(NOT_FOUND)
  const room = await roomFor(who.value, violation, Number.isFinite(announced) ? announced : 0)
  if (!room.ok) return refused(room)
  const name = new URL(request.url).searchParams.get('name') ?? ''
  const received = await receiveEvidence(
    who.value,
    violation,
    name,
    request.body as unknown as AsyncIterable<Uint8Array>,
    Number.isFinite(announced) ? announced : undefined,
  )
  return received.ok
    ? Response.json({ ok: true, ...received.value }, { status: 201, headers: { 'cache-control': 'no-store' } })
    : refused(received)
}

/** The same from a plain form, for a browser without scripts; leads back to the page, which says what was refused. */
export async function POST(request: Request, { params }: Context) {
  const { violation } = await params
  const who = await sender(request)
  if (!who.ok) return refused(who)
  const room = isId(violation) ? await roomFor(who.value, violation, 0) : NOT_FOUND
  if (!room.ok) return refused(room)
  let failed: Refused | undefined
  try {
    await eachFile(request, async (name, bytes) => {
      const received = await receiveEvidence(who.value, violation, name, bytes)
      if (!received.ok) failed = { ...received, params: { ...received.params, name } }
    })
  } catch {
    failed = { ok: false, code: 'upload_cut_off' }
  }
  const { isDraft, number } = room.value
  const said =
    failed &&
    new URLSearchParams({
      refused: failed.code,
      ...Object.fromEntries(Object.entries(failed.params ?? {}).map(([key, value]) => [key, String(value)])),
    })
  const location = said ? `/draft/${violation}/evidence?${said}` : isDraft ? `/draft/${violation}/evidence` : `/c/${number}#evidence`
  return new Response(null, { status: 303, headers: { location } })
}
