import 'server-only'
import { called } from '@/app/_components/organization/called'
import type { Words } from '@/lib/i18n/catalogue'
import type { Actor } from '@/lib/kernel/actor'
import type { Refused } from '@/lib/kernel/outcome'
import { lastStepOf, lastWritingOf } from '@/lib/ledger/queries'
import { look } from '@/lib/perform'
import { format } from './locale'
import { askedPath } from './session'

const labelled = (w: Words, event: string) =>
  Object.values(w)
    .map((noun) => ('event' in noun ? (noun.event as Record<string, unknown>)[event] : undefined))
    .find((label) => typeof label === 'string')

/** Who took which step or wrote last, and when, on a case that moved while a form on it was open; as far as its sender may know. */
async function movedBy(w: Words, id: unknown, actor: Actor): Promise<string | undefined> {
  if (typeof id !== 'string') return undefined
  const [f, name] = [await format(), await called()]
  const { last, writing, now } = await look(actor, async (tx, at) => ({
    last: await lastStepOf(tx, id),
    writing: await lastWritingOf(tx, id),
    now: at,
  }))
  const you = (memberId: string | null | undefined) => (memberId && memberId === actor.memberId ? w.form.you : null)
  if (writing && (!last || writing.at > last.at))
    return w.form.rewritten(you(writing.memberId) ?? writing.memberName ?? w.form.somebody, f.inList(writing.at, now))
  const step = last && labelled(w, last.name)
  if (!last || !step) return undefined
  const { hand } = last
  const isColleague = hand !== null && hand.organizationId !== null && hand.organizationId === actor.organizationId
  const who = you(hand?.memberId) ?? (isColleague ? hand.memberName : name(hand?.organization))
  return w.form.moved(who || w.form.somebody, f.inList(last.at, now), step)
}

/** What a refusal says besides where its case moved while the form was open: nothing where a field was refused. */
export async function movedSince(w: Words, { code, field, faults }: Refused, id: unknown, actor: Actor) {
  if ((code !== 'stale' && code !== 'wrong_state') || field || faults) return {}
  const by = await movedBy(w, id, actor)
  const address = await askedPath()
  const moved = { kept: w.form.movedKept, see: w.form.movedSee, address, isOver: by !== undefined }
  return { moved, ...(by && { title: by, text: undefined }) }
}
