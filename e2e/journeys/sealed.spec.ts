import { type APIRequestContext, expect, test } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { atTheDoor, creators, officials, type Person, platforms } from '../../db/seed/people'
import { visit } from '../drill/visitor'
import { database } from '../fixtures/database'
import { signIn } from '../fixtures/portal'

type Crew = { organization: string; people: Person[] }
const crews: Crew[] = [
  ...Object.entries(officials).map(([organization, people]) => ({ organization, people })),
  ...[...platforms, ...creators, atTheDoor].map(({ name, contact, colleagues = [] }) => ({
    organization: name,
    people: [contact, ...colleagues],
  })),
]
/** More than any reader has today; whoever has more is not read to the end, and the test says so. */
const MOST_PAGES = 2000
/** Read side by side. */
const ABREAST = 6
/** Never followed: they end the session, leave the page for a file's bytes, or belong to the demonstration alone. */
const AWAY = /^\/(api|dev|_next)\//

/** Pages of one kind that differ in a day or a definition: so many of each are read. */
const ALIKE = [/^\/figure\?/, /^\/figure\/csv/, /^\/inspection\?frame=/, /^\/inspection\/frame\//]
const OF_ALIKE = 20
const FLIGHTS_OF_A_KIND = 6
const kindOf = (link: string) => link.replace(/=[^&]*/g, '=').replace(/[0-9a-f-]{36}|\d+/g, '1')
/** A list that is sorted, or narrowed twice, shows rows that it has shown before. */
const isNarrowed = (link: string) =>
  /[?&](sort|year|bureau|class)=/.test(link) || (link.includes('&') && !/[?&](after|at|scope)=/.test(link)) || link.split('&').length > 2

/**
 * Judges all that a reader can reach by following links, and every list as a file. A page carries the payload that React renders
 * it from; as React itself asks for it, so many of each kind are read.
 */
async function readAll(request: APIRequestContext, from: string[], told: (body: string) => string[]) {
  const [queue, seen, found, alike] = [[...from], new Set(from), [] as string[], ALIKE.map(() => 0)]
  const flights = new Map<string, number>()
  let count = 0
  const follow = (link: string) => {
    const kind = ALIKE.findIndex((pattern) => pattern.test(link))
    if (seen.has(link) || AWAY.test(link) || isNarrowed(link) || (kind >= 0 && alike[kind]! >= OF_ALIKE)) return
    if (kind >= 0) alike[kind]! += 1
    seen.add(link)
    queue.push(link)
  }
  const judge = async (address: string, headers: Record<string, string> = {}) => {
    const body = await (await request.get(address, { headers, maxRedirects: 3 })).text()
    found.push(...told(body).map((what) => `${address}${headers.RSC ? ' (RSC)' : ''}: ${what}`))
    return body
  }
  const read = async (address: string) => {
    const page = await judge(address)
    const [kind, flight] = [kindOf(address), flights.get(kindOf(address)) ?? 0]
    flights.set(kind, flight + 1)
    if (flight < FLIGHTS_OF_A_KIND) await judge(address, { RSC: '1' })
    count += 1
    for (const [, link] of page.matchAll(/href="(\/[^"#]*)"/g)) follow(link!.replaceAll('&amp;', '&'))
  }
  while (queue.length && count < MOST_PAGES) await Promise.all(queue.splice(0, ABREAST).map(read))
  expect(queue, 'pages that were not read any more').toEqual([])
  expect(count).toBeGreaterThan(10)
  return found
}

type Secret = { kind: string; words: string }
/** What must reach nobody but the parties (what the reader wrote in the same words is its own, and what CNSA saw of an order is told to the platform that answers it): numbers of reports that were not upheld or were merged, names of files, and what was written in confidence. */
async function secretsFrom(email: string | null): Promise<Secret[]> {
  const { owner, end } = await database()
  const own = sql`(select organization_id from members where email = ${email ?? ''})`
  const rows = await owner.execute<Secret>(sql`
    select 'a report' as kind, v.number as words from violations v join violation_filings f on f.violation_id = v.id
      where v.number is not null and (v.state in ('filed', 'dismissed', 'withdrawn', 'merged')) and f.filer_id is distinct from ${own}
    union select 'a file', e.name from violation_evidence e where e.organization_id is distinct from ${own} and length(e.name) > 8
    union select 'a description', left(f.description, 24) from violation_filings f where length(f.description) > 16 and f.filer_id is distinct from ${own}
      and not exists (select from violation_filings mine where mine.filer_id = ${own} and left(mine.description, 24) = left(f.description, 24))
    union select 'a note', left(n.note, 24) from violation_place_notes n join violation_filings f using (violation_id) where length(n.note) > 8 and f.filer_id is distinct from ${own}
      and not exists (select from takedown_sightings s join takedown_orders o on o.id = s.order_id where o.platform_id = ${own} and s.note = n.note)
    union select 'confidential words', left(w.words, 24) from event_words w where w.audience = 'regulators' and length(w.words) > 12 and w.organization_id is distinct from ${own}
    union select 'the platform that was suspended', m.email from members m join organizations o on o.id = m.organization_id where o.short_name = '星桥'`)
  await end()
  return [...rows]
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
  test(`nobody of another organization is named to ${who}, and nothing that is sealed reaches them`, async ({ page }) => {
    const secrets = await secretsFrom(email)
    expect(new Set(secrets.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4)
    if (email) await signIn(page, email)
    const strangers = crews.filter(({ people }) => !people.some((person) => person.email === email)).flatMap(({ people }) => people)
    const isNamed = strangers.map(({ name, email: mail }) => {
      const alone = new RegExp(`(?<![\\p{Script=Han}])${name}(?![\\p{Script=Han}])`, 'u')
      return [name, (body: string) => body.includes(mail) || (body.includes(name) && alone.test(body))] as const
    })
    const told = await readAll(page.request, from, (body) => [
      ...isNamed.filter(([, is]) => is(body)).map(([name]) => name),
      ...secrets.filter(({ words }) => body.includes(words)).map(({ kind, words }) => `${kind}, ${words}`),
    ])
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
