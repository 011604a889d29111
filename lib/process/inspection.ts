import { type Db, db } from '@/db/client'
import { drawLook, freezeFrame, revealSeed } from '../inspection/commands/draw'
import { missSheet } from '../inspection/commands/sheet'
import { framesToReveal, looksToDraw, plansToFreeze, sheetsToMiss } from '../inspection/queries/due'
import { clock } from '../kernel/actor'
import { dayOf } from '../kernel/time'
import { type Command, look, perform } from '../perform'

/**
 * The day of the monitoring, by the date in Beijing: yesterday's seeds come out, sheets that nobody filled in are missed, today's
 * frames are frozen and listed works are looked for. Each once, in an act of its own, whatever number of workers look.
 */
export async function inspectDaily(on: Db = db(), at?: Date) {
  const faults: unknown[] = []
  const each = async <I, T, C extends string>(command: Command<I, T, C>, find: Parameters<typeof look<I[]>>[1]) => {
    for (const input of await look(clock, find, on)) await perform(command, clock, input, { on, at }).catch((fault) => faults.push(fault))
  }
  await each(revealSeed, (tx, now) => framesToReveal(tx, dayOf(at ?? now)))
  await each(missSheet, (tx, now) => sheetsToMiss(tx, at ?? now))
  await each(freezeFrame, (tx, now) => plansToFreeze(tx, dayOf(at ?? now)))
  await each(drawLook, (tx, now) => looksToDraw(tx, at ?? now))
  if (faults.length) throw new AggregateError(faults, `${faults.length} acts of the daily monitoring failed`)
}
