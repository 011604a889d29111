import { frameById } from '@/lib/inspection/queries/plans'
import { frameFile } from '@/lib/inspection/rules/sample'
import { visitor } from '@/lib/kernel/actor'
import { isId } from '@/lib/kernel/id'
import { look } from '@/lib/perform'

/** The list of a day as it was frozen: opaque ids, one a line, byte for byte what its published hash is of. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const frame = isId(id) ? await look(visitor, (tx) => frameById(tx, id)) : null
  if (!frame) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
  return new Response(frame.content, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${frameFile(frame.planNumber, frame.day)}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=300',
    },
  })
}
