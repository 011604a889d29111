import { isOurOrigin } from '@/app/_server/origin'
import { leave } from '@/app/_server/sign-in'

/** Ends this session, here and in the database, and leads to the sign-in page. */
export async function POST(request: Request) {
  if (!isOurOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  await leave()
  return new Response(null, { status: 303, headers: { location: '/sign-in' } })
}
