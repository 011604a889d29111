import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { inTemporaryHouse, ROOMS, sources } from './house'
import rooms, { BESIDE, FOOT, LADDER } from './rooms.mjs'

const ladder = [...LADDER, ...FOOT]

type Cruise = { modules: { source: string }[]; summary: { violations: { from: string; to: string; rule: { name: string } }[] } }
function cruise(root: string): Cruise {
  const start = [...ROOMS, 'proxy.ts', 'instrumentation.ts'].filter((path) => existsSync(join(root, path)))
  const run = spawnSync(resolve('node_modules/.bin/depcruise'), ['-c', resolve('e2e/architecture/rooms.mjs'), '-T', 'json', ...start], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (!run.stdout) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

test('the house keeps its laws, in every module', () => {
  const { modules, summary } = cruise('.')
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  const seen = new Set(modules.map(({ source }) => source))
  const ours = sources().filter((path) => !/\.test\.tsx?$/.test(path) && path !== 'next.config.mjs')
  expect(ours.length).toBeGreaterThan(10)
  expect(ours.filter((path) => !seen.has(path))).toEqual([])
})

test('each law notices its offender', () => {
  const offenders: [law: string, file: string, target: string][] = [
    ['no-cycles', 'lib/kernel/a.ts', '@/lib/kernel/a'],
    ['everything-resolves', 'lib/kernel/c.ts', './nowhere'],
    ['kernel-stands-alone', 'lib/kernel/b.ts', '@/lib/env'],
    ['law-is-pure', 'lib/drama/rules/a.ts', '@/lib/drama/queries'],
    ['law-is-pure', 'lib/drama/input.ts', 'drizzle-orm'],
    ['law-touches-no-machine', 'lib/drama/rules/b.ts', 'node:fs'],
    ['lib-knows-no-web', 'lib/drama/queries.ts', 'next/cache'],
    ['lib-knows-no-web', 'lib/process/worker.ts', '@/app/a'],
    ['counter-never-opens-the-archive', 'app/b.ts', '@/db/client'],
    ['counter-never-opens-the-archive', 'proxy.ts', 'postgres'],
    ['schema-quotes-only-words', 'db/schema/a.ts', '@/lib/drama/rules'],
    ['archive-knows-no-nouns', 'db/act.ts', '@/lib/drama/queries'],
    ['neighbours-use-the-door', 'lib/drama/commands.ts', '@/lib/organization/input'],
    ['neighbours-use-the-door', 'lib/delivery/commands.ts', '@/lib/organization/input'],
    ['only-consequences-open-reactions', 'lib/drama/commands.ts', '@/lib/drama/reactions'],
    ['only-the-act-records', 'lib/drama/commands.ts', '@/db/record'],
    ['only-the-door-opens-consequences', 'app/b.ts', '@/lib/consequences'],
    ['acts-begin-at-the-counter', 'lib/drama/commands.ts', '@/lib/perform'],
    ['programs-are-nobodys-library', 'lib/drama/queries.ts', '@/lib/process/seed'],
    ['words-quote-the-law', 'lib/i18n/en/drama.ts', '@/lib/drama/queries'],
    ['one-door-for-words', 'app/b.ts', '@/lib/i18n/en/drama'],
    ['primitives-know-no-product', 'app/_ui/button.ts', '@/lib/drama/rules'],
    ['inspector-is-blind', 'e2e/journeys/a.ts', '@/app/a'],
    ['tests-stay-outside', 'lib/drama/queries.ts', '@/db/testing/database'],
    ['nobody-reads-the-foot', `lib/${BESIDE[0]}/queries.ts`, `@/lib/${FOOT[0]}/queries`],
    ...ladder
      .slice(1)
      .map((noun, at): [string, string, string] => [`ladder-${ladder[at]}`, `lib/${ladder[at]}/workflow.ts`, `@/lib/${noun}/workflow`]),
  ]
  const texts: Record<string, string> = { 'tsconfig.json': readFileSync('tsconfig.json', 'utf8') }
  for (const [, file, target] of offenders) {
    if (target.startsWith('@/')) texts[`${target.slice(2)}.ts`] ??= ''
    texts[file] = `${texts[file] ?? ''}import '${target}'\n`
  }
  const found = inTemporaryHouse(texts, (root) => {
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    return cruise(root).summary.violations.map(({ from, rule }) => `${rule.name} ${from}`)
  })
  expect(found).toEqual(expect.arrayContaining(offenders.map(([law, file]) => `${law} ${file}`)))
  expect(new Set(offenders.map(([law]) => law))).toEqual(new Set(rooms.forbidden.map(({ name }) => name)))
})
