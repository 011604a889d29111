import { build } from './build'
import { run } from './child'
import { runPortal } from './portal'

await runPortal({
  prepare: build,
  web: ({ port, host }) => run(['app/_server/serve.ts', String(port), host], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  worker: () => run(['--import', 'tsx', 'lib/process/worker.ts'], { NODE_ENV: 'production' }),
})
