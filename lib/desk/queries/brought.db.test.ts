import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { filing, submitted } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import type { Actor } from '../../kernel/actor'
import { type Day, instantAt } from '../../kernel/time'
import { look, perform } from '../../perform'
import { resubmitFiling } from '../../registration/commands/file'
import { forwardFiling, returnFiling, sendBackFiling } from '../../registration/commands/review'
import { queueOf } from './queue'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [creator, reviewer, national] = [as('lin.zhi@qinghe.example'), as('he.qing@zhejiang.example'), as('zhou.min@nrta.example')]
const at = (day: string) => instantAt(day as Day, '10:00')
const objections = [{ field: 'synopsis' as const, quote: '', reason: '缺少结局' }]

test('a filing’s row names the act that brought it there, by whom and when', async () => {
  const { id } = await submitted({ db, owner, at: at('2026-10-12') }, creator, { investment: '3,200,000' })
  const rowOf = async (actor: Actor) => {
    const { rows } = await look(actor, (tx) => queueOf(tx, actor, {}), db)
    return rows.find((row) => row.id === id)
  }
  const step = async <T extends object>(command: T, actor: Actor, more: object, day: string) => {
    const { version } = await filing(owner, id)
    const input = { id, version, ...more } as never
    expect(await perform(command as unknown as typeof returnFiling, actor, input, { on: db, at: at(day) })).toMatchObject({ ok: true })
  }
  expect(await rowOf(reviewer)).toMatchObject({ act: 'registration.approve', facts: { at: at('2026-10-12') } })
  await step(returnFiling, reviewer, { objections }, '2026-10-13')
  expect(await rowOf(creator)).toMatchObject({
    act: 'registration.submit',
    facts: { at: at('2026-10-13'), bureau: { shortName: '浙江局' } },
  })
  await step(resubmitFiling, creator, { note: '已在结尾写明。' }, '2026-10-15')
  expect(await rowOf(reviewer)).toMatchObject({ facts: { at: at('2026-10-15') } })
  await step(forwardFiling, reviewer, { opinion: '' }, '2026-10-19')
  expect(await rowOf(national)).toMatchObject({
    act: 'registration.publish',
    facts: { at: at('2026-10-19'), bureau: { shortName: '浙江局' } },
  })
  await step(sendBackFiling, national, { objections }, '2026-10-21')
  expect(await rowOf(creator)).toMatchObject({ facts: { at: at('2026-10-21'), bureau: { shortName: '总局' } } })
})
