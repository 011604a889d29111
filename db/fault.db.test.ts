import { inspect } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { open } from './client'
import { isOutage } from './fault'
import { heartbeats } from './schema'
import { cloneDatabase } from './testing/database'

const { db } = await cloneDatabase(import.meta.url, 2)
const CANARY = 'canary-4f1c'

/** All that any logger could find, hidden properties included. */
const said = (fault: Error) => inspect(fault, { depth: 9, showHidden: true }) + JSON.stringify(fault) + fault.stack + fault.message

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: Error & { cause: { code: string; constraint_name?: string } }) => error,
  )

test('a fault names what was broken and not the values that were sent', async () => {
  const twice = () => db.insert(heartbeats).values({ process: CANARY, at: sql`now()` })
  await twice()
  const fault = await faultOf(twice())
  expect(fault.cause).toMatchObject({ code: '23505', constraint_name: 'heartbeats_pkey' })
  expect(said(fault)).not.toContain(CANARY)
})

test('nor a value that PostgreSQL itself quotes', async () => {
  const fault = await faultOf(db.select().from(heartbeats).where(sql`${heartbeats.at} = ${CANARY}::timestamptz`))
  expect(fault.cause.code).toBe('22007')
  expect(said(fault)).not.toContain(CANARY)
})

test('the same inside a transaction and for a prepared query', async () => {
  const broken = sql`${CANARY}::int`
  const prepared = db.select({ broken }).from(heartbeats).where(eq(heartbeats.process, CANARY)).prepare('broken')
  for (const work of [() => db.transaction((tx) => tx.execute(sql`select ${broken}`)), () => prepared.execute()]) {
    const fault = await faultOf(work())
    expect(fault.cause.code).toBe('22P02')
    expect(said(fault)).not.toContain(CANARY)
  }
})

test('nor what the driver never took up, as it does not once it is closed', async () => {
  const closed = open('postgres://nobody@127.0.0.1:1/none', 1)
  await closed.$client.end()
  const fault = await faultOf(closed.insert(heartbeats).values({ process: CANARY, at: new Date() }))
  expect(fault.cause.code).toBe('CONNECTION_ENDED')
  expect(said(fault)).not.toContain(CANARY)
})

test('an outage is told from a broken rule', async () => {
  const gone = await faultOf(db.execute(sql`select pg_terminate_backend(pg_backend_pid())`))
  expect(isOutage(gone)).toBe(true)
  expect(isOutage(await faultOf(db.execute(sql`select 1 / 0`)))).toBe(false)
  expect(isOutage(new Error('else'))).toBe(false)
})
