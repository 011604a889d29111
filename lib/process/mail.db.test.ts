import { type AddressInfo, createServer } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mails } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { setClock } from '@/db/testing/fixtures'
import { pauseMinutes, queueMail, takeMail } from '../delivery/commands'
import { mailer, type Outgoing } from '../gateway/mail'
import { clock } from '../kernel/actor'
import { ok } from '../kernel/outcome'
import { perform } from '../perform'
import { sendMails } from './mail'

const { db, owner } = await cloneDatabase(import.meta.url)
const on = { on: db }
const unsent = vi.fn()
const send = (how: (mail: Outgoing) => Promise<void>) => sendMails(how, unsent, db)

beforeEach(async () => {
  await owner.delete(mails)
  await setClock(owner, 0)
  unsent.mockClear()
})
const queue = (recipient: string, subject = '主题') =>
  perform(
    async (act, _: null) => {
      await queueMail(act, recipient, { subject, body: '一次性链接 https://portal.example.cn/join/abc' })
      return ok(null)
    },
    clock,
    null,
    on,
  )
const row = async (recipient: string) => (await owner.select().from(mails).where(eq(mails.recipient, recipient)))[0]!
const refused = (code: string, text = 'no') => Promise.reject(Object.assign(new Error(text), { code }))

type Received = { from: string; to: string; subject: string; text: string; messageId: string }
const servers: SMTPServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise<void>((gone) => void server.close(() => gone())))))
async function smtp(received: Received[], refuse = '') {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, answer) =>
      answer(address === refuse ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, { envelope }, answer) => {
      simpleParser(stream).then((mail) => {
        received.push({
          from: mail.from?.text ?? '',
          to: envelope.rcptTo.map(({ address }) => address).join(),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          messageId: mail.messageId ?? '',
        })
        answer()
      }, answer)
    },
  })
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

test('a mail arrives as it was written, once, and its body is not kept', async () => {
  const received: Received[] = []
  const deliver = mailer(await smtp(received), '合规平台 <portal@example.cn>')
  await queue('xu.ning@x.example', '邀请您加入')
  await send(deliver)
  await send(deliver)
  const { id, sentAt, body } = await row('xu.ning@x.example')
  expect(received).toEqual([
    {
      from: '"合规平台" <portal@example.cn>',
      to: 'xu.ning@x.example',
      subject: '邀请您加入',
      text: expect.stringContaining('https://portal.example.cn/join/abc'),
      messageId: `<${id}@example.cn>`,
    },
  ])
  expect([sentAt !== null, body]).toEqual([true, ''])
})

test('an address that is refused does not hold up the others and is tried again', async () => {
  const received: Received[] = []
  const deliver = mailer(await smtp(received, 'gone@x.example'), 'portal@example.cn')
  for (const address of ['gone@x.example', 'a@x.example', 'b@x.example']) await queue(address)
  await send(deliver)
  expect(received.map(({ to }) => to).toSorted()).toEqual(['a@x.example', 'b@x.example'])
  expect(await row('gone@x.example')).toMatchObject({ sentAt: null, attempts: 1, lastError: expect.stringContaining('no such mailbox') })
  expect(unsent).toHaveBeenCalledExactlyOnceWith({ mail: expect.any(String), attempts: 1, code: 'EENVELOPE' })
})

test('a server that is away delays and loses nothing', async () => {
  const port = await new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => found(free))
    })
  })
  for (const address of ['a@x.example', 'b@x.example', 'c@x.example']) await queue(address)
  await expect(send(mailer(`smtp://127.0.0.1:${port}`, 'portal@example.cn'))).rejects.toThrow('the mail server takes no mail')
  const [tried] = await owner.execute<{ tried: number }>(
    sql`select count(*)::int as tried from mails where attempts = 1 and last_error like '%ECONNREFUSED%'`,
  )
  expect(tried).toEqual({ tried: 1 })
  await setClock(owner, 120)
  const received: Received[] = []
  await send(mailer(await smtp(received), 'portal@example.cn'))
  expect(received.map(({ to }) => to).toSorted()).toEqual(['a@x.example', 'b@x.example', 'c@x.example'])
})

test('the pauses double up to six hours, and no number of failures ends the trying', async () => {
  expect([1, 2, 3, 4, 9, 10, 40].map(pauseMinutes)).toEqual([1, 2, 4, 8, 256, 360, 360])
  await queue('gone@x.example')
  let at = 0
  for (let tries = 1; tries <= 30; tries += 1) {
    await send(() => refused('EENVELOPE'))
    expect((await row('gone@x.example')).attempts).toBe(tries)
    await send(() => refused('EENVELOPE'))
    expect((await row('gone@x.example')).attempts, 'not before the pause is over').toBe(tries)
    at += pauseMinutes(tries) * 60 + 1
    await setClock(owner, at)
  }
  await send(async () => {})
  expect((await row('gone@x.example')).sentAt).not.toBeNull()
})

test('a sender that dies gives its mail back, and two never hold the same one', async () => {
  for (let made = 0; made < 20; made += 1) await queue(`m${made}@x.example`)
  const taken = await Promise.all(Array.from({ length: 20 }, () => perform(takeMail, clock, null, on)))
  const ids = taken.map((outcome) => (outcome.ok ? outcome.value?.id : undefined))
  expect(new Set(ids).size).toBe(20)
  expect(await perform(takeMail, clock, null, on)).toEqual(ok(null))
  await setClock(owner, 6 * 60)
  const again: string[] = []
  await send(async ({ id }) => void again.push(id))
  expect(again.toSorted()).toEqual(ids.toSorted())
})

test('what is queued in an act that is refused never leaves', async () => {
  await perform(
    async (act, _: null) => {
      await queueMail(act, 'nobody@x.example', { subject: 'x', body: 'x' })
      return { ok: false as const, code: 'refused' as const }
    },
    clock,
    null,
    on,
  )
  const sent = vi.fn(async () => {})
  await send(sent)
  expect(sent).not.toHaveBeenCalled()
})
