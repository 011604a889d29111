import 'server-only'
import { called } from '@/app/_components/organization/called'
import type { Words } from '@/lib/i18n/catalogue'
import { formats, type Locale } from '@/lib/i18n/formats'
import type { Actor } from '@/lib/kernel/actor'
import type { Refused } from '@/lib/kernel/outcome'
import { lastStepOf, lastWritingOf } from '@/lib/ledger/queries'
import { look } from '@/lib/perform'
import type { Said } from './answer'
import { askedPath } from './session'

const labelled = (w: Words, event: string) =>
  Object.values(w)
    .map((noun) => ('event' in noun ? (noun.event as Record<string, unknown>)[event] : undefined))
    .find((label) => typeof label === 'string')

type Speech<T> = (w: Words, language: Locale) => T

/** Who took which step or wrote last, and when, on a case that moved while a form on it was open; as far as its sender may know. */
async function movedBy(id: unknown, actor: Actor): Promise<Speech<string | undefined>> {
  if (typeof id !== 'string') return () => undefined
  const names = { 'zh-CN': await called('zh-CN'), en: await called('en') }
  const { last, writing, now } = await look(actor, async (tx, at) => ({
    last: await lastStepOf(tx, id),
    writing: await lastWritingOf(tx, id),
    now: at,
  }))
  return (w, language) => {
    const f = formats(language)
    const you = (memberId: string | null | undefined) => (memberId && memberId === actor.memberId ? w.form.you : null)
    if (writing && (!last || writing.at > last.at))
      return w.form.rewritten(you(writing.memberId) ?? writing.memberName ?? w.form.somebody, f.inList(writing.at, now))
    const step = last && labelled(w, last.name)
    if (!last || !step) return undefined
    const { hand } = last
    const isColleague = hand !== null && hand.organizationId !== null && hand.organizationId === actor.organizationId
    const who = you(hand?.memberId) ?? (isColleague ? hand.memberName : names[language](hand?.organization))
    return w.form.moved(who || w.form.somebody, f.inList(last.at, now), step)
  }
}

/** What a refusal says besides where its case moved while the form was open: nothing where a field was refused. */
export async function movedSince({ code, field, faults }: Refused, id: unknown, actor: Actor): Promise<Speech<Partial<Said>> | undefined> {
  if ((code !== 'stale' && code !== 'wrong_state') || field || faults) return undefined
  const [sayBy, address] = [await movedBy(id, actor), await askedPath()]
  return (w, language) => {
    const by = sayBy(w, language)
    const moved = { kept: w.form.movedKept, see: w.form.movedSee, address, isOver: by !== undefined }
    return { moved, ...(by && { title: by, text: undefined }) }
  }
}
