import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, type Running, run } from './child'
import { NotFit } from './not-fit'

const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')
const ROOMS = ['app', 'lib', 'db', 'public']
const BESIDE = ['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.mjs', 'proxy.ts', 'instrumentation.ts']
const BUILD_ID = join(ROOT, '.next/BUILD_ID')
const BUILT_FROM = join(ROOT, '.next/built-from')
const PROGRAMS = join(ROOT, '.next/process')

const filesOf = (room: string) =>
  readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))

/** The sources that a build is made of, as one hash. */
function sources() {
  const files = [
    ...ROOMS.filter((room) => existsSync(join(ROOT, room))).flatMap(filesOf),
    ...BESIDE.map((name) => join(ROOT, name)).filter(existsSync),
  ]
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

export const next = (args: string[], mode: 'production' | 'development'): Running =>
  run([NEXT, ...args], { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' })

const isBuilt = () => existsSync(BUILD_ID) && existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === sources()

/** The programs beside the web part, each in one file: loaded as seven hundred sources they take most of the time of a start. */
export async function buildPrograms(outdir = PROGRAMS) {
  const { build: bundle } = await import('esbuild')
  await bundle({
    absWorkingDir: ROOT,
    entryPoints: ['production', 'worker'].map((name) => `lib/process/${name}.ts`),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}

/** A program as it was built. */
export const built = (name: 'production' | 'worker') => join(PROGRAMS, `${name}.mjs`)

/** Builds the web part and the programs beside it. `begun` is told of the running build. */
async function build(begun: (building: Running) => void) {
  const from = sources()
  const building = next(['build'], 'production')
  begun(building)
  const how = await building.exited
  if (how !== 'code 0') throw new NotFit(`the build failed: ${how}`)
  await buildPrograms()
  writeFileSync(BUILT_FROM, from)
}

/** What has to be built before the portal can start: nothing where the build that is there was made of these very sources. */
export const toBuild = () => (isBuilt() ? undefined : build)
