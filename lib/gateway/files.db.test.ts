import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { files } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { clock } from '../kernel/actor'
import { ok } from '../kernel/outcome'
import { perform } from '../perform'
import { clearUnusedFiles, noteFile } from './files'
import { incomingIn, keepFile, pathOf, type Stored } from './store'

const { db, owner } = await cloneDatabase(import.meta.url)
const directory = mkdtempSync(join(tmpdir(), 'files-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
beforeEach(() => owner.delete(files))

const HOUR = 3600_000
const now = new Date()
const later = (hours: number) => new Date(now.getTime() + hours * HOUR)
const png = (text: string) =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000000000', 'hex'), Buffer.from(text)])
async function kept(text: string): Promise<Stored> {
  async function* body() {
    yield png(text)
  }
  const outcome = await keepFile(body(), { directory })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}
const note = (stored: Stored, at = now) =>
  perform(async (act) => ok(await noteFile(act, stored, directory)), clock, undefined, { on: db, at })
const clear = (at: Date) => perform(clearUnusedFiles, clock, { directory }, { on: db, at })
const isThere = (stored: Stored) => existsSync(pathOf(stored.sha256, directory))

test('a row stands only for bytes that are there', async () => {
  const stored = await kept('gone')
  rmSync(pathOf(stored.sha256, directory))
  await expect(note(stored)).rejects.toThrow('has no bytes')
  expect(await owner.select().from(files)).toEqual([])
})

test('what nothing refers to goes after 24 hours, bytes and row', async () => {
  const stored = await kept('unused')
  await note(stored)
  expect(await clear(later(23))).toMatchObject({ ok: true, value: { rows: 0 } })
  expect(isThere(stored)).toBe(true)
  expect(await clear(later(25))).toMatchObject({ ok: true, value: { rows: 1 } })
  expect(isThere(stored)).toBe(false)
  expect(await owner.select().from(files)).toEqual([])
})

test('sent once more, it stays another 24 hours', async () => {
  const stored = await kept('again')
  await note(stored)
  await note(stored, later(20))
  await clear(later(30))
  expect(isThere(stored)).toBe(true)
})

test('what a crash left goes too: bytes without a row and uploads that were never finished', async () => {
  const stored = await kept('orphan')
  const unfinished = join(incomingIn(directory), 'half')
  writeFileSync(unfinished, 'half')
  expect(await clear(now)).toMatchObject({ value: { remains: 0 } })
  for (const path of [pathOf(stored.sha256, directory), unfinished]) utimesSync(path, later(-25), later(-25))
  expect(await clear(now)).toMatchObject({ value: { remains: 2 } })
  expect([isThere(stored), existsSync(unfinished)]).toEqual([false, false])
})

test('clearing and sending the same file at once never leaves a row without bytes', async () => {
  for (let round = 0; round < 10; round += 1) {
    const stored = await kept(`race ${round}`)
    await note(stored, later(-30))
    await Promise.allSettled([clear(now), kept(`race ${round}`).then((again) => note(again)), clear(now)])
    const rows = await owner.select().from(files)
    for (const row of rows) expect(existsSync(pathOf(row.sha256, directory))).toBe(true)
    await owner.delete(files)
  }
})
