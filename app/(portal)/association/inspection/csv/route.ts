import { notFound } from 'next/navigation'
import { sheetsFile } from '@/app/_components/inspection/sheets-file'
import { currentActor } from '@/app/_server/session'

/** The list of sheets as a file. */
export async function GET(request: Request) {
  const actor = await currentActor('association.monitor', 'admin')
  if (actor.kind !== 'association') notFound()
  return sheetsFile(actor, request)
}
