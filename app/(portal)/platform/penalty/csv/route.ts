import { notFound } from 'next/navigation'
import { dueList, FILE_LINES, ownList, readQuery, sharedList } from '@/app/_components/penalty/lists'
import { csvFile } from '@/app/_server/csv'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { lines } from '@/app/_ui/said-column'

/** The list as it stands on the screen, as a file. */
export async function GET(request: Request) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  if (actor.kind !== 'platform') notFound()
  const { view, filter } = readQuery(Object.fromEntries(new URL(request.url).searchParams))
  const { penalty: w } = await words()
  if (view === 'due') {
    const { columns, rows } = await dueList(actor, filter, FILE_LINES)
    return csvFile(w.list.file.due, ...lines(columns, rows))
  }
  if (view === 'shared') {
    const { columns, rows } = await sharedList(actor, filter, FILE_LINES)
    return csvFile(w.list.file.shared, ...lines(columns, rows))
  }
  const { columns, rows } = await ownList(
    actor,
    { ...filter, standing: view, state: undefined, deviating: false, platformId: undefined },
    FILE_LINES,
  )
  return csvFile(w.list.file.own, ...lines(columns, rows))
}
