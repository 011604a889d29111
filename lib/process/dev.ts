import { watch } from 'node:fs'
import { join } from 'node:path'
import { next } from './build'
import { ROOT, run } from './child'
import { runPortal } from './portal'

const SETTLED = 300

await runPortal({
  web: ({ port, host }) => next(['dev', '--port', String(port), '--hostname', host], 'development'),
  worker: () => run(['--import', 'tsx', 'lib/process/worker.ts'], { NODE_ENV: 'development' }),
  meanwhile: ({ worker }) => {
    let settled: NodeJS.Timeout | undefined
    for (const room of ['lib', 'db']) {
      watch(join(ROOT, room), { recursive: true }, () => {
        clearTimeout(settled)
        settled = setTimeout(() => void worker.renew(), SETTLED)
      })
    }
  },
})
