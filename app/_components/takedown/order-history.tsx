import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { Timeline } from '@/app/_ui/timeline'
import type { FoundOrder } from './find-order'

const tones: Record<string, Tone | 'event'> = {
  'takedown.removed': 'done',
  'takedown.supplemented': 'done',
  'takedown.found_absent': 'neutral',
  'takedown.objected': 'waiting',
  'takedown.overruled': 'refused',
  'takedown.excused': 'done',
  'takedown.escalated': 'overdue',
  'takedown.issued': 'progress',
  'takedown.reappeared': 'refused',
}

/** What happened to an order; words only where the reader may read them. */
export async function OrderHistory({ found }: { found: FoundOrder }) {
  const [{ takedown: w }, f, name] = [await words(), await format(), await called()]
  const { history, national, platform, now } = found
  const organ = (kind: string) => (kind === 'platform' ? name(platform) : kind === 'national' ? name(national) : null)
  return (
    <Timeline
      items={history.map(({ id, name: event, at, hand, actorKind, words: said, detail }) => {
        const quote = said.reason ?? said.note
        return {
          key: id,
          at: at.toISOString(),
          when: f.inList(at, now),
          title: w.event[event as keyof typeof w.event] ?? event,
          detail: detail.late ? ` ${w.lateMark}` : null,
          who: hand?.memberName ? <Hand of={hand} /> : organ(actorKind),
          tone: tones[event] ?? 'event',
          quote: quote && <span lang="zh-CN">{quote}</span>,
        }
      })}
    />
  )
}
