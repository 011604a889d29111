import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, statSync } from 'node:fs'

export type Confinement = { command: (binary: string, args: string[]) => [string, string[]]; own: (path: string) => void }

const NOBODY = 65534
const works = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
const IN_NAMESPACE = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
const leave = () => {}

/**
 * How PostgreSQL is run here. It refuses to run as root, so root becomes nobody for it: in a user namespace, or where
 * there are none by giving nobody the files. The kernel stops it when this process dies, even by kill -9.
 */
export function confinement(directory: string, data: string): Confinement {
  if (process.platform !== 'linux' || !works('setpriv', ['--version'])) return { command: (binary, args) => [binary, args], own: leave }
  if (process.getuid?.() !== 0) return { command: (binary, args) => ['setpriv', ['--pdeathsig', 'INT', binary, ...args]], own: leave }
  const nobodys = existsSync(data) && statSync(data).uid === NOBODY
  if (!nobodys && works('unshare', [...IN_NAMESPACE, 'true'])) {
    return { command: (binary, args) => ['unshare', [...IN_NAMESPACE, 'setpriv', '--pdeathsig', 'INT', binary, ...args]], own: leave }
  }
  chmodSync(directory, 0o711)
  return {
    command: (binary, args) => ['setpriv', [...AS_NOBODY, '--pdeathsig', 'INT', binary, ...args]],
    own: (path) => chownSync(path, NOBODY, NOBODY),
  }
}

/** Whether the one who runs PostgreSQL can reach a program or folder; as nobody it may not be able to. */
export const reaches = ({ command }: Confinement, path: string) => {
  const [program, args] = command('test', ['-x', path])
  return process.platform !== 'linux' || works(program, args)
}
