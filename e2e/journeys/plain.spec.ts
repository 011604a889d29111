import { type Browser, expect, type Page, test } from '@playwright/test'
import { cast } from '../../db/testing/fixtures'
import { accountNamed, decisionsOn, upheldAccount } from '../../db/testing/penalties'
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
  await expect(second.getByText('您填的内容列在下面，请先复制')).toBeVisible()
  await expect(second.getByText('还在本页')).toHaveCount(0)
  await expect(second.locator('dt', { hasText: /^理由$/ }).locator('xpath=..')).toContainText('登录过期以前写下的理由。')
  await portal.end()
})

test('without script, whoever decides what a colleague has just decided is led to that decision, with what they chose and nothing else', async ({
  browser,
}) => {
  const portal = await database()
  const as = await cast(portal.db)
  const account = accountNamed(as('compliance@douyin.example'), 'decided-twice')
  const { accountId } = await upheldAccount(portal, as('compliance@kuaishou.example'), as('chen.li@beijing.example'), { account })
  const [due] = await decisionsOn(portal.owner, accountId)
  await portal.end()
  const [first, second] = [await plainly(browser, 'compliance@douyin.example'), await plainly(browser, 'compliance@douyin.example')]
  for (const page of [first, second]) {
    await page.goto(`/platform/penalty/new?due=${due!.number}`)
    for (const box of await page.locator('input[name=rungs]:checked').all()) await box.uncheck()
    await page.getByRole('checkbox', { name: /^禁言/ }).check()
    await page.getByRole('radio', { name: '3 天', exact: true }).and(page.locator('[name="parameters.P5"]')).check()
    await page.getByLabel('偏离指引的理由').fill('两个人写下的理由。')
  }
  await first.getByRole('button', { name: '按所选作出处罚' }).first().click()
  await expect(first).toHaveURL(`/c/${due!.number}`)
  await second.getByRole('button', { name: '按所选作出处罚' }).first().click()
  await expect(second).toHaveURL(new RegExp(`/c/${due!.number}\\?kept=`))
  await expect(second.getByRole('heading', { level: 1, name: /：禁言 3 天$/ })).toBeVisible()
  const given = second.locator('dl', { has: second.locator('dt', { hasText: /^处罚$/ }) }).first()
  await expect(given.locator('dt')).toHaveText(['处罚', '偏离指引的理由'])
  await expect(given.locator('dd')).toHaveText(['禁言 3 天', '两个人写下的理由。'])
  await second.screenshot({ path: 'e2e/screenshots/plain-decided.zh.1440.png' })
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

test('without script, each faulty row of several is told apart by its number, in the summary as on the page', async ({ browser }) => {
  const page = await plainly(browser, 'he.shan@douyin.example')
  await page.goto('/platform/violation')
  await page.getByRole('button', { name: '提交违规举报' }).click()
  await expect(page).toHaveURL(/\/draft\//)
  for (const row of [1, 2, 3]) await page.getByLabel(`第 ${row} 行开始`).fill('很久')
  for (const row of [1, 2, 3]) await page.getByLabel(`第 ${row} 行集`, { exact: true }).fill('3')
  await page.getByRole('button', { name: '提交举报' }).click()
  const lines = page.getByRole('alert').getByRole('link', { name: /^第 \d 行开始：/ })
  await expect(lines).toHaveCount(3)
  for (const row of [1, 2, 3]) {
    const field = page.getByLabel(`第 ${row} 行开始`)
    await expect(lines.nth(row - 1)).toHaveText(new RegExp(`^第 ${row} 行开始：`))
    await expect(lines.nth(row - 1)).toHaveAttribute('href', `#${await field.getAttribute('id')}`)
  }
  await expect(page.getByRole('alert').getByRole('link', { name: '发现时点：请选择' })).toBeVisible()
  const stage = page.getByRole('radiogroup', { name: '发现时点' })
  await expect(stage).toHaveAttribute('aria-invalid', 'true')
  await expect(stage).toHaveAccessibleDescription(/请选择/)
})

test('without script, opening the step that turns a proposal down leaves the remark as it was typed', async ({ browser }) => {
  const page = await plainly(browser, 'zhou.min@nrta.example')
  await page.goto('/regulator/queue')
  await page.locator('[data-row-link][href^="/c/HM-"]').last().click()
  await page.getByLabel('审批意见').fill('写到一半的意见')
  await page.locator('summary', { hasText: '驳回…' }).click()
  await expect(page.getByLabel('审批意见')).toHaveValue('写到一半的意见')
  await page.getByRole('button', { name: '驳回，不列入' }).click()
  const line = page.getByRole('alert').getByRole('link')
  await expect(line).toHaveText('驳回理由：请填写')
  await expect(line).toHaveAttribute('href', `#${await page.getByLabel('驳回理由').getAttribute('id')}`)
  await expect(page.getByLabel('驳回理由')).toBeVisible()
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
  await toEnglish(page)
  await expect(page).toHaveURL(link)
  await page.locator('summary', { hasText: '中文' }).click()
  await page.getByRole('button', { name: '仍然切换为中文' }).click()
  await page.getByLabel('姓名').fill('白露')
  await page.getByLabel('密码', { exact: true }).fill('a-quiet-river-2026')
  await page.getByRole('button', { name: '设置密码并加入' }).click()
  await expect(page.getByText('白露').first()).toBeVisible()
  await expect(page).not.toHaveURL(/join/)
})
