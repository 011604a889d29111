import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test, vi } from 'vitest'

/** A process that has ended but was not yet collected by its parent counts as gone. */
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** A supervisor whose child starts a grandchild; gives the numbers of both. */
async function supervisor(after = '') {
  const grandchild = `setInterval(() => {}, 1000)`
  const child = `
    const { spawn } = require('node:child_process')
    const { pid } = spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'ignore' })
    console.log(process.pid + ' ' + pid)
    setInterval(() => {}, 1000)`
  const script = `import('./lib/process/child.ts').then(async ({ run }) => {
    const running = run(['-e', ${JSON.stringify(child)}])
    setInterval(() => {}, 1000)
    ${after}
  })`
  const started = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(started.stdout), 'line')) as [string]
  const pids = line.split(' ').map(Number) as [number, number]
  onTestFinished(() => {
    started.kill('SIGKILL')
    for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL')
  })
  return { started, pids }
}

test('a stopped child takes along what it started', async () => {
  const { started, pids } = await supervisor(`process.once('SIGTERM', () => running.stop().then(() => process.exit(0)))`)
  expect(pids.map(isAlive)).toEqual([true, true])
  started.kill('SIGTERM')
  await once(started, 'exit')
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]))
})

test('a child that crashes takes along what it started', async () => {
  const { pids } = await supervisor()
  process.kill(pids[0], 'SIGKILL')
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]))
})

test.runIf(process.platform === 'linux')('a kill -9 of the supervisor ends its child', async () => {
  const { started, pids } = await supervisor()
  started.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(pids[0])).toBe(false))
})
