import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { chance, countedAlready, happenings } from '@/db/testing/doings'
import { disagreements, FIGURES, miscounted, recounted, WITHOUT_LENGTH } from '@/db/testing/figures'
import { cast } from '@/db/testing/fixtures'
import { clock } from '../../kernel/actor'
import { look, perform } from '../../perform'
import { foldTotals } from '../commands'
import { positionNow } from './figure'
import { differencesAt } from './recount'

const { db, owner } = await cloneDatabase(import.meta.url)
const people = await cast(db)
const READERS = ['zhou.min@nrta.example', 'compliance@kuaishou.example', 'fang.zheng@cnsa.example', 'chen.li@beijing.example']
const seen = new Set<string>()

test.for([1, 2, 3])('after any acts (seed %i) each figure is what its rows make, for who counts it and for 总局', async (seed) => {
  const next = happenings({ db, owner }, people, chance(seed))
  const done: string[] = []
  for (let act = 0; act < 14; act += 1) {
    done.push(await next())
    if (act % 5 === seed) await perform(foldTotals, clock, null, { on: db })
    if (act === 6) expect(await miscounted({ db }), done.join(', ')).toEqual([])
  }
  expect(await miscounted({ db }), done.join(', ')).toEqual([])
  const wrong = await Promise.all(READERS.map((reader) => disagreements({ db }, people(reader), seen)))
  expect(wrong.flat(), done.join(', ')).toEqual([])
  expect(await recounted({ db }), done.join(', ')).toEqual([])
})

test('what counted once is what its events make, whatever becomes of its case afterwards', async () => {
  const afterwards = await countedAlready({ db, owner }, people, people('compliance@douyin.example'))
  const position = await look(clock, (tx) => positionNow(tx), db)
  const differences = () => look(clock, (tx) => differencesAt(tx, position), db)
  expect(await differences()).toEqual([])
  await afterwards()
  expect(await differences()).toEqual([])
})

test('every figure that there is was above 0 among them', () =>
  expect(Object.keys(FIGURES).filter((name) => !seen.has(name))).toEqual(WITHOUT_LENGTH))
