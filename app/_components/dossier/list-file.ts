import 'server-only'
import { FILE_LINES } from '@/app/_components/penalty/lists'
import { csvFile } from '@/app/_server/csv'
import { words } from '@/app/_server/locale'
import { lines } from '@/app/_ui/said-column'
import { subjectsFor } from '@/lib/dossier/queries/subjects'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { subjectColumns } from './columns'
import { readSubjectQuery, readsRunning } from './list-filter'

/** The list as it stands on the screen, as a file. */
export async function subjectFile(request: Request, actor: Actor): Promise<Response> {
  const { query, filter } = readSubjectQuery(Object.fromEntries(new URL(request.url).searchParams), actor)
  const { rows } = await look(actor, (tx) => subjectsFor(tx, actor, filter, FILE_LINES))
  const isOwn = actor.kind === 'platform' && !query.view
  const columns = await subjectColumns({ platform: !isOwn, running: readsRunning(actor, query.view) })
  return csvFile((await words()).dossier.list.file, ...lines(columns, rows))
}
