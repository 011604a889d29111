import { acts } from './acts'
import type { Load } from './load'
import { pairs } from './pairs'
import { type Pressure, survive } from './survival'

const loads: Record<string, Pressure & { load: Load }> = {
  pairs: { load: pairs, writers: 48, connections: 24, alive: [150, 500] },
  acts: { load: acts, writers: 24, connections: 12, alive: [300, 1200] },
}

const [cycles = '100', ...named] = process.argv.slice(2)
for (const name of named.length ? named : Object.keys(loads)) {
  const chosen = loads[name]
  if (!chosen) throw new Error(`no such load: ${name}; there are ${Object.keys(loads).join(', ')}`)
  const tally = await survive(chosen.load, Number(cycles), chosen)
  console.log(JSON.stringify({ load: name, ...tally }))
  const { lost, half, uncaught, hung, silent } = tally
  if (lost + half + uncaught + hung + silent > 0) process.exitCode = 1
}
process.exit()
