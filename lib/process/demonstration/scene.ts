import { eq, sql } from 'drizzle-orm'
import { members, organizations } from '@/db/schema'
import type { When } from '@/db/seed/when'
import { type Act, read } from '@/db/transaction'
import { type Actor, houseFor, mintActor, visitor } from '@/lib/kernel/actor'
import { bureauIdOf } from '@/lib/organization/commands/enroll'
import type { Command } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { type Chronicle, chronicle } from './chronicle'
import { momentsOf } from './moments'
import type { Stage } from './stage'

type Seen = { id: string; version: number }
type Noun =
  | 'registrations'
  | 'violations'
  | 'blacklist_entries'
  | 'takedown_orders'
  | 'inspection_plans'
  | 'penalties'
  | 'rectifications'
  | 'biweekly_reports'
  | 'guidance_items'
  | 'consultations'
  | 'organizations'
  | 'campaigns'
  | 'announcements'
  | 'batches'
  | 'invitations'
  | 'members'

/** What the tellers of the demonstration have in common: who acts, when, and which case is which. */
export type Scene = Stage & {
  at: (when: When) => Date
  plan: Chronicle['plan']
  /** A person of the demonstration by name, with the duties held now. */
  person: (name: string) => Promise<Actor>
  platform: (code: string) => Promise<string>
  bureau: (code: string) => string
  /** The id of a case by the key that its table gives it. */
  known: (key: string) => string
  know: (key: string, id: string) => void
  /** Performs a step on a case as whoever acts on it sees it at that moment. */
  step: <I extends object, T, C extends string>(
    command: Command<I & Seen, T, C>,
    actor: Actor,
    table: Noun,
    key: string,
    input: I,
    at: Date,
  ) => Promise<T>
}

const house = houseFor(visitor)

function kept<T>(find: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const found = new Map<string, T>()
  return async (name) => {
    const value = found.get(name) ?? (await find(name))
    found.set(name, value)
    return value
  }
}

export async function sceneOf(stage: Stage): Promise<Scene & { deeds: Chronicle['deeds'] }> {
  const { on, now } = stage
  const { plan, deeds } = chronicle()
  const cases = new Map<string, string>()
  const known = (key: string) => {
    const id = cases.get(key)
    if (!id) throw new Error(`the demonstration does not know ${key} yet`)
    return id
  }
  return {
    ...stage,
    at: momentsOf(now, (await rulebook(on)).calendar),
    plan,
    deeds,
    known,
    know: (key, id) => void cases.set(key, id),
    person: kept(async (name) => {
      const [found] = await read(on, house, (tx) => tx.select().from(members).where(eq(members.name, name)))
      if (!found) throw new Error(`nobody in the demonstration is called ${name}`)
      const { id, kind, organizationId, duties } = found
      return mintActor({ memberId: id, kind, organizationId, name, duties })
    }),
    platform: kept(async (code) => {
      const [found] = await read(on, house, (tx) =>
        tx.select({ id: organizations.id }).from(organizations).where(eq(organizations.code, code)),
      )
      if (!found) throw new Error(`the demonstration has no platform ${code}`)
      return found.id
    }),
    bureau: bureauIdOf,
    step: (command, actor, table, key, input, at) => {
      const onCase = async (act: Act, more: typeof input) => {
        const [seen] = await act.tx.execute<Seen>(sql`select id, version from ${sql.identifier(table)} where id = ${known(key)}`)
        if (!seen) throw new Error(`${actor.name} does not see ${key}, on which to perform ${command.name}`)
        return command(act, { ...more, id: seen.id, version: seen.version })
      }
      return stage.act(onCase, actor, input, at)
    },
  }
}
