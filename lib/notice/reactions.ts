import type { Act } from '@/db/act'
import { underHouse } from '@/db/transaction'
import { newId } from '../kernel/id'
import { type Asked, holdersOf } from './queries/parties'
import { LAW, type NoticeKind } from './workflow'

/** Tells the holders of the duty what happened, inside the act: one notice for each event and member, and none to whoever did it. */
export async function tellHolders(act: Act) {
  const asked: (Asked & { kind: NoticeKind; about: string })[] = act.events.flatMap(({ id, name, subjectId, by }) =>
    (LAW[name] ?? []).map(({ kind, to, duties }) => ({ kind, to, duties, subjectId, about: id, but: by.memberId })),
  )
  if (asked.length === 0) return
  await underHouse(act)
  const told = new Set<string>()
  for (const { nth, ...holder } of await holdersOf(act.tx, asked)) {
    const { kind, about } = asked[nth]!
    const once = `${about} ${holder.memberId}`
    if (told.has(once)) continue
    told.add(once)
    const noun = act.events.find(({ id }) => id === about)!.noun
    act.gathered.notices.push({ id: newId(), ...holder, kind, noun, about, at: act.now })
  }
}
