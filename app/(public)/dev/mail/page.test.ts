import { expect, test, vi } from 'vitest'
import { provide } from '@/lib/env'
import Page from './page'

/** How far the page comes: it asks who reads it as soon as there is such a page. */
vi.mock('@/app/_server/session', () => ({
  reader: () => Promise.reject(new Error('there is a page')),
}))

const production = { DATABASE_URL: 'postgres://app:x@127.0.0.1:1/portal', AUTH_SECRET: 'x'.repeat(40), ORIGIN: 'https://portal.example.cn' }
const answer = () =>
  Page({ searchParams: Promise.resolve({}) }).catch((error: Error & { digest?: string }) => error.digest ?? error.message)

test('outside the demonstration there is no page of mails, whatever stands in the database', async () => {
  provide({ ...production, DEMO: '0' })
  expect(await answer()).toBe('NEXT_HTTP_ERROR_FALLBACK;404')
  provide({ ...production, DEMO: '1' })
  expect(await answer()).toBe('there is a page')
})
