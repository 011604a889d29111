import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, statSync } from 'node:fs'

type Command = [program: string, args: string[]]
export type Confinement = { command: (program: string, args: string[]) => Command; own: (path: string) => void }

const NOBODY = 65534
const IN_NAMESPACE = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']

const works = (program: string, args: string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0
const canBeMortal = () => process.platform === 'linux' && works('setpriv', ['--version'])
const leave = () => {}

/** A command that the kernel signals when this process dies, even by kill -9; elsewhere than on Linux the plain command. */
export const mortal = (signal: 'INT' | 'TERM', program: string, args: string[]): Command =>
  canBeMortal() ? ['setpriv', ['--pdeathsig', signal, program, ...args]] : [program, args]

/**
 * How PostgreSQL is run here, mortal. It refuses to run as root, so root becomes nobody for it: in a user namespace, or
 * where there are none by giving nobody the files.
 */
export function confinement(directory: string, data: string): Confinement {
  const plain: Confinement['command'] = (program, args) => mortal('INT', program, args)
  if (process.getuid?.() !== 0 || !canBeMortal()) return { command: plain, own: leave }
  const nobodys = existsSync(data) && statSync(data).uid === NOBODY
  if (!nobodys && works('unshare', [...IN_NAMESPACE, 'true'])) {
    return { command: (program, args) => ['unshare', [...IN_NAMESPACE, ...plain(program, args).flat()]], own: leave }
  }
  chmodSync(directory, 0o711)
  return {
    command: (program, args) => ['setpriv', [...AS_NOBODY, '--pdeathsig', 'INT', program, ...args]],
    own: (path) => chownSync(path, NOBODY, NOBODY),
  }
}

/** Whether the one who runs PostgreSQL can reach a program or folder; as nobody it may not be able to. */
export const reaches = ({ command }: Confinement, path: string) => process.platform !== 'linux' || works(...command('test', ['-x', path]))
