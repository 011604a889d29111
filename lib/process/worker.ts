import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { heartbeats } from '@/db/schema'
import { env } from '@/lib/env'
import { foldTotals } from '@/lib/figure/commands'
import { mailer } from '@/lib/gateway/mail'
import { clock } from '@/lib/kernel/actor'
import { foldNames } from '@/lib/matching/commands'
import { perform } from '@/lib/perform'
import { strike } from './clock'
import { clearAway } from './expiry'
import { log } from './log'
import { type Loop, turnAll } from './loop'
import { sendMails, writeMails } from './mail'
import { recordBatches } from './worker/batch'

const PROCESS = 'worker'
const say = log(PROCESS)

async function beat() {
  const at = sql`clock_timestamp()`
  await db().insert(heartbeats).values({ process: PROCESS, at }).onConflictDoUpdate({ target: heartbeats.process, set: { at } })
}

const end = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end.abort())

const { smtpUrl, mailFrom, demo } = env()
const loops: Loop[] = [
  { name: 'heartbeat', every: 5_000, work: beat },
  { name: 'clock', every: 10_000, work: () => strike() },
  {
    name: 'batch',
    every: 1_000,
    work: () =>
      recordBatches({
        until: end.signal,
        onSetAside: ({ error, ...row }) => say.error({ ...row, err: error }, 'a row of a batch could not be recorded'),
      }),
  },
  { name: 'names', every: 2_000, work: async () => void (await perform(foldNames, clock, null)) },
  { name: 'totals', every: 5_000, work: async () => void (await perform(foldTotals, clock, null)) },
  { name: 'letters', every: 5_000, work: () => writeMails() },
  { name: 'expiry', every: 3_600_000, work: () => clearAway() },
]
if (smtpUrl) {
  const send = mailer(smtpUrl, mailFrom)
  loops.push({
    name: 'mail',
    every: 2_000,
    work: () => sendMails(send, (unsent) => say.warn(unsent, 'a mail was not taken; it is tried again')),
  })
} else if (!demo) say.warn('SMTP_URL is not set: mails are kept in the table until it is')

await turnAll(loops, end.signal, ({ loop, error, failures, outage }) =>
  outage ? say.warn({ loop }, 'the database is away') : say.error({ loop, failures, err: error }, 'a round failed'),
)
await db()
  .delete(heartbeats)
  .where(eq(heartbeats.process, PROCESS))
  .catch(() => {})
await db().$client.end({ timeout: 5 })
