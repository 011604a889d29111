import { expect, test } from '@playwright/test'
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
