import { isIPv4 } from 'node:net'

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

/** One form for each IPv4 address; undefined for what is no address. An IPv6 caller is their network (/64). */
export function readAddress(text: string | undefined): string | undefined {
  if (!text) return undefined
  if (isIPv4(text)) return text
  const bare = text.replace(/^\[|\](:\d+)?$|%.*$/g, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIpv4(bare)) return bare
  if (!/^[\da-f:.]{2,45}$/i.test(bare) || !bare.includes(':')) return undefined
  const address = `http://[${bare}]`
  if (!URL.canParse(address)) return undefined
  return `${expand(new URL(address).hostname.slice(1, -1)).slice(0, 4).join(':')}::/64`
}

function isIpv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)
}

/** All eight groups of an address in its short form. */
function expand(short: string): string[] {
  const [head = '', tail] = short.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...new Array<string>(zeros).fill('0'), ...after]
}
