import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { Section } from '@/app/_ui/heads'
import { Timeline } from '@/app/_ui/timeline'
import type { Happened } from '@/lib/ledger/queries'

const tones = {
  returned: 'waiting',
  sent_back: 'waiting',
  refused: 'refused',
  rejected: 'refused',
  approved: 'done',
  published: 'done',
  recorded: 'done',
  suspended: 'refused',
  escalated: 'overdue',
} as const

/** A filing that was returned is submitted in another turn. */
const isAgain = (name: string, { turn }: Happened['detail']) => name === 'registration.submitted' && typeof turn === 'number' && turn > 1

/** What happened to a filing, newest first, with the words that its reader may read. */
export async function FilingHistory({ happened, platforms }: { happened: Happened[]; platforms: ReadonlyMap<string, string> }) {
  const [w, f, at] = await Promise.all([words(), format(), now()])
  const titles: Record<string, string> = w.registration.event
  return (
    <Section id="history" title={w.registration.filing.history} aside={w.shell.list.newestFirst}>
      <Timeline
        items={happened.map(({ id, name, at: when, hand, words: said, actorKind, detail }) => ({
          key: id,
          at: when.toISOString(),
          when: f.inList(when, at),
          title: isAgain(name, detail) ? w.registration.filing.submittedAgain : (titles[name] ?? name),
          detail:
            typeof detail.fields === 'number'
              ? ` ${w.registration.filing.places(detail.fields)}`
              : typeof detail.platformId === 'string'
                ? ` ${platforms.get(detail.platformId) ?? ''}`
                : undefined,
          who: hand?.organization ? <Hand of={hand} /> : name.endsWith('passed_over') ? undefined : w.registration.filing.by[actorKind],
          tone: (tones as Record<string, (typeof tones)[keyof typeof tones]>)[name.split('.')[1] ?? ''] ?? 'event',
          quote: Object.values(said).join('\n') || undefined,
        }))}
      />
    </Section>
  )
}
