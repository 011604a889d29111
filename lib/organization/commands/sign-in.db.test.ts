import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { mails, memberSecrets, members, sessions } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered, setClock } from '@/db/testing/fixtures'
import { clearAway } from '@/lib/process/expiry'
import { mintActor, visitor } from '../../kernel/actor'
import { ok } from '../../kernel/outcome'
import { digest, isPassword, newToken } from '../../kernel/secret'
import { credentialsFor, identify, look, perform } from '../../perform'
import { resetBehind } from '../queries/session'
import { suspendOrganization } from './decide'
import { assignDuties } from './duties'
import { changePassword, requestReset, resetPassword } from './password'
import { renameMember, signOutEverywhere } from './profile'
import { ATTEMPTS, countAttempt, endSession, openSession, signIn } from './sign-in'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [douyin, moderator, yehang, zhou] = [
  as('compliance@douyin.example'),
  as('he.shan@douyin.example'),
  as('wu.tong@yehang.example'),
  as('zhou.min@nrta.example'),
]
const on = { on: db }
const NEW = '青山一道同云雨 2026'
const OLD = 'yeyan-2026-demo'
const [MINUTE, HOUR, DAY] = [60, 3600, 86_400]

beforeEach(() => setClock(owner, 0))
async function session(memberId: string | null) {
  const sid = newToken()
  await perform(openSession, visitor, { memberId: memberId!, sid }, on)
  return sid
}
const attempt = (email: string, address = '192.0.2.1') => perform(countAttempt, visitor, { purpose: 'sign-in', email, address }, on)
const allowed = async (email: string, address?: string) => {
  const outcome = await attempt(email, address)
  return outcome.ok && outcome.value.allowed
}
const passwordIs = async (memberId: string | null, password: string) =>
  isPassword((await owner.select().from(memberSecrets).where(eq(memberSecrets.memberId, memberId!)))[0]?.passwordHash, password)

test('a session says who is behind it, and only its hash is kept', async () => {
  const sid = await session(douyin.memberId)
  expect(await identify(sid, db)).toMatchObject({
    memberId: douyin.memberId,
    kind: 'platform',
    organizationShortName: '抖音',
    organizationState: 'accepted',
    duties: [...douyin.duties],
  })
  expect(await owner.select().from(sessions).where(eq(sessions.sidHash, sid))).toEqual([])
  for (const sid of ['', newToken(), digest('x')]) expect(await identify(sid, db)).toBeNull()
})

test.for([
  ['a regulator', zhou, 29 * MINUTE, true],
  ['a regulator', zhou, 31 * MINUTE, false],
  ['a platform', douyin, 31 * MINUTE, false],
  ['a creator', yehang, 31 * MINUTE, true],
  ['a creator', yehang, 24 * HOUR + 1, false],
] as const)('%s who was away is still signed in after some time, or not any more', async ([, actor, seconds, stays]) => {
  const sid = await session(actor.memberId)
  await setClock(owner, seconds)
  expect((await identify(sid, db)) !== null).toBe(stays)
})

test.for([
  ['regulators, platforms and the association', zhou, 20 * MINUTE, 12 * HOUR],
  ['creators', yehang, 20 * HOUR, 7 * DAY],
] as const)('%s are signed out at last however busy they are', async ([, actor, pause, limit]) => {
  const sid = await session(actor.memberId)
  for (let at = pause; at < limit; at += pause) {
    await setClock(owner, at)
    expect(await identify(sid, db), `${at} s`).not.toBeNull()
  }
  await setClock(owner, limit + 1)
  expect(await identify(sid, db)).toBeNull()
})

test('duties, removal and suspension count from the next request', async () => {
  const [sid, creator] = [await session(moderator.memberId), await session(yehang.memberId)]
  const [row] = await owner.select().from(members).where(eq(members.id, moderator.memberId!))
  await perform(
    assignDuties,
    douyin,
    { id: row!.id, version: row!.version, duties: ['platform.compliance'], seen: row!.duties.toSorted().join(' ') },
    on,
  )
  expect((await identify(sid, db))?.duties).toEqual(['platform.compliance'])
  await owner.update(members).set({ state: 'removed' }).where(eq(members.id, moderator.memberId!))
  expect(await identify(sid, db)).toBeNull()
  await owner.update(members).set({ state: 'active' }).where(eq(members.id, moderator.memberId!))
  const [organization] = await owner.execute<{ version: number }>(
    sql`select version from organizations where id = ${yehang.organizationId}`,
  )
  await perform(
    suspendOrganization,
    as('chen.li@beijing.example'),
    { id: yehang.organizationId!, version: organization!.version, reason: '理由' },
    on,
  )
  expect(await identify(creator, db)).toMatchObject({ organizationState: 'suspended' })
})

test('signing out ends one session, signing out everywhere all of one’s own and nobody else’s', async () => {
  const [here, there, other] = [await session(douyin.memberId), await session(douyin.memberId), await session(moderator.memberId)]
  await perform(endSession, moderator, { sid: here }, on)
  expect(await identify(here, db)).not.toBeNull()
  await perform(endSession, douyin, { sid: here }, on)
  expect([await identify(here, db), (await identify(there, db))?.memberId]).toEqual([null, douyin.memberId])
  const before = await lastEvent(owner)
  expect(await perform(signOutEverywhere, douyin, {}, on)).toMatchObject({ ok: true })
  expect(await eventsSince(owner, before)).toEqual(['member.signed_out_everywhere'])
  expect([await identify(there, db), (await identify(other, db))?.memberId]).toEqual([null, moderator.memberId])
})

test('attempts are limited for each address that is typed, a member’s or not', async () => {
  for (const email of ['zhou.min@nrta.example', 'nobody@nowhere.example']) {
    const tries: boolean[] = []
    for (let at = 0; at < ATTEMPTS['sign-in'].member + 2; at += 1) tries.push(await allowed(email))
    expect(tries.filter(Boolean), email).toHaveLength(ATTEMPTS['sign-in'].member)
  }
  await setClock(owner, 16 * MINUTE)
  expect(await allowed('zhou.min@nrta.example')).toBe(true)
})

test('twenty attempts at once are twenty', async () => {
  const tries = await Promise.all(Array.from({ length: 20 }, () => allowed('all@once.example', '192.0.2.20')))
  expect(tries.filter(Boolean)).toHaveLength(ATTEMPTS['sign-in'].member)
})

test('one place cannot try everybody, and a right password gives its attempt back', async () => {
  const place = '198.51.100.7'
  const tries: boolean[] = []
  for (let at = 0; at < ATTEMPTS['sign-in'].address + 5; at += 1) {
    const email = `someone${at}@x.example`
    tries.push(await allowed(email, place))
    if (at < 5) await perform(signIn, visitor, { memberId: zhou.memberId!, sid: newToken(), email, address: place }, on)
  }
  expect(tries.filter(Boolean)).toHaveLength(ATTEMPTS['sign-in'].address + 5)
  expect(await allowed('one.more@x.example', place)).toBe(false)
  expect(await allowed('one.more@x.example', '198.51.100.8')).toBe(true)
})

test('no credentials are found for a member who was removed, and an address is found in whatever case', async () => {
  expect((await credentialsFor(visitor, 'Compliance@Douyin.EXAMPLE', db))?.memberId).toBe(douyin.memberId)
  await owner.update(members).set({ state: 'removed' }).where(eq(members.id, moderator.memberId!))
  expect(await credentialsFor(visitor, 'he.shan@douyin.example', db)).toBeUndefined()
  await owner.update(members).set({ state: 'active' }).where(eq(members.id, moderator.memberId!))
})

const ask = async (email: string, address = `203.0.113.${Math.trunc(Math.random() * 250)}`) => {
  const token = newToken()
  return { token, outcome: await perform(requestReset, visitor, { email, address, token }, on) }
}
const bearerOf = async (token: string) => {
  const offer = await look(visitor, (tx) => resetBehind(tx, token), db)
  return (
    offer && mintActor({ kind: 'visitor', organizationId: offer.organizationId, memberId: offer.memberId, name: '', duties: ['visitor'] })
  )
}
const mailCount = async (email: string) => (await owner.select().from(mails).where(eq(mails.recipient, email))).length

test('of twenty who ask for a link at once all get one answer, three are mailed, and the last mailed one alone is open', async () => {
  const email = 'gao.yuan@nrta.example'
  const asked = await Promise.all(Array.from({ length: 20 }, () => ask(email)))
  expect(asked.map(({ outcome }) => outcome)).toEqual(Array(20).fill({ ok: true, value: null }))
  expect(await mailCount(email)).toBe(3)
  const bearers = await Promise.all(asked.map(({ token }) => bearerOf(token)))
  expect(bearers.filter(Boolean)).toHaveLength(1)
})

test('a reset is answered alike whoever asks, and mailed to a member alone', async () => {
  const [known, unknown] = [await ask('zhou.min@nrta.example'), await ask('nobody@nowhere.example')]
  expect(known.outcome).toEqual(unknown.outcome)
  expect([await mailCount('zhou.min@nrta.example'), await mailCount('nobody@nowhere.example')]).toEqual([1, 0])
  expect((await owner.select().from(mails).where(eq(mails.recipient, 'zhou.min@nrta.example')))[0]?.body).toContain(`/reset/${known.token}`)
  for (let at = 0; at < 5; at += 1) await ask('lin.hai@nrta.example')
  expect(await mailCount('lin.hai@nrta.example')).toBe(ATTEMPTS.reset.member)
})

test('a reset link works once, for an hour, for its member, and ends every session', async () => {
  const sid = await session(zhou.memberId)
  await setClock(owner, 20 * MINUTE)
  const older = (await ask('zhou.min@nrta.example')).token
  const { token } = await ask('zhou.min@nrta.example')
  expect(await bearerOf(older)).toBeNull()
  const bearer = (await bearerOf(token))!
  const before = await remembered(owner)
  expect(await perform(resetPassword, bearer, { token, password: 'zhangwei123' }, on)).toMatchObject({ code: 'password_too_common' })
  expect(await perform(resetPassword, visitor, { token, password: NEW }, on)).toMatchObject({ code: 'link_closed' })
  expect(await perform(resetPassword, mintActor({ ...bearer, memberId: douyin.memberId }), { token, password: NEW }, on)).toMatchObject({
    code: 'link_closed',
  })
  expect(await remembered(owner)).toEqual(before)
  const event = await lastEvent(owner)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(resetPassword, bearer, { token, password: NEW }, on)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await eventsSince(owner, event)).toEqual(['member.password_reset'])
  expect(await passwordIs(zhou.memberId, NEW)).toBe(true)
  expect(await identify(sid, db)).toBeNull()
  expect(await bearerOf(token)).toBeNull()
  const late = (await ask('gao.yuan@nrta.example')).token
  expect(await bearerOf(late)).not.toBeNull()
  await setClock(owner, 20 * MINUTE + HOUR + 1)
  expect(await bearerOf(late)).toBeNull()
})

test('whoever opened a reset link in time and sends it too late is refused, and nothing is used up', async () => {
  const { token } = await ask('lin.zhi@qinghe.example')
  const bearer = (await bearerOf(token))!
  await setClock(owner, HOUR + 1)
  const before = await remembered(owner)
  expect(await perform(resetPassword, bearer, { token, password: NEW }, on)).toMatchObject({ code: 'link_closed' })
  expect(await remembered(owner)).toEqual(before)
  await setClock(owner, HOUR - 60)
  expect(await perform(resetPassword, bearer, { token, password: NEW }, on)).toMatchObject({ ok: true })
})

test('a password changes by the old one, and every other session ends', async () => {
  const [here, there] = [await session(douyin.memberId), await session(douyin.memberId)]
  const change = (oldPassword: string, newPassword: string, actor = douyin) =>
    perform(changePassword, actor, { oldPassword, newPassword, sid: here }, on)
  const before = await remembered(owner)
  expect(await change('not the old one', NEW)).toMatchObject({ code: 'old_password_wrong', field: 'oldPassword' })
  expect(await change(OLD, OLD)).toMatchObject({ code: 'password_same' })
  expect(await change(OLD, '13800138000')).toMatchObject({ code: 'password_too_common', faults: [{ field: 'newPassword' }] })
  expect(await change(OLD, NEW, visitor)).toMatchObject({ code: 'not_found' })
  expect(await remembered(owner)).toEqual(before)
  expect(await change(OLD, NEW)).toMatchObject({ ok: true })
  expect(await passwordIs(douyin.memberId, NEW)).toBe(true)
  expect([(await identify(here, db))?.memberId, await identify(there, db)]).toEqual([douyin.memberId, null])
  expect(await mailCount('compliance@douyin.example')).toBeGreaterThan(0)
})

test('one renames oneself alone', async () => {
  expect(await perform(renameMember, moderator, { name: '何姗', locale: 'en' }, on)).toMatchObject({ ok: true })
  expect((await owner.select().from(members).where(eq(members.id, moderator.memberId!)))[0]).toMatchObject({ name: '何姗', locale: 'en' })
  expect(await perform(renameMember, visitor, { name: 'x', locale: 'en' }, on)).toMatchObject({ code: 'not_found' })
})

test('what nobody can use any more is cleared away, and nothing else', async () => {
  const sid = await session(yehang.memberId)
  await ask('fang.zheng@cnsa.example')
  await clearAway(db)
  expect(
    await owner
      .select()
      .from(sessions)
      .where(eq(sessions.sidHash, digest(sid))),
  ).toHaveLength(1)
  await setClock(owner, 40 * DAY)
  await clearAway(db)
  for (const table of ['sessions', 'password_resets', 'sign_in_attempts'])
    expect(await owner.execute(sql`select 1 from ${sql.identifier(table)}`), table).toHaveLength(0)
})

test('an attempt is counted by the house, and whoever made it is afterwards who it was before', async () => {
  const seen = await perform(
    async (act) => {
      await countAttempt(act, { purpose: 'sign-in', email: 'nobody@x.example', address: '192.0.2.9' })
      const [row] = await act.tx.execute(sql`select app_kind() as kind, (select count(*)::int from sign_in_attempts) as attempts`)
      return ok(row)
    },
    visitor,
    undefined,
    on,
  )
  expect(seen).toMatchObject({ value: { kind: 'visitor', attempts: 0 } })
})
