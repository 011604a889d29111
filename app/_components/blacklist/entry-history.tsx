import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { Timeline } from '@/app/_ui/timeline'
import { Name } from '@/app/_ui/words'
import type { EntryRead } from '@/lib/blacklist/queries/entry'
import type { Happened } from '@/lib/ledger/queries'
import type { Lane } from '@/lib/takedown/queries/board'

const tones: Record<string, Tone | 'event'> = {
  'blacklist.verified': 'done',
  'blacklist.approved': 'progress',
  'blacklist.declined': 'refused',
  'blacklist.dismissed': 'refused',
  'blacklist.lifted': 'done',
  'blacklist.escalated': 'overdue',
  'takedown.removed': 'done',
  'takedown.reappeared': 'refused',
  'takedown.supplemented': 'done',
  'takedown.found_absent': 'neutral',
  'takedown.objected': 'waiting',
  'takedown.overruled': 'refused',
  'takedown.excused': 'done',
  'takedown.escalated': 'overdue',
}
const SEALED = /^(blacklist\.(proposed|supported|withdrawn)|violation\.filed)$/

type Props = {
  read: EntryRead
  history: Happened[]
  lanes: Lane[]
  national: { shortName: string; nameEn: string | null } | null
  now: Date
}

/** What happened to an entry and its orders, newest first, words quoted; names only where the reader may know them. */
export async function EntryHistory({ read, history, lanes, national, now }: Props) {
  const [{ blacklist: w, takedown, violation }, f, name] = [await words(), await format(), await called()]
  const lane = new Map(lanes.map((one) => [one.id, one]))

  function title({ name: event, subjectId }: Happened) {
    if (event in w.event) return w.event[event as keyof typeof w.event]
    if (event in takedown.event)
      return takedown.eventOf(name(lane.get(subjectId)?.platform), takedown.event[event as keyof typeof takedown.event])
    return violation.event[event as keyof typeof violation.event] ?? event
  }
  function detail({ name: event, subjectId, detail: facts }: Happened) {
    if (event === 'blacklist.verified' && facts.severity !== facts.severityProposed)
      return w.page.changedTo(Number(facts.severityProposed), Number(facts.severity))
    const sent = lanes.filter(({ isLater }) => !isLater).length
    if (event === 'blacklist.approved' && sent) return w.page.ordersSent(sent)
    const given = event === 'takedown.removed' ? lane.get(subjectId)?.given : null
    if (given) return ` ${w.page.given(given.episodeCount, given.linkCount)}`
    return facts.late ? ` ${takedown.lateMark}` : null
  }
  /** Whoever imposed P10 proposed by that: the house only wrote it down. */
  const imposed = read.proposals.find(({ first, penalties }) => first && penalties.length > 0)
  function who({ name: event, hand, actorKind }: Happened) {
    if (event === 'blacklist.proposed' && actorKind === 'house' && imposed)
      return (
        <>
          {name(imposed.proposer)} <Name>{imposed.proposedByName}</Name>
        </>
      )
    if (hand?.memberName) return <Hand of={hand} />
    if (actorKind === 'province') return name(read.bureau)
    if (actorKind === 'national') return name(national)
    return null
  }
  return (
    <Timeline
      items={history.map((one) => {
        const sealed = SEALED.test(one.name)
        const quote = one.words.remark ?? one.words.reason ?? one.words.note
        const known = one.hand?.memberName ?? (one.name === 'blacklist.proposed' && one.actorKind === 'house' && imposed)
        return {
          key: one.id,
          at: one.at.toISOString(),
          when: f.inList(one.at, now),
          title: title(one),
          detail: detail(one),
          who: sealed && !known ? (one.actorKind === 'association' ? w.sealed.association : w.sealed.platform) : who(one),
          tone: tones[one.name] ?? 'event',
          quote: quote && <span lang="zh-CN">{quote}</span>,
          ...(sealed && known && { sealed: w.sealed.from }),
        }
      })}
    />
  )
}
