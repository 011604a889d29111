import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aVerifiedEntry } from '@/db/testing/listings'
import { declineEntry } from '../blacklist/commands/verify'
import { look, perform } from '../perform'
import { lastStepOf } from './queries'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const gao = as('gao.yuan@nrta.example')
const hands = { proposer: as('compliance@kuaishou.example'), verifier: as('chen.li@beijing.example') }

test('who moved a case last is told to whoever may know, and to nobody else', async () => {
  const entry = await aVerifiedEntry({ db, owner }, hands)
  const last = (email: string) => look(as(email), (tx) => lastStepOf(tx, entry.id), db)
  expect(await last('gao.yuan@nrta.example')).toMatchObject({ name: 'blacklist.verified', hand: { memberName: '陈立' } })
  const declined = await perform(declineEntry, gao, { id: entry.id, version: 2, reason: '依据不足' }, { on: db })
  expect(declined).toMatchObject({ ok: true })
  expect(await last('zhou.min@nrta.example')).toMatchObject({ name: 'blacklist.declined', hand: { memberName: '高原' } })
  expect((await last('compliance@kuaishou.example'))?.hand ?? null).toBeNull()
  expect(await last('compliance@douyin.example')).toBeNull()
})
