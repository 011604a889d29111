import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { invitations, mails, members, sessions } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered, setClock } from '@/db/testing/fixtures'
import { inviteFirstAdministrator } from '@/lib/process/founder'
import { sendMails } from '@/lib/process/mail'
import { type Actor, DUTIES_OF, houseFor, type MemberDuty, mintActor, visitor } from '../../kernel/actor'
import { NATIONAL_ID, newId } from '../../kernel/id'
import { digest, newToken } from '../../kernel/secret'
import { look, perform } from '../../perform'
import { administeredOf, organizationCase } from '../queries/organizations'
import { invitationBehind } from '../queries/session'
import { assignDuties, removeMember } from './duties'
import { bureauIdOf, enrollMember } from './enroll'
import { acceptInvitation, inviteFirst, inviteMember, renewInvitation, revokeInvitation, shownLink } from './invite'
import { openSession } from './sign-in'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [zhou, gao, douyin, moderator, wu] = [
  as('zhou.min@nrta.example'),
  as('gao.yuan@nrta.example'),
  as('compliance@douyin.example'),
  as('he.shan@douyin.example'),
  as('wu.tong@yehang.example'),
]
const on = { on: db }
const PASSWORD = '梧桐夜雨 1987 晚秋'
const DAY = 24 * 3600

const bearer = (organizationId: string) => mintActor({ kind: 'visitor', organizationId, memberId: null, name: '', duties: ['visitor'] })
const fresh = () => `${newId()}@x.example`
async function invite(actor: Actor, email = fresh(), duties: MemberDuty[] = ['platform.moderator']) {
  const token = newToken()
  return { token, email, outcome: await perform(inviteMember, actor, { email, duties, token }, on) }
}
const accept = (organizationId: string, token: string, password = PASSWORD) =>
  perform(acceptInvitation, bearer(organizationId), { token, name: '许宁', password, locale: 'en' }, on)
const rowOf = async (id: string) => (await owner.select().from(members).where(eq(members.id, id)))[0]!
const openLink = async (token: string) =>
  (
    await owner
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, digest(token)))
  )[0]
const assign = async (actor: Actor, id: string, duties: MemberDuty[], seen?: string) => {
  const row = await rowOf(id)
  return perform(assignDuties, actor, { id, version: row.version, duties, seen: seen ?? row.duties.toSorted().join(' ') }, on)
}
const remove = async (actor: Actor, id: string) => perform(removeMember, actor, { id, version: (await rowOf(id)).version }, on)

/** An organization of its own with this many administrators, and their actors. */
async function house(administrators: number) {
  const organizationId = newId()
  await owner.execute(
    sql`insert into organizations (id, state, opened_at, number, kind, name, short_name) values (${organizationId}, 'accepted', now(), ${`T-${organizationId}`}, 'platform', '测试平台', '测试')`,
  )
  const actors: Actor[] = []
  for (let made = 0; made < administrators; made += 1) {
    const member = {
      organizationId,
      kind: 'platform' as const,
      name: `管理员${made}`,
      email: fresh(),
      password: PASSWORD,
      duties: ['platform.compliance', 'admin'] as const,
      demonstration: false,
    }
    const opened = await perform(enrollMember, houseFor(visitor), member, on)
    if (!opened.ok) throw new Error(opened.code)
    actors.push(mintActor({ ...member, memberId: opened.value.id }))
  }
  return { organizationId, actors }
}

test('an invitation leaves its event, a mail in both languages, and only the hash of its link', async () => {
  const before = await lastEvent(owner)
  const { token, email, outcome } = await invite(douyin)
  if (!outcome.ok) throw new Error(outcome.code)
  expect(outcome.value).toEqual({ id: expect.any(String), email, tokenHash: digest(token) })
  expect(shownLink(outcome.value, token)).toMatch(new RegExp(`/join/${token}$`))
  expect(shownLink(outcome.value, newToken())).toBeNull()
  expect(await eventsSince(owner, before)).toEqual(['invitation.invited'])
  const [mail] = await owner.select().from(mails).where(eq(mails.recipient, email))
  expect(mail?.body).toContain(`/join/${token}`)
  expect(mail?.body).toMatch(/邀请您作为成员加入[\s\S]+invites you to join/)
  const [stored] = await owner.execute<{ found: number }>(
    sql`select count(*)::int as found from invitations where invitations::text like ${`%${token}%`}`,
  )
  expect(stored?.found).toBe(0)
})

test.for<[string, Actor, string, MemberDuty[]]>([
  ['not_yours', moderator, fresh(), ['platform.moderator']],
  ['duty_needed', douyin, fresh(), []],
  ['duty_not_of_kind', douyin, fresh(), ['creator.editor']],
  ['already_member', douyin, 'he.shan@douyin.example', ['platform.moderator']],
  ['not_found', visitor, fresh(), ['platform.moderator']],
])('an invitation refused as %s writes nothing', async ([code, actor, email, duties]) => {
  const before = await remembered(owner)
  expect((await invite(actor, email, duties)).outcome).toMatchObject({ ok: false, code })
  expect(await remembered(owner)).toEqual(before)
})

test('of twenty equal invitations one is made', async () => {
  const email = fresh()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => invite(douyin, email)))
  expect(outcomes.filter(({ outcome }) => outcome.ok)).toHaveLength(1)
  expect(new Set(outcomes.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.code])))).toEqual(new Set(['already_invited']))
})

test('a link is used once, by whoever holds it, and gives exactly its duties', async () => {
  const { token, email } = await invite(douyin, fresh(), ['platform.moderator', 'platform.compliance'])
  expect(await look(visitor, (tx) => invitationBehind(tx, token), db)).toMatchObject({ email, organizationId: douyin.organizationId })
  expect(await look(visitor, (tx) => invitationBehind(tx, newToken()), db)).toBeNull()
  const before = await remembered(owner)
  expect(await accept(douyin.organizationId!, token, 'douyin123456')).toMatchObject({ code: 'password_too_common' })
  expect(await accept(wu.organizationId!, token)).toMatchObject({ code: 'link_closed' })
  expect(await perform(acceptInvitation, visitor, { token, name: 'x', password: PASSWORD, locale: 'en' }, on)).toMatchObject({
    code: 'link_closed',
  })
  expect(await remembered(owner)).toEqual(before)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => accept(douyin.organizationId!, token)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const [member] = await owner.select().from(members).where(eq(members.email, email))
  expect(member).toMatchObject({
    duties: ['platform.moderator', 'platform.compliance'],
    organizationId: douyin.organizationId,
    kind: 'platform',
    locale: 'en',
  })
  expect(await look(visitor, (tx) => invitationBehind(tx, token), db)).toBeNull()
})

test('a link runs out after seven days; a new one closes the old one', async () => {
  const { token, outcome } = await invite(douyin)
  await setClock(owner, 7 * DAY + 1)
  expect(await look(visitor, (tx) => invitationBehind(tx, token), db)).toBeNull()
  expect(await accept(douyin.organizationId!, token)).toMatchObject({ code: 'link_closed' })
  const again = newToken()
  const { id, version } = (await openLink(token))!
  expect(await perform(renewInvitation, moderator, { id, version, token: again }, on)).toMatchObject({ code: 'not_yours' })
  expect(await perform(renewInvitation, wu, { id, version, token: again }, on)).toMatchObject({ code: 'not_found' })
  expect(await perform(renewInvitation, douyin, { id, version, token: again }, on)).toMatchObject({ ok: true })
  await setClock(owner, 0)
  expect(outcome.ok).toBe(true)
  expect(await accept(douyin.organizationId!, token)).toMatchObject({ code: 'link_closed' })
  expect(await accept(douyin.organizationId!, again)).toMatchObject({ ok: true })
})

test('a revoked link is closed', async () => {
  const { token } = await invite(douyin)
  const { id, version } = (await openLink(token))!
  expect(await perform(revokeInvitation, wu, { id, version }, on)).toMatchObject({ code: 'not_found' })
  expect(await perform(revokeInvitation, gao, { id, version }, on)).toMatchObject({ code: 'not_found' })
  expect(await perform(revokeInvitation, douyin, { id, version }, on)).toMatchObject({ ok: true })
  expect(await accept(douyin.organizationId!, token)).toMatchObject({ code: 'link_closed' })
})

test('duties change as the form showed them, and never to another kind’s', async () => {
  const id = moderator.memberId!
  const before = await lastEvent(owner)
  for (const [actor, duties, seen, code] of [
    [moderator, ['admin'], undefined, 'not_yours'],
    [wu, ['creator.editor'], undefined, 'not_found'],
    [gao, ['platform.moderator'], undefined, 'not_found'],
    [douyin, [], undefined, 'duty_needed'],
    [douyin, ['creator.editor'], undefined, 'duty_not_of_kind'],
    [douyin, ['platform.compliance'], 'admin', 'stale'],
    [douyin, ['platform.moderator'], undefined, 'nothing_changed'],
  ] as [Actor, MemberDuty[], string | undefined, string][])
    expect(await assign(actor, id, duties, seen), code).toMatchObject({ ok: false, code })
  expect(await eventsSince(owner, before)).toEqual([])
  expect(await assign(douyin, id, ['platform.compliance', 'platform.moderator'])).toMatchObject({ ok: true })
  expect((await rowOf(id)).duties).toEqual(['platform.moderator', 'platform.compliance'])
  expect(await eventsSince(owner, before)).toEqual(['member.assigned'])
})

test('a removed member is signed out with the act and stays in the record', async () => {
  const { organizationId, actors } = await house(2)
  const [first, second] = actors as [Actor, Actor]
  await perform(openSession, visitor, { memberId: second.memberId!, sid: 'a sid' }, on)
  expect(await remove(wu, second.memberId!)).toMatchObject({ code: 'not_found' })
  expect(await remove(first, second.memberId!)).toMatchObject({ ok: true })
  const [session] = await owner.select().from(sessions).where(eq(sessions.memberId, second.memberId!))
  expect(session?.endedAt).not.toBeNull()
  expect(await remove(first, second.memberId!)).toMatchObject({ code: 'wrong_state' })
  expect(await owner.select({ id: members.id }).from(members).where(eq(members.organizationId, organizationId))).toHaveLength(2)
})

test('the last administrator is neither removed nor loses the duty', async () => {
  const { actors } = await house(1)
  const [only] = actors as [Actor]
  const before = await remembered(owner)
  expect(await remove(only, only.memberId!)).toMatchObject({ code: 'last_administrator' })
  expect(await assign(only, only.memberId!, ['platform.compliance'])).toMatchObject({ code: 'last_administrator' })
  expect(await remembered(owner)).toEqual(before)
  expect(await assign(only, only.memberId!, ['platform.moderator', 'admin'])).toMatchObject({ ok: true })
})

test('of twenty administrators who remove each other at once, one stays', async () => {
  const { organizationId, actors } = await house(20)
  const outcomes = await Promise.all(actors.map((actor, at) => remove(actor, actors[(at + 1) % 20]!.memberId!)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(19)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'last_administrator')).toHaveLength(1)
  const left = await owner
    .select()
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.state, 'active')))
  expect(left).toHaveLength(1)
})

test('of twenty administrators who all step down at once, one stays', async () => {
  const { organizationId, actors } = await house(20)
  const outcomes = await Promise.all(
    actors.map((actor, at) => (at % 2 ? remove(actor, actor.memberId!) : assign(actor, actor.memberId!, ['platform.compliance']))),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(19)
  const [row] = await owner.execute(
    sql`select count(*)::int as left from members where organization_id = ${organizationId} and state = 'active' and 'admin' = any (duties)`,
  )
  expect(row).toEqual({ left: 1 })
})

test('the database keeps the last administrator whoever writes, in a race too', async () => {
  const { organizationId, actors } = await house(2)
  const stepDown = (id: string | null) => owner.execute(sql`update members set duties = array['platform.compliance'] where id = ${id}`)
  const done = await Promise.allSettled(actors.map(({ memberId }) => stepDown(memberId)))
  expect(done.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { cause: { constraint_name: 'administrator_stays' } } },
  ])
  await expect(owner.execute(sql`update members set state = 'removed' where organization_id = ${organizationId}`)).rejects.toMatchObject({
    cause: { constraint_name: 'administrator_stays' },
  })
})

test('总局 invites the first administrator of a bureau, and none after that', async () => {
  const hainan = bureauIdOf('46')
  const first = (actor: Actor, id: string, token = newToken()) => perform(inviteFirst, actor, { id, email: fresh(), token }, on)
  for (const [actor, id, code] of [
    [douyin, hainan, 'not_yours'],
    [as('chen.li@beijing.example'), hainan, 'not_yours'],
    [gao, bureauIdOf('11'), 'has_administrator'],
    [gao, wu.organizationId!, 'not_found'],
    [gao, NATIONAL_ID, 'not_found'],
    [gao, newId(), 'not_found'],
  ] as const) {
    const outcome = await first(actor, id)
    expect(outcome.ok, `${code}`).toBe(false)
    expect([code, 'not_found']).toContain((outcome as { code: string }).code)
  }
  const token = newToken()
  const outcomes = await Promise.all([...Array.from({ length: 19 }, () => first(zhou, hainan)), first(gao, hainan, token)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const made = outcomes.find(({ ok }) => ok) as { value: { id: string } }
  const held = { id: made.value.id, version: 1 }
  expect(await perform(revokeInvitation, douyin, held, on)).toMatchObject({ code: 'not_found' })
  const link = newToken()
  expect(await perform(renewInvitation, gao, { ...held, token: link }, on)).toMatchObject({ ok: true })
  expect(await accept(hainan, link)).toMatchObject({ ok: true })
  const [admin] = await owner.select().from(members).where(eq(members.organizationId, hainan))
  expect(admin).toMatchObject({ duties: [...DUTIES_OF.province], kind: 'province' })
  expect(await first(zhou, hainan)).toMatchObject({ code: 'has_administrator' })
  expect([...(await look(zhou, (tx) => administeredOf(tx, [hainan, bureauIdOf('42')]), db))]).toEqual([hainan])
  expect([...(await look(douyin, (tx) => administeredOf(tx, [hainan]), db))]).toEqual([])
  expect(await look(douyin, (tx) => organizationCase(douyin, tx, { id: hainan }), db)).toBeNull()
})

test('the command line invites the first administrator of 总局 and refuses, saying why, when there is one', async () => {
  await expect(inviteFirstAdministrator(db, 'zhou@nrta.gov.example')).rejects.toThrow(/has an administrator already/)
  await expect(inviteFirstAdministrator(db, 'nonsense')).rejects.toThrow(/npm run invite -- name@example.cn/)
  await owner.execute(sql`alter table members disable trigger administrator_stays`)
  await owner.update(members).set({ state: 'removed' }).where(eq(members.organizationId, NATIONAL_ID))
  await owner.execute(sql`alter table members enable trigger administrator_stays`)
  const lost = await inviteFirstAdministrator(db, 'Zhou@nrta.gov.example')
  const link = await inviteFirstAdministrator(db, 'zhou@nrta.gov.example')
  const tokenOf = (address: string) => address.split('/join/')[1]!
  const sent: string[] = []
  await sendMails(
    async ({ body }) => void sent.push(body),
    () => {},
    db,
  )
  expect([sent.some((body) => body.includes(tokenOf(lost))), sent.some((body) => body.includes(tokenOf(link)))]).toEqual([false, true])
  const toFounder = await owner.select().from(mails).where(eq(mails.recipient, 'zhou@nrta.gov.example')).orderBy(mails.queuedAt)
  expect(toFounder.map(({ sentAt, droppedAt, body }) => [sentAt !== null, droppedAt !== null, body])).toEqual([
    [false, true, ''],
    [true, false, ''],
  ])
  expect(await accept(NATIONAL_ID, tokenOf(lost))).toMatchObject({ code: 'link_closed' })
  expect(await accept(NATIONAL_ID, tokenOf(link))).toMatchObject({ ok: true })
  const [founder] = await owner.select().from(members).where(eq(members.email, 'zhou@nrta.gov.example'))
  expect(founder).toMatchObject({ kind: 'national', duties: [...DUTIES_OF.national] })
  await expect(inviteFirstAdministrator(db, 'zhou@nrta.gov.example')).rejects.toThrow(/has an administrator already/)
})
