import type { Db } from '@/db/client'
import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/time'
import { type Command, perform } from '@/lib/perform'

/** Where the demonstration is made: every row by an act, at an instant of the past. */
export type Stage = {
  on: Db
  today: Day
  now: Date
  /** Where its files are kept, if not where the portal keeps them. */
  directory?: string
  /** Performs an act at an instant; a refusal in the demonstration is a fault of the demonstration. */
  act: <I, T, C extends string>(command: Command<I, T, C>, actor: Actor, input: I, at: Date) => Promise<T>
}

export function stageOn(on: Db, today: Day, now: Date, directory?: string): Stage {
  return {
    on,
    today,
    now,
    ...(directory && { directory }),
    act: async (command, actor, input, at) => {
      const outcome = await perform(command, actor, input, { on, at })
      if (!outcome.ok)
        throw new Error(
          `the demonstration was refused: ${outcome.code} ${JSON.stringify(outcome.faults ?? outcome.params ?? {})} ${outcome.field ?? ''} at ${at.toISOString()} in ${command.name}`,
        )
      return outcome.value
    },
  }
}
