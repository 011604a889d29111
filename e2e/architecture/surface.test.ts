import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { inTemporaryHouse, read, sources } from './house'

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

function exportsOf(node: ts.Statement): string[] {
  if (ts.isExportAssignment(node)) return ['default']
  if (ts.isExportDeclaration(node))
    return node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements.map(({ name }) => name.text) : ['*']
  if (!isExported(node)) return []
  if (ts.isFunctionDeclaration(node)) return [node.name?.text ?? 'default']
  if (!ts.isVariableStatement(node)) return []
  return node.declarationList.declarations.flatMap(({ name }) =>
    ts.isObjectBindingPattern(name) ? name.elements.map((element) => element.name.getText()) : [name.getText()],
  )
}

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|\*)$/

/** All that a stranger can call: the exports of every `actions.ts` and the methods of every `route.ts`, as `path name`. */
const surface = (root: string) =>
  sources(root)
    .filter((path) => /^app\/(.*\/)?(actions\.tsx?|route\.tsx?)$/.test(path))
    .flatMap((path) => {
      const names = read(root, path).statements.flatMap(exportsOf)
      return names.filter((name) => /actions\.tsx?$/.test(path) || METHOD.test(name)).map((name) => `${path} ${name}`)
    })
    .sort()

test('the attack surface is the list that somebody keeps by hand', () => {
  const kept = readFileSync('e2e/architecture/surface.txt', 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  expect(surface('.')).toEqual([...kept].sort())
})

test('a new way in is noticed, however it is exported', () => {
  const texts = {
    'app/drama/actions.ts': "'use server'\nexport const file = formAction({})\nexport async function steal() {}\nconst own = 1",
    'app/api/v1/dramas/route.ts': 'export const { GET, POST } = handlers\nexport const dynamic = 1',
    'app/feed/route.ts': "export function GET() {}\nexport { DELETE } from './other'",
    'app/drama/page.tsx': 'export default function Page() {}',
  }
  expect(inTemporaryHouse(texts, surface)).toEqual([
    'app/api/v1/dramas/route.ts GET',
    'app/api/v1/dramas/route.ts POST',
    'app/drama/actions.ts file',
    'app/drama/actions.ts steal',
    'app/feed/route.ts DELETE',
    'app/feed/route.ts GET',
  ])
})
