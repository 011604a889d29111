import { clauseName } from '@/app/_components/register/clause-name'
import { now } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { listedAs } from '@/lib/dossier/queries/followed'
import type { Actor } from '@/lib/kernel/actor'
import { type Day, dayOf } from '@/lib/kernel/time'
import { historyOf } from '@/lib/ledger/queries'
import { listedNear, namesOf } from '@/lib/matching/queries'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { licenceStanding } from '@/lib/organization/rules/licence'
import { blockedProducer } from '@/lib/penalty/queries/blocked'
import { look } from '@/lib/perform'
import { filingByNumber, licenceOf, numbersFor, offerOf, type Reason, reasonsOf, type Turn, turnsOf } from '@/lib/registration/queries/case'
import { isClassified, judgeDraft } from '@/lib/registration/rules/filing'
import { passedOf } from '@/lib/registration/rules/passed'
import type { RegistrationState } from '@/lib/registration/workflow'
import { rulebook } from '@/lib/rulebook/queries'

const UNDER_REVIEW: readonly RegistrationState[] = ['submitted', 'returned', 'forwarded', 'offered']

/** All that a reader who follows the filing may know of it, read in one transaction. */
const find = (actor: Actor, number: string) =>
  look(actor, async (tx) => {
    const found = await filingByNumber(tx, actor, number)
    if (!found) return null
    const { filing, relation } = found
    const { id, issuerId, offerId, creatorId, bureauId, plannedPlatformIds } = filing
    const numbers = filing.class === 3 && issuerId === null ? await numbersFor(tx, id) : []
    const issuers = numbers.map((one) => one.issuerId)
    const followsIt = relation !== 'platform' || issuerId !== null
    return {
      ...found,
      turns: await turnsOf(tx, offerId ?? id),
      reasons: await reasonsOf(tx, id),
      licence: creatorId ? await licenceOf(tx, creatorId) : null,
      history: followsIt ? await historyOf(tx, [{ noun: 'registration', id }]) : [],
      numbers,
      entries: found.work.listedCount > 0 && filing.dramaId ? await listedAs(tx, filing.dramaId) : [],
      near: relation !== 'creator' && UNDER_REVIEW.includes(filing.state) ? await listedNear(tx, (await namesOf(tx, found.work.id))!) : [],
      blocked: creatorId && relation !== 'creator' ? await blockedProducer(tx, creatorId) : [],
      nameOf: await clauseName(tx),
      offer: offerId ? await offerOf(tx, offerId) : null,
      names: await organizationNames(tx, [bureauId, creatorId, issuerId, actor.organizationId, ...plannedPlatformIds, ...issuers]),
      book: await rulebook(tx),
    }
  })

/** The objections that count now, with the fields as they were and as they are since. */
function objectionsOf(reasons: Reason[], turns: Turn[], state: string) {
  const turn = reasons.at(-1)?.turn
  const before = turns.find((one) => one.turn === turn)?.draft
  if (turn === undefined || !before) return null
  const next = turns.find((one) => one.turn === turn + 1)
  const isLatest = turns.findLast(({ submittedAt }) => submittedAt !== null)?.turn === turn + 1
  if (state !== 'returned' && !isLatest) return null
  return { reasons: reasons.filter((one) => one.turn === turn), before, after: next?.draft ?? before }
}

/** A filing as whoever follows it sees it, none to others: what was filed, what was objected to, which class it is and why. */
export async function viewOf(number: string) {
  const { actor } = await reader()
  const [found, at] = await Promise.all([find(actor, number), now()])
  if (!found) return null
  const { filing, relation, turns, reasons, licence, history, book } = found
  const on = (filing.ruledOn as Day | null) ?? dayOf(at)
  const filed = turns.filter(({ submittedAt }) => submittedAt !== null)
  const shown = (relation === 'creator' && filing.state === 'returned' ? turns : filed).at(-1)?.draft ?? null
  const judged = shown && judgeDraft(shown, on, book.tiers, licenceStanding((licence?.expiresOn ?? null) as Day | null, dayOf(at)))
  return {
    ...found,
    near: found.near.filter((one) => !found.entries.some(({ number }) => number === one.number)),
    actor,
    at,
    on,
    filed,
    shown,
    classified: judged?.classified && isClassified(judged.classified) ? judged.classified : null,
    warnings: judged?.warnings ?? [],
    objections: relation === 'platform' ? null : objectionsOf(reasons, turns, filing.state),
    passed: passedOf(history),
    note: history.find(({ name }) => name === 'registration.submitted')?.words.note,
  }
}
export type CaseView = NonNullable<Awaited<ReturnType<typeof viewOf>>>
