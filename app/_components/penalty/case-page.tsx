import { notFound } from 'next/navigation'
import { clauseName } from '@/app/_components/register/clause-name'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { entryProposedBy } from '@/lib/blacklist/queries/imposed'
import type { Actor } from '@/lib/kernel/actor'
import { penaltyByNumber } from '@/lib/penalty/queries/case'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { OutlineCase } from './outline-case'
import { WholeCase } from './whole-case'

async function readPenalty(tx: Parameters<typeof penaltyByNumber>[0], actor: Actor, number: string, now: Date) {
  const found = await penaltyByNumber(tx, actor, number, now)
  return { found, entry: found?.reads === 'whole' ? await entryProposedBy(tx, found.penalty.id) : null }
}

/** One penalty at its own address, as whole as its reader may have it. */
export async function PenaltyCase({ number }: { number: string }) {
  const { actor } = await reader()
  const { found, entry, now, nameOf, book } = await look(actor, async (tx, now) => ({
    now,
    ...(await readPenalty(tx, actor, number, now)),
    nameOf: await clauseName(tx),
    book: await rulebook(tx),
  }))
  if (!found) notFound()
  const { penalty: w } = await words()
  const isShared = actor.kind === 'platform' || actor.kind === 'association'
  if (found.reads === 'outline')
    return (
      <OutlineCase
        penalty={found.penalty}
        now={now}
        nameOf={nameOf}
        line={isShared ? w.page.outlineLine : w.page.holderLine}
        list={isShared ? `/${actor.kind}/penalty${actor.kind === 'platform' ? '?view=shared' : ''}` : undefined}
      />
    )
  return <WholeCase found={found} entry={entry} actor={actor} now={now} nameOf={nameOf} book={book} />
}
