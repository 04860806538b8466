import { expect, test } from 'vitest'
import { confirmLinkOf, parseConfirmLink } from './confirm-link.ts'
import { primaryVerifiedEmail } from './github-email.ts'
import { signInEmail } from './sign-in-email.ts'
import { isVerifiedEmail } from './verified-email.ts'

const publicUrl = 'https://codify.example.org'
const token = 'a'.repeat(64)

function callbackLink(callbackUrl: string) {
  const query = new URLSearchParams({ callbackUrl, token, email: 'ada+x@example.org' })
  return `${publicUrl}/api/auth/callback/email?${query}`
}

function linkTo(callbackUrl: string) {
  return confirmLinkOf({ callbackLink: callbackLink(callbackUrl), publicUrl, browser: 'aBcD1234' })
}

test('the mailed link opens our page with everything its button needs', () => {
  const link = new URL(linkTo(`${publicUrl}/problems/two-sum`))
  expect(link.origin + link.pathname).toBe(`${publicUrl}/signin/confirm`)
  expect(parseConfirmLink(Object.fromEntries(link.searchParams))).toEqual({
    token,
    email: 'ada+x@example.org',
    callbackUrl: '/problems/two-sum',
    browser: 'aBcD1234',
  })
})

test('the mailed link leads to no other site', () => {
  const link = new URL(linkTo('https://evil.example/'))
  expect(link.searchParams.has('callbackUrl')).toBe(false)
})

test('a link that was cut short is none', () => {
  expect(parseConfirmLink({ token, email: undefined })).toBeUndefined()
  expect(parseConfirmLink({ token: ['a', 'b'], email: 'ada@example.org' })).toBeUndefined()
})

test('the mail holds the link as text and, escaped, as HTML', () => {
  const mail = signInEmail({
    link: `${publicUrl}/signin/confirm?token=1&email="2"`,
    host: 'codify.example.org',
  })
  expect(mail.text).toContain(`${publicUrl}/signin/confirm?token=1&email="2"`)
  expect(mail.html).toContain('token=1&amp;email=&quot;2&quot;')
})

test('of the addresses at GitHub only the primary, verified one counts', () => {
  const other = { email: 'other@example.org', primary: false, verified: true }
  expect(primaryVerifiedEmail([other, { email: 'ada@example.org', primary: true, verified: true }])).toBe(
    'ada@example.org',
  )
  expect(
    primaryVerifiedEmail([other, { email: 'ada@example.org', primary: true, verified: false }]),
  ).toBeNull()
  expect(primaryVerifiedEmail({ message: 'Bad credentials' })).toBeNull()
})

test.each([
  ['google', { email_verified: true }, true],
  ['google', { email_verified: false }, false],
  ['google', {}, false],
  ['github', {}, true],
  ['email', undefined, true],
  ['other', { email_verified: true }, false],
  [undefined, undefined, false],
])('%s with %j is believed: %s', (provider, profile, expected) => {
  expect(isVerifiedEmail({ provider, email: 'ada@example.org', profile })).toBe(expected)
  expect(isVerifiedEmail({ provider, email: null, profile })).toBe(false)
})
