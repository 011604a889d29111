import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { empty } from '@/db/empty'
import { carriedGuidance } from '@/db/seed/guidance'
import { read } from '@/db/transaction'
import { countPast } from '@/lib/figure/commands'
import { carryGuidance } from '@/lib/guidance/commands/carry'
import { clock, houseFor, visitor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { foldNames, nameEarlierReported, soundNames } from '@/lib/matching/commands'
import { enrollAuthorities } from '@/lib/organization/commands/enroll'
import { perform, present } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { begin, finish, isServed, standingOf } from './demonstration/standing'
import { NotFit } from './not-fit'
import { type Progress, progressOf } from './progress'

type Say = (line: string) => void
type Follow = (acts: number) => Progress
const MAKING = 'Making the demonstration'
const inLines =
  (say: Say): Follow =>
  (acts) =>
    progressOf(MAKING, 'acts', acts, { write: (line) => say(line.trimEnd()) })
/** On a terminal in one line that is written over. */
export const onTerminal: Follow = (acts) => progressOf(MAKING, 'acts', acts)

/** Enrolls the authorities of the rulebook and takes over what was published before the portal stood; safe to repeat. */
export async function enroll(on: Db) {
  const { regulators } = await rulebook(on)
  const outcome = await perform(enrollAuthorities, houseFor(visitor), regulators, { on })
  if (!outcome.ok) throw new Error(`the authorities were not enrolled: ${outcome.code}`)
  const carried = await perform(carryGuidance, houseFor(visitor), carriedGuidance(), { on })
  if (!carried.ok) throw new Error(`the library was not taken over: ${carried.code}`)
  for (const complete of [soundNames, nameEarlierReported, countPast, foldNames])
    for (let found = 1; found > 0; ) {
      const outcome = await perform(complete, houseFor(visitor), null, { on })
      found = outcome.ok ? outcome.value : 0
    }
}

/** Makes the demonstration on a portal without members: its people, and twelve weeks up to now (or to `now`, in tests). */
export async function makeDemonstration(
  on: Db,
  say: Say,
  { directory, now, follow = inLines(say) }: { directory?: string; now?: Date; follow?: Follow } = {},
): Promise<boolean> {
  if (!(await begin(on))) return false
  // Loaded by the start that makes it alone: every later one is a third of a second sooner.
  const [{ seedPeople }, { seedHistory }, { stageOn }] = await Promise.all([
    import('./demonstration/people'),
    import('./demonstration/history'),
    import('./demonstration/stage'),
  ])
  const until = now ?? (await present(on))
  const stage = stageOn(on, dayOf(until), until, directory)
  say('Making the demonstration: people and organizations …')
  await seedPeople(stage)
  await seedHistory(stage, follow)
  const [last] = await read(on, clock, (tx) => tx.execute<{ seq: string }>(sql`select max(seq) as seq from events`))
  await finish(on, Number(last!.seq))
  return true
}

/** Empties the database and makes the demonstration anew. */
export async function remakeDemonstration(on: Db, ownerUrl: string, say: Say, follow: Follow = inLines(say)) {
  await empty(ownerUrl)
  await enroll(on)
  await makeDemonstration(on, say, { follow })
}

/**
 * Sees to it that there is a demonstration: makes it on an empty portal, and anew where its making was cut off or where it is
 * older than a day and nobody has acted in it. Only the owner can empty the database. Gives whether it made one.
 */
export async function seed(on: Db, say: Say, ownerUrl?: string): Promise<boolean> {
  const standing = await standingOf(on)
  if (standing === 'empty') return makeDemonstration(on, say)
  if (standing === 'unfinished' && !ownerUrl)
    throw new NotFit('The demonstration was left unfinished. Set DATABASE_OWNER_URL, so that it can be made anew.')
  const anew = standing === 'unfinished' || (standing === 'outdated' && !(await isServed(on)))
  if (!anew || !ownerUrl) return false
  say(
    standing === 'unfinished'
      ? 'The demonstration was left unfinished.'
      : 'The demonstration is older than a day, and nobody has acted in it.',
  )
  await remakeDemonstration(on, ownerUrl, say)
  return true
}
