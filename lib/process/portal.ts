import { setTimeout as sleep } from 'node:timers/promises'
import { open } from '@/db/client'
import { ServedElsewhere } from '@/db/embedded/lock'
import { serve } from '@/db/embedded/server'
import { env, provide, type Settings, SettingsError } from '@/lib/env'
import type { Running } from './child'
import { makeFit } from './database'
import { standingOf } from './demonstration/standing'
import { type Kept, keep } from './keeper'
import { NotFit } from './not-fit'
import { seed } from './seed'
import { signIns } from './sign-ins'
import { listenable, reachAll } from './surroundings'

const READY_WITHIN = 120_000

type Parts = {
  /** What has to be done before the portal can start; whatever it runs is handed over, to be stopped with the rest. */
  prepare?: (begun: (running: Running) => void) => Promise<void>
  web: (settings: Settings) => Running
  worker: () => Running
  /** What goes on while the portal runs, given what is kept. */
  meanwhile?: (kept: Record<'web' | 'worker', Kept>) => void
}

const say = (line: string) => console.log(line)

/** What somebody can mend is said plainly; anything else is a fault of ours and shows where it arose. */
function told(error: unknown) {
  if (!(error instanceof Error)) return String(error)
  const plain = [NotFit, SettingsError, ServedElsewhere].some((kind) => error instanceof kind)
  return plain ? error.message : (error.stack ?? error.message)
}

function reachable(host: string) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return name.includes(':') ? `[${name}]` : name
}

async function answers(address: string) {
  for (const began = Date.now(); ; await sleep(100)) {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    if (Date.now() - began > READY_WITHIN)
      throw new NotFit(`the portal does not become healthy: ${answer ? await answer.text() : 'no answer'}`)
  }
}

/** Runs the whole portal until it is told to stop, or until a part of it cannot be kept running. */
export async function runPortal({ prepare, web, worker, meanwhile }: Parts) {
  const stops: (() => Promise<void>)[] = []
  let leaving: Promise<void> | undefined

  const stopAll = async (code: number, why: string) => {
    say(why)
    for (const stop of stops.reverse()) await stop()
    process.exit(code)
  }
  const leave = (code: number, why: string) => {
    leaving ??= stopAll(code, why)
    return leaving
  }
  const watch = { say, giveUp: (why: string) => void leave(1, `${why}. The portal stops.`) }
  const keepPart = async (name: string, launch: () => Running | Promise<Running>) => {
    const kept = await keep(name, launch, watch)
    stops.push(kept.stop)
    return kept
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0, 'The portal stops.'))

  try {
    const { port, host, databaseUrl, databaseOwnerUrl, dataDir, demo, underNpm } = env()
    const parent = process.ppid
    if (underNpm) setInterval(() => process.ppid !== parent && void leave(1, 'npm is gone. The portal stops.'), 500).unref()
    await listenable({ port, host })
    await reachAll(env())
    await prepare?.((running) => stops.push(running.stop))
    let [appUrl, ownerUrl] = [databaseUrl, databaseOwnerUrl]
    if (!appUrl) {
      let stay: number | undefined
      await keepPart('database', async () => {
        const server = await serve(dataDir, { port: stay })
        stay = server.port
        appUrl = server.appUrl
        ownerUrl = server.ownerUrl
        return server
      })
      provide({ DATABASE_URL: appUrl!, DEMO: '1', DATA_DIR: dataDir })
    }
    const db = open(appUrl!, 2)
    let peopled = false
    try {
      await makeFit(db, { appUrl: appUrl!, ownerUrl })
      if (demo) await seed(db, say, ownerUrl)
      peopled = demo && (await standingOf(db)) !== 'foreign'
    } finally {
      await db.$client.end()
    }
    const kept = { web: await keepPart('web', () => web(env())), worker: await keepPart('worker', worker) }
    await answers(`http://${reachable(host)}:${port}`)
    say(`\nThe portal is running at ${env().origin}${demo ? '' : ` (listening on ${host}:${port})`}. Stop it with Ctrl-C.\n`)
    if (peopled) say(`${signIns()}\n`)
    meanwhile?.(kept)
  } catch (error) {
    await leave(1, told(error))
  }
}
