import { sql } from 'drizzle-orm'
import { read } from '@/db/act'
import type { Db } from '@/db/client'
import { houseFor, visitor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { enrollAuthorities } from '@/lib/organization/commands/enroll'
import { perform } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { seedPeople } from './demonstration/people'
import { stageOn } from './demonstration/stage'

const house = houseFor(visitor)

/** Enrolls the authorities of the rulebook; safe to repeat. */
export async function enroll(on: Db) {
  const { regulators } = await rulebook(on)
  const outcome = await perform(enrollAuthorities, house, regulators, { on })
  if (!outcome.ok) throw new Error(`the authorities were not enrolled: ${outcome.code}`)
}

/** Makes the demonstration on an empty portal: twelve weeks up to now. Gives whether it made one. */
export async function seed(on: Db, say: (line: string) => void): Promise<boolean> {
  const found = await read(on, house, async (tx) => {
    const [row] = await tx.execute<{ empty: boolean; now: string }>(sql`select not exists (select from member_secrets) as empty, now()`)
    return row!
  })
  if (!found.empty) return false
  const now = new Date(found.now)
  const stage = stageOn(on, dayOf(now), now)
  say('Making the demonstration: people and organizations …')
  await seedPeople(stage)
  return true
}
