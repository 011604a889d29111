import { expect, type Page, test } from '@playwright/test'
import { isOf, pictures } from '../fixtures/pictures'
import { shoot, signIn } from '../fixtures/portal'

test.setTimeout(300_000)

const here = pictures.filter(({ way }) => way.length > 0)

for (const reader of new Set(here.map((picture) => picture.reader)))
  test(`the pages that no story shows, as ${reader || 'the public'} sees them`, async ({ page }) => {
    if (reader) await signIn(page, reader)
    for (const { page: shown, picture, way } of here.filter((one) => one.reader === reader)) {
      const [from, ...links] = way
      await page.goto(from!)
      for (const link of links)
        await page.goto((await page.locator(`main a[href^="${link}"]`).first().getAttribute('href', { timeout: 20_000 }))!)
      expect(isOf(shown, page.url()), `${picture} shows ${shown}, not ${page.url()}`).toBe(true)
      await shoot(page, picture)
    }
  })

test('where a browser without scripts sends the files of a report', async ({ page }) => {
  await signIn(page, 'qian.rong@wechat.example')
  await page.goto('/platform/violation')
  await page.getByRole('button', { name: '提交违规举报' }).click()
  await expect(page).toHaveURL(/\/draft\//)
  await page.goto(`${new URL(page.url()).pathname}/evidence`)
  await shoot(page, 'violation-evidence')
})

/** What a case is on A4 within its margins: its head, no act, nothing wider than the sheet. */
async function expectOnPaper(page: Page, number: string) {
  await page.setViewportSize({ width: 680, height: 962 })
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-print-head]')).toContainText(number)
  await expect(page.locator('[data-print-head]')).toContainText(/\d{2}:\d{2} 北京时间/)
  await expect(page.locator('[data-button]:visible')).toHaveCount(0)
  for (const table of await page.locator('main table:visible').all()) {
    const [wide, room] = await table.evaluate((one) => [one.scrollWidth, one.parentElement!.clientWidth])
    expect(wide, number).toBeLessThanOrEqual(room!)
  }
}

test('on paper no list is wider than the sheet, and nothing of it is cut short', async ({ page }) => {
  await signIn(page, 'zhou.min@nrta.example')
  await page.setViewportSize({ width: 680, height: 962 })
  for (const list of [
    'queue',
    'violation?view=upheld',
    'takedown?view=all',
    'blacklist',
    'penalty',
    'registration',
    'rectification?view=all',
  ]) {
    await page.goto(`/regulator/${list}`)
    await page.emulateMedia({ media: 'print' })
    const [wide, room] = await page.locator('main table').evaluate((one) => [one.scrollWidth, one.parentElement!.clientWidth])
    expect(wide, list).toBeLessThanOrEqual(room!)
    for (const cell of await page.locator('main td .line-clamp-2').all())
      expect(await cell.evaluate((one) => one.scrollHeight - one.clientHeight), list).toBeLessThanOrEqual(1)
    await page.emulateMedia({ media: 'screen' })
  }
})

test('on paper a case has its number, an order says what is asked now, and what is sealed leaves no empty sheet', async ({ browser }) => {
  const opened = async (email: string, list: string, prefix: string) => {
    const page = await (await browser.newContext()).newPage()
    await signIn(page, email)
    await page.goto(list)
    const href = (await page.locator(`main a[data-row-link][href^="/c/${prefix}-"]`).first().getAttribute('href'))!
    await page.goto(href)
    return { page, number: href.slice('/c/'.length) }
  }
  const listed = await opened('zhou.min@nrta.example', '/regulator/blacklist', 'HM')
  await expectOnPaper(listed.page, listed.number)
  const order = await opened('zhou.min@nrta.example', '/regulator/takedown?view=all', 'XJ')
  await expectOnPaper(order.page, order.number)
  await expect(order.page.getByRole('heading', { name: '网络微短剧下架指令' })).toBeVisible()
  await expect(order.page.getByText(/^现状：.+。$/)).toBeVisible()
  const sealed = await (await browser.newContext()).newPage()
  await signIn(sealed, 'fang.zheng@cnsa.example')
  await sealed.goto(`/c/${order.number}`)
  await expectOnPaper(sealed, order.number)
  await expect(sealed.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(sealed.getByText('网络微短剧下架指令')).toHaveCount(0)
})
