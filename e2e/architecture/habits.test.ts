import { expect, test } from 'vitest'
import { caseTablesOf, habits, lapses } from './habits'
import { parse, read, sources } from './house'

const schema = sources().filter((path) => path.startsWith('db/schema/'))
const caseTables = new Set(schema.flatMap((path) => caseTablesOf(read('.', path))))

test('the schema has its tables of cases', () => {
  expect(caseTables.size).toBeGreaterThan(4)
})

test('every file keeps the habits of the house', () => {
  expect(sources().flatMap((path) => lapses(read('.', path), caseTables))).toEqual([])
})

const offenders: [habit: string, path: string, text: string][] = [
  ['one-writer', 'lib/drama/commands.ts', 'await act.tx.insert(events).values(event)'],
  ['one-writer', 'lib/drama/commands.ts', 'await act.tx.delete(waiting).where(x)'],
  ['one-writer', 'lib/drama/commands.ts', "await act.tx.update(someCases).set({ state: 'listed' }).where(x)"],
  ['one-writer', 'lib/drama/commands.ts', 'await insertMany(act.tx, events, rows)'],
  ['one-writer', 'lib/drama/commands.ts', "await setMany(act.tx, someCases, ['id'], ids.map((id) => ({ id, state: 'listed' })))"],
  ['one-writer', 'lib/process/seed.ts', 'await tx.insert(someCases).values(rows.map((state) => ({ state })))'],
  ['one-writer', 'lib/drama/commands.ts', "await act.tx.execute(sql`update some_cases set version = 1, state = 'listed'`)"],
  ['one-writer', 'lib/drama/commands.ts', 'await act.tx.execute(sql`insert into ${events} values (1)`)'],
  ['one-writer', 'lib/drama/commands.ts', "await act.tx.execute('delete from events')"],
  ['actors-are-minted-at-the-gate', 'lib/drama/commands.ts', "import { mintActor } from '@/lib/kernel/actor'"],
  ['actors-are-minted-at-the-gate', 'app/_server/session.ts', "import { houseFor as h } from '@/lib/kernel/actor'"],
  ['actors-are-minted-at-the-gate', 'app/api/route.ts', "import { clock } from '@/lib/kernel/actor'"],
  ['actors-are-minted-at-the-gate', 'app/api/route.ts', "import * as actors from '@/lib/kernel/actor'"],
  ['actors-are-minted-at-the-gate', 'app/api/route.ts', 'const me = {} as unknown as Actor'],
  ['no-action-but-form-action', 'app/drama/actions.ts', "'use server'\nexport async function steal() {}"],
  ['no-action-but-form-action', 'app/drama/actions.ts', "'use server'\nexport const steal = async () => formAction({})"],
  ['no-action-but-form-action', 'app/drama/actions.ts', "'use server'\nexport { steal } from './steal'"],
  ['no-action-but-form-action', 'app/drama/actions.ts', 'export const file = formAction({})'],
  ['no-action-but-form-action', 'app/drama/page.tsx', "async function act() { 'use server' }"],
  ['one-reader-of-the-environment', 'lib/drama/rules.ts', 'const { env } = process'],
  ['one-reader-of-the-environment', 'lib/process/start.ts', 'process.env.PORT'],
  ['one-reader-of-the-environment', 'lib/process/start.ts', "import { env } from 'node:process'"],
  ['one-speaker-of-locales', 'app/drama/page.tsx', 'new Intl.NumberFormat()'],
  ['one-speaker-of-locales', 'app/drama/page.tsx', 'when.toLocaleDateString()'],
  ['one-clock', 'lib/drama/rules.ts', 'const now = Date.now()'],
  ['one-clock', 'app/drama/page.tsx', 'const now = new Date()'],
  ['words-live-in-the-catalogue', 'app/drama/page.tsx', 'const page = <p>剧目</p>'],
  ['words-live-in-the-catalogue', 'app/drama/page.tsx', 'const text = `共 ${n} 部`'],
  ['organizations-are-called-at-one-door', 'app/drama/page.tsx', 'const text = names.get(id)?.shortName'],
  ['organizations-are-called-at-one-door', 'app/drama/page.tsx', 'const options = rows.map(({ id, shortName }) => id)'],
  ['organizations-are-called-at-one-door', 'app/drama/page.tsx', "const name = english ? row.nameEn : ''"],
  ['no-classes-but-errors', 'lib/drama/rules.ts', 'class DramaManager {}'],
  ['no-barrels', 'lib/drama/rules.ts', "export * from './rules/tier'"],
]

test.for(offenders)('%s is noticed in %s: %s', ([habit, path, text]) => {
  expect(lapses(parse(path, text), new Set(['someCases']))).toContainEqual(expect.stringMatching(new RegExp(`^${habit} ${path}:`)))
})

test('each habit has an offender, and the doors are open', () => {
  expect(new Set(offenders.map(([habit]) => habit))).toEqual(new Set(habits.map(({ name }) => name)))
  const open: [path: string, text: string][] = [
    ['db/act.ts', 'tx.insert(events)'],
    ['db/act.ts', "export type { ActEvent } from './record'"],
    ['db/act.test.ts', 'tx.delete(events)'],
    ['lib/drama/commands.ts', "tx.insert(mails).values({ state: 'queued' })"],
    ['app/_server/session.ts', "import { mintActor } from '@/lib/kernel/actor'"],
    ['app/drama/actions.ts', "'use server'\nexport const file = formAction({ run: fileDrama })"],
    ['lib/env.ts', 'process.env.PORT'],
    ['lib/drama/rules.ts', 'new Date(at)'],
    ['lib/drama/rules.ts', 'class Torn extends Error {}'],
    ['app/drama/page.tsx', '// 剧目'],
  ]
  expect(open.flatMap(([path, text]) => lapses(parse(path, text), new Set(['someCases'])))).toEqual([])
})

test('the tables of cases are found by their columns', () => {
  const text =
    "export const entries = pgTable('entries', { ...caseColumns(w), basis: text() })\nexport const mails = pgTable('mails', { id })"
  expect(caseTablesOf(parse('db/schema/a.ts', text))).toEqual(['entries'])
})
