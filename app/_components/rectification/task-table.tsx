import { format, words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { Nothing, Zh } from '@/app/_ui/words'
import { formatSpan } from '@/lib/drama/rules/timecode'
import type { FoundRectification } from './find-rectification'

type Task = FoundRectification['tasks'][number]

/** What is to be changed, item by item and place by place, with what was still missing at the last return. */
export async function TaskTable({ found: { tasks, reasons, turn, clause } }: { found: FoundRectification }) {
  const [{ rectification: w }, f] = [await words(), await format()]
  const last = reasons.filter((one) => one.turn === turn)
  const where = ({ episode, startSecond, endSecond }: Task) =>
    episode === null ? w.page.whole : w.page.place(episode, startSecond === null ? '' : formatSpan({ start: startSecond, end: endSecond }))
  const columns: Column<Task>[] = [
    { key: 'number', head: w.page.task.number, at: 'hide', cell: ({ position }) => f.count(position + 1) },
    {
      key: 'item',
      head: w.page.task.item,
      at: 'line',
      cell: ({ code }) => (
        <span>
          <span className="official text-13 text-ink-2">{code}</span> {clause(code)}
        </span>
      ),
    },
    {
      key: 'what',
      head: w.page.task.what,
      rowHead: true,
      at: 'full',
      cell: ({ what, code }) => <Zh>{what || clause(code)}</Zh>,
    },
    { key: 'where', head: w.page.task.where, at: 'aside', cell: (task) => <span className="whitespace-nowrap">{where(task)}</span> },
    ...(last.length > 0
      ? [
          {
            key: 'reason',
            head: w.page.task.reason,
            at: 'full' as const,
            cardLabel: w.page.task.reason,
            cell: ({ position }: Task) => {
              const said = last.find((one) => one.position === position)?.reason
              return said ? <span lang="zh-CN">{said}</span> : <Nothing />
            },
          },
        ]
      : []),
  ]
  return <DataTable caption={w.page.tasks} columns={columns} rowKey={({ position }) => String(position)} rows={tasks} />
}
