import { pairs } from './pairs'
import { survive } from './survival'

const loads = { pairs }

const [cycles = '100', name = 'pairs'] = process.argv.slice(2)
const load = loads[name as keyof typeof loads]
if (!load) throw new Error(`no such load: ${name}; there are ${Object.keys(loads).join(', ')}`)

const tally = await survive(load, Number(cycles))
console.log(JSON.stringify(tally))
const { lost, half, uncaught, hung, silent } = tally
process.exit(lost + half + uncaught + hung + silent === 0 ? 0 : 1)
