import { expect, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

test('the portal answers for each of its parts', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ status: 'ok', database: 'ok', worker: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
})

test('an address that leads nowhere says so in words', async ({ page }) => {
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await shoot(page, 'not-found')
})

test('a number that is none has a title all the same', async ({ page }) => {
  expect((await page.goto('/c/XX'))?.status()).toBe(404)
  await expect(page).toHaveTitle(/没有这个页面/)
})

test('a case’s number and a work’s code lead to their one address however they are spelled', async ({ page }) => {
  await page.goto('/register')
  const work = (await page.locator('main a[href^="/w/ZP-"]').first().getAttribute('href'))!
  await page.goto(work.toLowerCase().replaceAll('-', ''))
  await expect(page).toHaveURL(work)
  await page.goto('/blacklist')
  const entry = (await page.locator('main a[href^="/c/HM-"]').first().getAttribute('href'))!
  await page.goto(entry.replace('/c/HM-', '/c/ｈｍ'))
  await expect(page).toHaveURL(entry)
})

test('a visitor whom an address shows nothing is not sent to check duties, but to sign in', async ({ page }) => {
  await page.goto('/c/HM-2099-0001')
  await expect(page.getByText('这个地址没有您可以查看的内容')).toBeVisible()
  await expect(page.getByText('职责')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('link', { name: '登录' })).toHaveAttribute('href', '/sign-in')
})

test('a file says that its instants are Beijing’s', async ({ page }) => {
  await signIn(page, 'zhou.min@nrta.example')
  for (const list of ['queue', 'violation', 'registration', 'penalty', 'takedown', 'blacklist', 'rectification']) {
    const text = await (await page.request.get(`/regulator/${list}/csv`)).text()
    const [head = '', ...rows] = text.split('\r\n').map((line) => line.split(','))
    const instants = [...head].filter((_, at) => rows.some((row) => /^\d{4}-\d\d-\d\d 周. \d\d:\d\d$/.test(row[at] ?? '')))
    expect(instants.length, list).toBeGreaterThan(0)
    for (const name of instants) expect(name, list).toContain('北京时间')
  }
})
