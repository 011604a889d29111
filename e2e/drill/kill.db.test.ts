import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** In a process of its own, where an uncaught error is counted and no other test is disturbed. */
async function drill(load: string) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/drill/kill.ts', '20', load]).catch(
    (error: { stdout: string }) => error,
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, number>
}

test('a database killed twenty times under load loses nothing that it acknowledged, and is written to again by itself', {
  timeout: 180_000,
}, async () => {
  const { acknowledged, ...counts } = await drill('pairs')
  expect(counts).toMatchObject({ cycles: 20, lost: 0, half: 0, uncaught: 0, hung: 0, silent: 0 })
  expect(acknowledged).toBeGreaterThan(200)
})
