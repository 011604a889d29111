import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { dayOf } from '../../lib/kernel/time'
import { seedPeople } from '../../lib/process/demonstration/people'
import { stageOn } from '../../lib/process/demonstration/stage'
import { enroll } from '../../lib/process/seed'
import { open } from '../client'
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

/** The authorities, platforms and creators of the demonstration stand in the template, so that every test has people to act. */
async function people(appUrl: string) {
  const db = open(appUrl, 2)
  const now = new Date()
  await enroll(db)
  await seedPeople(stageOn(db, dayOf(now), now))
  await db.$client.end()
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
    await people(server.appUrl)
  } catch (error) {
    await leave()
    throw error
  }
  const { url, ownerUrl, appUrl } = server
  provide('template', { url, ownerUrl, appUrl })
  return leave
}
