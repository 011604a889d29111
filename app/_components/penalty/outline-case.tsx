import { NoticesOn } from '@/app/_components/guidance/notices-on'
import { format, words } from '@/app/_server/locale'
import { Facts } from '@/app/_ui/facts'
import { PageHead } from '@/app/_ui/heads'
import { Nothing, Zh } from '@/app/_ui/words'
import type { Outline } from '@/lib/penalty/queries/lists'
import { openEnded, PenaltyStanding } from './standing'

/** What other platforms, CNSA and the account's holder read: the handle, the items, the measure and its dates. */
export async function OutlineCase({
  penalty,
  now,
  nameOf,
  line,
  list,
}: {
  penalty: Outline
  now: Date
  nameOf: (code: string) => string
  line: string
  /** The reader's own list of these. */
  list?: string
}) {
  const [{ penalty: w, shell }, f] = [await words(), await format()]
  const { number, targetKind, targetName, episode, clauses, rung, parameter, startsAt, endsAt, endedAt } = penalty
  const facts = w.page.facts
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: list }, { label: number ?? '' }]}
        crumbsLabel={shell.location}
        title={<Zh>{w.named(targetKind, targetName, episode)}</Zh>}
        state={<PenaltyStanding row={penalty} now={now} pill />}
        line={line}
        time={shell.beijing(f.instant(now))}
      />
      <Facts
        items={[
          {
            label: w.target[targetKind],
            value: (
              <>
                <Zh>{w.named(targetKind, targetName, episode)}</Zh>
              </>
            ),
          },
          { label: facts.measure, value: rung ? w.measure(rung, parameter) : <Nothing /> },
          { label: facts.starts, value: startsAt ? f.instant(startsAt) : <Nothing /> },
          {
            label: facts.ends,
            value: (endedAt ?? endsAt) ? f.instant((endedAt ?? endsAt)!) : w.list.open[openEnded(penalty)] || <Nothing />,
          },
          {
            label: facts.items,
            wide: true,
            value: (
              <>
                {clauses.map((code) => (
                  <span key={code} className="block">
                    {code} {nameOf(code)}
                  </span>
                ))}
                <NoticesOn codes={clauses} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}
