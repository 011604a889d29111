import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, anUpheldReport, aWork } from '@/db/testing/listings'
import { type Actor, visitor } from '../../kernel/actor'
import { look } from '../../perform'
import { happenedTo } from './happened'
import { placesOfWork, workRecord } from './work'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { db, owner }
const people = await cast(db)
const [kuaishou, douyin, cnsa, beijing, zhejiang, national, producer] = [
  'compliance@kuaishou.example',
  'compliance@douyin.example',
  'xu.qing@cnsa.example',
  'chen.li@beijing.example',
  'he.qing@zhejiang.example',
  'gao.yuan@nrta.example',
  'wu.tong@yehang.example',
].map(people) as [Actor, Actor, Actor, Actor, Actor, Actor, Actor]

const listed = await aWork(on, { title: '夜宴', producerId: producer.organizationId })
const { id: entryId } = await aListedEntry(on, { proposer: kuaishou, verifier: beijing, approver: national }, { dramaId: listed.id })
const reported = await aWork(on, { title: '夜行', origin: 'reported', publicSince: null })
await anUpheldReport(on, kuaishou, reported.id)

const record = (actor: Actor, { id, code, title }: typeof listed) =>
  look(
    actor,
    async (tx) => ({
      work: await workRecord(tx, actor, code),
      happened: await happenedTo(tx, actor, [{ id, kind: 'drama', name: title }]),
      places: await placesOfWork(tx, id),
    }),
    db,
  )

test.for([
  ['its filer', kuaishou],
  ['its bureau', beijing],
  ['总局', national],
  ['CNSA', cnsa],
] as const)('a work that nobody filed has a record for %s', async ([, actor]) => {
  const told = await record(actor, reported)
  expect(told.work).toMatchObject({ code: reported.code, origin: 'reported' })
  expect(told.happened.reports.rows).toMatchObject([{ outcome: 'upheld' }])
})

test.for([
  ['another platform', douyin],
  ['another bureau', zhejiang],
  ['a creator', producer],
  ['the public', visitor],
] as const)('%s knows of no such work', async ([, actor]) => {
  const told = await record(actor, reported)
  expect(told.work).toBeNull()
  expect(told.happened.reports.rows).toEqual([])
})

test('an entry that hits it stands with its orders, platform by platform, and not who proposed it', async () => {
  for (const actor of [kuaishou, douyin, cnsa, zhejiang, national]) {
    const { happened } = await record(actor, listed)
    expect(happened.entries.rows).toMatchObject([{ id: entryId, state: 'listed' }])
    expect(happened.entries.rows[0]!.orders.map(({ state }) => state)).toEqual(Array(5).fill('issued'))
    expect(JSON.stringify(happened.entries.rows)).not.toContain(kuaishou.name)
  }
  expect((await record(producer, listed)).happened.entries.rows).toEqual([])
})
