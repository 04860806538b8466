import { isIPv4, isIPv6 } from 'node:net'

/**
 * The address of whoever sent a request. `trustedProxies` reverse proxies in front each added one entry to
 * `X-Forwarded-For`; what stands further left was written by the caller and counts for nothing.
 */
export function clientAddressOf({
  peer,
  forwardedFor,
  trustedProxies,
}: {
  peer: string | undefined
  forwardedFor: string | undefined
  trustedProxies: number
}): string | undefined {
  const forwarded =
    trustedProxies > 0 ? (forwardedFor ?? '').split(',').at(-trustedProxies)?.trim() : undefined
  return readAddress(forwarded) ?? readAddress(peer)
}

/** The end of what `readAddress` writes for an IPv6 network. */
const network = '::/64'

/**
 * The one form of a caller's address, undefined for text that is none: an IPv4 address, or the /64 network of an IPv6
 * one, which is what one subscriber holds. Reads its own form, so that `web` and `api` can hand it on.
 */
export function readAddress(text: string | undefined): string | undefined {
  if (!text) return undefined
  const bare = withoutPort(text)
    .replace(/%.*$/, '')
    .replace(/^((?:[\da-f]{1,4}:){3}[\da-f]{1,4})::\/64$/i, '$1::')
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return undefined
  const groups = groupsOf(bare)
  return embeddedIPv4(groups) ?? groups.slice(0, 4).map(hex).join(':') + network
}

/** Some proxies name the port as well: `1.2.3.4:5678` and `[2001:db8::1]:5678`. */
function withoutPort(text: string): string {
  return text.replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, '$1').replace(/^\[([^\]]*)\](:\d{1,5})?$/, '$1')
}

/** All eight groups of a valid address, whose last two may be written as an IPv4 address. */
function groupsOf(address: string): number[] {
  const inHex = address.replace(/[\d.]+\.\d+$/, (dotted) => {
    const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number)
    return `${hex(a * 256 + b)}:${hex(c * 256 + d)}`
  })
  const [before = [], after = []] = inHex.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = new Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16))
}

/**
 * The IPv4 caller within an IPv6 address: mapped (::ffff:0:0/96), translated (::ffff:0:0:0/96, and 64:ff9b::/96 of
 * RFC 6052, where all of IPv4 shares one /64), and 6to4 (2002::/16, where one IPv4 address has 65,536 networks).
 */
function embeddedIPv4(groups: number[]): string | undefined {
  const prefix = groups.slice(0, 6).map(hex).join(':')
  const isLast = ['0:0:0:0:0:ffff', '0:0:0:0:ffff:0', '64:ff9b:0:0:0:0'].includes(prefix)
  const pair = isLast ? groups.slice(6) : groups[0] === 0x2002 ? groups.slice(1, 3) : undefined
  return pair?.flatMap((group) => [group >> 8, group & 255]).join('.')
}

function hex(group: number): string {
  return group.toString(16)
}
