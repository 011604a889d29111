import { built, toBuild } from './build'

const prepare = toBuild()
const { runProduction } = prepare ? await import('./production') : ((await import(built('production'))) as typeof import('./production'))
await runProduction(prepare)
