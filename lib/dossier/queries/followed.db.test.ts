import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { organizations } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, aProposal, aVerifiedEntry, aWork } from '@/db/testing/listings'
import { aPlatformAtTheDoor } from '@/db/testing/platforms'
import type { Actor } from '../../kernel/actor'
import { look } from '../../perform'
import { entriesAgainst, followedFrom, listedAs } from './followed'
import { organizationsNear } from './near'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [kuaishou, douyin, beijing, producer, stranger] = [
  'compliance@kuaishou.example',
  'compliance@douyin.example',
  'chen.li@beijing.example',
  'wu.tong@yehang.example',
  'ma.chi@changhe.example',
].map(people) as [Actor, Actor, Actor, Actor, Actor]
const hands = { proposer: kuaishou, verifier: beijing, approver: people('gao.yuan@nrta.example') }
const own = async (title: string) => (await aWork(on, { title, producerId: producer.organizationId })).id

const proposed = await aProposal(on, hands, { dramaId: await own('才提请') })
const verified = await aVerifiedEntry(on, hands, { dramaId: await own('已核实') })
const listed = await aListedEntry(on, hands, { dramaId: await own('已列入') })
await aListedEntry(on, hands)

test('a creator reads what is verified or listed against its own works, and nothing else', async () => {
  const against = (actor: Actor) => look(actor, (tx) => entriesAgainst(tx, actor), db)
  expect((await against(producer)).map(({ title, state }) => [title, state])).toEqual([
    ['已列入', 'listed'],
    ['已核实', 'verified'],
  ])
  expect(await against(stranger)).toEqual([])
})

test('a filer is told of the entries that it may open', async () => {
  const from = (actor: Actor) =>
    look(
      actor,
      async (tx) => {
        const followed = await followedFrom(
          tx,
          [proposed, verified, listed].map(({ violationId: id, dramaId }) => ({ id, subjectIds: [dramaId] })),
        )
        return [proposed, verified, listed].map(({ violationId }) => followed.get(violationId)?.entries.length)
      },
      db,
    )
  expect(await from(kuaishou)).toEqual([1, 1, 1])
  expect(await from(douyin)).toEqual([0, 0, 1])
})

test('whoever admits a platform is shown those whose names are near', async () => {
  const near = async (over: Record<string, string>) => {
    const id = await aPlatformAtTheDoor(on, over)
    return look(
      hands.approver,
      async (tx) => organizationsNear(tx, (await tx.select().from(organizations).where(eq(organizations.id, id)))[0]!),
      db,
    )
  }
  expect(await near({ code: '', shortName: '抖音短剧', name: '甲乙丙科技' })).toMatchObject([{ shortName: '抖音', state: 'accepted' }])
  expect(await near({ code: '', shortName: '毫不相干的平台', name: '另一家运营公司' })).toEqual([])
})

test('a listed work names its entry and the items that it rests on, to everybody; one that is not listed names none', async () => {
  for (const actor of [producer, stranger]) {
    const [entry] = await look(actor, (tx) => listedAs(tx, listed.dramaId), db)
    expect(entry).toMatchObject({ number: expect.stringMatching(/^HM-/), codes: ['V04-02', 'V10-05'] })
    expect(await look(actor, (tx) => listedAs(tx, verified.dramaId), db)).toEqual([])
  }
})
