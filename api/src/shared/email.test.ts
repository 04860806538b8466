import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSignInTokenSchema, signInLinkSchema } from '../modules/sign-in/sign-in.schemas.ts'
import { emailSchema, normaliseEmail } from './email.ts'

describe('one address has one form', () => {
  test.each([
    ['Ada@Example.ORG', 'ada@example.org'],
    ['  ada@example.org ', 'ada@example.org'],
    ['ada@ＥＸＡＭＰＬＥ.org', 'ada@example.org'],
    ["o'neill.x_1@sub.example.co.uk", "o'neill.x_1@sub.example.co.uk"],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    ['ada@пример.рф', 'ada@xn--e1afmkfd.xn--p1ai'],
    ['ada@例え.jp', 'ada@xn--r8jz45g.jp'],
  ])('%s is %s', (given, form) => {
    expect(normaliseEmail(given)).toBe(form)
    expect(normaliseEmail(form)).toBe(form)
  })

  test('what is behind a plus makes another address', () => {
    expect(normaliseEmail('ada+work@example.org')).toBe('ada+work@example.org')
  })
})

describe('refused is', () => {
  test.each([
    ['nothing', ''],
    ['no address', 'ada'],
    ['no local part', '@example.org'],
    ['no domain', 'ada@'],
    ['a domain of one word', 'ada@localhost'],
    ['several @', 'ada@example.org@evil.example'],
    ['an encoded second @', 'ada＠example.org@evil.example'],
    ['two addresses', 'ada@example.org,eve@evil.example'],
    ['two addresses with a semicolon', 'ada@example.org;eve@evil.example'],
    ['a quoted local part', '"ada"@example.org'],
    ['a quoted @', '"ada@example.org"@evil.example'],
    ['a comment', 'ada(eve)@example.org'],
    ['a name before it', 'Ada <ada@example.org>'],
    ['a line break', 'ada@example.org\r\nBcc: eve@evil.example'],
    ['a line feed before the @', 'ada\n@example.org'],
    ['a NUL', 'ada\0@example.org'],
    ['a zero-width space', 'a\u200bda@example.org'],
    ['a text that is turned round', 'ada\u202e@example.org'],
    ['half a letter', 'ada\ud800@example.org'],
    ['a space within', 'a da@example.org'],
    ['a Cyrillic letter before the @', 'аda@example.org'],
    ['a Cyrillic a among Latin letters', 'ada@exаmple.org'],
    ['a Greek o among Latin letters', 'ada@gοogle.com'],
    ['a Latin letter among Cyrillic ones', 'ada@приmер.рф'],
    ['a wide letter before the @', 'ａda@example.org'],
    ['the sign of Kelvin before the @', 'ada.\u212a@example.org'],
    ['a long s before the @', 'ada.\u017f@example.org'],
    ['a dotless i before the @', 'm\u0131ke@example.org'],
    ['a dotted I before the @', 'M\u0130KE@example.org'],
    ['a ligature before the @', 'o\ufb03ce@example.org'],
    ['an accent on a letter of its own', 'ade\u0301@example.org'],
    ['a wide @ within the domain', 'ada@evil＠example.org'],
    ['a slash that is one letter', 'ada@\u2100.example'],
    ['a dot at the end of the domain', 'ada@example.org.'],
    ['a dot at the end', 'ada.@example.org'],
    ['two dots', 'a..da@example.org'],
    ['two dots in the domain', 'ada@example..org'],
    ['a number as address', 'ada@127.0.0.1'],
    ['a number in disguise', 'ada@0x7f.1'],
    ['an address in brackets', 'ada@[127.0.0.1]'],
    ['a port', 'ada@example.org:25'],
    ['a path', 'ada@example.org/x'],
    ['an escape', 'ada@example%2eorg'],
    ['an ideographic full stop', 'ada@example。org'],
    ['an underscore in the domain', 'ada@exa_mple.org'],
    ['a hyphen at the edge', 'ada@-example.org'],
    ['65 characters before the @', `${'a'.repeat(65)}@example.org`],
    ['255 characters', `ada@${'abcdefgh.'.repeat(27)}example.org`],
    ['a book', 'a'.repeat(100_000)],
  ])('%s', (_, given) => {
    expect(normaliseEmail(given)).toBeNull()
  })
})

const typed = fc.oneof(
  fc.emailAddress(),
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.string({ unit: 'grapheme' }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
)

test('no two addresses that differ before the @ by more than the case of ASCII letters have one form', () => {
  const local = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  const plain = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  fc.assert(
    fc.property(local, local, (one, other) => {
      const [first, second] = [one, other].map((each) => normaliseEmail(`${each}@example.org`))
      if (first !== null && first === second) expect(plain(one.trim())).toBe(plain(other.trim()))
    }),
  )
})

test('every call of sign-in takes the same addresses as the form, in their one form', () => {
  const secret = 's'.repeat(32)
  const token = { token: secret, browser: secret, expires_at: '2026-05-04T10:00:00Z' }
  fc.assert(
    fc.property(typed, (given) => {
      const form = normaliseEmail(given) ?? undefined
      expect(emailSchema.safeParse(given).data).toBe(form)
      expect(signInLinkSchema.safeParse({ identifier: given, mailed: true }).data?.identifier).toBe(form)
      expect(createSignInTokenSchema.safeParse({ identifier: given, ...token }).data?.identifier).toBe(form)
    }),
  )
})

test('whatever comes, the form is stable, plain ASCII and has one @', () => {
  fc.assert(
    fc.property(typed, (given) => {
      const form = normaliseEmail(given)
      if (form === null) return
      expect(form).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
      expect(form.length).toBeLessThanOrEqual(254)
      expect(normaliseEmail(form)).toBe(form)
    }),
  )
})
