import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { freePort } from '@/db/embedded/port'
import type { Settings } from '@/lib/env'
import { NotFit } from './not-fit'

const PATIENCE_SECONDS = 10
const OLDEST = 15
const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code ?? '')

/** Why a database cannot be had, by the code of the fault: PostgreSQL's own, or that of the network. */
function whyNot(error: unknown, { host, role, database }: Record<'host' | 'role' | 'database', string>) {
  const code = codeOf(error)
  if (code === '3D000') return `there is no database ${database} at ${host}`
  if (code.startsWith('28')) return `the database at ${host} does not let the role ${role} in: is the password right?`
  if (code === '42501') return `the role ${role} may not connect to the database ${database} at ${host}`
  if (/^[0-9A-Z]{5}$/.test(code)) return `the database at ${host} answers: ${(error as Error).message}`
  return `no database answers at ${host}${code && ` (${code})`}`
}

type Server = { version: number; encoding: string; place: string }

/** Why a database that answers is none for the portal. */
function unfit({ version, encoding }: Server) {
  if (version < OLDEST) return `the server is PostgreSQL ${version}, and the portal needs ${OLDEST} or newer`
  if (encoding !== 'UTF8') return `the database is encoded in ${encoding}, and the portal needs UTF8: create it with encoding 'UTF8'`
  return
}

/** Asks a database whether it can be had, and gives which one it is; the refusal names the setting, and never the password. */
export async function reach(address: string, setting: string) {
  const { host, username, pathname } = new URL(address)
  const [role, database] = [username, pathname.slice(1)].map(decodeURIComponent) as [string, string]
  const client = postgres(address, { max: 1, connect_timeout: PATIENCE_SECONDS, onnotice: () => {} })
  let server: Server
  try {
    ;[server] = await client<[Server]>`
      select current_setting('server_version_num')::int / 10000 as version, pg_encoding_to_char(encoding) as encoding,
        concat_ws(' ', pg_postmaster_start_time(), oid) as place
      from pg_database where datname = current_database()`
  } catch (error) {
    throw new NotFit(`${setting}: ${whyNot(error, { host, role, database })}. Start it, or correct ${setting}.`)
  } finally {
    await client.end({ timeout: 1 })
  }
  const fault = unfit(server)
  if (fault) throw new NotFit(`${setting}: ${fault}.`)
  return server.place
}

/** Node's own way to make a folder with those above it never returns where a folder that is there takes no other in, as in /proc. */
function make(directory: string) {
  if (existsSync(directory)) return
  make(dirname(directory))
  mkdirSync(directory, { mode: 0o700 })
}

/** Asked by writing, since a superuser may do everything until it is tried. */
function makeFolder(directory: string) {
  try {
    make(directory)
    rmdirSync(mkdtempSync(join(directory, 'asked-')))
  } catch (error) {
    throw new NotFit(`DATA_DIR: ${directory} is no folder that can be written to (${codeOf(error)}). Let DATA_DIR name another.`)
  }
}

/** Why the portal cannot listen there; nothing for a fault that no other setting would mend. */
export function portRefusal(code: string, port: number, host: string): string | undefined {
  const another = `choose another, for instance PORT=${port < 1024 ? 3000 : port < 65535 ? port + 1 : port - 1} npm start`
  if (code === 'EADDRINUSE') return `PORT ${port} is taken on ${host}: ${another}`
  if (code === 'EACCES') return `PORT ${port} is not open to this user, as ports below 1024 often are: ${another}`
  if (/^(EADDRNOTAVAIL|ENOTFOUND|EAI_\w+|EINVAL)$/.test(code)) return `HOST ${host} is no address of this machine (${code})`
  return
}

/** The port must be free before anything long is begun. */
export async function listenable({ port, host }: Pick<Settings, 'port' | 'host'>) {
  await freePort(port, host).catch((error: unknown) => {
    const refusal = portRefusal(codeOf(error), port, host)
    throw refusal ? new NotFit(refusal) : error
  })
}

/** What the settings point to must be there: the folder, and the databases where they are one's own. */
export async function reachAll({ dataDir, databaseUrl, databaseOwnerUrl }: Pick<Settings, 'dataDir' | 'databaseUrl' | 'databaseOwnerUrl'>) {
  makeFolder(dataDir)
  if (!databaseUrl) return
  const place = await reach(databaseUrl, 'DATABASE_URL')
  if (databaseOwnerUrl && (await reach(databaseOwnerUrl, 'DATABASE_OWNER_URL')) !== place)
    throw new NotFit('DATABASE_OWNER_URL names another database than DATABASE_URL. Let both name the same one, each by its role.')
}
