import fc from 'fast-check'
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

  test.each(['', 'unknown', '<script>', '1.2.3', '999.1.1.1', '1.2.3.4/8', '2001:db8::1/32'])(
    'is the connection’s when the header is "%s"',
    (forwardedFor) => {
      expect(clientAddressOf({ peer, forwardedFor, trustedProxies: 1 })).toBe(peer)
    },
  )
})

test.each([
  ['1.2.3.4', '1.2.3.4'],
  ['1.2.3.4:51234', '1.2.3.4'],
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['::FFFF:102:304', '1.2.3.4'],
  ['0:0:0:0:0:ffff:1.2.3.4', '1.2.3.4'],
  ['[::ffff:1.2.3.4]:443', '1.2.3.4'],
  ['::ffff:0:1.2.3.4', '1.2.3.4'],
  ['64:ff9b::1.2.3.4', '1.2.3.4'],
  ['64:ff9b::102:305', '1.2.3.5'],
  ['64:ff9b:1::1.2.3.4', '64:ff9b:1:0::/64'],
  ['2002:102:304::1', '1.2.3.4'],
  ['2002:0102:0304:ffff::9', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
  ['[2001:db8::1]', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['[fe80::1%25eth0]:80', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::1.2.3.4', '0:0:0:0::/64'],
  ['2001:DB8:1:2::/64', '2001:db8:1:2::/64'],
  ['2001:db8::/64', undefined],
  ['2001:db8:1:2::/63', undefined],
  ['2001:db8:1:2::5/64', undefined],
  ['1.2.3.4/64', undefined],
  [':::', undefined],
  ['2001:db8:1:2:3:4:5:6:7', undefined],
  ['2001:db8::1::2', undefined],
  ['1.2.3.4.5', undefined],
  ['1.2.3', undefined],
  ['0x7f.0.0.1', undefined],
  ['[1.2.3.4', undefined],
  ['2001:db8::1:', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is counted as %s', (text, counted) => {
  expect(readAddress(text)).toBe(counted)
})

const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV6().map((text) => `[${text.toUpperCase()}]:443`),
  fc.ipV4().map((text) => `::ffff:${text}`),
  fc.ipV4().map((text) => `64:ff9b::${text}`),
)

test('the form of an address is the form of itself', () => {
  fc.assert(
    fc.property(fc.oneof(address, fc.string()), (text) => {
      const form = readAddress(text)
      expect(readAddress(form)).toBe(form)
    }),
  )
  fc.assert(
    fc.property(address, (text) => {
      expect(readAddress(text)).toBeDefined()
    }),
  )
})

test('two hosts of one /64 are one caller, and two networks are two', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
  const half = fc.tuple(group, group, group, group).map((groups) => groups.join(':'))
  const prefix = half.filter((groups) => !/^(0:0:0:0|64:ff9b:0:0|2002:.*)$/.test(groups))
  fc.assert(
    fc.property(prefix, prefix, half, half, (one, other, host, neighbour) => {
      expect(readAddress(`${one}:${host}`)).toBe(readAddress(`${one}:${neighbour}`))
      expect(readAddress(`${one}:${host}`) === readAddress(`${other}:${host}`)).toBe(one === other)
    }),
  )
})
