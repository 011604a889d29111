import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'

export const ROOMS = ['app', 'lib', 'db', 'e2e']
const UNWRITTEN = /(^|\/)(node_modules|\.next)(\/|$)|^e2e\/(results|screenshots)(\/|$)|^db\/migrations\//

/** Every file that somebody wrote in the four rooms and beside them, as paths from the root. */
export function files(root = '.'): string[] {
  const inside = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (UNWRITTEN.test(path)) return []
      return entry.isDirectory() ? inside(path) : [path]
    })
  const beside = ['proxy.ts', 'instrumentation.ts', 'next.config.mjs'].filter((file) => existsSync(join(root, file)))
  return [...ROOMS.filter((room) => existsSync(join(root, room))).flatMap(inside), ...beside]
}

const isSource = (path: string) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts')
/** What only tests and tools read; laws about acts, clocks and the environment do not bind it. */
export const isBackstage = (path: string) => /^(e2e|db\/testing)\/|\.test\.tsx?$|^next\.config\.mjs$|(^|\/)drizzle\.config\.ts$/.test(path)

export const parse = (path: string, text: string) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

export const sources = (root = '.') => files(root).filter(isSource)
export const read = (root: string, path: string) => parse(path, readFileSync(join(root, path), 'utf8'))

/** All nodes below this one for which the question is answered with yes. */
export function findAll<T extends ts.Node>(from: ts.Node, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = []
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node)
    node.forEachChild(visit)
  }
  visit(from)
  return found
}

/** A house of straw in which to break the law; gone when the work is done. */
export function inTemporaryHouse<T>(texts: Record<string, string>, work: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return work(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
