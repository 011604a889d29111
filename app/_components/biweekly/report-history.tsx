import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { Timeline } from '@/app/_ui/timeline'
import type { FoundReport } from './find-report'

const tones: Record<string, Tone> = {
  'biweekly.called': 'waiting',
  'biweekly.written': 'progress',
  'biweekly.amended': 'progress',
  'biweekly.signed': 'done',
  'biweekly.returned': 'refused',
  'biweekly.waived': 'neutral',
  'biweekly.superseded': 'neutral',
}

/** What happened to a report; hands and words only where the reader may read them. */
export async function ReportHistory({ found }: { found: FoundReport }) {
  const [{ biweekly: w, takedown }, f, name] = [await words(), await format(), await called()]
  const { history, filer, now } = found
  const organ: Record<string, string> = { platform: name(filer), clock: w.page.clock, national: takedown.print.organ }
  return (
    <Timeline
      items={history.map(({ id, name: event, at, hand, actorKind, words: said, detail }) => {
        const quote = said.reason ?? said.why
        return {
          key: id,
          at: at.toISOString(),
          when: f.inList(at, now),
          title: w.event[event as keyof typeof w.event] ?? event,
          detail: detail.late && event === 'biweekly.signed' ? ` ${w.late}` : null,
          who: hand?.memberName ? <Hand of={hand} /> : organ[actorKind],
          tone: tones[event] ?? 'event',
          quote: quote && <span lang="zh-CN">{quote}</span>,
        }
      })}
    />
  )
}
