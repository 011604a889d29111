import type { Actor } from '../../lib/kernel/actor'
import { newId } from '../../lib/kernel/id'
import type { Db } from '../client'
import { facts } from '../schema'
import { BEIJING_ID } from './listings'

/** A fact of the record as an act would leave it: a work of its own that the owner found, unless told otherwise. */
export async function aFact(owner: Db, of: Actor, countsAt: Date, over: Partial<typeof facts.$inferInsert> = {}) {
  const [fact] = await owner
    .insert(facts)
    .values({
      eventId: newId(),
      n: 0,
      what: 'found',
      targetKind: 'drama',
      targetId: newId(),
      caseNoun: 'violation',
      caseId: newId(),
      ownerId: of.organizationId!,
      bureauId: BEIJING_ID,
      source: 'self_inspection',
      stage: 'after_airing',
      codes: [],
      groups: ['V04'],
      episodes: 1,
      seconds: 60,
      standing: 'upheld',
      countsAt,
      ...over,
    })
    .returning()
  return fact!
}
