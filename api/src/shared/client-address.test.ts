import { describe, expect, test } from 'vitest'
import { clientAddressOf, readAddress } from './client-address.ts'

const peer = '10.0.0.9'

describe('the address of a caller', () => {
  test('is the connection’s where no proxy is trusted, whatever the header says', () => {
    expect(clientAddressOf({ peer, forwardedFor: '1.2.3.4', trustedProxies: 0 })).toBe(peer)
  })

  test('is what the trusted proxy saw, not what the caller wrote before it', () => {
    expect(clientAddressOf({ peer, forwardedFor: '6.6.6.6, 1.2.3.4', trustedProxies: 1 })).toBe('1.2.3.4')
    expect(clientAddressOf({ peer, forwardedFor: '6.6.6.6, 1.2.3.4, 5.5.5.5', trustedProxies: 2 })).toBe(
      '1.2.3.4',
    )
  })

  test.each(['', 'unknown', '<script>', '1.2.3', '999.1.1.1'])(
    'is the connection’s when the header is "%s"',
    (forwardedFor) => {
      expect(clientAddressOf({ peer, forwardedFor, trustedProxies: 1 })).toBe(peer)
    },
  )
})

test.each([
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  [':::', undefined],
  ['1.2.3.4.5', undefined],
  [undefined, undefined],
])('%s is counted as %s', (text, counted) => {
  expect(readAddress(text)).toBe(counted)
})
