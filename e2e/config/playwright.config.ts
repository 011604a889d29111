import { mkdirSync, rmSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { freePort } from '../../db/embedded/port'
import { scratch } from '../../db/testing/scratch'
import { chromium } from './chromium'

const root = process.cwd()
/** The portal is the one that a newcomer starts: its own settings and nothing of this machine's. */
for (const setting of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DEMO', 'ORIGIN', 'HOST', 'AUTH_SECRET', 'SMTP_URL', 'MAIL_FROM', 'NODE_ENV'])
  delete process.env[setting]

const executablePath = await chromium()
/** Read again by every worker, so what was found once is kept in the environment. */
process.env.E2E_PORT ??= String(await freePort())
if (!process.env.E2E_DATA_DIR) {
  const folder = scratch('portal-')
  process.env.E2E_DATA_DIR = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}
/** What the portal says during the run; read when all is told. */
process.env.E2E_LOG ??= `${root}/e2e/results/portal.log`
mkdirSync(`${root}/e2e/results`, { recursive: true })
const baseURL = `http://localhost:${process.env.E2E_PORT}`

export default defineConfig({
  testDir: `${root}/e2e/journeys`,
  projects: [
    { name: 'journeys', testMatch: '*.spec.ts', testIgnore: 'log.spec.ts', teardown: 'log' },
    { name: 'log', testMatch: 'log.spec.ts' },
  ],
  outputDir: `${root}/e2e/results/journeys`,
  reporter: [['list'], ['json', { outputFile: `${root}/e2e/results/journeys.json` }]],
  fullyParallel: false,
  forbidOnly: true,
  workers: 2,
  // What works only at the second try does not work.
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // A colour half-way through its transition has no contrast to speak of.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] },
  },
  webServer: {
    command: 'exec node --import tsx lib/process/start.ts > "$E2E_LOG" 2>&1',
    cwd: root,
    env: { E2E_LOG: process.env.E2E_LOG, PORT: process.env.E2E_PORT, DATA_DIR: process.env.E2E_DATA_DIR, NODE_ENV: 'production' },
    url: `${baseURL}/api/health`,
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
