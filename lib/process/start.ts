import { build, next } from './build'
import { run } from './child'
import { runPortal } from './portal'

await runPortal({
  prepare: build,
  web: ({ port, host }) => next(['start', '--port', String(port), '--hostname', host], 'production'),
  worker: () => run(['--import', 'tsx', 'lib/process/worker.ts'], { NODE_ENV: 'production' }),
})
