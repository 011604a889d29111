import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { contradictions } from './books'
import { ban, listing, registering, type Story, tellStory } from './stories'

const { db, owner } = await cloneDatabase(import.meta.url)
const scene = { as: await cast(db), owner }

const tell = (story: Story, acts?: number) => tellStory(story, db, acts)
await tell(listing(scene))
await tell(listing(scene), 6)
await tell(listing(scene), 4)
await tell(ban(scene))
await tell(registering(scene), 2)

class Undo extends Error {}
/** What the books say of it, and then as if it had never been. */
async function after(harm: string) {
  let found: string[] = []
  const undone = owner.transaction(async (tx) => {
    await tx.execute(sql.raw(harm))
    found = await contradictions(tx)
    throw new Undo()
  })
  await expect(undone).rejects.toThrow(Undo)
  return found
}

test('books that only acts have written agree', async () => {
  expect(await contradictions(owner)).toEqual([])
})

test.each([
  [
    'an event is gone',
    `delete from events where name = 'takedown.issued' and seq = (select max(seq) from events where name = 'takedown.issued')`,
    /takedown XJ-.* is issued, not by its events/,
  ],
  [
    'an event was recorded twice',
    `insert into events (id, name, noun, subject_id, at, actor_kind, detail) select gen_random_uuid(), name, noun, subject_id, at, actor_kind, detail from events where name = 'penalty.imposed'`,
    /penalty CF-.*not by its events/,
  ],
  [
    'a case moved and its event did not',
    `update violations set state = 'dismissed' where state = 'upheld'`,
    /violation JB-.* is dismissed, not by its events/,
  ],
  [
    'a case is gone',
    `delete from takedown_answers; delete from takedown_orders where id = (select id from takedown_orders order by number desc limit 1)`,
    /takedown.issued has no case/,
  ],
  ['nothing waits', `delete from waiting where noun = 'registration'`, /registration BA-.* is submitted and waits for 0/],
  [
    'something still waits',
    `insert into waiting (subject_id, organization_id, noun, title, step, duties, due_at, since) select id, bureau_id, 'violation', '', 'uphold', '{}', now(), now() from violations where state = 'upheld'`,
    /violation JB-.* is upheld and waits for 1/,
  ],
  [
    'a hand is missing',
    `delete from event_hands where event_id = (select id from events where name = 'blacklist.approved' limit 1)`,
    /events have \d+ hands/,
  ],
  ['a number was skipped', `update case_counters set last = last + 1 where prefix = 'XJ'`, /the numbers of XJ-\d{4} have gaps/],
  ['a total was kept wrong', `update totals set n = n + 1; update total_changes set n = n + 1`, /the total .* is \d+, and there are \d+/],
  [
    'an order is missing',
    `update takedown_orders set entry_id = (select id from blacklist_entries where state = 'proposed') where id = (select id from takedown_orders order by number limit 1)`,
    /HM-.* is listed, and .* has no order/,
  ],
])('they contradict each other where %s', async (_, harm, expected) => {
  expect((await after(harm)).join('\n')).toMatch(expected)
})

test('a story may be broken off anywhere: its books agree', async () => {
  for (let acts = 1; acts < 12; acts += 1) await tell(listing(scene), acts)
  expect(await contradictions(owner)).toEqual([])
})
