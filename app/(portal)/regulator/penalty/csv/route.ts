import { notFound } from 'next/navigation'
import { dueList, FILE_LINES, readQuery, regulatedList } from '@/app/_components/penalty/lists'
import { csvFile } from '@/app/_server/csv'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { lines } from '@/app/_ui/said-column'

/** The list as it stands on the screen, as a file. */
export async function GET(request: Request) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  const { filter } = readQuery(Object.fromEntries(new URL(request.url).searchParams))
  const { file } = (await words()).penalty.list
  if (filter.state === 'due') {
    const { columns, rows } = await dueList(actor, filter, FILE_LINES)
    return csvFile(file.due, ...lines(columns, rows))
  }
  const { columns, rows } = await regulatedList(actor, filter, FILE_LINES)
  return csvFile(file.own, ...lines(columns, rows))
}
