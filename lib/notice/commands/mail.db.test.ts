import { eq, inArray, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { mails, members, notices } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry } from '@/db/testing/listings'
import { envelopesOf, type MailView } from '../../delivery/queries'
import { type Actor, visitor } from '../../kernel/actor'
import { newId } from '../../kernel/id'
import { newToken } from '../../kernel/secret'
import { requestReset } from '../../organization/commands/password'
import { look, perform } from '../../perform'
import { sendMails, writeMails } from '../../process/mail'
import { sendAgain } from './mail'
import { openNotice } from './read'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const heShan = as('he.shan@douyin.example')
const hands = { proposer: kuaishou, verifier: as('chen.li@beijing.example'), approver: as('zhou.min@nrta.example') }

const later = (ms = 61_000) => new Date(Date.now() + ms)
const mailsTo = (address: string) => owner.select().from(mails).where(eq(mails.recipient, address)).orderBy(mails.queuedAt, mails.id)
const noticesOf = ({ memberId }: Actor) =>
  owner.select().from(notices).where(eq(notices.memberId, memberId!)).orderBy(notices.at, notices.id)
const [EVERYBODY, HAN, HE] = ['%', 'compliance@douyin.example', 'he.shan@douyin.example']
const speak = (locale: string, who = EVERYBODY) => owner.update(members).set({ locale }).where(sql`email like ${who}`)

beforeEach(async () => {
  await owner.delete(notices)
  await owner.delete(mails)
  await speak('zh-CN')
})

test('whoever was told has a mail a minute later, in the own language: what happened, by when, and where', async () => {
  await speak('en', HE)
  await aListedEntry(on, hands)
  await writeMails(db)
  expect(await owner.select().from(mails)).toEqual([])
  await writeMails(db, later())
  const [chinese, english] = [await mailsTo(HAN), await mailsTo(HE)]
  const [{ number, title, dueAt }] = (await noticesOf(douyin)) as [typeof notices.$inferSelect]
  expect(chinese).toHaveLength(1)
  expect(chinese[0]!.subject).toBe(`收到下架指令，请下架后答复：${title}（${number}）`)
  expect(chinese[0]!.body).toContain(`韩越，您好：\n\n收到下架指令，请下架后答复\n${title}  ${number}\n`)
  expect(chinese[0]!.body).toContain(`/c/${number}\n`)
  expect(chinese[0]!.body).toMatch(/办理期限：\d{4}-\d{2}-\d{2} 周. \d{2}:\d{2}（北京时间）/)
  expect(dueAt).not.toBeNull()
  expect(english).toHaveLength(1)
  expect(english[0]!.subject).toMatch(/^[\x20-\x7e]+: .+ \(XJ-/)
  expect(english[0]!.body).toContain('Beijing time')
  const members_ = await owner.select({ id: notices.memberId, mailId: notices.mailId }).from(notices)
  expect(members_.every(({ mailId }) => mailId !== null)).toBe(true)
  expect(await owner.$count(mails)).toBe(new Set(members_.map(({ id }) => id)).size)
})

test('a round more, and twenty at once, write no second mail; what came since goes into the next', async () => {
  await aListedEntry(on, hands)
  await Promise.all(Array.from({ length: 20 }, () => writeMails(db, later())))
  expect(await mailsTo(HAN)).toHaveLength(1)
  await aListedEntry(on, hands)
  await aListedEntry(on, hands)
  await writeMails(db, later())
  const [, next, ...more] = await mailsTo(HAN)
  expect(more).toEqual([])
  expect(next!.subject).toBe('2 件事与您的职责有关')
  expect(next!.body.match(/\/c\/XJ-/g)).toHaveLength(2)
})

test('of one case and kind the newest stands for all; what was read by then is in no mail, and whoever has left gets none', async () => {
  await aListedEntry(on, hands)
  const [told] = await noticesOf(douyin)
  await owner.insert(notices).values({ ...told!, id: newId(), about: 'again', at: new Date(told!.at.getTime() + 1) })
  const [his] = await noticesOf(heShan)
  expect(await perform(openNotice, heShan, { id: his!.id }, { on: db })).toMatchObject({ ok: true })
  const [gone] = await owner.select().from(members).where(eq(members.email, 'qian.rong@wechat.example'))
  await owner.update(members).set({ state: 'removed' }).where(eq(members.id, gone!.id))
  await writeMails(db, later())
  expect((await mailsTo(HAN))[0]!.body.match(/\/c\/XJ-/g)).toHaveLength(1)
  expect(await mailsTo(HE)).toEqual([])
  expect(await mailsTo(gone!.email)).toEqual([])
  expect(await owner.select().from(notices).where(sql`mailed_at is null`)).toEqual([])
  await owner.update(members).set({ state: 'active' }).where(eq(members.id, gone!.id))
})

test('more than thirty are written out in part, and the rest is counted', async () => {
  await aListedEntry(on, hands)
  const [told] = await noticesOf(douyin)
  await owner.insert(notices).values(
    Array.from({ length: 40 }, (_, i) => ({
      ...told!,
      id: newId(),
      subjectId: newId(),
      about: `${i}`,
      at: new Date(told!.at.getTime() + i),
    })),
  )
  await writeMails(db, later())
  const [mail, ...more] = await mailsTo(HAN)
  expect(more).toEqual([])
  expect(mail!.subject).toBe('41 件事与您的职责有关')
  expect(mail!.body).toContain('还有 11 件')
})

test('an administrator sees the envelopes of the own organization and has a mail sent again; nobody else does', async () => {
  await aListedEntry(on, hands)
  await writeMails(db, later())
  const [mail] = await mailsTo(HE)
  const seen = async (actor: Actor) => (await look(actor, (tx) => envelopesOf(tx, actor, {}), db)).rows.map(({ recipient }) => recipient)
  expect((await seen(douyin)).toSorted()).toEqual([HAN, HE].toSorted())
  expect(await seen(heShan)).toEqual([])
  expect(await seen(kuaishou)).not.toContain(HE)
  const again = (actor: Actor, id: string) => perform(sendAgain, actor, { id }, { on: db })
  expect(await again(heShan, mail!.id)).toMatchObject({ ok: false, code: 'not_yours' })
  expect(await again(kuaishou, mail!.id)).toMatchObject({ ok: false, code: 'not_found' })
  expect(await mailsTo(HE)).toEqual([mail])

  await owner
    .update(mails)
    .set({ attempts: 4, nextAt: later(6 * 3_600_000), lastError: 'no' })
    .where(eq(mails.id, mail!.id))
  expect(await again(douyin, mail!.id)).toMatchObject({ ok: true, value: { id: mail!.id } })
  expect((await mailsTo(HE))[0]).toMatchObject({ askedBy: douyin.name, attempts: 4 })
  expect((await mailsTo(HE))[0]!.nextAt.getTime()).toBeLessThanOrEqual(Date.now())

  await owner.update(mails).set({ sentAt: new Date(), body: '' }).where(eq(mails.id, mail!.id))
  expect(await again(douyin, mail!.id)).toMatchObject({ ok: true })
  const [anew, ...more] = await mailsTo(HE)
  expect(more).toEqual([])
  expect(anew).toMatchObject({ id: mail!.id, body: mail!.body, sentAt: null, attempts: 0, askedBy: douyin.name })
})

test('a one-time link that was sent is not sent again', async () => {
  const row = {
    id: newId(),
    recipient: HE,
    subject: '重新设置密码',
    body: '',
    queuedAt: new Date(),
    sentAt: new Date(),
    nextAt: new Date(),
  }
  await owner.insert(mails).values({ ...row, organizationId: douyin.organizationId })
  expect(await perform(sendAgain, douyin, { id: row.id }, { on: db })).toMatchObject({ ok: false, code: 'link_sent' })
  expect(
    await owner
      .select()
      .from(mails)
      .where(inArray(mails.recipient, [HE])),
  ).toHaveLength(1)
})

test('a mail whose one-time link was closed before it could leave does not leave; its administrators read so, and it waits no more', async () => {
  const asked = async () => {
    const token = newToken()
    await perform(requestReset, visitor, { email: HE, address: '', token }, { on: db })
    return token
  }
  const [older, newer] = [await asked(), await asked()]
  const left: string[] = []
  await sendMails(
    async ({ body }) => void left.push(body),
    () => {},
    db,
  )
  expect(left).toEqual([expect.stringContaining(newer)])
  expect(left[0]).not.toContain(older)
  const seen = async (view: MailView) => (await look(douyin, (tx) => envelopesOf(tx, douyin, { view }), db)).rows
  expect(await seen('unsent')).toEqual([])
  const dropped = (await seen('all')).filter(({ sentAt }) => sentAt === null)
  expect(dropped).toEqual([expect.objectContaining({ recipient: HE, droppedAt: expect.any(Date), canGoAgain: false })])
  expect(await perform(sendAgain, douyin, { id: dropped[0]!.id }, { on: db })).toMatchObject({ ok: false, code: 'link_sent' })
  expect((await mailsTo(HE)).map(({ body }) => body)).toEqual(['', ''])
})
