import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

const KILLS = 20
test.setTimeout(900_000)

test('of the answers that platforms send while the web part is killed, none that was acknowledged is lost and none counts twice', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/drill/web.ts', String(KILLS)]).catch(
    (error: { stdout: string; stderr: string }) => error,
  )
  expect(stdout, stderr).not.toBe('')
  const { acknowledged, broken, ...counts } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, number>
  expect(counts, stderr).toMatchObject({ kills: KILLS, lost: 0, doubled: 0, half: 0, hung: 0 })
  expect(acknowledged).toBe(KILLS * 15)
  expect(broken).toBeGreaterThan(0)
})
