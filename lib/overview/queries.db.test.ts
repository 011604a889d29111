import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { chance, happenings } from '@/db/testing/doings'
import { cast } from '@/db/testing/fixtures'
import { entriesOf } from '../blacklist/queries/entries'
import { figure } from '../figure/queries/figure'
import type { FigureDefinition } from '../figure/rules'
import { sheetsOf } from '../inspection/queries/sheets'
import type { Actor } from '../kernel/actor'
import { addDays, startOf } from '../kernel/time'
import { look } from '../perform'
import { filingsBefore } from '../registration/queries/filings'
import { type OrderFilter, ordersOf } from '../takedown/queries/orders'
import { type Overview, overviewOf } from './queries'
import { mondaysOf, spanOf, weekSpan } from './rules'

const { db, owner } = await cloneDatabase(import.meta.url)
const people = await cast(db)
const READERS = ['zhou.min@nrta.example', 'chen.li@beijing.example', 'fang.zheng@cnsa.example', 'compliance@kuaishou.example']
const MOST = 10_000

const next = happenings({ db, owner }, people, chance(7))
for (let act = 0; act < 40; act += 1) await next()

/** Every figure that its rows do not make, as its reader has them, and which figures there were. */
const compared = (reader: Actor, bureauId?: string) =>
  look(
    reader,
    async (tx, now) => {
      const overview = await overviewOf(tx, reader, { weeks: 12, bureauId }, now)
      const span = spanOf(overview.mondays)
      const bureau = reader.kind === 'province' ? reader.organizationId! : bureauId
      const pairs: [string, number, number][] = []
      const orders = async (name: string, n: number, filter: Partial<OrderFilter>) =>
        pairs.push([name, n, (await ordersOf(tx, reader, { view: 'all', span, bureauId, ...filter }, now, MOST)).rows.length])
      const facts = async (name: string, n: number, meaning: Pick<FigureDefinition, 'what' | 'groups' | 'rungs' | 'standings'>) => {
        const { rows } = await figure(tx, {
          ...meaning,
          measure: 'targets',
          ...(bureau && { bureauIds: [bureau] }),
          ...(reader.kind !== 'national' && reader.kind !== 'province' && { ownerIds: [reader.organizationId!] }),
          from: startOf(span.from).toISOString(),
          to: startOf(addDays(span.to, 1)).toISOString(),
        })
        pairs.push([name, n, rows])
      }
      for (const { id, orders: states, total, overdue, dark } of overview.platforms) {
        await orders('orders', total, { platformId: id })
        for (const outcome of ['removed', 'absent', 'objected', 'issued'] as const)
          await orders(outcome, states.get(outcome) ?? 0, { platformId: id, outcome })
        await orders('overdue', overdue, { platformId: id, view: 'overdue' })
        await orders('dark', dark.n, { platformId: id, outcome: 'dark' })
      }
      for (const { monday, dark } of overview.dark.weeks) await orders('dark by week', dark.n, { outcome: 'dark', span: weekSpan(monday) })
      await facts('found', overview.found.upheld, { what: 'found', standings: ['upheld'] })
      for (const { code, n } of overview.groups) await facts('group', n, { what: 'found', standings: ['upheld'], groups: [code] })
      for (const { code, done, recorded } of overview.rungs) {
        await facts('done', done, { what: 'measured', rungs: [code], standings: ['done'] })
        await facts('recorded', recorded, { what: 'measured', rungs: [code], standings: ['recorded'] })
      }
      for (const what of ['rectified', 'refused'] as const) await facts(what, overview.mended[what], { what })
      if (reader.kind === 'national' || reader.kind === 'province') {
        for (const { class: filedAs, state, n } of overview.registrations) {
          const { rows } = await filingsBefore(tx, reader, { class: filedAs, state: state as 'submitted', span, bureauId }, MOST)
          pairs.push(['registration', n, rows.length])
        }
        for (const [view, n] of Object.entries(overview.entries)) {
          const { rows } = await entriesOf(tx, reader, { view: view as keyof Overview['entries'], span, bureauId: bureau }, MOST)
          pairs.push([view, n, rows.length])
        }
      }
      if (reader.kind !== 'platform')
        for (const { id, drawn, done, missed, hits } of overview.watch)
          for (const [view, n] of [
            ['all', drawn],
            ['done', done],
            ['missed', missed],
            ['hits', hits],
          ] as const)
            pairs.push([`sheets ${view}`, n, (await sheetsOf(tx, reader, { view, platformId: id, span, bureauId }, now, MOST)).rows.length])
      return pairs
    },
    db,
  )

const seen = new Set<string>()
test.each(READERS)('every figure that %s has is as many as the rows that it opens', async (email) => {
  const reader = people(email)
  const beijing = people('chen.li@beijing.example').organizationId!
  for (const bureauId of reader.kind === 'national' ? [undefined, beijing] : [undefined]) {
    const pairs = await compared(reader, bureauId)
    expect(pairs.filter(([, kept, rows]) => kept !== rows)).toEqual([])
    for (const [name, n] of pairs) if (n > 0) seen.add(name)
  }
})

test('and most of them were above 0', () =>
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(['dark', 'dark by week', 'done', 'found', 'group', 'listed', 'orders', 'removed', 'sheets all']),
  ))

test('a platform has no figure of another', async () => {
  const kuaishou = people('compliance@kuaishou.example')
  const overview = await look(kuaishou, (tx, now) => overviewOf(tx, kuaishou, { weeks: 52 }, now), db)
  expect(overview.platforms.map(({ id }) => id)).toEqual([kuaishou.organizationId])
  expect(overview.watch).toEqual([])
  expect(overview.registrations.length + overview.entries.listed).toBe(0)
})

test('weeks begin on Mondays in Beijing, the one that runs last', () => {
  // Sunday 23:30 in Beijing, and half an hour later.
  expect(mondaysOf(new Date('2026-11-22T15:30:00Z'), 2)).toEqual(['2026-11-09', '2026-11-16'])
  expect(mondaysOf(new Date('2026-11-22T16:00:00Z'), 2)).toEqual(['2026-11-16', '2026-11-23'])
})
