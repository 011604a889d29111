import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from '@/db/client'
import { serve } from '@/db/embedded/server'
import { chance, happenings } from '@/db/testing/doings'
import { disagreements, FIGURES, miscounted, recounted, WITHOUT_LENGTH } from '@/db/testing/figures'
import { foldTotals } from '@/lib/figure/commands'
import { clock } from '@/lib/kernel/actor'
import { perform } from '@/lib/perform'
import { settle } from './acts'

const ACTS = 8
const READERS = ['zhou.min@nrta.example', 'compliance@kuaishou.example', 'chen.li@beijing.example']

/** `npm run drill:figures`: after so many sequences of acts at random each figure is what its rows make, and the events counted anew say the same, as do the kept totals. */
const sequences = Number(process.argv[2] ?? 200)
const data = mkdtempSync(join(tmpdir(), 'figures-'))
const server = await serve(data)
const tally = { sequences, acts: 0, figures: 0, disagreements: 0, differences: 0, miscounted: 0 }
const seen = new Set<string>()
try {
  const people = await settle(server)
  const [db, owner] = [open(server.appUrl, 8), open(server.ownerUrl, 4)]
  for (let seed = 1; seed <= sequences; seed += 1) {
    const next = happenings({ db, owner }, people, chance(seed))
    for (let act = 0; act < ACTS; act += 1, tally.acts += 1) await next()
    const wrong = (await Promise.all(READERS.map((reader) => disagreements({ db }, people(reader), seen)))).flat()
    const differences = await recounted({ db })
    if (seed % 3 === 0) await perform(foldTotals, clock, null, { on: db })
    const off = await miscounted({ db })
    tally.miscounted += off.length
    tally.disagreements += wrong.length
    tally.differences += differences.length
    for (const line of wrong) console.error(`seed ${seed}: ${line}`)
    for (const one of [...differences, ...off]) console.error(`seed ${seed}: ${JSON.stringify(one)}`)
  }
  await Promise.all([db.$client.end(), owner.$client.end()])
} finally {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
}
tally.figures = seen.size
const never = Object.keys(FIGURES).filter((name) => !seen.has(name) && !WITHOUT_LENGTH.includes(name))
console.log(JSON.stringify(tally))
if (never.length > 0) console.error(`never above 0: ${never.join(', ')}`)
if (tally.disagreements + tally.differences + tally.miscounted + never.length > 0) process.exitCode = 1
