import { expect, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

test('a member is told by the bell what concerns its duties, opens the case from there, and has read it then', async ({ page }) => {
  await signIn(page, 'qian.rong@wechat.example')
  const bell = page.getByRole('link', { name: /^通知，/ }).first()
  await expect(bell).toHaveAccessibleName(/^通知，\d+\+? 条未读$/)
  await bell.click()
  await expect(page.getByRole('heading', { name: '通知', level: 1 })).toBeVisible()
  await shoot(page, 'notice')
  const rows = page.locator('tbody tr[data-row]')
  const before = await rows.count()
  const first = rows.first()
  const [number] = /[A-Z]{2}-\d{4}-\d+/.exec(await first.innerText())!
  await first.getByRole('button').click()
  await expect(page).toHaveURL(`/c/${number}`)
  await page.goto('/notice')
  await expect(rows).toHaveCount(before - 1)
  await page.goto('/notice?view=all')
  await expect(page.getByRole('row').filter({ hasText: number! }).first()).toBeVisible()
  await page.goto('/notice')
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await expect(page.getByText('没有未读的通知')).toBeVisible()
  await expect(bell).toHaveAccessibleName('通知，没有未读的')
  await shoot(page, 'notice-none')
})

test('without script a notice is opened and read too, and nobody reads another’s', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'wu.tong@yehang.example')
  await page.goto('/notice?view=all')
  await expect(page.getByRole('table', { name: '通知' })).toBeVisible()
  await page.locator('tbody tr[data-row]').first().getByRole('button').click()
  await expect(page).toHaveURL(/\/c\/[A-Z]{2}-/)
  await context.close()
})
