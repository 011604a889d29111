import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { events } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { accountNamed, choosing, decisionsOn, upheldAccount } from '@/db/testing/penalties'
import { look, perform } from '../../perform'
import { strike } from '../../process/clock'
import { decisionAt } from '../queries/decision'
import { imposePenalty } from './decide'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const cnsa = as('fang.zheng@cnsa.example')
const beijing = as('chen.li@beijing.example')
const HOUR = 3_600_000
const SECOND = 1000
const upheldAt = new Date('2026-09-01T10:00:00+08:00')
const after = (hours: number, seconds = 0) => new Date(upheldAt.getTime() + hours * HOUR + seconds * SECOND)
const account = accountNamed(kuaishou)

const spelled = async (targetId: string) =>
  (await decisionsOn(owner, targetId)).map(({ rung, parameter, state }) => [rung, parameter, state].filter(Boolean).join(' '))
const impose = (subject: { violationId: string; accountId: string }, text: string, at: Date) => {
  const target = { violationId: subject.violationId, targetKind: 'account' as const, targetId: subject.accountId, episodes: [] }
  return perform(imposePenalty, kuaishou, { ...target, ...choosing(text) }, { on: db, at })
}

test('期限已过未改: guided first, banned when it does not mend, lifted to the second, banned for thirty days at once the second time', async () => {
  const first = await upheldAccount({ db, owner, at: upheldAt }, kuaishou, beijing, { account })
  expect(await impose(first, 'P1:72', after(1))).toMatchObject({ ok: true })

  await strike(db, after(73, -1))
  expect(await spelled(first.accountId)).toEqual(['P1 72 active'])
  await strike(db, after(73))
  expect(await spelled(first.accountId)).toEqual(['P1 72 unmet', 'due'])

  const bannedAt = after(75, 17)
  expect(await impose(first, 'P6:7', bannedAt)).toMatchObject({ ok: true })
  const endsAt = new Date(bannedAt.getTime() + 7 * 24 * HOUR)
  expect(await decisionsOn(owner, first.accountId)).toMatchObject([
    {},
    { rung: 'P6', parameter: '7', startsAt: bannedAt, endsAt, state: 'active' },
  ])
  await strike(db, new Date(endsAt.getTime() - SECOND))
  expect(await spelled(first.accountId)).toEqual(['P1 72 unmet', 'P6 7 active'])
  await strike(db, endsAt)
  const [, ban] = await decisionsOn(owner, first.accountId)
  expect(ban).toMatchObject({ state: 'ended', endedAt: endsAt })
  const told = await owner
    .select({ name: events.name, at: events.at })
    .from(events)
    .where(eq(events.subjectId, ban!.id))
    .orderBy(events.seq)
  expect(told).toEqual([
    { name: 'penalty.called', at: after(73) },
    { name: 'penalty.imposed', at: bannedAt },
    { name: 'penalty.expired', at: endsAt },
  ])

  // 89 days after the first decision somebody else's report about the same account is upheld.
  const again = after(24 * 89)
  const second = await upheldAccount({ db, owner, at: again }, cnsa, beijing, { account })
  const due = (await decisionsOn(owner, second.accountId)).find(({ state }) => state === 'due')!
  const decision = await look(kuaishou, (tx) => decisionAt(tx, kuaishou, { due: due.number! }, again), db)
  expect(decision?.found.earlier).toEqual([{ decidedAt: upheldAt, number: first.report.number, recorded: false }])
  expect(decision?.suggestion).toMatchObject({ now: [{ rung: 'P6', parameter: '30', mandatory: true }], waiting: [] })
  expect(await impose(second, 'P6:30', new Date(again.getTime() + HOUR))).toMatchObject({ ok: true, value: { opened: [{ id: due.id }] } })
  expect(await spelled(second.accountId)).toEqual(['P1 72 unmet', 'P6 7 ended', 'P6 30 active'])
})

test('91 days after the first decision it is the first time again', async () => {
  const other = accountNamed(kuaishou)
  await upheldAccount({ db, owner, at: upheldAt }, kuaishou, beijing, { account: other })
  const again = await upheldAccount({ db, owner, at: after(24 * 91) }, kuaishou, beijing, { account: other })
  const due = (await decisionsOn(owner, again.accountId)).at(-1)!
  const decision = await look(kuaishou, (tx) => decisionAt(tx, kuaishou, { due: due.number! }, after(24 * 91)), db)
  expect(decision?.found.earlier).toEqual([])
  expect(decision?.suggestion.now).toMatchObject([{ rung: 'P1', parameter: '72' }])
})
