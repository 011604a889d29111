import { isOurOrigin } from '@/app/_server/origin'
import { reader } from '@/app/_server/session'
import { openNotice, readAllNotices } from '@/lib/notice/commands/read'
import { openInput, readAllInput } from '@/lib/notice/input'
import { perform } from '@/lib/perform'

const to = (location: string) => new Response(null, { status: 303, headers: { location } })

/** Opens one of the reader's own notices and leads to its case, or marks as read what a page showed. Does the same however often it is sent. */
export async function POST(request: Request) {
  if (!isOurOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const { actor } = await reader()
  if (!actor.memberId) return to('/sign-in')
  const sent = Object.fromEntries(await request.formData())
  const all = readAllInput.safeParse(sent)
  if (all.success) {
    await perform(readAllNotices, actor, all.data)
    return to('/notice')
  }
  const one = openInput.safeParse(sent)
  if (!one.success) return new Response(null, { status: 400 })
  const opened = await perform(openNotice, actor, one.data)
  return to(opened.ok && opened.value.number ? `/c/${opened.value.number}` : '/notice')
}
