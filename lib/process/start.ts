import { built, toBuild } from './build'
import { run } from './child'

const prepare = toBuild()
const { runPortal } = prepare ? await import('./portal') : ((await import(built('portal'))) as typeof import('./portal'))

await runPortal({
  prepare,
  web: ({ port, host }) => run(['app/_server/serve.ts', String(port), host], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  worker: () => run(['--enable-source-maps', built('worker')], { NODE_ENV: 'production' }),
})
