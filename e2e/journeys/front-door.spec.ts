import { expect, test } from '@playwright/test'
import { shoot } from '../fixtures/portal'

test('the portal answers for each of its parts', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ status: 'ok', database: 'ok', worker: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
})

test('an address that leads nowhere says so in words', async ({ page }) => {
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await shoot(page, 'not-found')
})
