import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import type { EntryRead } from '@/lib/blacklist/queries/entry'
import { dayOf } from '@/lib/kernel/time'

/** Who and when, in one line: what the entry waits for, or what became of it. */
export async function EntryLine({ entry, bureau, now }: { entry: EntryRead['entry']; bureau: string; now: Date }) {
  const [{ blacklist, shell }, f] = [await words(), await format()]
  const w = blacklist.page
  const clock = entry.dueAt && <Clock due={entry.dueAt.toISOString()} now={now.toISOString()} words={shell.clock} />
  if (entry.state === 'proposed')
    return (
      <>
        {w.proposedLine(f.inList(entry.openedAt, now))}
        {entry.dueAt && w.verifyBefore(bureau, f.inList(entry.dueAt, now))} {clock}
      </>
    )
  if (entry.state === 'verified')
    return (
      <>
        {entry.dueAt && w.approveBefore(bureau, f.dayInList(dayOf(entry.verifiedAt ?? entry.openedAt), now), f.inList(entry.dueAt, now))}{' '}
        {clock}
      </>
    )
  if (entry.liftedAt) return <>{w.liftedLine(f.instant(entry.listedAt ?? entry.openedAt), f.instant(entry.liftedAt))}</>
  if (entry.listedAt) return <>{w.approvedLine(f.instant(entry.listedAt))}</>
  return <>{w.proposedLine(f.instant(entry.openedAt))}</>
}
