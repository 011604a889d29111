import 'server-only'
import { called } from '@/app/_components/organization/called'
import type { Words } from '@/lib/i18n/catalogue'
import type { Actor } from '@/lib/kernel/actor'
import { lastStepOf } from '@/lib/ledger/queries'
import { look } from '@/lib/perform'
import { format } from './locale'

/** Of these, saving what is written moves the version and leaves no event, so the last one need not be why a form is stale. */
const written: ReadonlySet<keyof Words> = new Set(['announcement', 'biweekly', 'campaign', 'guidance', 'inspection'])

const labelled = (w: Words, event: string) =>
  Object.values(w)
    .map((noun) => ('event' in noun ? (noun.event as Record<string, unknown>)[event] : undefined))
    .find((label) => typeof label === 'string')

/** Who took which step and when, on a case that moved while a form on it was open; as far as its sender may know. */
export async function movedBy(w: Words, noun: keyof Words, code: string, id: unknown, actor: Actor): Promise<string | undefined> {
  if (typeof id !== 'string' || (code === 'stale' && written.has(noun))) return undefined
  const [f, name] = [await format(), await called()]
  const { last, now } = await look(actor, async (tx, at) => ({ last: await lastStepOf(tx, id), now: at }))
  const step = last && labelled(w, last.name)
  if (!last || !step) return undefined
  const { hand } = last
  const isColleague = hand !== null && hand.organizationId !== null && hand.organizationId === actor.organizationId
  const who = hand?.memberId && hand.memberId === actor.memberId ? w.form.you : isColleague ? hand.memberName : name(hand?.organization)
  return w.form.moved(who || w.form.somebody, f.inList(last.at, now), step)
}
