import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const ROOM = 2 ** 31

/** A folder for one run: in memory where there is room (a container gives 64 MB, too little for a database), else on disk. */
export function scratch(prefix: string): string {
  const free = existsSync(MEMORY) ? statfsSync(MEMORY) : undefined
  return mkdtempSync(join(free && free.bavail * free.bsize >= ROOM ? MEMORY : tmpdir(), prefix))
}
