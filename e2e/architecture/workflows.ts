import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Workflow } from '../../lib/kernel/workflow'

/** The workflows of all nouns. */
export async function allWorkflows(): Promise<Workflow[]> {
  const found: Workflow[] = []
  for (const folder of readdirSync('lib')) {
    if (folder === 'kernel' || !existsSync(`lib/${folder}/workflow.ts`)) continue
    const exported: Record<string, unknown> = await import(`../../lib/${folder}/workflow.ts`)
    found.push(
      ...Object.entries(exported)
        .filter(([name]) => name.endsWith('Workflow'))
        .map(([, table]) => table as Workflow),
    )
  }
  return found
}

/** The cells of a table that is kept by hand, without its head. */
export const keptByHand = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
