import { notFound } from 'next/navigation'
import { subjectFile } from '@/app/_components/dossier/list-file'
import { currentActor } from '@/app/_server/session'

/** The list as it stands on the screen, as a file. */
export async function GET(request: Request) {
  const actor = await currentActor('association.monitor', 'admin')
  if (actor.kind !== 'association') notFound()
  return subjectFile(request, actor)
}
