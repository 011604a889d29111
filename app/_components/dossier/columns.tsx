import { called } from '@/app/_components/organization/called'
import { type Asked, csvFile, type Listing, sheetOf } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { RowLink } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import type { SaidColumn } from '@/app/_ui/said-column'
import { Name, Nothing, Official } from '@/app/_ui/words'
import { type SubjectRow, subjectsFor } from '@/lib/dossier/queries/subjects'
import type { Actor } from '@/lib/kernel/actor'
import { type RunningOf, readSubjectQuery, readsRunning } from './list-filter'

type With = { platform?: boolean; running?: RunningOf | null }

/** Mini-programs and accounts as they are listed: the same on the screen and in the file. */
export async function subjectColumns({ platform = true, running = null }: With = {}): Promise<SaidColumn<SubjectRow>[]> {
  const [{ dossier: w }, f, name] = [await words(), await format(), await called()]
  const { column } = w.list
  return [
    {
      key: 'name',
      head: column.name,
      rowHead: true,
      at: 'title',
      text: (row) => row.name,
      cell: (row) => (
        <RowLink href={`/subject/${row.id}`}>
          <Name>{row.name}</Name>
        </RowLink>
      ),
    },
    { key: 'kind', head: column.kind, at: 'aside', text: ({ kind }) => w.kind[kind] },
    ...(platform
      ? [
          {
            key: 'platform',
            head: column.platform,
            at: 'line' as const,
            text: (row: SubjectRow) => name(row.platform),
            cell: (row: SubjectRow) => <Name>{name(row.platform)}</Name>,
          },
        ]
      : []),
    { key: 'code', head: column.code, at: 'number', text: ({ code }) => code, cell: ({ code }) => <Official>{code}</Official> },
    {
      key: 'operator',
      head: column.operator,
      at: 'full',
      cardLabel: column.operator,
      text: ({ operator }) => operator?.name ?? '',
      cell: ({ operator }) =>
        operator ? (
          <Link href={`/operator/${operator.creditCode}`}>
            <Name>{operator.name}</Name>
          </Link>
        ) : (
          <Nothing />
        ),
    },
    {
      key: 'creditCode',
      head: column.creditCode,
      at: 'hide',
      text: ({ operator }) => operator?.creditCode ?? '',
      cell: ({ operator }) => (operator ? <Official>{operator.creditCode}</Official> : <Nothing />),
    },
    ...(running
      ? [
          {
            key: 'running',
            head: w.list.runningOf[running],
            at: 'clock' as const,
            text: (row: SubjectRow) => w.list.running(row.running),
            cell: (row: SubjectRow) =>
              row.running ? <span className="whitespace-nowrap">{w.list.running(row.running)}</span> : <Nothing />,
          },
        ]
      : []),
    {
      key: 'noted',
      head: column.noted,
      at: 'hide',
      text: ({ createdAt }) => f.dayOfInstant(createdAt),
      cell: ({ createdAt }) => <span className="whitespace-nowrap">{f.dayOfInstant(createdAt)}</span>,
    },
  ]
}

/** Mini-programs and accounts of all platforms, as far as a workplace knows of them. */
export async function subjectListing(actor: Actor, asked: Asked): Promise<Listing<SubjectRow>> {
  const { query, filter } = readSubjectQuery(asked, actor)
  const isOwn = actor.kind === 'platform' && !query.view
  return {
    name: (await words()).dossier.list.file,
    columns: await subjectColumns({ platform: !isOwn, running: readsRunning(actor, query.view) }),
    read: (tx, after, limit) => subjectsFor(tx, actor, { ...filter, after }, limit),
  }
}

export const subjectFile = (actor: Actor, asked: Asked) => csvFile(actor, async () => sheetOf(await subjectListing(actor, asked), asked))
