import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { serve } from '../embedded/server'
import { migrate } from '../migrate'
import { scratch } from './scratch'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The addresses of the migrated database that every test file clones: as superuser, as its owner, as the app. */
    template: Record<'url' | 'ownerUrl' | 'appUrl', string>
  }
}

/** Nothing here outlives the run, so nothing waits for the disk. */
const HASTE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', log_min_messages: 'fatal' }

export default async function setup({ provide }: TestProject) {
  const directory = scratch('tests-')
  const { url, ownerUrl, appUrl, stop } = await serve(directory, { settings: HASTE })
  const leave = async () => {
    await stop()
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    await migrate(ownerUrl)
  } catch (error) {
    await leave()
    throw error
  }
  provide('template', { url, ownerUrl, appUrl })
  return leave
}
