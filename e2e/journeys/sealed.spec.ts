import { type APIRequestContext, expect, test } from '@playwright/test'
import { atTheDoor, creators, officials, type Person, platforms } from '../../db/seed/people'
import { visit } from '../drill/visitor'
import { signIn } from '../fixtures/portal'

type Crew = { organization: string; people: Person[] }
const crews: Crew[] = [
  ...Object.entries(officials).map(([organization, people]) => ({ organization, people })),
  ...[...platforms, ...creators, atTheDoor].map(({ name, contact, colleagues = [] }) => ({
    organization: name,
    people: [contact, ...colleagues],
  })),
]
const MOST_PAGES = 90
/** Never followed: they end the session, leave the page for a file's bytes, or belong to the demonstration alone. */
const AWAY = /^\/(api|dev|_next)\//

/** All that a reader can reach by following links, each as a page and as React asks for it, and every list as a file. */
async function allThatIsServed(request: APIRequestContext, from: string[]) {
  const [queue, seen, served] = [[...from], new Set(from), [] as { address: string; body: string }[]]
  while (queue.length && seen.size <= MOST_PAGES * 3 && served.length < MOST_PAGES * 2) {
    const address = queue.shift()!
    const page = await request.get(address, { maxRedirects: 3 })
    const flight = await request.get(address, { headers: { RSC: '1' }, maxRedirects: 3 })
    const body = await page.text()
    served.push({ address, body }, { address: `${address} (RSC)`, body: await flight.text() })
    for (const [, link] of body.matchAll(/href="(\/[^"#]*)"/g)) {
      const next = link!.replaceAll('&amp;', '&')
      if (seen.has(next) || AWAY.test(next) || /[?&](sort|year|bureau|class)=/.test(next)) continue
      seen.add(next)
      queue.push(next)
    }
  }
  return served
}

const readers: [who: string, email: string | null, from: string[]][] = [
  ['the public', null, ['/register', '/blacklist', '/register?q=夜宴']],
  ['the creator of the listed work', 'wu.tong@yehang.example', ['/creator/queue', '/creator/drama', '/creator/case', '/register?q=夜宴']],
  ['a creator apart', 'lin.zhi@qinghe.example', ['/creator/queue', '/creator/case']],
  [
    'another platform',
    'compliance@douyin.example',
    ['/platform/queue', '/platform/violation', '/platform/takedown', '/platform/blacklist', '/platform/penalty'],
  ],
  [
    'a platform that was late',
    'compliance@hongguo.example',
    ['/platform/queue', '/platform/takedown', '/platform/blacklist', '/platform/penalty'],
  ],
]

for (const [who, email, from] of readers) {
  test(`nobody of another organization is named to ${who}`, async ({ page }) => {
    if (email) await signIn(page, email)
    const strangers = crews.filter(({ people }) => !people.some((person) => person.email === email)).flatMap(({ people }) => people)
    const served = await allThatIsServed(page.request, from)
    expect(served.length).toBeGreaterThan(10)
    const told = served.flatMap(({ address, body }) =>
      strangers
        .filter(
          ({ name, email: mail }) =>
            body.includes(mail) || new RegExp(`(?<![\\p{Script=Han}])${name}(?![\\p{Script=Han}])`, 'u').test(body),
        )
        .map(({ name }) => `${address}: ${name}`),
    )
    expect(told).toEqual([])
  })
}

test('a form from elsewhere, or from nowhere, is nobody’s, and the same form from here does it', async ({ baseURL, request }) => {
  const who = visit(baseURL!)
  await who.signIn('lin.zhi@qinghe.example')
  const named = async (name: string) => (await who.ask('/profile')).page.includes(`value="${name}"`)
  expect(await named('林芷')).toBe(true)
  const rename = (name: string) => who.fill('/profile', 'name="name"', { name, locale: 'zh-CN' })
  for (const [claimed, status] of [
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost:1', 403],
    [null, 200],
  ] as const) {
    const answer = await (await rename('林芷二'))(claimed)
    expect([answer.status, /没有办理：请求不是从本站页面发出的/.test(answer.page)], String(claimed)).toEqual([status, true])
    expect(await named('林芷二'), String(claimed)).toBe(false)
  }
  await (await rename('林芷二'))()
  expect(await named('林芷二')).toBe(true)
  await (await rename('林芷'))()
  expect(await named('林芷')).toBe(true)
  expect((await request.post('/api/preference', { form: { name: 'locale', value: 'en' } })).status()).toBeGreaterThanOrEqual(400)
})

test('pages carry their guards', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of ['/register', '/blacklist', '/sign-in', '/register']) {
    const { headers } = await request.get(path).then((answer) => ({ headers: answer.headers() }))
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/)
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(part)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
    nonces.add(/nonce-([^']+)/.exec(policy)?.[1] ?? '')
  }
  expect(nonces.size).toBe(4)
})
