import { type Browser, expect, type Page, test } from '@playwright/test'
import { cast } from '../../db/testing/fixtures'
import { filedReport } from '../../db/testing/reports'
import { database } from '../fixtures/database'
import { signIn } from '../fixtures/portal'

/** Someone at a desk where no script runs. */
async function plainly(browser: Browser, email?: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  if (email) await signIn(page, email)
  return page
}
/** Where a form is open, the switch says what it costs before it switches. */
async function toEnglish(page: Page) {
  await page.locator('summary', { hasText: 'English' }).click()
  await expect(page.getByText('没有提交的内容会丢失').first()).toBeVisible()
  await page.getByRole('button', { name: 'Switch to English all the same' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
}
const dismissal = (page: Page) => page.locator('details', { hasText: '认定不属实' })
async function dismiss(page: Page, reason: string) {
  await dismissal(page).locator('summary').click()
  await dismissal(page).getByRole('textbox', { name: '理由' }).fill(reason)
  await dismissal(page).getByRole('button', { name: '认定不属实，告知举报单位' }).click()
}

test('without script, what is not there is said in words, in the reader’s own frame', async ({ browser }) => {
  for (const email of [undefined, 'wu.tong@yehang.example']) {
    const page = await plainly(browser, email)
    for (const path of ['/c/HM-2026-9999', '/c/XX', '/w/ZP-2026-9999', '/nothing']) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
      await expect(page.getByRole('textbox').first(), path).toBeVisible()
    }
    await expect(page.getByRole('navigation', { name: email ? '主导航' : '公众导航' }).first()).toBeAttached()
    await page.context().close()
  }
})

test('without script, a form whose case has moved on, and one whose writer was signed out, say so and give back what was typed', async ({
  browser,
}) => {
  const portal = await database()
  const as = await cast(portal.db)
  const aReport = async () => (await filedReport(portal, as('compliance@kuaishou.example'))).number
  const number = await aReport()
  const [first, second] = [await plainly(browser, 'chen.li@beijing.example'), await plainly(browser, 'chen.li@beijing.example')]
  for (const page of [first, second]) await page.goto(`/c/${number}`)
  await dismiss(first, '镜头为剧情所需，未达违规程度。')
  await expect(first.getByText('认定不属实').first()).toBeVisible()
  await dismiss(second, '另一位审核人写下的理由。')
  await expect(second.getByText(/没有办理：您已于今天 \d\d:\d\d办理“/)).toBeVisible()
  await expect(second.getByText('另一位审核人写下的理由。')).toBeVisible()

  await second.goto(`/c/${await aReport()}`)
  await second.context().clearCookies()
  await dismiss(second, '登录过期以前写下的理由。')
  await expect(second).toHaveURL(/sign-in\?back=/)
  await expect(second.getByText('没有办理：您已退出登录')).toBeVisible()
  await expect(second.getByText('登录过期以前写下的理由。')).toBeVisible()
  await portal.end()
})

test('without script, the language is switched at once where nothing can be typed, and after a word of warning where a form stands', async ({
  browser,
}) => {
  const page = await plainly(browser)
  await page.goto('/blacklist')
  await expect(page.locator('summary', { hasText: 'English' })).toBeHidden()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.context().clearCookies()
  await page.goto('/apply/creator')
  await expect(page.getByRole('button', { name: 'English', exact: true })).toBeHidden()
  await page.getByLabel('机构名称').fill('青灯影视')
  await page.locator('summary', { hasText: 'English' }).click()
  await expect(page.getByLabel('机构名称')).toHaveValue('青灯影视')
  await page.locator('summary', { hasText: 'English' }).click()
  await toEnglish(page)
})
