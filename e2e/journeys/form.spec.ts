import { randomBytes } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/portal'

const DOUYIN = 'he.shan@douyin.example'
const YEHANG = 'wu.tong@yehang.example'

/** A member in a window of its own. */
async function as(browser: Browser, email: string, script = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage()
  await signIn(page, email)
  return page
}
async function openFiling(page: Page) {
  await page.goto('/creator/drama')
  await page.getByRole('button', { name: '新建备案' }).first().click()
  await expect(page).toHaveURL(/\/draft\//)
}
async function openReport(page: Page) {
  await page.goto('/platform/violation')
  await page.getByRole('button', { name: '提交违规举报' }).click()
  await expect(page).toHaveURL(/\/draft\//)
}
const title = (page: Page) => page.getByRole('textbox', { name: '片名', exact: true })
/** A saving gives the form its next version. */
async function whenSaved(page: Page, act: () => Promise<void>) {
  const version = page.locator('form', { has: title(page) }).locator('input[name="version"]')
  const before = await version.inputValue()
  await act()
  await expect(version).not.toHaveValue(before)
}
const isWider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

test('a long title without a space breaks where the page ends', async ({ browser }) => {
  const page = await as(browser, YEHANG)
  await page.setViewportSize({ width: 390, height: 900 })
  await openFiling(page)
  const name = randomBytes(29).toString('hex')
  await title(page).fill(name)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  expect(await isWider(page)).toBe(false)
})

test('without a script the search for items keeps its button in one line', async ({ browser }) => {
  const page = await as(browser, DOUYIN, false)
  await openReport(page)
  const button = page.getByRole('button', { name: '查找' }).last()
  expect((await button.boundingBox())?.height).toBeLessThan(40)
})

test('every line of what stands in the way names its field, with a script and without', async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await page.goto('/apply/platform')
    await page.getByRole('button', { name: '提交申请' }).click()
    const lines = page.getByRole('alert').getByRole('link')
    await expect(lines.first()).toHaveText('机构名称：请填写')
    expect((await lines.allInnerTexts()).sort()).toEqual(
      ['机构名称', '统一社会信用代码', '所在省', '信息网络传播视听节目许可证或备案编号', '平台简称', '联系人姓名', '邮箱', '密码']
        .map((label) => `${label}：${label === '所在省' ? '请选择' : '请填写'}`)
        .sort(),
    )
  }
})

test('what is said of an item leads to the item, whatever was looked for and whichever group is open', async ({ browser }) => {
  const page = await as(browser, DOUYIN)
  await openReport(page)
  await title(page).fill('夜宴之外')
  await page.getByLabel('登记簿里没有，按新作品举报').check()
  await page.getByLabel('上线后发现').check()
  await page.getByLabel('发现日期').fill('2025-01-05')
  await page.getByLabel('账号名称').fill('夜色剧场')
  await page.getByLabel('账号 ID').fill('yese')
  const search = page.getByPlaceholder(/查找条目/)
  for (const code of ['V04-02', 'V10-05']) {
    await search.fill(code)
    await page.getByRole('checkbox', { name: new RegExp(code) }).check()
  }
  await search.fill('V09')
  await page.getByRole('button', { name: '提交举报' }).click()
  const lines = page.getByRole('alert').getByRole('link', { name: /可以针对不止一个对象/ })
  await expect(lines).toHaveCount(2)
  const items = ['V04-02', 'V10-05'].map((code) => page.locator(`[id="items.${code}"]`))
  for (const item of items) await expect(item).toBeVisible()
  await search.fill('')
  for (const [at, item] of items.entries()) {
    await lines.nth(at).click()
    await expect(item).toBeInViewport()
  }
})

/** Presses twice before the page can answer, and gives what the script complained of. */
async function pressTwice(page: Page, name: string) {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.getByRole('button', { name }).evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
  return faults
}

for (const [what, email, open, act] of [
  ['filing', YEHANG, openFiling, '提交省局审核'],
  ['report', DOUYIN, openReport, '提交举报'],
] as const)
  test(`a ${what} sent right after the last key and pressed twice keeps every word, whatever stands in the way`, async ({ browser }) => {
    const page = await as(browser, email)
    await open(page)
    const name = `夜雨${randomBytes(3).toString('hex')}`
    await title(page).fill(name)
    expect(await pressTwice(page, act)).toEqual([])
    await expect(title(page)).toHaveValue(name)
    await page.reload()
    await expect(title(page)).toHaveValue(name)
  })

for (const [what, email, open] of [
  ['filing', YEHANG, openFiling],
  ['report', DOUYIN, openReport],
] as const)
  test(`a ${what} that another window changed says so, and keeps the page in its place`, async ({ browser }) => {
    const page = await as(browser, email)
    await open(page)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await whenSaved(other, () => title(other).fill('另一个窗口写的'))
    await title(page).fill('这个窗口写的')
    await expect(page.getByRole('status').getByText(/这份草稿刚在另一个窗口改过/)).toBeVisible()
    await expect(title(page)).toHaveValue('这个窗口写的')
    expect(await isWider(page)).toBe(false)
    await whenSaved(page, () => page.getByRole('button', { name: '用本页内容覆盖' }).click())
    await expect(page.getByRole('button', { name: '用本页内容覆盖' })).toHaveCount(0)
    await page.reload()
    await expect(title(page)).toHaveValue('这个窗口写的')
  })

test('pasted episodes that cannot be read stay as they were typed, and the page says which line and how to write it', async ({
  browser,
}) => {
  const page = await as(browser, YEHANG)
  await openFiling(page)
  const lines = page.getByLabel('粘贴多行，或一次填好')
  await lines.fill('1 雨夜 1:30\n第二集很长')
  await page.getByRole('button', { name: '填入' }).click()
  await expect(lines).toHaveAccessibleDescription(/第 2 行看不懂：“第二集很长”。每行写集号、片名、时长/)
  await expect(lines).toHaveValue('1 雨夜 1:30\n第二集很长')
  await lines.fill('1 雨夜 1:30\n第二集很长\n第三集更长')
  await page.getByRole('button', { name: '填入' }).click()
  await expect(lines).toHaveAccessibleDescription(/第 2 行看不懂：“第二集很长”[\s\S]*第 3 行看不懂：“第三集更长”/)
  await lines.fill('1 雨夜 1:30\n2 天亮 1:20')
  await page.getByRole('button', { name: '填入' }).click()
  await expect(page.getByText('共 2 集，3 分钟')).toBeVisible()
  await expect(lines).toHaveValue('')
})

/** All that stands in the fields of the page's forms, but what is made anew each time. */
const filledIn = (page: Page) =>
  page
    .locator('main form')
    .evaluateAll((forms) =>
      forms.flatMap((form) =>
        [...new FormData(form as HTMLFormElement)].filter(
          ([name, value]) => !/^(key|version|\$ACTION.*)$/.test(name) && typeof value === 'string',
        ),
      ),
    )
async function speak(page: Page, language: 'English' | '中文') {
  await page.getByRole('button', { name: language }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'zh-CN')
}

test('another language leaves all that was typed and chosen as it was', async ({ browser }) => {
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto('/apply/creator')
  await visitor.getByLabel('机构名称').fill('青灯影视')
  await visitor.getByLabel('受理机关').selectOption({ index: 3 })
  await visitor.getByLabel('密码', { exact: true }).fill('梧桐夜雨 1987 晚秋')
  const applied = await filledIn(visitor)
  expect(applied).toContainEqual(['name', '青灯影视'])
  await speak(visitor, 'English')
  await expect(visitor.getByLabel('Name of the organization')).toHaveValue('青灯影视')
  expect(await filledIn(visitor)).toEqual(applied)

  const page = await as(browser, DOUYIN)
  await openReport(page)
  await title(page).fill('换语言之前')
  await page.getByLabel('登记簿里没有，按新作品举报').check()
  await page.getByLabel('上线后发现').check()
  await page.getByRole('button', { name: '加一集' }).click()
  await page.getByLabel('第 4 行集', { exact: true }).fill('12')
  await page.getByLabel('第 4 行开始').fill('00:38')
  const search = page.getByPlaceholder(/查找条目/)
  await search.fill('V04-02')
  await page.getByRole('checkbox', { name: /V04-02/ }).check()
  const reported = await filledIn(page)
  expect(reported).toContainEqual(['items', 'V04-02'])
  expect(reported).toContainEqual(['places.rows.3.start', '00:38'])
  for (const language of ['English', '中文'] as const) {
    await speak(page, language)
    expect(await filledIn(page)).toEqual(reported)
  }
})
