import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { chance, disagreements, happening, recounted } from '@/db/testing/figures'
import { cast } from '@/db/testing/fixtures'

const { db, owner } = await cloneDatabase(import.meta.url)
const people = await cast(db)

test.for([1, 2, 3])('after any acts (seed %i) each figure is what its rows make, for who counts it and for 总局', async (seed) => {
  const random = chance(seed)
  const done: string[] = []
  for (let act = 0; act < 12; act += 1) done.push(await happening({ db, owner }, people, random))
  for (const reader of ['zhou.min@nrta.example', 'compliance@kuaishou.example', 'fang.zheng@cnsa.example', 'chen.li@beijing.example'])
    expect(await disagreements({ db }, people(reader)), done.join(', ')).toEqual([])
  expect(await recounted({ db }), done.join(', ')).toEqual([])
})
