import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/portal'

const READERS = {
  regulator: 'zhou.min@nrta.example',
  association: 'fang.zheng@cnsa.example',
  platform: 'compliance@kuaishou.example',
  creator: 'wu.tong@yehang.example',
}

/** The figures of the page that open lists of cases or records, each with how many rows it says there are. */
async function figuresOf(page: Page) {
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => ({ name: link.getAttribute('aria-label') ?? '', href: link.getAttribute('href')! })))
  return links.flatMap(({ name, href }) => {
    const n = /: ([\d,]+)$/.exec(name)?.[1]?.replaceAll(',', '')
    return n && !href.includes('/biweekly') && !href.startsWith('/creator/') ? [{ name, href, n: Number(n) }] : []
  })
}

test('each figure opens the very rows that it counts, of the weeks and the province in the address', async ({ page }) => {
  test.setTimeout(240_000)
  await signIn(page, READERS.regulator)
  await expect(page).toHaveURL(/\/regulator\/queue/)
  await page.getByRole('link', { name: '总览' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible()
  const whole = await figuresOf(page)
  expect(whole.length).toBeGreaterThan(30)

  await page.goto('/regulator/overview?weeks=26')
  await expect(page.getByText('近 26 周（', { exact: false })).toBeVisible()
  await page.getByText('省份', { exact: false }).first().click()
  await page.getByRole('link', { name: '北京', exact: false }).first().click()
  await expect(page).toHaveURL(/weeks=26&bureau=/)
  const part = await figuresOf(page)
  // One of each kind of list and of each column, and no more rows than stand on one page.
  const kinds = new Map(
    [...whole, ...part]
      .filter(({ n }) => n < 50)
      .map((one) => [`${one.name.split(' ').at(-2)} ${one.href.split('=')[0]} ${one.href.includes('bureau')}`, one]),
  )
  for (const { name, href, n } of [...kinds.values()].slice(0, 24)) {
    await page.goto(href)
    await expect(page.locator('tr[data-row]'), `${name} at ${href}`).toHaveCount(n)
  }
})

test('what was published keeps its qualifier: more than, about, and not published, which is not 0', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, READERS.regulator)
  await page.goto('/regulator/overview')
  const campaigns = page.getByRole('table', { name: '历次行动的公布数字' })
  const cells = (name: string) => campaigns.getByRole('row', { name }).getByRole('cell')
  await expect(cells('小程序类网络微短剧专项整治')).toHaveText(['多于 25,300', '1,365,004', '2,420', '未公布', '未公布', '未公布'])
  await expect(cells('常态化管理阶段')).toHaveText(['未公布', '多于 350,000', '429', '2,988', '多于 20,550,000', '多于 40'])
  // Takedowns, numbers given and stock stand under heads of their own, and nothing adds them up.
  await expect(campaigns.getByText('不是处置，不与上面比较')).toHaveCount(2)
  await expect(campaigns.getByText('合计')).toHaveCount(0)
  const notices = page.getByRole('table', { name: '平台公开处置通报' })
  await expect(
    notices
      .getByRole('row', { name: /2023-11-10/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText('未公布')
  const kuaishou = notices.getByRole('row', { name: /2023-11-14/ }).getByRole('cell')
  await expect(kuaishou.nth(1)).toHaveText('多于 10')
  await expect(kuaishou.nth(2)).toHaveText('13')
  const douyin = notices.getByRole('row', { name: /2023-11-16/ }).getByRole('cell')
  await expect(douyin.nth(1)).toHaveText('119')
  await expect(douyin.nth(2)).toHaveText('1,188')
  // The table behind the drawing opens without script.
  await page.getByText('看数字').click()
  await expect(page.getByRole('table', { name: '中位下线用时，按周' }).getByRole('row')).toHaveCount(13)
})

for (const [workplace, reader] of Object.entries(READERS))
  test(`the overview of ${reader} holds what is its own`, async ({ page }) => {
    await signIn(page, reader)
    await page.goto(`/${workplace}/overview`)
    const orders = page.getByRole('table', { name: '平台答复' })
    if (workplace === 'platform') await expect(orders.locator('tbody').getByRole('row')).toHaveCount(1)
    if (workplace === 'association' || workplace === 'creator') await expect(orders).toHaveCount(0)
    if (workplace === 'creator') await expect(page.getByRole('heading', { name: '我的备案' })).toBeVisible()
  })
