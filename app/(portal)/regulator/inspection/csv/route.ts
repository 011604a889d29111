import { notFound } from 'next/navigation'
import { sheetsFile } from '@/app/_components/inspection/sheet-listing'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

/** The list of sheets as a file. */
export async function GET(request: Request) {
  const actor = await currentActor('national.reviewer', 'national.approver', 'province.reviewer', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  return sheetsFile(actor, askedOf(request))
}
