import { notFound } from 'next/navigation'
import { coverageFile } from '@/app/_components/inspection/coverage-listing'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

/** Coverage and hits by platform and week as a file. */
export async function GET(request: Request) {
  const actor = await currentActor('association.monitor', 'admin')
  if (actor.kind !== 'association') notFound()
  return coverageFile(actor, askedOf(request))
}
