import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { mortal } from '@/db/embedded/confinement'
import { childEnvironment } from '@/lib/env'

/** A process that runs until it leaves or is stopped; `exited` says how it left. */
export type Running = { exited: Promise<string>; stop: () => Promise<void> }

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const STOP_PATIENCE = 15_000

function signalGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Runs a script with this Node as a group of its own; whatever the script started ends with it. */
export function run(args: string[], values: Record<string, string> = {}): Running {
  const [program, words] = mortal('TERM', process.execPath, args)
  const child = spawn(program, words, { cwd: ROOT, env: childEnvironment(values), stdio: ['ignore', 'inherit', 'inherit'], detached: true })
  const { pid } = child
  const exited = new Promise<string>((gone) => {
    child.once('error', (error) => gone(error.message))
    child.once('exit', (code, signal) => {
      if (pid) signalGroup(pid, 'SIGKILL')
      gone(signal ?? `code ${code}`)
    })
  })
  const stop = async () => {
    if (pid && child.exitCode === null && child.signalCode === null) signalGroup(pid, 'SIGTERM')
    const impatient = setTimeout(() => pid && signalGroup(pid, 'SIGKILL'), STOP_PATIENCE)
    await exited
    clearTimeout(impatient)
  }
  return { exited, stop }
}
