import { expect, test } from 'vitest'
import { githubProfile, googleProfile, primaryEmail } from './provider-profiles.ts'
import { vouchedEmail } from './verified-email.ts'

const ada = { email: 'ada@example.org', email_verified: true }

test.each([
  ['google', ada, { email: 'ada@example.org' }],
  ['github', ada, { email: 'ada@example.org' }],
  ['google', { ...ada, email: ' ADA@Example.ORG ' }, { email: 'ada@example.org' }],
  ['google', { ...ada, email_verified: false }, { refused: 'EmailNotVerified' }],
  ['google', { ...ada, email_verified: 'true' }, { refused: 'EmailNotVerified' }],
  ['google', { ...ada, email_verified: 1 }, { refused: 'EmailNotVerified' }],
  ['google', { email: ada.email }, { refused: 'EmailNotVerified' }],
  ['google', { email_verified: true }, { refused: 'NoEmail' }],
  ['google', { ...ada, email: null }, { refused: 'NoEmail' }],
  ['google', { ...ada, email: '' }, { refused: 'NoEmail' }],
  ['google', { ...ada, email: 42 }, { refused: 'NoEmail' }],
  ['google', { ...ada, email: ['ada@example.org'] }, { refused: 'NoEmail' }],
  ['google', { ...ada, email: { toLowerCase: 'x' } }, { refused: 'NoEmail' }],
  ['google', { ...ada, email: 'ada@localhost' }, { refused: 'EmailUnusable' }],
  ['google', { ...ada, email: 'ada@example.org,eve@evil.example' }, { refused: 'EmailUnusable' }],
  ['google', { ...ada, email: 'ada@ex\u0430mple.org' }, { refused: 'EmailUnusable' }],
  ['google', undefined, { refused: 'NoEmail' }],
  ['github', { email: 'ada@example.org', email_verified: false }, { refused: 'EmailNotVerified' }],
  ['other', ada, { refused: 'EmailNotVerified' }],
  [undefined, ada, { refused: 'EmailNotVerified' }],
])('%s with %j gives %j', (provider, profile, expected) => {
  // The address that next-auth took from the profile counts for nothing.
  expect(vouchedEmail({ provider, email: 'eve@evil.example', profile })).toEqual(expected)
})

test('a link proves the address that it was sent to', () => {
  expect(vouchedEmail({ provider: 'email', email: 'Ada@example.org', profile: undefined })).toEqual({
    email: 'ada@example.org',
  })
  expect(vouchedEmail({ provider: 'email', email: undefined, profile: ada })).toEqual({
    refused: 'EmailUnusable',
  })
})

const address = (email: string, primary: boolean, verified: boolean) => ({
  email,
  primary,
  verified,
  visibility: null,
})

test.each([
  ['the primary one', [address('o@x.org', false, true), address('ada@x.org', true, true)], 'ada@x.org', true],
  [
    'the primary one, not verified',
    [address('o@x.org', false, true), address('a@x.org', true, false)],
    'a@x.org',
    false,
  ],
  ['none is primary', [address('o@x.org', false, true)], undefined, false],
  ['an empty list', [], undefined, false],
  ['an address of another type', [{ ...address('', true, true), email: 42 }], undefined, false],
  ['an error', { message: 'Bad credentials' }, undefined, false],
  ['nothing', null, undefined, false],
])('of the addresses at GitHub counts %s', (_, emails, email, email_verified) => {
  expect(primaryEmail(emails)).toEqual({ email, email_verified })
})

test('what a provider gives in other types is left out', () => {
  expect(googleProfile({ sub: 'g1', name: 7, email: ['x'] })).toEqual({
    id: 'g1',
    name: undefined,
    email: undefined,
  })
  expect(githubProfile({ id: 7, name: null, login: 'ada', email: null })).toEqual({
    id: '7',
    name: 'ada',
    email: undefined,
  })
  for (const nobody of [{}, null, 'x', { sub: '' }, { sub: 7 }]) expect(() => googleProfile(nobody)).toThrow()
  for (const nobody of [{}, null, { id: null }, { id: '' }]) expect(() => githubProfile(nobody)).toThrow()
})
