import 'server-only'
import { keepFile, type Stored } from '@/lib/gateway/store'
import type { Words } from '@/lib/i18n/catalogue'
import { refusalOf } from '@/lib/i18n/refusal'
import { type Actor, type Duty, holds } from '@/lib/kernel/actor'
import { fileName } from '@/lib/kernel/form'
import { isId } from '@/lib/kernel/id'
import { type Outcome, ok, type Refused, refuse } from '@/lib/kernel/outcome'
import { typedOf } from './action'
import { answersTo, type FormState } from './answer'
import { mayBeGone } from './gone'
import { keepState } from './kept'
import { words } from './locale'
import { eachFile } from './multipart'
import { isOurOrigin } from './origin'
import { askedPath, reader } from './session'

/** Where files are put: who may send them, whether there is room for one more, and the act that ties it to its case. */
export type Place<R> = {
  duties: readonly Duty[]
  noun: keyof Words
  room: (actor: Actor, id: string, byteCount: number) => Promise<Outcome<R>>
  tie: (actor: Actor, id: string, file: { name: string; stored: Stored }) => Promise<Outcome<{ id: string }>>
  /** Where a plain form leads, with what was refused if anything was. */
  back: (id: string, room: R, refused?: URLSearchParams) => string
}

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
  deadline_passed: 409,
  file_type_unknown: 415,
  store_full: 507,
}
const NOT_FOUND: Refused = { ok: false, code: 'not_found' }
const NO_STORE = { 'cache-control': 'no-store' }

/** Who sends, from where: a signed-in member with such a duty, on a page of this portal. */
async function sender(request: Request, duties: readonly Duty[]): Promise<Outcome<Actor, 'foreign' | 'signed_out' | 'no_duty'>> {
  if (!isOurOrigin(request.headers.get('origin'))) return refuse('foreign')
  const { actor, member } = await reader()
  if (!member) return refuse('signed_out')
  return holds(actor, ...duties) ? ok(actor) : refuse('no_duty')
}

async function refused(noun: keyof Words, { code, params }: Refused) {
  const text = refusalOf(await words(), noun, { code, params })
  return Response.json({ ok: false, code, text }, { status: STATUS[code] ?? 400, headers: NO_STORE })
}

/** Keeps the bytes, then ties them to the case; what is refused leaves neither. */
async function receive<R>(
  place: Place<R>,
  actor: Actor,
  id: string,
  rawName: string,
  bytes: AsyncIterable<Uint8Array>,
  announced?: number,
) {
  const name = fileName(150).parse(rawName)
  const kept = await keepFile(bytes, { announced })
  if (!kept.ok) return kept
  const tied = await place.tie(actor, id, { name, stored: kept.value })
  return tied.ok ? ok({ id: tied.value.id, byteCount: kept.value.byteCount, mediaType: kept.value.mediaType }) : tied
}

/** One file as the raw body, its name in the address; streamed, never held in memory. */
export async function putFile<R>(request: Request, place: Place<R>, id: string): Promise<Response> {
  const who = await sender(request, place.duties)
  if (!who.ok) return refused(place.noun, who)
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  const announced = Number.isFinite(length) ? length : undefined
  if (!isId(id) || !request.body) return refused(place.noun, NOT_FOUND)
  const room = await place.room(who.value, id, announced ?? 0)
  if (!room.ok) return refused(place.noun, room)
  const name = new URL(request.url).searchParams.get('name') ?? ''
  const received = await receive(place, who.value, id, name, request.body as unknown as AsyncIterable<Uint8Array>, announced)
  return received.ok ? Response.json({ ok: true, ...received.value }, { status: 201, headers: NO_STORE }) : refused(place.noun, received)
}

/** The same from a plain form, for a browser without scripts; leads back to a page, which says what was refused. */
export async function postFiles<R>(request: Request, place: Place<R>, id: string): Promise<Response> {
  const who = await sender(request, place.duties)
  if (!who.ok) return refused(place.noun, who)
  const room = isId(id) ? await place.room(who.value, id, 0) : NOT_FOUND
  if (!room.ok) return refused(place.noun, room)
  let failed: Refused | undefined
  try {
    await eachFile(request, async (name, bytes) => {
      const received = await receive(place, who.value, id, name, bytes)
      if (!received.ok) failed = { ...received, params: { ...received.params, name } }
    })
  } catch {
    failed = { ok: false, code: 'upload_cut_off' }
  }
  const said =
    failed &&
    new URLSearchParams({
      refused: failed.code,
      ...Object.fromEntries(Object.entries(failed.params ?? {}).map(([key, value]) => [key, String(value)])),
    })
  return new Response(null, { status: 303, headers: { location: place.back(id, room.value, said) } })
}

/**
 * A form whose files come along with its words, from a browser without scripts. The files are kept, then the act is done; with what
 * stands in the way the form's page gets back all that was typed.
 */
export async function postForm<R>(
  request: Request,
  place: Place<R>,
  id: string,
  act: (before: FormState, form: FormData) => Promise<FormState>,
): Promise<Response> {
  const who = await sender(request, place.duties)
  if (!who.ok && who.code === 'foreign') return refused(place.noun, who)
  const room = !who.ok ? who : isId(id) ? await place.room(who.value, id, 0) : NOT_FOUND
  const form = new FormData()
  let failed: (Refused & { name?: string }) | undefined
  try {
    await eachFile(
      request,
      async (name, bytes) => {
        if (!room.ok || !who.ok) return
        const received = await receive(place, who.value, id, name, bytes)
        if (!received.ok) failed = { ...received, name }
      },
      form,
    )
  } catch {
    failed = { ok: false, code: 'upload_cut_off' }
  }
  const before: FormState = { status: 'idle', turn: 0 }
  // Of a case that has moved the act itself says more than the files can.
  const answer = failed && !mayBeGone(failed.code) ? unkept(place.noun, failed, form) : await act(before, form)
  const page = new URL(room.ok ? place.back(id, room.value) : await askedPath(), 'http://portal.invalid')
  page.searchParams.set('answer', keepState(answer))
  return new Response(null, { status: 303, headers: { location: page.pathname + page.search } })
}

function unkept(noun: keyof Words, { name, code, params }: Refused & { name?: string }, form: FormData): FormState {
  const sending = { noun, called: {}, named: () => name, turn: 1, typed: typedOf(form) }
  return answersTo(sending).refused({ ok: false, code, params, field: 'picture' })
}
