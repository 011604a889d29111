import { notFound } from 'next/navigation'
import { penaltyFile } from '@/app/_components/penalty/lists'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  if (actor.kind !== 'platform') notFound()
  return penaltyFile(actor, askedOf(request))
}
