import { expect, test } from 'vitest'
import { dropClaims } from './forwarded'

const CLAIM = '198.51.100.7'
const heard = (remoteAddress: string | undefined) => {
  const headers: Record<string, string> = { host: 'portal.example.cn', 'x-forwarded-for': CLAIM }
  dropClaims({ headers, socket: { remoteAddress } })
  return headers
}

test.for([
  '127.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.9',
  '::ffff:192.168.0.9',
  '169.254.1.1',
  '100.64.0.1',
  'fd12::1',
  'fe80::1%eth0',
])('a proxy at %s is believed', (address) => {
  expect(heard(address)).toEqual({ host: 'portal.example.cn', 'x-forwarded-for': CLAIM })
})

test.for(['203.0.113.9', '::ffff:203.0.113.9', '172.32.0.1', '11.0.0.1', '100.128.0.1', '2001:db8::1', undefined])(
  'what %s says of its own address counts for nothing',
  (address) => {
    expect(heard(address)).toEqual({ host: 'portal.example.cn' })
  },
)
