import { expect, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

const KUAISHOU = 'compliance@kuaishou.example'

test('from everywhere a title, a number and a mini-program are found while typing, and opened by keyboard; one question for a word', async ({
  page,
}) => {
  await signIn(page, KUAISHOU)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/search')) asked.push(new URL(request.url()).searchParams.get('q')!)
  })
  const dialog = page.getByRole('dialog', { name: '全站搜索' })
  const field = dialog.getByRole('combobox', { name: '搜索全站' })
  // A key pressed before the page listens is lost.
  const reach = () =>
    expect(async () => {
      await page.keyboard.press('Control+k')
      await expect(field).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 15_000 })
  await reach()
  await expect(field).toBeFocused()
  await field.pressSequentially('暗夜契約', { delay: 30 })
  await expect(dialog.getByRole('option', { name: /《暗夜契约》/ })).toBeVisible()
  expect(asked.length).toBeLessThanOrEqual(2)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/w\/ZP-/)

  await reach()
  await field.fill('hm-2026-1')
  await expect(dialog.getByRole('option').first()).toHaveText(/HM-2026-0001/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/c/HM-2026-0001')

  await reach()
  await field.fill('看剧')
  const programs = dialog.getByRole('group', { name: '小程序' })
  await expect(programs.getByRole('option').first()).toBeVisible()
  const [all, first] = [dialog.getByRole('option'), programs.getByRole('option').first()]
  for (let steps = await all.count(); steps > 0 && (await first.getAttribute('aria-selected')) !== 'true'; steps -= 1)
    await page.keyboard.press('ArrowDown')
  const name = await first.locator('b').innerText()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/subject\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)

  await reach()
  await field.fill('决不存在的片名')
  await expect(dialog.getByText('没有找到，或您无权查看')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.goto('/search?q=剧场')
  await shoot(page, 'search')
})

test('without script the same is a page; what a reader may not open is not found', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, KUAISHOU)
  await page.getByRole('link', { name: '搜索', exact: true }).first().click()
  await page.getByRole('searchbox', { name: '搜索全站' }).fill('剧场')
  await page.getByRole('button', { name: '搜索', exact: true }).click()
  await expect(page.getByRole('heading', { name: '小程序' })).toBeVisible()
  await signIn(page, 'lin.zhi@qinghe.example')
  await page.goto('/search?q=剧场')
  await expect(page.getByRole('heading', { name: '小程序' })).toHaveCount(0)
  await page.goto('/search?q=契')
  await expect(page.getByRole('main').getByText('至少输入两个字')).toBeVisible()
  expect((await context.request.get('/api/search?q=剧场')).status()).toBe(200)
  await context.clearCookies()
  expect((await context.request.get('/api/search?q=剧场')).status()).toBe(401)
  await context.close()
})
