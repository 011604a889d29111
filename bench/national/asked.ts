import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** The exported queries of all nouns, as `violation/queries/reports#reportsOf`: functions that are given a transaction. */
export function queriesOf(root = 'lib'): string[] {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.ts') && !one.name.includes('.test.'))
    .map((one) => relative(root, `${one.parentPath}/${one.name}`))
    .filter((path) => /^[^/]+\/queries(\.ts$|\/)/.test(path))
  return files
    .flatMap((path) => {
      const text = readFileSync(`${root}/${path}`, 'utf8')
      const opened = text.matchAll(
        /^export (?:async function|function|const) (\w+)(?:<[^(=]*>)?(?: = (?:async )?)?\(\s*([^)]*?\b(?:tx: Tx|tx: Db|on: Db)\b)/gm,
      )
      return [...opened].map(([, name]) => `${path.replace(/\.ts$/, '')}#${name}`)
    })
    .toSorted()
}
