import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

/** Where a proxy of ours may stand: this machine, and networks that no stranger comes from (RFC 1918, 3927, 4193, 4291, 6598). */
const near = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  near.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  near.addSubnet(network, bits, 'ipv6')

/** From anywhere else a caller's word of its own address is dropped; Next then notes the address of the connection. */
export function dropClaims({ headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } }) {
  const address = socket.remoteAddress?.split('%')[0]
  if (!address || !near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) delete headers['x-forwarded-for']
}
