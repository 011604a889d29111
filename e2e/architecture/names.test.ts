import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { files } from './house'
import { misnomers, nameRules } from './names'

test('every name says what the thing is', () => {
  expect(misnomers(files())).toEqual([])
})

const offenders: [rule: string, path: string][] = [
  ['tsx-lives-in-app', 'lib/drama/rules.tsx'],
  ['no-drawers', 'lib/kernel/utils.ts'],
  ['no-drawers', 'app/_components/shared/card.tsx'],
  ['no-drawers', 'e2e/fixtures/helper.test.ts'],
  ['kebab-case', 'app/(portal)/StepForm.tsx'],
  ['kebab-case', 'lib/drama/rules/tier_of.ts'],
  ['no-index', 'app/_ui/index.ts'],
  ['lib-is-nouns', 'lib/report/queries.ts'],
  ['lib-is-nouns', 'lib/format.ts'],
  ['file-is-role', 'lib/drama/format.ts'],
  ['foot-only-reads', 'lib/desk/commands.ts'],
]

test.for(offenders)('%s is noticed in %s', ([rule, path]) => {
  expect(misnomers([path])).toContain(`${rule} ${path}`)
})

test('each rule has an offender, and good names pass', () => {
  expect(new Set(offenders.map(([rule]) => rule))).toEqual(new Set(nameRules.map(({ name }) => name)))
  expect(
    misnomers([
      'app/(portal)/platform/drama/[id]/step-form.tsx',
      'app/api/auth/[...nextauth]/route.ts',
      'app/_ui/button.tsx',
      'lib/i18n/zh-CN/drama.ts',
      'lib/drama/rules/tier.test.ts',
      'lib/drama/commands.db.test.ts',
      'lib/perform.db.test.ts',
      'lib/kernel/time.ts',
      'db/schema/index.ts',
    ]),
  ).toEqual([])
})

const ROOT =
  /^(app|lib|db|public|e2e|docs|bench|package(-lock)?\.json|tsconfig\.json|next\.config\.mjs|README(\.[\w-]+)?\.md|LICENSE|proxy\.ts|instrumentation\.ts|\.ci|\.gitignore|\.gitattributes|\.npmrc|\.editorconfig|\.dockerignore|\.github)$/
const UNTRACKED = /^(node_modules|\.git|\.next|\.data|next-env\.d\.ts|.*\.tsbuildinfo|\.DS_Store|\.idea|\.vscode)$/

test('nothing lies about at the top', () => {
  expect(readdirSync('.').filter((entry) => !ROOT.test(entry) && !UNTRACKED.test(entry))).toEqual([])
})

test('documents cite living paths', () => {
  const documents = ['README.md', ...(existsSync('docs') ? readdirSync('docs').map((file) => `docs/${file}`) : [])].filter(
    (path) => path.endsWith('.md') && existsSync(path),
  )
  const cited = documents.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/`((?:app|lib|db|e2e|docs|public|bench)\/[\w@()[\]./-]*)`/g)].map(([, target = '']) => ({
      path,
      target,
    })),
  )
  expect(cited.filter(({ target }) => !existsSync(target))).toEqual([])
})

test('no promise stands in for work', () => {
  const marks = new RegExp(['TO', 'DO|FIX', 'ME|X', 'XX'].join(''))
  expect(files().filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && marks.test(readFileSync(path, 'utf8')))).toEqual([])
})
