import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { DEMONSTRATION_PASSWORD } from '../../db/seed/people'
import { signIns } from '../../lib/process/sign-ins'
import { database } from '../fixtures/database'
import { PASSWORD } from '../fixtures/organization'
import { signIn } from '../fixtures/portal'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const MEMBER = 'he.shan@douyin.example'
/** Typed and sent while the database breaks under it, so that whatever is logged with a fault could hold it. */
const TYPED = {
  password: '金丝雀口令 4f1c',
  query: 'canary-query-4f1c',
  file: 'canary-file-4f1c.png',
  email: 'canary-4f1c@nowhere.example',
}

/** All that the portal has said since it began, but for the demonstration's sign-ins, which it shows on purpose. */
const logged = () => readFileSync(process.env.E2E_LOG!, 'utf8').replace(signIns(), '')

test('the log of the whole run, its faults included, holds nothing that anybody typed, sent or keeps sealed', async ({ page, baseURL }) => {
  const { owner, end } = await database()
  const without = async (table: string, work: () => Promise<unknown>) => {
    const [here, away] = [sql.identifier(table), sql.identifier(`${table}_away`)]
    await owner.execute(sql`alter table ${here} rename to ${away}`)
    try {
      await work()
    } finally {
      await owner.execute(sql`alter table ${away} rename to ${here}`)
    }
  }
  await page.goto('/reset')
  await page.getByLabel('邮箱').fill(MEMBER)
  await page.getByRole('button').filter({ hasText: '链接' }).click()
  await expect(page).toHaveURL(/sent=1/)
  await signIn(page, MEMBER)
  await page.goto('/platform/violation')
  await page.getByRole('button', { name: '提交违规举报' }).click()
  await expect(page).toHaveURL(/\/draft\//)
  const evidence = `/api/evidence/${page.url().split('/draft/')[1]}?${new URLSearchParams({ name: TYPED.file })}`
  const headers = { origin: baseURL!, 'content-type': 'application/octet-stream' }
  await without('files', async () => expect((await page.request.put(evidence, { data: PNG, headers })).status()).toBe(500))
  await without('dramas', async () => expect((await page.request.get(`/register?q=${TYPED.query}`)).status()).toBeGreaterThanOrEqual(500))

  const cookies = (await page.context().cookies()).filter(({ httpOnly, value }) => httpOnly && value.length > 40).map(({ value }) => value)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(TYPED.email)
  await page.getByLabel('密码', { exact: true }).fill(TYPED.password)
  await without('members', async () => {
    const answer = page.waitForResponse((one) => one.request().method() === 'POST')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await answer
  })

  const kept = await owner.execute<{ kind: string; words: string }>(sql`
    select 'a one-time link' as kind, m[1] as words from mails, regexp_matches(body, '/(?:reset|join)/([\\w-]{20,})', 'g') m
    union select 'a mail', left(body, 24) from mails where length(body) > 24
    union select 'a session', sid_hash from sessions
    union select 'a password', password_hash from member_secrets
    union select 'a file', name from violation_evidence where length(name) > 6 union select 'a file', name from rectification_files where length(name) > 6
    union select 'a file', title from batches where length(title) > 6
    union select 'a sealed filer', filed_by_name from violation_filings where length(filed_by_name) > 1
    union select 'a description', left(description, 24) from violation_filings where length(description) > 16
    union select 'confidential words', left(words, 24) from event_words where audience = 'regulators' and length(words) > 12`)
  await end()
  expect(new Set(kept.map(({ kind }) => kind)).size).toBe(8)
  expect(cookies).toHaveLength(1)
  const secrets = [
    ...kept,
    ...[...cookies, ...Object.values(TYPED), PASSWORD, DEMONSTRATION_PASSWORD].map((words) => ({ kind: 'what was typed', words })),
    { kind: 'the secret of the cookies', words: readFileSync(join(process.env.E2E_DATA_DIR!, 'auth.secret'), 'utf8').trim() },
  ]
  for (const table of ['files', 'dramas', 'members'])
    await expect.poll(logged).toMatch(new RegExp(`relation \\\\?"${table}\\\\?" does not exist`))
  const said = logged()
  expect(secrets.filter(({ words }) => said.includes(words))).toEqual([])
})
