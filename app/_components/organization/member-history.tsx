import { format, words } from '@/app/_server/locale'
import { Section } from '@/app/_ui/heads'
import { Timeline } from '@/app/_ui/timeline'
import type { OwnEvent } from '@/lib/organization/queries/members'

export async function MemberHistory({ events, now }: { events: OwnEvent[]; now: Date }) {
  const [{ member: w }, f] = [await words(), await format()]
  const items = events.map(({ id, name, at, duties, subject, by }) => ({
    key: id,
    at: at.toISOString(),
    when: f.inList(at, now),
    title: w.event[name],
    detail: ` ${subject}${duties.length ? w.list.withDuties(f.list(duties.map((duty) => w.duty[duty]))) : ''}`,
    who: by && by !== subject ? by : undefined,
  }))
  return (
    <Section id="history" title={w.list.history} aside={w.list.newest}>
      <Timeline items={items} />
    </Section>
  )
}
