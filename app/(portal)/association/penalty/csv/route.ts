import { notFound } from 'next/navigation'
import { FILE_LINES, readQuery, sharedList } from '@/app/_components/penalty/lists'
import { csvFile } from '@/app/_server/csv'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { lines } from '@/app/_ui/said-column'

/** The shared list as it stands on the screen, as a file. */
export async function GET(request: Request) {
  const actor = await currentActor('association.monitor', 'admin')
  if (actor.kind !== 'association') notFound()
  const { filter } = readQuery(Object.fromEntries(new URL(request.url).searchParams))
  const { columns, rows } = await sharedList(actor, filter, FILE_LINES)
  return csvFile((await words()).penalty.list.file.shared, ...lines(columns, rows))
}
