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

test('without script, whoever is invited joins by the link, in the language of their choice', async ({ browser }) => {
  const administrator = await plainly(browser, 'wu.tong@yehang.example')
  await administrator.goto('/member')
  await administrator.getByLabel('邮箱').fill('plain@yehang.example')
  await administrator.getByRole('checkbox', { name: '填报', exact: true }).check()
  await administrator.getByRole('button', { name: '生成一次性邀请链接' }).click()
  const link = new URL(await administrator.getByLabel('一次性邀请链接').inputValue()).pathname
  const page = await plainly(browser)
  await page.goto(link)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL(link)
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByLabel('姓名').fill('白露')
  await page.getByLabel('密码', { exact: true }).fill('a-quiet-river-2026')
  await page.getByRole('button', { name: '设置密码并加入' }).click()
  await expect(page.getByText('白露').first()).toBeVisible()
  await expect(page).not.toHaveURL(/join/)
})
