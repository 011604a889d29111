import { cookies } from 'next/headers'
import { isOurOrigin } from '@/app/_server/origin'
import { readChoice, returnPath } from '@/app/_server/preference'

/** Language, theme and shortcuts, kept in a cookie of the reader's own; back to the page they came from. */
export async function POST(request: Request) {
  const host = request.headers.get('host')
  if (!isOurOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const choice = readChoice(await request.formData())
  if (!choice) return new Response(null, { status: 400 })
  ;(await cookies()).set(choice.name, choice.value, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true })
  return new Response(null, { status: 303, headers: { location: returnPath(request.headers.get('referer'), host) } })
}
