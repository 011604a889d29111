import { notFound } from 'next/navigation'
import { coverageFile } from '@/app/_components/inspection/coverage-file'
import { currentActor } from '@/app/_server/session'

/** Coverage and hits by platform and week as a file. */
export async function GET() {
  const actor = await currentActor('national.reviewer', 'national.approver', 'province.reviewer', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  return coverageFile(actor)
}
