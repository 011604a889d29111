import { defineConfig } from 'vitest/config'

const ROOMS = '{app,lib,db,e2e,bench}/**'

/** Three projects, so that each can be run alone: the house's laws, tests without I/O, tests on a real PostgreSQL. */
export default defineConfig({
  resolve: { alias: { '@': process.cwd(), 'server-only': `${process.cwd()}/node_modules/server-only/empty.js` } },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'architecture', include: ['e2e/architecture/*.test.ts'], testTimeout: 120_000 } },
      { extends: true, test: { name: 'pure', include: [`${ROOMS}/*.test.ts`], exclude: ['**/*.db.test.ts', 'e2e/architecture/**'] } },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`${ROOMS}/*.db.test.ts`],
          globalSetup: 'db/testing/global-setup.ts',
          maxWorkers: 2,
          testTimeout: 90_000,
        },
      },
    ],
  },
})
