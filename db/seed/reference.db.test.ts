import { readFileSync } from 'node:fs'
import { asc, count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { dayOf } from '@/lib/kernel/time'
import type { ReferenceFile } from '@/lib/rulebook/input'
import { rulebook } from '@/lib/rulebook/queries'
import { deadlineOn, taxonomyOn } from '@/lib/rulebook/rules/book'
import { deadlines, rulebookVersions, tierRules, violationItems, workingDays } from '../schema'
import { cloneDatabase } from '../testing/database'
import { loadReference } from './reference'

const { db, owner } = await cloneDatabase(import.meta.url, 2)
const text = (file: ReferenceFile) => readFileSync(new URL(`./reference/${file}.csv`, import.meta.url), 'utf8')
const without = (changed: ReferenceFile, line: RegExp) => (file: ReferenceFile) =>
  file === changed ? text(file).replace(line, '') : text(file)
const versions = (file: ReferenceFile) =>
  owner.select().from(rulebookVersions).where(eq(rulebookVersions.file, file)).orderBy(asc(rulebookVersions.loadedAt))
const today = dayOf(new Date())

test('a migrated database holds the rulebook, and loading again changes nothing', async () => {
  const all = () =>
    Promise.all([owner.select().from(tierRules), owner.select().from(violationItems), owner.select().from(rulebookVersions)])
  const before = await all()
  expect(before.map((rows) => rows.length)).toEqual([6, 78, 12])
  await loadReference(owner)
  await Promise.all([loadReference(owner), loadReference(owner)])
  expect(await all()).toEqual(before)
})

test('the app reads it with its versions, and anew after a load', async () => {
  const book = await rulebook(db)
  expect(await rulebook(db)).toBe(book)
  expect(book.versions.working_days).toMatch(/^[0-9a-f]{64}$/)
  expect(book.calendar.version).toBe(book.versions.working_days)
  expect(book.ladder.map(({ code }) => code)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11'])
  expect(deadlineOn(book, 'takedown_answer', today)).toMatchObject({ amount: 24, unit: 'hours', stopsWhen: ['objected'], cutOff: null })
  expect(taxonomyOn(book, today).map(({ items }) => items.length)).toEqual([5, 4, 4, 5, 6, 6, 2, 5, 11, 5, 5, 8])
  await loadReference(owner, without('deadlines', /^consultation,.*\n/m))
  expect((await rulebook(db)).versions.deadlines).not.toBe(book.versions.deadlines)
  await loadReference(owner)
  expect((await rulebook(db)).versions).toEqual(book.versions)
  expect((await versions('deadlines')).map(({ version }) => version === book.versions.deadlines)).toEqual([true, false, true])
})

test('a code that leaves its file ends today and is not deleted; a day off goes', async () => {
  await loadReference(owner, without('violation_taxonomy', /^V12-08,.*\n/m))
  const item = () => owner.select().from(violationItems).where(eq(violationItems.code, 'V12-08'))
  expect(await item()).toMatchObject([{ effectiveTo: today, zh: '劣迹人员参演' }])
  expect(taxonomyOn(await rulebook(db), today).at(-1)?.items).toHaveLength(7)
  await loadReference(owner, without('working_days', /^2027-02-05,.*\n/m))
  expect(await item()).toMatchObject([{ effectiveTo: null }])
  expect(
    await owner
      .select({ there: count() })
      .from(workingDays)
      .where(eq(workingDays.date, '2027-02-05' as typeof today)),
  ).toEqual([{ there: 0 }])
  await loadReference(owner)
  expect(await owner.select({ there: count() }).from(workingDays)).toEqual([{ there: 121 }])
})

test('a bad row loads nothing of any file', async () => {
  const before = await owner.select().from(deadlines)
  const spoiled = (file: ReferenceFile) =>
    file === 'platforms'
      ? `${text(file)}x\n`
      : file === 'deadlines'
        ? text(file).replace('takedown_answer,', 'takedown_reply,')
        : text(file)
  await expect(loadReference(owner, spoiled)).rejects.toThrow(/platforms|line 7/i)
  expect(await owner.select().from(deadlines)).toEqual(before)
})
