import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { type Server, serve } from '../embedded/server'
import { migrate } from '../migrate'
import { scratch } from './scratch'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The addresses of the migrated database that every test file clones: as superuser, as its owner, as the app. */
    template: Record<'url' | 'ownerUrl' | 'appUrl', string>
  }
}

/** Nothing here outlives the run, so nothing waits for the disk. */
const HASTE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  dynamic_shared_memory_type: 'mmap',
  log_min_messages: 'fatal',
}

export default async function setup({ provide }: TestProject) {
  const directory = scratch('tests-')
  const clear = () => rmSync(directory, { recursive: true, force: true, maxRetries: 20 })
  let server: Server | undefined
  // An interrupted run ends at once; it leaves neither a server nor a folder either.
  const abandon = () => {
    if (server?.pid) process.kill(server.pid, 'SIGKILL')
    clear()
  }
  process.once('exit', abandon)
  const leave = async () => {
    await server?.stop()
    clear()
    process.off('exit', abandon)
  }
  try {
    server = await serve(directory, { settings: HASTE })
    await migrate(server.ownerUrl)
  } catch (error) {
    await leave()
    throw error
  }
  const { url, ownerUrl, appUrl } = server
  provide('template', { url, ownerUrl, appUrl })
  return leave
}
