import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const PREFIX = 'cdf_'
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 32 bytes in base 62. */
const LENGTH = 43
/** `cdf_` and eight characters: enough to find a token, and 208 bits short of knowing it. */
const SHOWN = PREFIX.length + 8

/** A new token: `cdf_` and 32 random bytes in base 62, always of the same length. */
export function newToken(): string {
  let rest = BigInt(`0x${randomBytes(32).toString('hex')}`)
  let text = ''
  for (let place = 0; place < LENGTH; place++) {
    text = DIGITS.charAt(Number(rest % 62n)) + text
    rest /= 62n
  }
  return PREFIX + text
}

export function isToken(text: string): boolean {
  return /^cdf_[0-9A-Za-z]{43}$/.test(text)
}

/** The part of a token that is stored as it is. */
export function prefixOf(token: string): string {
  return token.slice(0, SHOWN)
}

/** SHA-256: a token has 256 random bits, so a slow hash would protect nothing. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Compares two hashes in constant time. */
export function isSameHash(stored: Uint8Array, given: Uint8Array): boolean {
  return stored.length === given.length && timingSafeEqual(stored, given)
}
