import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { mortal } from '@/db/embedded/confinement'

export const HUNG_AFTER = 60_000
type Addresses = { appUrl: string; ownerUrl: string }

/** The portal as it is started for use, on a database that stands already. It ends with whoever started it. */
export function supervise(port: number, directory: string, { appUrl, ownerUrl }: Addresses) {
  const [program, words] = mortal('TERM', process.execPath, ['--import', 'tsx', 'lib/process/start.ts'])
  const settings = {
    PORT: String(port),
    DATA_DIR: directory,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DEMO: '1',
    NODE_ENV: 'production' as const,
  }
  return spawn(program, words, { env: { ...process.env, ...settings }, stdio: ['ignore', 'ignore', 'inherit'] })
}

export async function stopped(portal: ReturnType<typeof supervise>) {
  portal.kill('SIGTERM')
  await once(portal, 'exit')
}

/** Waits until it answers. */
export async function healthy(origin: string, path = '/api/health') {
  for (const began = Date.now(); Date.now() - began < HUNG_AFTER; await sleep(50)) {
    const answer = await fetch(origin + path, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new Error('the portal does not come back')
}
