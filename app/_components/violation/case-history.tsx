import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import { Section } from '@/app/_ui/heads'
import { Timeline } from '@/app/_ui/timeline'
import type { Happened } from '@/lib/ledger/queries'

const tones = {
  upheld: 'refused',
  dismissed: 'neutral',
  merged: 'neutral',
  concluded: 'done',
  escalated: 'overdue',
  filed: 'event',
} as const
const SEALED = new Set(['violation.filed', 'violation.withdrawn', 'violation.evidence_added'])

/** What happened to a report, newest first, with the words that its reader may read. */
export async function CaseHistory({ happened, now }: { happened: Happened[]; now: Date }) {
  const [{ violation: w }, f] = [await words(), await format()]
  const titles: Record<string, string> = w.event
  const more = ({ name, detail }: Happened) => {
    if (name === 'violation.filed' && typeof detail.items === 'number') return w.case.detail.filed(detail.items)
    if (name === 'violation.upheld' && typeof detail.severity === 'number') return w.case.detail.upheld(detail.severity)
    if (name === 'violation.concluded' && (detail.outcome === 'upheld' || detail.outcome === 'dismissed'))
      return w.case.detail.concluded(w.outcome[detail.outcome])
  }
  return (
    <Section id="history" title={w.case.history} aside={w.case.newestFirst}>
      <Timeline
        items={happened.map((event) => {
          const { id, name, at, hand, words: said } = event
          const known = hand?.organization || hand?.memberName
          return {
            key: id,
            at: at.toISOString(),
            when: f.inList(at, now),
            title: titles[name] ?? name,
            detail: more(event),
            who: hand && known && <Hand of={hand} />,
            tone: (tones as Record<string, (typeof tones)[keyof typeof tones]>)[name.split('.')[1] ?? ''] ?? ('event' as const),
            quote: Object.values(said).join('\n') || undefined,
            sealed: known && SEALED.has(name) ? w.case.sealed : undefined,
          }
        })}
      />
    </Section>
  )
}
