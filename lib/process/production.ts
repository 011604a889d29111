import { built } from './build'
import { run } from './child'
import { runPortal } from './portal'

/** The portal as people use it, once `prepare`, where anything is left to be built, has built it. */
export const runProduction = (prepare: Parameters<typeof runPortal>[0]['prepare']) =>
  runPortal({
    prepare,
    web: ({ port, host }) => run(['app/_server/serve.ts', String(port), host], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
    worker: () => run(['--enable-source-maps', built('worker')], { NODE_ENV: 'production' }),
  })
