import { notFound } from 'next/navigation'
import { reportsFile } from '@/app/_components/violation/report-table'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

/** The list as a file, equal to the screen under the same filters, all pages in one. */
export async function GET(request: Request) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  if (actor.kind !== 'platform') notFound()
  return reportsFile(actor, askedOf(request))
}
