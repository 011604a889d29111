import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { demonstrationMails } from '../delivery/queries'
import { type Actor, mintActor, visitor } from '../kernel/actor'
import { newToken } from '../kernel/secret'
import { look, perform } from '../perform'
import { applyAsCreator } from './commands/apply'
import { inviteMember } from './commands/invite'
import { openSession } from './commands/sign-in'
import { ownCounts, ownHistory, ownInvitations, ownMember, ownMembers } from './queries/members'
import { countApplied, organizationCase, organizationsFor } from './queries/organizations'
import { checkCharacter } from './rules/credit-code'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const cast_ = {
  national: as('lin.hai@nrta.example'),
  beijing: as('chen.li@beijing.example'),
  shanghai: as('shen.ning@shanghai.example'),
  association: as('fang.zheng@cnsa.example'),
  douyin: as('compliance@douyin.example'),
  kuaishou: as('compliance@kuaishou.example'),
  yehang: as('wu.tong@yehang.example'),
  qinghe: as('lin.zhi@qinghe.example'),
}
const applied = await perform(
  applyAsCreator,
  visitor,
  {
    name: '上海门外影视有限公司',
    creditCode: `91310104MD0000001${checkCharacter('91310104MD0000001')}`,
    provinceCode: '31',
    licenceNumber: '（沪）字第05999号',
    licenceExpiresOn: '2099-12-31' as never,
    contactName: '顾晨',
    email: 'door@x.example',
    password: '梧桐夜雨 1987 晚秋',
  },
  { on: db },
)
if (!applied.ok) throw new Error(applied.code)
const door = { id: applied.value.id, number: applied.value.number! }
const see = <T>(actor: Actor, query: (actor: Actor, tx: never) => Promise<T>) => look(actor, (tx) => query(actor, tx as never), db)

test('an application has a page for its bureau, for 总局 and for itself', async () => {
  const itself = mintActor({ kind: 'visitor', organizationId: door.id, memberId: null, name: '', duties: ['visitor'] })
  const readers = { ...cast_, itself, visitor }
  const seen: string[] = []
  for (const [name, actor] of Object.entries(readers))
    if (await see(actor, (_, tx) => organizationCase(actor, tx, { number: door.number }))) seen.push(name)
  expect(seen).toEqual(['national', 'shanghai', 'itself'])
})

test('an accepted organization’s papers are for its bureau, 总局 and itself', async () => {
  const seen: string[] = []
  for (const [name, actor] of Object.entries(cast_))
    if (await see(actor, (_, tx) => organizationCase(actor, tx, { id: cast_.yehang.organizationId! }))) seen.push(name)
  expect(seen).toEqual(['national', 'beijing', 'yehang'])
  for (const actor of [cast_.qinghe, cast_.douyin, visitor]) {
    const rows = await look(
      actor,
      (tx) => tx.execute(sql`select 1 from organization_details where organization_id = ${cast_.yehang.organizationId}`),
      db,
    )
    expect(rows).toHaveLength(0)
  }
})

test('a bureau lists its own creators alone, 总局 all, searched by name and code', async () => {
  const names = async (actor: Actor, search?: string) =>
    (await see(actor, (_, tx) => organizationsFor(actor, tx, { kinds: ['creator'], search }))).rows.map(({ name }) => name)
  const [all] = await owner.execute<{ n: number }>(sql`select count(*)::int as n from organizations where kind = 'creator'`)
  expect(await names(cast_.national)).toHaveLength(all!.n)
  const beijing = await names(cast_.beijing)
  expect(beijing).toContain('北京夜航文化传媒有限公司')
  expect(beijing.some((name) => /杭州|浙江|上海/.test(name))).toBe(false)
  expect(await names(cast_.beijing, '夜航')).toEqual(['北京夜航文化传媒有限公司'])
  for (const search of ['%', '_', '\\', "'; drop table members; --"]) expect(await names(cast_.beijing, search)).toEqual([])
  expect(await names(cast_.douyin)).toEqual([])
  expect([
    await see(cast_.shanghai, (_, tx) => countApplied(cast_.shanghai, tx, ['creator'])),
    await see(cast_.beijing, (_, tx) => countApplied(cast_.beijing, tx, ['creator'])),
    await see(cast_.national, (_, tx) => countApplied(cast_.national, tx, ['creator'])),
  ]).toEqual([1, 0, 0])
})

test('a list is read to its end by its keys, each row once', async () => {
  await owner.execute(sql`insert into organizations (id, state, opened_at, number, kind, name, short_name, bureau_id)
    select gen_random_uuid(), 'accepted', date_trunc('milliseconds', now()) - make_interval(mins => n / 3), 'T-' || n, 'creator', '测试' || n, '测试', ${cast_.shanghai.organizationId} from generate_series(1, 120) n`)
  const seen: string[] = []
  for (let cursor: string | undefined, pages = 0; pages < 10; pages += 1) {
    const page = await see(cast_.shanghai, (actor, tx) => organizationsFor(actor, tx, { kinds: ['creator'], state: 'accepted', cursor }))
    seen.push(...page.rows.map(({ id }) => id))
    if (!page.next) break
    cursor = page.next
  }
  const [all] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from organizations where kind = 'creator' and state = 'accepted' and bureau_id = ${cast_.shanghai.organizationId}`,
  )
  expect([seen.length, new Set(seen).size]).toEqual([all!.n, all!.n])
  const nonsense = await see(cast_.shanghai, (actor, tx) => organizationsFor(actor, tx, { kinds: ['creator'], cursor: "x' or 1=1 --" }))
  expect(nonsense.rows).toHaveLength(50)
})

test('members, invitations and their history are one’s own organization’s', async () => {
  await perform(inviteMember, cast_.douyin, { email: 'guest@x.example', duties: ['platform.moderator'], token: newToken() }, { on: db })
  await perform(openSession, visitor, { memberId: cast_.douyin.memberId!, sid: newToken() }, { on: db })
  const members = await see(cast_.douyin, (actor, tx) => ownMembers(actor, tx))
  expect(members.rows.map(({ email }) => email)).toEqual(['compliance@douyin.example', 'he.shan@douyin.example'])
  expect(members.rows.map(({ signedInAt }) => signedInAt !== null)).toEqual([true, false])
  expect(await see(cast_.douyin, (actor, tx) => ownCounts(actor, tx))).toEqual({ members: 2, administrators: [cast_.douyin.memberId] })
  expect((await see(cast_.douyin, (actor, tx) => ownInvitations(actor, tx))).map(({ email }) => email)).toEqual(['guest@x.example'])
  const [latest] = await see(cast_.douyin, (actor, tx) => ownHistory(actor, tx))
  expect(latest).toMatchObject({
    name: 'invitation.invited',
    subject: 'guest@x.example',
    by: cast_.douyin.name,
    duties: ['platform.moderator'],
  })
  for (const actor of [cast_.kuaishou, cast_.national, cast_.beijing, visitor]) {
    const posing = mintActor({ ...actor, organizationId: actor.organizationId })
    const found = await look(
      posing,
      async (tx) => ({
        member: await ownMember(posing, tx, cast_.douyin.memberId!),
        raw: [
          ...(await tx.execute(
            sql`select 1 from members where organization_id = ${cast_.douyin.organizationId} union all select 1 from invitations where organization_id = ${cast_.douyin.organizationId}`,
          )),
        ],
        history: (await ownHistory(posing, tx)).filter(({ subject }) => subject === 'guest@x.example'),
      }),
      db,
    )
    expect(found).toEqual({ member: null, raw: [], history: [] })
  }
})

test('demonstration mails are shown while there is a demonstration, and never otherwise', async () => {
  expect((await look(visitor, (tx) => demonstrationMails(tx), db)).map(({ recipient }) => recipient)).toContain('guest@x.example')
  await owner.execute(sql`update organizations set demonstration = false`)
  expect(await look(visitor, (tx) => demonstrationMails(tx), db)).toEqual([])
})
