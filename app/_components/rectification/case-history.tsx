import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { Timeline } from '@/app/_ui/timeline'
import type { FoundRectification } from './find-rectification'

const tones: Record<string, Tone | 'event'> = {
  'rectification.ordered': 'progress',
  'rectification.handed_in': 'waiting',
  'rectification.accepted': 'done',
  'rectification.returned': 'refused',
  'rectification.refused': 'refused',
  'rectification.escalated': 'overdue',
}

/** What happened to a rectification; hands only where the reader may know them. */
export async function CaseHistory({ found: { history, producer, now } }: { found: FoundRectification }) {
  const [{ rectification: w }, f, name] = [await words(), await format(), await called()]
  const organ = (kind: string) => (kind === 'creator' ? name(producer) : kind === 'platform' ? w.page.somebody : null)
  return (
    <Timeline
      items={history.map(({ id, name: event, at, hand, actorKind }) => ({
        key: id,
        at: at.toISOString(),
        when: f.inList(at, now),
        title: w.event[event as keyof typeof w.event] ?? event,
        who: hand?.memberName ? <Hand of={hand} /> : organ(actorKind),
        tone: tones[event] ?? 'event',
      }))}
    />
  )
}
