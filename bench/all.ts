import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BASE } from './national/folder'

/** Every measurement, one after the other; what the growth is measured on is loaded once and stays. */
const SCRIPTS = [['acts'], ['http'], ['batch'], ['load', String(BASE)], ['load'], ['growth'], ['explain']]

const missed: string[] = []
for (const [name, ...args] of SCRIPTS) {
  console.log(`\n▶ bench/${name}.ts ${args.join(' ')}`)
  const running = spawn(process.execPath, ['--import', 'tsx', `bench/${name}.ts`, ...args], { stdio: 'inherit' })
  if ((await once(running, 'exit'))[0] !== 0) missed.push(name!)
}
console.log(missed.length > 0 ? `\nMissed a goal: ${missed.join(', ')}` : '\nEvery goal was met')
process.exit(missed.length > 0 ? 1 : 0)
