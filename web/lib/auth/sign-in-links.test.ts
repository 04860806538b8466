import { expect, test } from 'vitest'
import { confirmLinkOf, parseConfirmLink } from './confirm-link.ts'
import { signInEmail } from './sign-in-email.ts'

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
