import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { provide } from '../../lib/env'
import { proxy } from '../../proxy'

const HERE = 'https://portal.example.cn'
provide({ ORIGIN: HERE })
const { default: config } = await import('../../next.config.mjs')

const ask = (method: string, headers: Record<string, string>) => proxy(new NextRequest(`${HERE}/profile`, { method, headers }))

test.for(['https://evil.example', 'null', 'https://portal.example.cn.evil.example', 'http://portal.example.cn'])(
  'what %s sends is refused in words, in the reader’s language',
  async (origin) => {
    const answer = ask('POST', { origin })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('没有办理：请求不是从本站页面发出的')
    expect(await ask('POST', { origin, cookie: 'locale=en' }).text()).toContain('the request did not come from a page of this site')
  },
)

test('what comes from here passes, and so does every reading; what names no origin is judged behind it', () => {
  for (const [method, headers] of [
    ['POST', { origin: HERE }],
    ['GET', { origin: 'https://evil.example' }],
    ['POST', {}],
  ] as const)
    expect(ask(method, headers).headers.get('x-middleware-next')).toBe('1')
})

test('an address that asks one thing twice leads to the one that asks it once, and no other is led anywhere', () => {
  const led = (path: string) => proxy(new NextRequest(`${HERE}${path}`)).headers.get('location')
  expect(led('/register?q=a&q=b&class=1')).toBe(`${HERE}/register?q=a&class=1`)
  expect(led('/regulator/queue?after=%00')).toBe(`${HERE}/regulator/queue?after=`)
  for (const path of ['/register', '/register?q=a&class=1', '/guidance/class?subject=youth&subject=history']) expect(led(path)).toBeNull()
})

test('Next takes the forms of the stated origin for ours, whatever Host a proxy passes on, and nobody else’s', () => {
  expect(config.experimental?.serverActions?.allowedOrigins).toEqual(['portal.example.cn'])
})
