import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

type Tally = { passed: number; failed: number; skipped: number }
type Step = { name: string; run: (only: string[]) => Promise<Tally> }

const results = resolve('e2e/results')
const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: '1' }
let running: ReturnType<typeof spawn> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    running?.once('exit', () => process.exit(1))
    if (!running?.kill('SIGINT')) process.exit(1)
  })
}

function execute(command: string, args: string[]) {
  return new Promise<boolean>((done) => {
    console.log(`\n▶ ${command} ${args.join(' ')}`)
    running = spawn(command, args, { stdio: 'inherit', env })
    running.once('error', (error) => {
      console.error(error.message)
      done(false)
    })
    running.once('exit', (code) => done(code === 0))
  })
}

/** Some commands in a row that count as one check. */
const check = (name: string, ...commands: [string, ...string[]][]): Step => ({
  name,
  run: async () => {
    for (const [command, ...args] of commands) if (!(await execute(command, args))) return { passed: 0, failed: 1, skipped: 0 }
    return { passed: 1, failed: 0, skipped: 0 }
  },
})

/** A runner that leaves its counts in a file; one that broke, or found nothing to run, has failed whatever its counts say. */
const runner = (name: string, [command, ...args]: [string, ...string[]], count: (report: never) => Tally): Step => ({
  name,
  run: async (only) => {
    const file = join(results, `${name}.json`)
    rmSync(file, { force: true })
    const green = await execute(command, [...args, ...only])
    const tally = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8')) as never) : { passed: 0, failed: 0, skipped: 0 }
    const broke = tally.failed === 0 && (!green || tally.passed === 0)
    return broke ? { ...tally, failed: 1 } : tally
  },
})

const vitest = (name: string) =>
  runner(
    name,
    [
      'vitest',
      'run',
      '--config=e2e/config/vitest.config.ts',
      `--project=${name}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=e2e/results/${name}.json`,
    ],
    (report: { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  )

const browser = runner(
  'journeys',
  ['playwright', 'test', '--config=e2e/config/playwright.config.ts'],
  (report: { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }) => ({
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
  }),
)
const journeys: Step = {
  ...browser,
  run: async (only) => {
    const built = await execute('node', ['--import', 'tsx', 'e2e/config/build.ts'])
    if (!built) return { passed: 0, failed: 1, skipped: 0 }
    const tally = await browser.run(only)
    if (tally.failed > 0) console.log('\nWhat the portal said stands in e2e/results/portal.log')
    return tally
  },
}

const steps = [
  check('types', ['next', 'typegen'], ['tsc', '--noEmit']),
  check('lint', ['biome', 'check', '--config-path=e2e/config/lint.json', '--error-on-warnings', '--diagnostic-level=warn']),
  vitest('architecture'),
  check('dead code', ['knip', '--config=e2e/config/knip.json']),
  vitest('pure'),
  vitest('db'),
  journeys,
]

const [wanted, ...only] = process.argv.slice(2)
const chosen = steps.filter(({ name }) => !wanted || name === wanted)
if (chosen.length === 0) throw new Error(`no such step: ${wanted}; there are ${steps.map(({ name }) => name).join(', ')}`)
mkdirSync(results, { recursive: true })

const total: Tally = { passed: 0, failed: 0, skipped: 0 }
const red: string[] = []
for (const { name, run } of chosen) {
  const tally = await run(only)
  if (tally.failed > 0) red.push(name)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += tally[key]
}
if (red.length > 0) console.log(`\nred: ${red.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
