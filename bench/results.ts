import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** `ratio` is measured beside the baseline in the same run; `atMost`: the ratio may be at most the goal, else at least. */
export type Result = { name: string; value: number; unit: string; baseline: number; ratio: number; goal: number; atMost: boolean }

const FILE = 'bench/results.json'

/** Puts a result in its place among those that are kept, says it, and fails the run where the goal was missed. */
export function keepResult(result: Result) {
  const kept: Result[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : []
  const others = kept.filter(({ name }) => name !== result.name)
  writeFileSync(
    FILE,
    `${JSON.stringify(
      [...others, result].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      null,
      2,
    )}\n`,
  )
  console.log(JSON.stringify(result))
  if (result.atMost ? result.ratio > result.goal : result.ratio < result.goal) process.exitCode = 1
}
