import { notFound } from 'next/navigation'
import { subjectFile } from '@/app/_components/dossier/columns'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

/** The list as it stands on the screen, as a file. */
export async function GET(request: Request) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  return subjectFile(actor, askedOf(request))
}
