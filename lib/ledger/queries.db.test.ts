import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aPlan } from '@/db/testing/inspections'
import { aVerifiedEntry } from '@/db/testing/listings'
import { openAnnouncement } from '../announcement/commands/open'
import { writeAnnouncement } from '../announcement/commands/write'
import { declineEntry } from '../blacklist/commands/verify'
import { amendPlan, openPlan } from '../inspection/commands/plan'
import { look, perform } from '../perform'
import { lastStepOf, lastWritingOf } from './queries'

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

test('who wrote last in a draft, and when, is told to its own organization and to nobody else', async () => {
  const opened = await perform(openAnnouncement, hands.proposer, { kind: 'announcement' }, { on: db })
  const planned = await perform(openPlan, as('fang.zheng@cnsa.example'), aPlan(), { on: db })
  if (!opened.ok || !planned.ok) throw new Error('not opened')
  const [notice, plan] = [opened.value.id, planned.value.id]
  const last = (id: string, email: string) => look(as(email), (tx) => lastWritingOf(tx, id), db)
  expect(await last(notice, 'liu.qing@kuaishou.example')).toMatchObject({ memberName: '李宁' })

  const at = new Date(Date.now() + 60_000)
  const content = { title: '公告', scheduledAt: null }
  const other = as('liu.qing@kuaishou.example')
  for (const [hand, version, body] of [
    [other, 1, '正文'],
    [hands.proposer, 2, '正文，再改一句'],
  ] as const)
    expect(await perform(writeAnnouncement, hand, { id: notice, version, ...content, body }, { on: db, at })).toMatchObject({ ok: true })
  expect(await last(notice, 'compliance@kuaishou.example')).toEqual({ memberId: hands.proposer.memberId, memberName: '李宁', at })
  expect(await perform(amendPlan, as('xu.qing@cnsa.example'), { id: plan, version: 1, ...aPlan() }, { on: db })).toMatchObject({ ok: true })
  expect(await last(plan, 'fang.zheng@cnsa.example')).toMatchObject({ memberName: '许晴' })
  for (const id of [notice, plan]) expect(await last(id, 'wu.tong@yehang.example')).toBeNull()
  expect(await last('00000000-0000-7000-8000-00000000dead', 'compliance@kuaishou.example')).toBeNull()
})
