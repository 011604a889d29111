import type { Db } from '@/db/client'
import type { Actor } from '@/lib/kernel/actor'
import type { Outcome } from '@/lib/kernel/outcome'
import { type Command, perform } from '@/lib/perform'

export type Ground = { db: Db; owner: Db; as: (email: string) => Actor }

/** A form that is ready to be sent: by whom, by whom never, and the event that it leaves (a draft's forms leave none). */
export type Trial = {
  by: Actor
  stranger: Actor
  event: string | null
  /** It may be done again and again: the case stays where it is, or each sender opens one. */
  again: boolean
  /** It is a thing between a case and one member. */
  own: boolean
  send: (by: Actor, on: Db, key?: string) => Promise<Outcome<unknown>>
}
export type Trials = Record<string, () => Promise<Trial>>

export function trial<I, T, C extends string>(
  command: Command<I, T, C>,
  input: I,
  { by, stranger, event = null, again = false, own = false }: Pick<Trial, 'by' | 'stranger'> & Partial<Omit<Trial, 'send'>>,
): Trial {
  const send: Trial['send'] = (sender, on, key) => perform(command, sender, input, { on, ...(key && { key }) })
  return { by, stranger, event, again, own, send }
}

/** Gives what came of an act that must be done. */
export async function sure<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const found = await outcome
  if (!found.ok) throw new Error(`refused: ${found.code} ${JSON.stringify(found.faults ?? found.params ?? '')}`)
  return found.value
}
