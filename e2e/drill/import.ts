import { referenceRows } from '@/db/seed/reference'
import type { RowLaw } from '@/lib/batch/rules/row'
import { judgeTable } from '@/lib/batch/rules/table'
import { gridOf, readSheet } from '@/lib/gateway/sheet'
import { dayOf } from '@/lib/kernel/time'
import type { LadderRung, ViolationItem } from '@/lib/rulebook/rules/book'
import { brokenSheet, heavySheets } from './broken-sheets'

/** Every so many of the files, and all that are heavy, are read as the portal reads them: in a process of its own. */
const APART = 40
const law: RowLaw = {
  taxonomy: referenceRows('violation_taxonomy') as unknown as ViolationItem[],
  ladder: referenceRows('penalty_ladder') as unknown as LadderRung[],
  today: dayOf(new Date()),
}
const tally = { files: 0, apart: 0, refused: 0, cells: 0, crashes: 0, passed: 0 }
const codes = new Map<string, number>()
process.on('uncaughtException', (error) => {
  tally.crashes += 1
  console.error(error)
})

async function read(how: string, bytes: Buffer, apart: boolean) {
  tally.files += 1
  if (apart) tally.apart += 1
  try {
    const grid = await (apart ? readSheet(bytes) : gridOf(bytes))
    const judged = grid.ok ? judgeTable(grid.value, law) : grid
    if (!judged.ok) {
      tally.refused += 1
      codes.set(judged.code, (codes.get(judged.code) ?? 0) + 1)
    } else if (judged.value.rows.some(({ faults }) => faults.length > 0)) tally.cells += 1
    else {
      tally.passed += 1
      console.error(`nothing was noticed: ${how}`)
    }
  } catch (error) {
    tally.crashes += 1
    console.error(how, error)
  }
}

const [count = '2000', first = '1'] = process.argv.slice(2)
for (const { how, bytes } of heavySheets()) await read(how, bytes, true)
for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  const { how, bytes } = brokenSheet(seed)
  await read(`${seed} ${how}`, bytes, seed % APART === 0)
}
console.log(JSON.stringify({ ...tally, codes: Object.fromEntries([...codes].toSorted(([, a], [, b]) => b - a)) }))
process.exit(tally.crashes + tally.passed > 0 ? 1 : 0)
