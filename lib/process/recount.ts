import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { campaigns } from '@/db/schema'
import { SettingsError } from '@/lib/env'
import { differencesOf } from '../campaign/queries'
import { clock } from '../kernel/actor'
import { look } from '../perform'
import { withDatabase } from './database'
import { NotFit } from './not-fit'

/** `npm run campaign:verify [NUMBER …]`: counts closed campaigns again from the events up to their positions. */
async function verify(db: Db, numbers: readonly string[]) {
  const closed = await look(
    clock,
    (tx) =>
      tx
        .select()
        .from(campaigns)
        .where(and(eq(campaigns.state, 'closed'), numbers.length ? inArray(campaigns.number, [...numbers]) : undefined))
        .orderBy(asc(campaigns.closedAt)),
    db,
  )
  const missing = numbers.filter((one) => closed.every(({ number }) => number !== one))
  if (missing.length) throw new NotFit(`There is no closed campaign ${missing.join(', ')}.`)
  let wrong = 0
  for (const campaign of closed) {
    const differences = await look(clock, (tx) => differencesOf(tx, campaign), db)
    wrong += differences.length
    console.log(`${campaign.number}  up to record ${campaign.positionSeq}  ${differences.length} differences`)
    for (const difference of differences) console.log(`  ${JSON.stringify(difference)}`)
  }
  console.log(`${closed.length} closed campaigns counted again, ${wrong} differences`)
  return wrong
}

await withDatabase((db) => verify(db, process.argv.slice(2)))
  .then((wrong) => {
    process.exitCode = wrong ? 1 : 0
  })
  .catch((error: unknown) => {
    console.error(error instanceof NotFit || error instanceof SettingsError ? error.message : error)
    process.exitCode = 1
  })
