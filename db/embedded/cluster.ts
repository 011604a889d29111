import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { keptSecret } from '../../lib/env'
import type { Confinement } from './confinement'

const DATABASE = 'portal'
const ROLES = ['portal_owner', 'portal_app'] as const
export type Role = 'postgres' | (typeof ROLES)[number]

/** The address by which a role reaches the server, with the password kept for it in `directory`. */
export const addressOf = (directory: string, role: Role, port: number, database = DATABASE) =>
  `postgres://${role}:${keptSecret(directory, role)}@127.0.0.1:${port}/${database}`

/** Makes the cluster beside its place and moves it there whole, so that an interrupted making leaves nothing half-made. */
export function makeCluster(directory: string, data: string, initdb: string, { command, own }: Confinement) {
  if (existsSync(join(data, 'PG_VERSION'))) return
  const [stage, password] = [`${data}.new`, join(directory, 'initdb.secret')]
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(stage, { mode: 0o700 })
  writeFileSync(password, keptSecret(directory, 'postgres'), { mode: 0o600 })
  for (const path of [stage, password]) own(path)
  const [program, args] = command(initdb, [
    '-D',
    stage,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${password}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
    '--data-checksums',
  ])
  const made = spawnSync(program, args, { encoding: 'utf8' })
  rmSync(password)
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)
  renameSync(stage, data)
}

/** The owner, who migrates, and the app's role, which owns nothing; both log in with their kept secrets. */
export async function makeRoles(directory: string, port: number) {
  const root = postgres(addressOf(directory, 'postgres', port, 'postgres'), { max: 1, onnotice: () => {} })
  try {
    for (const role of ROLES) {
      await root.unsafe(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`)
      await root.unsafe(
        `alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${keptSecret(directory, role)}'`,
      )
    }
    const [known] = await root`select from pg_database where datname = ${DATABASE}`
    if (!known) await root.unsafe(`create database ${DATABASE} owner portal_owner`)
    await root.unsafe(`revoke all on database ${DATABASE} from public`)
    await root.unsafe(`grant connect on database ${DATABASE} to portal_app`)
  } finally {
    await root.end({ timeout: 5 })
  }
}
