import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE = 60_000

/** The lines of postmaster.pid: 1 the process, 4 the port, 8 its status. */
export function postmaster(data: string) {
  const file = join(data, 'postmaster.pid')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return { pid: Number(lines[0]) || undefined, port: Number(lines[3]) || undefined, ready: lines[7]?.trim() === 'ready' }
}

function alive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function worksIn(pid: string, directory: string) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory
  } catch {
    return false
  }
}

/** The processes of the PostgreSQL of a data directory, also those that outlived their postmaster: all of them work in it. */
export function processesOf(data: string): number[] {
  if (!existsSync(data)) return []
  const { pid } = postmaster(data)
  if (process.platform !== 'linux') return pid && alive(pid) ? [pid] : []
  const directory = realpathSync(data)
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && worksIn(entry, directory))
    .map(Number)
}

/**
 * Waits until an earlier server of this directory is gone, asking it to leave: it may still be shutting down, or have lost
 * its supervisor. What a kill -9 left in postmaster.pid is cleared, since its number may by now be somebody else's.
 */
export async function settleRemains(data: string) {
  for (const began = Date.now(); ; await sleep(20)) {
    const left = processesOf(data)
    if (!left.length) break
    const { pid } = postmaster(data)
    if (Date.now() - began > PATIENCE) throw new Error(`process ${left.join(', ')} still holds the database in ${data}: stop it first`)
    if (pid && left.includes(pid)) process.kill(pid, 'SIGINT')
  }
  if (process.platform === 'linux') rmSync(join(data, 'postmaster.pid'), { force: true })
}
