import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** In a process of its own, where an uncaught error is counted and no other test is disturbed. */
async function drill(load: string) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/drill/kill.ts', '20', load]).catch(
    (error: { stdout: string; stderr: string }) => error,
  )
  const said = stdout.trim().split('\n').at(-1)
  if (!said) throw new Error(stderr)
  const counts: Record<string, number> = JSON.parse(said)
  return { counts, acknowledged: counts.acknowledged, said: stderr }
}

test('a database killed twenty times under load loses nothing that it acknowledged, and is written to again by itself', {
  timeout: 180_000,
}, async () => {
  const { acknowledged, counts, said } = await drill('pairs')
  expect(counts, said).toMatchObject({ cycles: 20, lost: 0, half: 0, uncaught: 0, hung: 0, silent: 0 })
  expect(acknowledged).toBeGreaterThan(200)
})

test('official acts under the same fire are there whole with all that follows from them, once each, however often they were sent', {
  timeout: 240_000,
}, async () => {
  const { acknowledged, counts, said } = await drill('acts')
  expect(counts, said).toMatchObject({ cycles: 20, lost: 0, half: 0, uncaught: 0, hung: 0, silent: 0 })
  expect(acknowledged).toBeGreaterThan(100)
})
