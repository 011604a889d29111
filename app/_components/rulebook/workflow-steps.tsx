import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Nothing } from '@/app/_ui/words'
import type { Duty } from '@/lib/kernel/actor'
import { dutiesOf, type Workflow } from '@/lib/kernel/workflow'
import type { Rulebook } from '@/lib/rulebook/rules/book'
import { type Noun, wordsOf } from './workflows'

type Line = { key: string; step: string; from: string; to: string; who: string; whose: string | null; apart: string | null }

/** Every row of the workflow's table in words, and below it what waits for whom and until when. */
export async function WorkflowSteps({ noun, workflow, book }: { noun: Noun; workflow: Workflow; book: Rulebook }) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.rulebook.workflow
  const say = wordsOf(w, noun, workflow)
  const who = (by: readonly Duty[]) => f.list(by.map((duty) => c.duty[duty]))
  const whose = (of: string | undefined) => (of ? (c.whose[of] ?? null) : null)
  const leads = (to: Workflow['steps'][string]['to'], from: readonly string[]) => {
    if (typeof to === 'string') return from.length === 1 && from[0] === to ? c.stays : say.state(to)
    return to.heldIn === 'state' ? c.stays : c.before
  }
  const steps: Line[] = [
    ...Object.entries(workflow.openings).map(([name, { to, by, of }]) => ({
      key: `open ${name}`,
      step: say.opening(name),
      from: c.opening,
      to: say.state(to),
      who: who(by),
      whose: whose(of),
      apart: null,
    })),
    ...Object.entries(workflow.steps).map(([name, { from, to, by, of, own, apartFrom = [] }]) => ({
      key: name,
      step: say.step(name),
      from: f.list(from.map(say.state)),
      to: leads(to, from),
      who: who(by),
      whose: own ? c.own : whose(of),
      apart: apartFrom.length > 0 ? f.list(apartFrom.map((column) => c.apart[column] ?? column)) : null,
    })),
  ]
  const waits = Object.entries(workflow.waits ?? {}).flatMap(([state, wait]) => (wait ? [{ state, ...wait }] : []))
  const deadlineOf = (code: string | undefined) => book.deadlines.find((row) => row.code === code)
  return (
    <>
      <Section id="steps" title={c.steps}>
        <DataTable
          caption={c.caption(c.noun[noun])}
          rows={steps}
          rowKey={({ key }) => key}
          columns={[
            { key: 'step', head: c.column.step, rowHead: true, at: 'title', cell: ({ step }) => step },
            { key: 'from', head: c.column.from, at: 'line', cardLabel: c.column.from, cell: ({ from }) => from },
            {
              key: 'to',
              head: c.column.to,
              at: 'clock',
              cell: ({ to }) => <span className="whitespace-nowrap">{to === c.stays ? <Nothing>{to}</Nothing> : `→ ${to}`}</span>,
            },
            {
              key: 'who',
              head: c.column.who,
              at: 'full',
              cell: ({ who: by, whose: of }) => (
                <>
                  {by}
                  {of && <span className="block text-13 text-ink-2">{of}</span>}
                </>
              ),
            },
            {
              key: 'apart',
              head: c.column.apart,
              at: 'full',
              cardLabel: c.column.apart,
              cell: ({ apart }) => apart ?? <Nothing />,
            },
          ]}
        />
      </Section>
      {waits.length > 0 && (
        <Section id="waits" title={c.waits}>
          <DataTable
            caption={c.waitsCaption(c.noun[noun])}
            rows={waits}
            rowKey={({ state }) => state}
            columns={[
              { key: 'state', head: c.waitColumn.state, rowHead: true, at: 'title', cell: ({ state }) => say.state(state) },
              { key: 'step', head: c.waitColumn.step, at: 'line', cardLabel: c.waitColumn.step, cell: ({ step }) => say.step(step) },
              {
                key: 'who',
                head: c.waitColumn.who,
                at: 'full',
                cell: (wait) => (
                  <>
                    {who(dutiesOf(workflow, wait))}
                    {whose(wait.of) && <span className="block text-13 text-ink-2">{whose(wait.of)}</span>}
                  </>
                ),
              },
              {
                key: 'deadline',
                head: c.waitColumn.deadline,
                at: 'clock',
                cell: ({ deadline }) => {
                  const row = deadlineOf(deadline)
                  if (!row) return <Nothing>{c.noDeadline}</Nothing>
                  return <span className="whitespace-nowrap">{w.rulebook.deadline.amount[row.unit](row.amount)}</span>
                },
              },
              {
                key: 'overdue',
                head: c.waitColumn.overdue,
                at: 'full',
                cardLabel: c.waitColumn.overdue,
                cell: ({ escalates, deadline }) => {
                  const row = deadlineOf(deadline)
                  if (escalates) return c.escalates(who([escalates.to].flat()))
                  return row ? w.rulebook.deadline.overdue[row.onOverdue] : <Nothing />
                },
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}
