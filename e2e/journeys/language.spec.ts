import { expect, type Page, test } from '@playwright/test'
import { chineseUnsaid } from '../fixtures/language'
import { signIn } from '../fixtures/portal'

/** Pages of one kind read for one reader; cases of one kind differ in state, so some of each. */
const OF_A_KIND = 2
const MOST_PAGES = 300
const ABREAST = 4
/** A case's address keeps its letters, for cases of another kind are other pages. */
const kindOf = (link: string) =>
  link
    .replace(/=[^&]*/g, '=')
    .replace(/[0-9a-f-]{36}|\d+/g, '1')
    .replace(/\/w\/.*/, '/w/')
/** No pages, or lists that are only sorted, paged or narrowed further. */
const AWAY = /^\/(api|dev|_next)\/|\/(csv|feed|template)(\/|\?|$)|[?&](sort|after|at)=|&/

/** What an English page leaves unmarked, on all that a reader can reach by its links. */
async function readAll(page: Page, from: string[]) {
  const [queue, seen, kinds, found] = [[...from], new Set(from), new Map<string, number>(), new Map<string, string>()]
  let count = 0
  const read = async (address: string) => {
    const answer = await page.request.get(address)
    if (!answer.headers()['content-type']?.includes('text/html')) return
    const html = await answer.text()
    count += 1
    for (const unsaid of await chineseUnsaid(page, html)) if (!found.has(unsaid)) found.set(unsaid, address)
    for (const [, link] of html.matchAll(/href="(\/[^"#]*)"/g)) {
      const to = link!.replaceAll('&amp;', '&')
      const kind = kindOf(to)
      if (seen.has(to) || AWAY.test(to) || (kinds.get(kind) ?? 0) >= OF_A_KIND) continue
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      seen.add(to)
      queue.push(to)
    }
  }
  while (queue.length && count < MOST_PAGES) await Promise.all(queue.splice(0, ABREAST).map(read))
  expect(queue, 'pages that were not read any more').toEqual([])
  expect(count).toBeGreaterThan(20)
  return [...found].map(([unsaid, address]) => `${address}: ${unsaid}`)
}

const readers: [who: string, email: string | null, from: string[]][] = [
  ['the public', null, ['/register', '/blacklist', '/announcement', '/guidance', '/rulebook', '/sign-in', '/apply/creator']],
  ['the national administration', 'zhou.min@nrta.example', ['/regulator/queue']],
  ['a bureau', 'chen.li@beijing.example', ['/regulator/queue']],
  ['CNSA', 'fang.zheng@cnsa.example', ['/association/queue']],
  ['a platform', 'compliance@kuaishou.example', ['/platform/queue']],
  ['a creator', 'wu.tong@yehang.example', ['/creator/queue', '/creator/drama', '/creator/case']],
]

for (const [who, email, from] of readers) {
  test(`on the English pages of ${who} all Chinese is read as Chinese`, async ({ page }) => {
    if (email) await signIn(page, email)
    else await page.goto('/sign-in')
    await page.context().addCookies([{ name: 'locale', value: 'en', url: new URL(page.url()).origin }])
    expect(await readAll(page, from)).toEqual([])
  })
}

test('what stands in a form’s way is read in the language that is switched to, and what was typed stays', async ({ page }) => {
  const toEnglish = async (at: Page) => {
    await at.getByRole('button', { name: 'English', exact: true }).click()
    await expect(at.locator('html')).toHaveAttribute('lang', 'en')
  }
  await page.goto('/apply/creator')
  const name = page.locator(`#${await page.getByLabel('机构名称').getAttribute('id')}`)
  await name.fill('青灯影视')
  await page.getByRole('button', { name: '提交申请' }).click()
  const faults = page.getByRole('main').getByRole('alert')
  await expect(faults).toContainText('请')
  const count = await faults.getByRole('link').count()
  await toEnglish(page)
  await expect(faults.getByRole('link')).toHaveCount(count)
  expect(await faults.innerText()).not.toMatch(/\p{Script=Han}/u)
  await expect(page.locator('[aria-invalid=true]').first()).toHaveAccessibleDescription(/^[^\p{Script=Han}]+$/u)
  await expect(name).toHaveValue('青灯影视')

  await page.context().addCookies([{ name: 'locale', value: 'zh-CN', url: new URL(page.url()).origin }])
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill('nobody@yehang.example')
  await page.getByLabel('密码', { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  const refusal = page.getByRole('main').getByRole('alert').or(page.getByRole('main').getByRole('status'))
  await expect(refusal.filter({ hasText: '邮箱或密码不对' })).toBeVisible()
  await toEnglish(page)
  await expect(refusal.filter({ hasText: 'The e-mail or the password is wrong' })).toBeVisible()
  await expect(page.getByText('邮箱或密码不对')).toHaveCount(0)
})
