import 'server-only'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import type { QueueRow } from '@/lib/desk/queries/queue'
import { dayOf } from '@/lib/kernel/time'
import type { rulebook } from '@/lib/rulebook/queries'

type Tx = Parameters<typeof rulebook>[0]

/** What a row of the queue says besides its title: the act, on what it rests, from whom it came. */
export async function rowWords(tx: Tx, now: Date) {
  const [{ desk: w }, f, name, clause] = [await words(), await format(), await called(), await clauseName(tx)]
  const when = (at: Date | null) => (at ? (dayOf(at) === dayOf(now) ? f.inList(at, now) : f.dayInList(dayOf(at), now)) : '')
  const coded = (codes: readonly string[]) => {
    const [first] = codes
    if (!first) return ''
    return `${first} ${clause(first)}${codes.length > 1 ? ` ${w.basis.more(codes.length)}` : ''}`
  }

  const act = ({ act: what, escalatedFrom }: QueueRow) => (escalatedFrom && w.actOn[what]?.(name(escalatedFrom))) || w.act[what]

  function basis({ facts, act: what, severity }: QueueRow): string {
    switch (facts?.noun) {
      case 'takedown':
        if (facts.objection && what !== 'takedown.remove' && what !== 'takedown.remind')
          return facts.objection.reason
            ? w.basis.objection(name(facts.platform), facts.objection.reason)
            : w.basis.objectionPlain(name(facts.platform))
        return facts.ruled ? w.basis.overruled : w.basis.order(severity === 4 ? 2 : 24)
      case 'registration':
        return facts.class ? (w.basis.class[facts.class] ?? '') : w.basis.registration
      case 'batch':
        return w.basis.batch(f.count(facts.rows))
      case 'consultation':
        return w.basis.consultation
      case 'organization':
        return facts.kind === 'platform' ? w.basis.platform : w.basis.creator
      case 'blacklist':
      case 'violation':
      case 'rectification':
      case 'penalty':
        return coded(facts.codes)
      case 'sheet':
        return name(facts.platform)
      default:
        return ''
    }
  }

  function from({ facts, act: what, escalatedFrom }: QueueRow): string {
    switch (facts?.noun) {
      case 'takedown':
        if (facts.objection && what === 'takedown.overrule') return w.from.objected(name(facts.platform), when(facts.objection.at))
        return w.from.issued(when(facts.issuedAt))
      case 'blacklist':
        if (escalatedFrom) return w.from.escalated(name(escalatedFrom))
        return facts.verified
          ? w.from.verified(name(facts.proposer) || w.from.somebody, name(facts.bureau))
          : w.from.proposed(name(facts.proposer) || w.from.somebody, when(facts.at))
      case 'violation':
        return escalatedFrom ? w.from.escalated(name(escalatedFrom)) : w.from.filed(name(facts.filer) || w.from.somebody, when(facts.at))
      case 'registration':
        if (escalatedFrom) return w.from.escalated(name(escalatedFrom))
        if (what === 'registration.submit') return w.from.returned(name(facts.bureau), when(facts.at))
        if (what === 'registration.publish') return w.from.forwarded(name(facts.bureau), when(facts.at))
        return what === 'registration.pass_over'
          ? w.from.offered(name(facts.creator), when(facts.at))
          : w.from.submitted(name(facts.creator), when(facts.at))
      case 'consultation':
        return escalatedFrom ? w.from.escalated(name(escalatedFrom)) : w.from.asked(name(facts.asker), when(facts.at))
      case 'batch':
        return w.from.read(when(facts.at))
      case 'organization':
        return w.from.applied(when(facts.at))
      case 'rectification':
        if (escalatedFrom) return w.from.escalated(name(escalatedFrom))
        return what === 'rectification.hand_in'
          ? w.from[facts.returned ? 'returned' : 'ordered'](name(facts.opener) || w.from.somebody, when(facts.at))
          : w.from.handedIn(name(facts.hander) || w.from.somebody, when(facts.handedInAt))
      case 'penalty':
        if (escalatedFrom) return w.from.escalated(name(escalatedFrom))
        return facts.isDue ? w.from.upheld(name(facts.bureau), when(facts.at)) : w.from.referred(name(facts.platform), when(facts.at))
      case 'sheet':
        return w.from.drawn(when(facts.at))
      default:
        return ''
    }
  }
  return { act, basis, from, coded }
}
