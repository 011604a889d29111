import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A holder that was just told to stop may need a moment. */
const PATIENCE = 2_000

/** Another running process serves this directory's database. */
export class ServedElsewhere extends Error {}

/** When a living process began, so that a number given anew to another is not taken for it; empty where nobody tells. */
function begunAt(pid: number) {
  if (process.platform !== 'linux') return isAlive(pid) ? 'alive' : undefined
  try {
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return state === 'Z' || state === 'X' ? undefined : rest[18]
  } catch {
    return
  }
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function taken(file: string) {
  try {
    writeFileSync(file, `${process.pid} ${begunAt(process.pid)}`, { flag: 'wx', mode: 0o600 })
    return false
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return true
  }
}

/** One process serves a directory at a time; the claim of one that is gone counts for nothing. Gives the way to let go. */
export async function claim(directory: string): Promise<() => void> {
  const file = join(directory, 'served-by')
  for (const asked = Date.now(); taken(file); await sleep(50)) {
    const [pid, begun] = readFileSync(file, { encoding: 'utf8' }).split(' ')
    if (!begun || begunAt(Number(pid)) !== begun) rmSync(file, { force: true })
    else if (Date.now() - asked > PATIENCE) throw new ServedElsewhere(`the database in ${directory} is already served by process ${pid}`)
  }
  return () => rmSync(file, { force: true })
}
