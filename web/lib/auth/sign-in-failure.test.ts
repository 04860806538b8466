import { expect, test } from 'vitest'
import { signInErrorWords } from '../../features/sign-in/sign-in-errors.ts'
import { signInFailureOf, signInFailures } from './sign-in-failure.ts'

const refused = (code: string) => Object.assign(new Error(''), { code })

test.each([
  ['State cookie was missing.', 'SignInExpired'],
  ['PKCE code_verifier value could not be parsed.', 'SignInExpired'],
  [
    'next-auth.state cookie was created for a different provider than the one handling the callback.',
    'SignInExpired',
  ],
  ['state mismatch, expected a, got: b', 'SignInExpired'],
  ['state missing from the response', 'SignInExpired'],
  ['nonce mismatch, expected a, got: b', 'SignInExpired'],
  ['code missing from response', 'SignInExpired'],
  ['invalid_grant (Code was already redeemed.)', 'SignInExpired'],
  ['bad_verification_code', 'SignInExpired'],
  ['expected 200 OK, got: 400 Bad Request', 'SignInExpired'],
  ['outgoing request timed out after 5000ms', 'ProviderUnavailable'],
  ['The operation was aborted due to timeout', 'ProviderUnavailable'],
  ['fetch failed', 'ProviderUnavailable'],
  ['expected 200 OK, got: 503 Service Unavailable', 'ProviderUnavailable'],
  ['expected 200 OK, got: 429 Too Many Requests', 'ProviderUnavailable'],
  ['getaddrinfo ENOTFOUND accounts.example', 'ProviderUnavailable'],
  ['invalid_client (The OAuth client was not found.)', 'ProviderMisconfigured'],
  ['incorrect_client_credentials', 'ProviderMisconfigured'],
  ['expected 200 OK, got: 401 Unauthorized', 'ProviderMisconfigured'],
  ['unexpected iss value, expected a, got: b', 'ProviderAnswer'],
  ['', 'ProviderAnswer'],
])('"%s" is %s', (message, failure) => {
  const error = new Error(message)
  expect(signInFailureOf({ code: 'OAUTH_CALLBACK_ERROR', error, isProvidersWord: false })).toBe(failure)
})

test('a network error without a message is known by its code', () => {
  const error = refused('ECONNREFUSED')
  expect(signInFailureOf({ code: 'OAUTH_CALLBACK_ERROR', error, isProvidersWord: false })).toBe(
    'ProviderUnavailable',
  )
})

test.each([
  ['access_denied', 'ConsentDenied'],
  ['login_required', 'ConsentDenied'],
  ['temporarily_unavailable', 'ProviderUnavailable'],
  ['server_error', 'ProviderUnavailable'],
  ['redirect_uri_mismatch', 'ProviderMisconfigured'],
  ['application_suspended', 'ProviderMisconfigured'],
  ['<script>', 'ProviderMisconfigured'],
])('a provider that says "%s" means %s', (message, failure) => {
  const code = 'OAUTH_CALLBACK_HANDLER_ERROR'
  expect(signInFailureOf({ code, error: new Error(message), isProvidersWord: true })).toBe(failure)
})

test('errors that end no sign-in are no failure', () => {
  for (const code of ['JWT_SESSION_ERROR', 'SIGNOUT_ERROR', 'SIGNIN_EMAIL_ERROR'])
    expect(signInFailureOf({ code, error: new Error('x'), isProvidersWord: false })).toBeUndefined()
})

test.each(signInFailures)('%s is said in words, with what would work', (failure) => {
  const { title, detail } = signInErrorWords(failure, 'github')
  expect(detail).not.toBe(signInErrorWords('unheard of').detail)
  expect(detail).toMatch(/try|sign in by email|start again|ask|open|load/i)
  expect(`${title} ${detail}`).not.toMatch(/undefined|The service|OAuth/)
})

test.each(['__proto__', 'constructor', '<b>', ''])(
  'the code "%s" has the words of an unknown one',
  (code) => {
    expect(signInErrorWords(code).title).toBe('You were not signed in')
  },
)
