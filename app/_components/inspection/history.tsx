import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { Timeline } from '@/app/_ui/timeline'
import type { Happened } from '@/lib/ledger/queries'

const tones: Record<string, Tone | 'event'> = {
  'sheet.missed': 'overdue',
  'sheet.found_clean': 'done',
  'sheet.found': 'refused',
  'sheet.referred': 'progress',
  'plan.started': 'progress',
}

/** What happened to a plan or a sheet, newest first. */
export async function InspectionHistory({ history, now }: { history: Happened[]; now: Date }) {
  const [{ inspection: w }, f] = [await words(), await format()]
  const titles: Record<string, string> = w.event
  return (
    <Timeline
      items={history.map(({ id, name, at, hand, words: said, detail }) => ({
        key: id,
        at: at.toISOString(),
        when: f.inList(at, now),
        title: titles[name] ?? name,
        detail: detail.late ? ` ${w.list.late}` : null,
        who: hand?.memberName ? <Hand of={hand} /> : null,
        tone: tones[name] ?? 'event',
        quote: said.note && <span lang="zh-CN">{said.note}</span>,
      }))}
    />
  )
}
