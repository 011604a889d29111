import 'server-only'
import { clauseName } from '@/app/_components/register/clause-name'
import { workplaceOf } from '@/app/_server/home'
import { type EntryRead, entryByNumber, historyOfEntry } from '@/lib/blacklist/queries/entry'
import { hitBy, previewOf } from '@/lib/blacklist/queries/preview'
import { programsListable } from '@/lib/blacklist/queries/programs'
import { clockCode } from '@/lib/blacklist/rules'
import { blacklistWorkflow } from '@/lib/blacklist/workflow'
import type { Actor, Kind } from '@/lib/kernel/actor'
import { NATIONAL_ID } from '@/lib/kernel/id'
import { dayOf } from '@/lib/kernel/time'
import { openSteps } from '@/lib/kernel/workflow'
import { colleaguesWith } from '@/lib/organization/queries/members'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { deadlineOn } from '@/lib/rulebook/rules/book'
import { deadlineFrom } from '@/lib/rulebook/rules/deadline'
import { boardCounts, boardOf } from '@/lib/takedown/queries/board'
import { type ReportRead, reportByNumber } from '@/lib/violation/queries/report'
import type { Severity } from '@/lib/violation/rules'

type Tx = Parameters<Parameters<typeof look>[1]>[0]
const REPORTS_SHOWN = 5

/** The reports on which an entry was proposed, as far as the reader may open them. */
async function reportsBehind(tx: Tx, actor: Actor, proposals: EntryRead['proposals']) {
  const found: ReportRead[] = []
  for (const { violationNumber } of proposals.slice(0, REPORTS_SHOWN)) {
    const report = violationNumber && (await reportByNumber(tx, actor, violationNumber))
    if (report) found.push(report)
  }
  return found
}

/** All that this reader may know of an entry, in one transaction; nothing where it does not exist for them. */
export const findEntry = (actor: Actor, number: string) =>
  look(actor, async (tx, now) => {
    const read = await entryByNumber(tx, number)
    if (!read) return null
    const { entry, hands, proposals } = read
    const regulates = actor.kind === 'national' || (actor.kind === 'province' && actor.organizationId === entry.bureauId)
    const waits = entry.state === 'proposed' || entry.state === 'verified'
    const inNumbers = actor.kind === 'creator' || actor.kind === 'visitor'
    const preview = waits && regulates ? await previewOf(tx, entry.id) : null
    const first = proposals.find((one) => one.first && one.proposerId === actor.organizationId)
    const hit = preview ?? (await hitBy(tx, entry.id))
    const book = await rulebook(tx)
    const steps = openSteps(blacklistWorkflow, { ...entry, ...hands, proposerId: first?.proposerId ?? null }, actor).filter(
      (step) => step !== 'support',
    )
    const others =
      actor.kind === 'national' && (entry.state === 'verified' || entry.state === 'listed')
        ? await colleaguesWith(
            actor,
            tx,
            'national.approver',
            entry.state === 'listed' ? [hands.approvedBy, actor.memberId] : [hands.proposedBy, hands.verifiedBy, actor.memberId],
          )
        : []
    return {
      now,
      read,
      regulates,
      preview,
      steps,
      others,
      works: hit.hits,
      programs: hit.programs,
      beside: steps.includes('verify') ? await programsListable(tx, read.clauses, hit) : [],
      reports: preview ? await reportsBehind(tx, actor, proposals) : [],
      board: inNumbers || waits ? null : await boardOf(tx, actor, entry, now),
      counts: inNumbers ? await boardCounts(tx, entry.id) : null,
      history: await historyOfEntry(
        tx,
        actor,
        entry.id,
        proposals.map(({ violationId }) => violationId),
      ),
      national: (await organizationNames(tx, [NATIONAL_ID])).get(NATIONAL_ID) ?? null,
      dueIfNow: deadlineFrom(deadlineOn(book, clockCode('answer', entry.severity as Severity), dayOf(now)), now, book.calendar).dueAt,
      clause: await clauseName(tx),
      listHref:
        actor.kind === 'creator' ? '/creator/case' : actor.organizationId ? `/${workplaceOf(actor.kind as Kind)}/blacklist` : '/blacklist',
      linksHref: regulates ? `/regulator/takedown/links/${entry.number}` : null,
    }
  })
export type FoundEntry = NonNullable<Awaited<ReturnType<typeof findEntry>>>
