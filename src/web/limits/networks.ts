/** What stands for the place a request comes from. */

import { isIPv6 } from 'node:net'

/** One IPv4 address, or one IPv6 /64: what a provider gives to one household. */
export function networkOf(ip: string): string {
  const groups = groupsOf(ip)
  return typeof groups === 'string' ? groups : `${groups.slice(0, 4).join(':')}::/64`
}

/** The IPv4 /24 or the IPv6 /48: what one provider, one school or one rented rack has. */
export function wideNetworkOf(ip: string): string {
  const groups = groupsOf(ip)
  if (typeof groups !== 'string') return `${groups.slice(0, 3).join(':')}::/48`
  return `${groups.split('.').slice(0, 3).join('.')}.0/24`
}

/** The eight groups of an IPv6 address; anything else as IPv4 writes it. */
function groupsOf(ip: string): string | string[] {
  // Most addresses are IPv4, and every request asks.
  if (!ip.includes(':')) return ip
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped) return mapped[1]!
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('::')
  const first = head.split(':').filter(Boolean)
  const last = (tail ?? '').split(':').filter(Boolean)
  const all =
    tail === undefined
      ? first
      : [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return all.map((group) => group.replace(/^0+(?=.)/, ''))
}
