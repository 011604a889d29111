import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { type Hand, Hands } from '@/app/_ui/hands'
import type { EntryRead } from '@/lib/blacklist/queries/entry'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import type { Happened } from '@/lib/ledger/queries'

type Props = {
  read: EntryRead
  history: Happened[]
  national: { shortName: string; nameEn: string | null } | null
  sealedProposer: string
  actor: Actor
  now: Date
  approves?: boolean
}

/** The three persons, by name where the reader may know it, else by their organ. */
export async function EntryHands({ read, history, national, sealedProposer, actor, now, approves }: Props) {
  const [{ blacklist: w }, f, name] = [await words(), await format(), await called()]
  const { entry, proposals, bureau } = read
  const day = (at: Date | null) => (at ? f.dayInList(dayOf(at), now) : undefined)
  const who = (event: string, organ: string) => {
    const hand = history.find((one) => one.name === event)?.hand
    return hand?.memberName ? `${organ} ${hand.memberName}${hand.memberId === actor.memberId ? w.hands.you : ''}` : organ
  }
  const [first] = proposals
  const items: (Hand | false)[] = [
    {
      step: w.hands.proposed,
      who: first ? `${name(first.proposer)} ${first.proposedByName}` : sealedProposer,
      when: day(entry.openedAt),
      ...(first && { sealed: w.sealed.from }),
    },
    entry.verifiedAt !== null
      ? { step: w.hands.verified, who: who('blacklist.verified', name(bureau)), when: day(entry.verifiedAt) }
      : entry.state === 'proposed' && { step: w.hands.verified, who: name(bureau), when: w.hands.waiting, tone: 'waiting' as const },
    entry.listedAt !== null
      ? { step: w.hands.approved, who: who('blacklist.approved', name(national)), when: day(entry.listedAt) }
      : entry.state === 'verified' && {
          step: w.hands.approving,
          who: approves ? `${name(national)} ${actor.name}${w.hands.you}` : name(national),
          tone: 'waiting' as const,
        },
    entry.liftedAt !== null && { step: w.hands.lifted, who: who('blacklist.lifted', name(national)), when: day(entry.liftedAt) },
  ]
  return <Hands items={items.filter((item) => item !== false)} />
}
