import { type Browser, expect, type Page, test } from '@playwright/test'
import { addDays, dayOf } from '../../lib/kernel/time'
import { shoot, signIn } from '../fixtures/portal'

/** Of this run alone, so that the story can be told again on the same portal. */
const code = Date.now().toString(36).toUpperCase()
const NAME = `专项整治 ${code}`
const WORK = `专项之剧 ${code}`
const today = dayOf(new Date())

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
async function as(browser: Browser, email: string) {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, email)
  return page
}
const found = (page: Page) =>
  page
    .getByRole('table', { name: '总数' })
    .getByRole('row', { name: /^发现违规的微短剧/ })
    .getByRole('link')
const countOf = async (page: Page) => Number((await found(page).innerText()).replace(/\D/g, ''))

/** 抖音 reports a work, its bureau finds it so. */
async function reportAndUphold(browser: Browser) {
  const platform = await as(browser, 'he.shan@douyin.example')
  await platform.goto('/platform/violation')
  await act(platform, '提交违规举报').click()
  await expect(platform).toHaveURL(/\/draft\//)
  await platform.getByRole('textbox', { name: '片名' }).fill(WORK)
  await platform.getByLabel('登记簿里没有，按新作品举报').check()
  await platform.getByLabel('上线后发现').check()
  await platform.getByLabel('发现日期').fill(addDays(today, -1))
  await platform.getByPlaceholder(/查找条目/).fill('V07-02')
  await platform.getByRole('checkbox', { name: /V07-02/ }).check()
  await act(platform, '提交举报').click()
  await expect(platform).toHaveURL(/\/c\/JB-/)
  const bureau = await as(browser, 'chen.li@beijing.example')
  await bureau.goto(new URL(platform.url()).pathname)
  const panel = bureau.locator('#steps')
  await panel.getByLabel('属实', { exact: true }).check()
  await panel.getByRole('textbox', { name: '理由' }).first().fill('核对属实。')
  await act(bureau, '认定属实，告知举报单位').click()
  await expect(bureau.getByText('核对属实。').first()).toBeVisible()
  await expect(panel).toBeHidden()
  return platform
}

test('a campaign is written by one and started by another, counts what is reported, and is closed by two with its figures frozen', async ({
  browser,
}) => {
  const zhou = await as(browser, 'zhou.min@nrta.example')
  await zhou.goto('/regulator/campaign')
  await act(zhou, '起草专项').click()
  await expect(zhou.getByRole('heading', { level: 1, name: '起草专项' })).toBeVisible()
  await zhou.getByLabel('专项名称').fill(NAME)
  await zhou.getByRole('textbox', { name: '依据' }).fill('关于开展专项整治的通知')
  await zhou.getByLabel('开始日期').fill(addDays(today, -10))
  await zhou.getByLabel('结束日期').fill(today)
  await zhou.getByLabel('口径 1 的叫法').fill('本次口径')
  await zhou.locator('summary', { hasText: '口径 1 的条目' }).click()
  await zhou
    .getByRole('group', { name: '口径 1 的条目' })
    .getByRole('checkbox', { name: /V07-02/ })
    .check()
  await act(zhou, '保存草稿').click()
  await expect(zhou.getByText(/写草稿的人不能启动。可以启动的人：高原/)).toBeVisible()
  await expect(act(zhou, '批准启动')).toBeHidden()
  await shoot(zhou, 'campaign-draft')
  const draft = new URL(zhou.url()).pathname

  const gao = await as(browser, 'gao.yuan@nrta.example')
  await gao.goto(draft)
  await act(gao, '批准启动').click()
  await expect(gao).toHaveURL(/\/c\/ZX-/)
  const path = new URL(gao.url()).pathname
  await expect(gao.getByText('进行中').first()).toBeVisible()
  const before = await countOf(gao)

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(path)
  await expect(visitor.getByText('专项还在进行，数字到结束时冻结并在此公布。')).toBeVisible()
  await expect(visitor.getByText('0 部')).toBeHidden()

  const platform = await reportAndUphold(browser)
  await platform.goto(path)
  await expect(platform.getByText('以下是本单位看得到的部分。')).toBeVisible()
  expect(await countOf(platform)).toBeGreaterThanOrEqual(1)
  await zhou.goto(path)
  expect(await countOf(zhou)).toBe(before + 1)
  await shoot(zhou, 'campaign-board')
  await found(zhou).click()
  await expect(zhou.getByRole('table', { name: '计入这个数的记录' }).getByText(WORK)).toBeVisible()

  await zhou.goto(path)
  await zhou.getByRole('navigation', { name: '逐日' }).getByRole('link', { name: '发现违规的微短剧' }).click()
  await expect(zhou.getByText('发现违规的微短剧，按首次计入的日子')).toBeVisible()
  await zhou.getByRole('table', { name: '单位' }).getByRole('row', { name: /^抖音/ }).getByRole('link').first().click()
  await expect(zhou.getByRole('table', { name: '计入这个数的记录' }).getByText(WORK)).toBeVisible()

  await zhou.goto(path)
  await zhou.getByRole('textbox', { name: '理由' }).fill('期限已到。')
  await act(zhou, '提请结束').click()
  await expect(zhou.getByText('提请结束的人不能批准', { exact: false })).toBeVisible()
  await expect(act(zhou, '批准结束，冻结数据')).toBeHidden()

  await gao.goto('/regulator/queue')
  await gao.getByRole('link', { name: `批准结束专项 ${path.split('/').at(-1)}` }).click()
  await gao.getByRole('textbox', { name: /^结束语/ }).fill('专项结束。')
  await act(gao, '批准结束，冻结数据').click()
  await expect(gao.getByText('已结束').first()).toBeVisible()
  await expect(gao.getByText('npm run campaign:verify', { exact: false })).toBeVisible()
  expect(await countOf(gao)).toBe(before + 1)

  await visitor.goto('/campaign')
  const row = visitor.getByRole('table', { name: '在本门户结束的专项' }).getByRole('row', { name: new RegExp(NAME) })
  await expect(row).toContainText(new RegExp(`发现违规的微短剧\\s*${before + 1} 部`))
  await row.getByRole('link', { name: NAME }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(visitor.locator('main').locator('a[href^="/figure"]')).toHaveCount(0)
  await shoot(visitor, 'campaign')

  await platform.goto(path)
  await expect(platform.getByText(/总数和按口径是结束时冻结的全部/)).toBeVisible()
  const creator = await as(browser, 'wu.tong@yehang.example')
  await creator.goto(path)
  const total = creator.getByRole('table', { name: '总数' }).getByRole('row', { name: /^发现违规的微短剧/ })
  await expect(total.getByText('其中没有您可以查看的记录')).toBeVisible()
  await expect(total.getByRole('link')).toHaveCount(0)
  await shoot(creator, 'campaign-part')
})
