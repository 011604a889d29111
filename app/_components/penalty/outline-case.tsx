import { format, words } from '@/app/_server/locale'
import { Facts } from '@/app/_ui/facts'
import { PageHead } from '@/app/_ui/heads'
import { Nothing, Zh } from '@/app/_ui/words'
import type { Outline } from '@/lib/penalty/queries/lists'
import { REFERRAL } from '@/lib/penalty/rules/measure'
import { PenaltyStanding } from './standing'

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
  const { number, handle, clauses, rung, parameter, startsAt, endsAt, endedAt } = penalty
  const facts = w.page.facts
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: list }, { label: number ?? '' }]}
        crumbsLabel={shell.location}
        title={<Zh>{handle}</Zh>}
        state={<PenaltyStanding row={penalty} now={now} pill />}
        line={line}
        time={shell.beijing(f.instant(now))}
      />
      <Facts
        items={[
          { label: facts.account, value: <Zh>{handle}</Zh> },
          { label: facts.measure, value: w.measure(rung, parameter) },
          { label: facts.starts, value: f.instant(startsAt) },
          {
            label: facts.ends,
            value: (endedAt ?? endsAt) ? f.instant((endedAt ?? endsAt)!) : rung === REFERRAL ? <Nothing /> : w.list.lasting,
          },
          {
            label: facts.items,
            wide: true,
            value: clauses.map((code) => (
              <span key={code} className="block">
                {code} {nameOf(code)}
              </span>
            )),
          },
        ]}
      />
    </>
  )
}
