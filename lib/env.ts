import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'

/** Whether every part of an address can be read: a password with a bare % cannot. */
function isReadable(text: string) {
  const { username, password, pathname } = new URL(text)
  try {
    return [username, password, pathname].map(decodeURIComponent).length > 0
  } catch {
    return false
  }
}
const address = (name: string, protocol: RegExp, like: string) =>
  z
    .string()
    .refine((text) => protocol.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.host !== '', {
      error: `${name} must be an address like ${like}`,
      abort: true,
    })
    .refine(isReadable, `${name} holds a % that stands for nothing: in a password or a name write it as %25`)
const postgresUrl = (name: string) => address(name, /^postgres(ql)?:$/, 'postgres://role:password@host:5432/database')
const oneOf = <const T extends string>(name: string, values: readonly T[]) => z.enum(values, `${name} must be one of ${values.join(', ')}`)
const PORT = 'PORT must be a whole number from 1 to 65535'

const shape = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, PORT)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, PORT)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be the name or address to listen on, like 127.0.0.1')
    .default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((directory) => resolve(directory)),
  BENCH_DIR: z
    .string()
    .default('.data/bench')
    .transform((directory) => resolve(directory)),
  DATABASE_URL: postgresUrl('DATABASE_URL').optional(),
  DATABASE_OWNER_URL: postgresUrl('DATABASE_OWNER_URL').optional(),
  DEMO: oneOf('DEMO', ['0', '1']).default('0'),
  AUTH_SECRET: z
    .string()
    .min(32, 'AUTH_SECRET must have at least 32 characters, for instance the output of: openssl rand -base64 33')
    .optional(),
  ORIGIN: z
    .string()
    .refine(
      (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.origin === text,
      'ORIGIN must be the public address without a path, like https://portal.example.cn',
    )
    .optional(),
  SMTP_URL: address('SMTP_URL', /^smtps?:$/, 'smtps://user:password@host:465').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'MAIL_FROM must be a sender like 合规平台 <portal@example.cn>')
    .optional(),
  LOG_LEVEL: oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: z.string().optional(),
  npm_lifecycle_event: z.string().optional(),
})
type Given = z.output<typeof shape>
/** What somebody sets for the portal; what Node and npm set beside it may be empty. */
const SETTINGS = Object.keys(shape.shape).filter((name) => name === name.toUpperCase() && name !== 'NODE_ENV')

/** A setting is missing or wrong; the message names each and says what is expected. */
export class SettingsError extends Error {}

/** A secret made on first use and kept in `directory`, readable by its owner alone. */
export function keptSecret(directory: string, name: string): string {
  const file = join(directory, `${name}.secret`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, randomBytes(33).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}

const demonstration = (given: Given) => given.DATABASE_URL === undefined || given.DEMO === '1'

function missing(given: Given) {
  const wanted: string[] = []
  // The owner's address alone would be passed over in silence, and a demonstration started in place of the portal.
  if (given.DATABASE_OWNER_URL && !given.DATABASE_URL)
    wanted.push('DATABASE_URL is missing: with DATABASE_OWNER_URL it must be set to the address of the same database for the app’s role')
  if (!demonstration(given) && !given.AUTH_SECRET)
    wanted.push('AUTH_SECRET is missing: outside the demonstration it must be set to at least 32 random characters')
  if (!demonstration(given) && !given.ORIGIN)
    wanted.push('ORIGIN is missing: outside the demonstration it must be set to the public address, like https://portal.example.cn')
  if (given.SMTP_URL && !given.MAIL_FROM) wanted.push('MAIL_FROM is missing: with SMTP_URL it must be set to the sender of mails')
  return wanted
}

const settings = (given: Given) => ({
  port: given.PORT,
  host: given.HOST,
  dataDir: given.DATA_DIR,
  /** Where the loaded databases stand that speed is measured on. */
  benchDir: given.BENCH_DIR,
  databaseUrl: given.DATABASE_URL,
  databaseOwnerUrl: given.DATABASE_OWNER_URL,
  /** The embedded database or DEMO=1; everything else is production. */
  demo: demonstration(given),
  development: given.NODE_ENV === 'development',
  /** The address that links in mails begin with. */
  origin: given.ORIGIN ?? `http://localhost:${given.PORT}`,
  /** From where a form may come. */
  origins: given.ORIGIN ? [given.ORIGIN] : ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${given.PORT}`),
  get authSecret() {
    return given.AUTH_SECRET ?? keptSecret(given.DATA_DIR, 'auth')
  },
  smtpUrl: given.SMTP_URL,
  mailFrom: given.MAIL_FROM ?? 'portal@localhost',
  logLevel: given.LOG_LEVEL,
  underNpm: given.npm_lifecycle_event !== undefined,
})
export type Settings = ReturnType<typeof settings>

export function readSettings(source: Record<string, string | undefined>): Settings {
  // An empty DATABASE_URL taken for none would start an empty demonstration in place of the portal.
  const empty = SETTINGS.filter((name) => source[name] === '').map((name) => `${name} must have a value or not be set at all: it is empty`)
  if (empty.length) throw new SettingsError(empty.join('\n'))
  const parsed = shape.safeParse(source)
  const faults = parsed.success ? missing(parsed.data) : parsed.error.issues.map(({ message }) => message)
  if (!parsed.success || faults.length) throw new SettingsError([...new Set(faults)].join('\n'))
  return settings(parsed.data)
}

let read: Settings | undefined
let provided: Record<string, string> = {}

/** The only reader of process.env; lazy, because `next build` imports every module. */
export const env = (): Settings => (read ??= readSettings({ ...process.env, ...provided }))

/** Lets a program settle what it has found out itself, such as the address of the embedded database. */
export function provide(values: Record<string, string>) {
  provided = { ...provided, ...values }
  read = undefined
}

/** What a child process is given: the environment of this one and what was provided. */
export const childEnvironment = (values: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  ...provided,
  ...values,
})
