import { notFound } from 'next/navigation'
import { penaltyFile } from '@/app/_components/penalty/lists'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  const actor = await currentActor('creator.editor', 'creator.signatory', 'admin')
  if (actor.kind !== 'creator') notFound()
  return penaltyFile(actor, askedOf(request))
}
