import { findEverywhere } from '@/app/_components/search/find'
import { reader } from '@/app/_server/session'

/** What search finds while somebody types, as `Found[]`: at most five of a kind, and only what this member may open. Signed out, nothing. */
export async function GET(request: Request) {
  const { actor, member } = await reader()
  if (member?.organizationState !== 'accepted') return new Response(null, { status: 401 })
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
  return Response.json(await findEverywhere(actor, q), { headers: { 'cache-control': 'no-store' } })
}
